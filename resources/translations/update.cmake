# SPDX-License-Identifier: GPL-3.0-or-later
# Collects every text of the program into the translations anew; what is translated stays.
#
#   cmake -DLUPDATE=… -DSOURCE_DIR=… -DTRANSLATIONS_DIR=… -P update.cmake
# Without the headers the classes' namespace would be missing from the contexts.
set(common -I "${SOURCE_DIR}" -I "${SOURCE_DIR}/app" -locations none -no-obsolete -silent -tr-function-alias QT_TRANSLATE_NOOP+=RIGWRIGHT_TEXT)
set(sources "${SOURCE_DIR}/app" "${SOURCE_DIR}/ui")

execute_process(COMMAND_ERROR_IS_FATAL ANY
  COMMAND "${LUPDATE}" ${sources} -ts "${TRANSLATIONS_DIR}/rigwright_zh_CN.ts" ${common})
# English only needs its plural forms.
execute_process(COMMAND_ERROR_IS_FATAL ANY
  COMMAND "${LUPDATE}" ${sources} -ts "${TRANSLATIONS_DIR}/rigwright_en.ts" -pluralonly ${common})
