// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace rigwright {

/// The cell that a spreadsheet shows as this text and never runs as a formula: an apostrophe stands before what begins with one,
/// or as a formula does. Quotes stand around it where CSV needs them.
[[nodiscard]] std::string csvCell(std::string_view text);

/// The text that csvCell wrote, its quotes already taken off.
[[nodiscard]] std::string_view textOfCsvCell(std::string_view cell);

} // namespace rigwright
