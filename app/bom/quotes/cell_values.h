// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/quotes/filled_sheet.h"
#include "units/error.h"
#include "units/finding.h"
#include "units/money.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What somebody meant who typed into a cell, where only one thing can be meant. Otherwise a finding says what is unclear.
namespace rigwright {

template <class T>
using CellValue = tl::expected<T, Finding>;

/// Currencies that a sign or code may stand for: "¥" is two, "US$" one. Empty: no sign of a currency.
[[nodiscard]] std::vector<Currency> currenciesOf(const std::string& mark);
/// "EUR", "€", "US$". Not "$", which stands for several.
[[nodiscard]] CellValue<Currency> currencyIn(const FilledCell& cell);

/// The amount of a cell that isn't blank, which may carry a currency of its own. `declared` is what holds without one; one that
/// contradicts it is a finding, and so are per cent, a share of the minor unit, and digits that can be read in two ways.
[[nodiscard]] CellValue<Money> amountIn(const FilledCell& cell, const std::optional<Currency>& declared);

/// A day of the years 2000 to 2199: a date of the workbook, or a text of which day, month and year are certain.
[[nodiscard]] CellValue<Date> dayIn(const FilledCell& cell);

/// A whole number, perhaps with a word for days behind it.
[[nodiscard]] CellValue<std::int64_t> wholeIn(const FilledCell& cell);

/// In one line, without blanks around it.
[[nodiscard]] std::string lineOfText(const FilledCell& cell);

} // namespace rigwright
