# SPDX-License-Identifier: GPL-3.0-or-later
# Collects every text of the program into the .ts files of a folder.
# cmake -DLUPDATE=program -DSOURCE_DIR=checkout -DTRANSLATIONS_DIR=folder -P update.cmake
function(collect file)
  execute_process(
    COMMAND "${LUPDATE}" -silent -I "${SOURCE_DIR}" -I "${SOURCE_DIR}/app" "${SOURCE_DIR}/app" "${SOURCE_DIR}/ui" -ts "${TRANSLATIONS_DIR}/${file}"
      -locations none -no-obsolete ${ARGN}
    RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "lupdate could not update ${TRANSLATIONS_DIR}/${file}")
  endif()
endfunction()

collect(rigwright_zh_CN.ts -tr-function-alias QT_TRANSLATE_NOOP+=RIGWRIGHT_TEXT)
# English needs its plural forms only.
collect(rigwright_en.ts -pluralonly)
