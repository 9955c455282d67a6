// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

/// The cells of one line of comma-separated values: a cell with a comma or a quote in it stands in quotes, and a quote in
/// it is doubled. A row never goes over the end of its line. A CR before the end of the line is not part of it. Some
/// spreadsheets put another separator than a comma: ';' or a tab.
[[nodiscard]] Expected<std::vector<std::string>> splitCsvLine(std::string_view line, char separator = ',');

/// Without the mark that some programs put at the front of UTF-8 files.
[[nodiscard]] std::string_view withoutByteOrderMark(std::string_view text);

/// Well-formed UTF-8: no overlong forms, no surrogates, nothing beyond U+10FFFF.
[[nodiscard]] bool isUtf8(std::string_view text);

} // namespace rigwright
