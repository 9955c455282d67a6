// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"
#include "ui/plot_view.h"

#include <QString>

#include <vector>

// Words and labels that the charts of costs, their tables and the report have in common.
namespace rigwright {

/// "13 months", "less than a month"
[[nodiscard]] QString monthsText(double months);
/// "13 months (11–16)", "13 months (from 11, perhaps never)"; empty: there is no break-even.
[[nodiscard]] QString breakEvenText(const BreakEven& breakEven);
/// Per million tokens: "$1.71", "$0.275", "$320".
[[nodiscard]] QString perMillionText(const MoneyRate& rate);
/// "31 %", "4.5 %" below 10 %
[[nodiscard]] QString shareText(double share);
/// "+$1,200", "−$300", "$0": of an advantage, where a missing sign would be read as a price.
[[nodiscard]] QString signedMoneyText(const Money& amount);
/// The same in few characters from ten thousand on: "+$11k", "−$1.2M", "+¥3.4万".
[[nodiscard]] QString shortSignedMoneyText(const Money& amount);
/// Round amounts of money at the steps of an axis: "−$500", "$0", "$2,000".
[[nodiscard]] std::vector<AxisLabel> moneyLabels(const AxisRange& range, const Currency& currency,
                                                 bool withSign = false);
/// What a factor is called: "use", "price of the machine".
[[nodiscard]] QString costFactorText(CostFactor factor);
/// "as assumed", "−20 %", "+50 %": by how much a factor differs from what is assumed.
[[nodiscard]] QString multipleText(double multiple);

} // namespace rigwright
