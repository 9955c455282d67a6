// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document.h"

#include <string>

namespace rigwright {

/// Two sections with each kind of block, row and value: two cards of 1,574.50 dollars, a service without a price.
[[nodiscard]] Document smallDocument();

/// The same in Chinese.
[[nodiscard]] Document chineseDocument();

/// Texts that would be markup, links that would be scripts, what can't be shown, and what never ends. `longText`: letters of one
/// of its cells.
[[nodiscard]] Document hostileDocument(std::size_t longText = 40'000);

/// A landscape section with a table of so many lines under groups, 16 columns each.
[[nodiscard]] Document wideDocument(int lines);

/// The cell of a text.
[[nodiscard]] DocumentCell textCell(std::string text, CellTone tone = CellTone::Plain, std::string link = "");

} // namespace rigwright
