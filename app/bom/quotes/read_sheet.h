// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/quotes/filled_sheet.h"
#include "bom/quotes/xlsx_package.h"

#include <string_view>
#include <vector>

namespace rigwright {

/// The sheets of a spreadsheet file from outside: a workbook (.xlsx), else text with commas, semicolons or tabs, of which `sample`
/// is a word that stands in a cell beside others and tells the separator. An error says what is wrong with the file.
[[nodiscard]] Expected<std::vector<FilledSheet>> readSheets(std::string_view bytes, std::string_view sample);

/// The sheets of a workbook whose files are unpacked as they are asked for.
[[nodiscard]] Expected<std::vector<FilledSheet>> readWorkbook(const ReadPackagePart& part);

} // namespace rigwright
