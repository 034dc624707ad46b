# SPDX-License-Identifier: GPL-3.0-or-later
# milepost_embed_files(target)
# Compiles the SQL migrations and the data below resources/ into the target; embeddedFiles() hands them out.
function(milepost_embed_files target)
    file(GLOB_RECURSE migrations CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/backend
        ${PROJECT_SOURCE_DIR}/backend/store/migrations/*.sql)
    file(GLOB_RECURSE resources CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
        ${PROJECT_SOURCE_DIR}/resources/packs/*
        ${PROJECT_SOURCE_DIR}/resources/processes/*
        ${PROJECT_SOURCE_DIR}/resources/policies/*)
    list(TRANSFORM migrations REPLACE "(.+)" "\\1=backend/\\1" OUTPUT_VARIABLE migration_entries)
    list(TRANSFORM resources REPLACE "(.+)" "\\1=\\1" OUTPUT_VARIABLE resource_entries)
    set(entries ${migration_entries} ${resource_entries})
    list(SORT entries)

    # The list is a file, so that an added or removed file rebuilds the source as well.
    set(list_file ${CMAKE_CURRENT_BINARY_DIR}/embedded_files.txt)
    list(JOIN entries "\n" lines)
    file(CONFIGURE OUTPUT ${list_file} CONTENT "${lines}\n" @ONLY)

    list(TRANSFORM entries REPLACE ".+=(.+)" "${PROJECT_SOURCE_DIR}/\\1" OUTPUT_VARIABLE inputs)
    set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded_files.cpp)
    set(script ${PROJECT_SOURCE_DIR}/cmake/WriteEmbeddedFiles.cmake)
    add_custom_command(OUTPUT ${source}
        COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -DLIST=${list_file} -DOUTPUT=${source} -P ${script}
        DEPENDS ${script} ${list_file} ${inputs}
        COMMENT "Embedding migrations and resources"
        VERBATIM)
    target_sources(${target} PRIVATE ${source})
    set_source_files_properties(${source} PROPERTIES SKIP_AUTOGEN ON)
endfunction()
