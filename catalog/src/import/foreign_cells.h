// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/money.h"

#include <optional>
#include <string>
#include <string_view>

// Values as the public data sets write them: machine-made, with a point as decimal mark.
namespace rigwright {

/// The whole text as a finite number within the bounds.
[[nodiscard]] std::optional<double> realNumber(std::string_view text, double least, double most);

/// A price above zero in US dollars, to the millionth; nothing above 100,000 or below a millionth.
[[nodiscard]] std::optional<MoneyRate> dollarRate(double dollars);

/// "'text'", without control characters and cut to fit a line.
[[nodiscard]] std::string quotedCell(std::string_view text);

/// As the catalog keeps a name: on one line, without spaces at its ends and never two in a row, '?' for what is no UTF-8.
[[nodiscard]] std::string tidied(std::string_view text);

/// Lower-case letters, digits and dots, and single hyphens for all else: how ids are made.
[[nodiscard]] std::string slugOf(std::string_view text);

/// The letters and digits alone, in lower case, for comparing names.
[[nodiscard]] std::string nameKey(std::string_view text);

/// A number as a cell of our tables writes it: "480.9".
[[nodiscard]] std::string numberCell(double value);

} // namespace rigwright
