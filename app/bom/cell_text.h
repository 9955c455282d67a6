// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// Text from catalogs and users on its way into a spreadsheet, where it must stay text.
namespace rigwright {

/// Well-formed UTF-8 without characters that XML forbids, cut to what a cell of a workbook holds (32,767 UTF-16 units, with
/// an ellipsis at the end). Tabs and line breaks stay.
[[nodiscard]] std::string cleanText(std::string_view text);

/// The same at any length: for formats whose texts have no bound.
[[nodiscard]] std::string wholeText(std::string_view text);

/// True for text that a spreadsheet program could read as a formula when it opens a CSV file.
[[nodiscard]] bool looksLikeFormula(std::string_view text);

/// Columns that the text takes on screen: Chinese, Japanese and Korean characters count twice, of several lines the longest.
[[nodiscard]] std::size_t displayWidth(std::string_view text);

} // namespace rigwright
