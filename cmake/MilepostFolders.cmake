# SPDX-License-Identifier: GPL-3.0-or-later
set(MILEPOST_BACKEND_FOLDERS
    core domain documents contracts store connectors gateway governance engine recovery insight service
    CACHE STRING "build (and test) only these folders of the backend; each needs those below it")

# milepost_add_present_folders(core domain ...)
# Adds those of the named folders that hold a CMakeLists.txt; one that appears later is noticed by the next build.
macro(milepost_add_present_folders)
    file(GLOB present_lists CONFIGURE_DEPENDS */CMakeLists.txt)
    foreach(folder IN ITEMS ${ARGN})
        if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/CMakeLists.txt)
            add_subdirectory(${folder})
        endif()
    endforeach()
endmacro()
