// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

// Text of strangers on its way into the parts of a workbook, each of which reads something else as a code.
namespace rigwright {

/// For a cell: well-formed, line feeds as the only line ends, and _x0041_ kept as these seven characters.
[[nodiscard]] std::string sheetText(std::string_view text);

/// A name that a sheet may have and that none of `taken` is: at most 31 UTF-16 units, nothing of []:*?/\, and needing no more
/// than quotes in a formula.
[[nodiscard]] std::string sheetName(std::string_view title, const std::vector<std::string>& taken);

/// "'Bill of materials'!": before the cells of another sheet.
[[nodiscard]] std::string sheetPrefix(const std::string& name);

/// For a page's header or footer, where & begins a code: in one line, at most `units` UTF-16 units of result.
[[nodiscard]] std::string headerText(std::string_view text, std::size_t units);

/// For a chart's title, where = begins a formula.
[[nodiscard]] std::string chartText(std::string_view text);

} // namespace rigwright
