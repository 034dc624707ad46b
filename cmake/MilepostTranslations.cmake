# SPDX-License-Identifier: GPL-3.0-or-later
# milepost_add_translations(target)
# Compiles translations/milepost_<language>.ts into the target, as :/i18n/milepost_<language>.qm. The target
# update_translations brings the .ts files up to date with the sources.
function(milepost_add_translations target)
    set(files ${PROJECT_SOURCE_DIR}/translations/milepost_de.ts ${PROJECT_SOURCE_DIR}/translations/milepost_en.ts)
    set_source_files_properties(${files} PROPERTIES OUTPUT_LOCATION ${CMAKE_CURRENT_BINARY_DIR}/i18n)
    qt_add_translation(compiled ${files})
    qt_add_resources(${target} translations PREFIX /i18n BASE ${CMAKE_CURRENT_BINARY_DIR}/i18n FILES ${compiled})

    # English needs only its plural forms; German every text
    set(sources models ui app/console)
    add_custom_target(update_translations
        COMMAND Qt6::lupdate -silent -locations none -no-obsolete -I . -recursive ${sources}
            -ts translations/milepost_de.ts
        COMMAND Qt6::lupdate -silent -locations none -no-obsolete -pluralonly -I . -recursive ${sources}
            -ts translations/milepost_en.ts
        WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
        VERBATIM)
endfunction()
