// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/date.h"
#include "units/error.h"
#include "units/money.h"

#include <string>
#include <string_view>

namespace rigwright {

/// How the file as a whole writes fractions: spreadsheets that part cells by ';' do so because the comma is their decimal mark.
enum class DecimalMark { Point, Comma };

/// A number as people and spreadsheets write it, as digits with at most one point: "1,299.00" is "1299.00". What may be read in
/// two ways, such as "1,299" where three decimals are possible, is an error that says both.
[[nodiscard]] Expected<std::string> plainNumber(std::string_view text, int mostDecimals, DecimalMark mark);

/// An amount with or without the sign or the code of its currency: "$1,299" of USD is "1299". Another currency's sign is an error.
[[nodiscard]] Expected<std::string> plainAmount(std::string_view text, Currency currency, DecimalMark mark);

/// A day as spreadsheets write it, "2026-08-18", "2026/8/18" or "18.08.2026", as "2026-08-18". The order of day and month in
/// "8/7/2026" is anybody's guess and an error.
[[nodiscard]] Expected<std::string> plainDate(std::string_view text);

} // namespace rigwright
