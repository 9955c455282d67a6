// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/money.h"
#include "units/units.h"

#include <string>
#include <string_view>

// Text for files and the command line: no locale, point as decimal mark. The window has its own (ui/text.h).
namespace rigwright {

[[nodiscard]] std::string formatFixed(double value, int decimals);
/// "6.70778": as many decimals as count, six at most.
[[nodiscard]] std::string shortNumber(double value);
/// "21.3 GiB", "512.0 MiB" below one GiB.
[[nodiscard]] std::string formatMemory(Bytes amount);
/// "$3,149.00", "CN¥130,000.00", "CHF 12.50": the currency's sign, groups of three.
[[nodiscard]] std::string formatMoney(const Money& amount);
/// "8,192"
[[nodiscard]] std::string formatCount(std::int64_t count);
/// "32.8 B", "671 B", "135 M" parameters.
[[nodiscard]] std::string formatParameters(std::int64_t count);
/// "31" from 10 on, "4.2" below.
[[nodiscard]] std::string formatRate(double perSecond);
[[nodiscard]] std::string toLower(std::string_view text);

} // namespace rigwright
