// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/assumptions.h"

namespace rigwright {

/// One assumption as a page of assumptions lists it.
struct AssumptionLine {
    const char* what = "";   ///< marked RIGWRIGHT_TEXT("Costs", …)
    std::string value;       ///< with its unit, to all places that count
    bool counts = true;      ///< false: nothing comes of it as the others are
    const char* source = ""; ///< of the program's own value; empty: none
};

/// For any assumptions as many lines, in the same order, so that two of them can be compared line by line.
struct AssumptionLines {
    std::vector<AssumptionLine> own;
    std::vector<AssumptionLine> cloud;
    std::vector<AssumptionLine> api;
    std::vector<AssumptionLine> general;
};

/// All but those that a country may name: tariff, tax and carbon.
[[nodiscard]] AssumptionLines linesOf(const CostAssumptions& assumptions);

/// "19 %": up to four decimals, without trailing zeros.
[[nodiscard]] std::string percentText(double share);
/// "0.18 USD/kWh", or other units.
[[nodiscard]] std::string rateText(const MoneyRate& rate, const char* unit);

} // namespace rigwright
