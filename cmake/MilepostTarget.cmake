# SPDX-License-Identifier: GPL-3.0-or-later
option(MILEPOST_WARNINGS_AS_ERRORS "Stop the build at a compiler warning" OFF)
set(MILEPOST_SANITIZERS "" CACHE STRING "for -fsanitize=, e.g. address,undefined")

# What every target of Milepost has in common.
add_library(milepost_settings INTERFACE)
target_include_directories(milepost_settings INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(milepost_settings INTERFACE
    -Wall -Wextra -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${MILEPOST_WARNINGS_AS_ERRORS}>:-Werror>)
target_compile_definitions(milepost_settings INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    $<$<CONFIG:Debug>:QT_FORCE_ASSERTS>)
if(MILEPOST_SANITIZERS)
    target_compile_options(milepost_settings INTERFACE
        -fsanitize=${MILEPOST_SANITIZERS} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(milepost_settings INTERFACE -fsanitize=${MILEPOST_SANITIZERS})
endif()
