// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"

#include <optional>
#include <string>
#include <vector>

// Figures and sentences of a comparison of costs, as a person reads them.
namespace rigwright {

/// "40 %", "12.5 %"
[[nodiscard]] std::string shareText(double share);
/// "1.25", "0.899"; a dash where there is none.
[[nodiscard]] std::string ratePhrase(const std::optional<MoneyRate>& rate);
/// "14.3 months", with the range where there is one; "never" where there is none.
[[nodiscard]] std::string breakEvenText(const BreakEven& breakEven);
/// Whether buying pays, when, against what; or why it doesn't. `what`: "the cloud", "a hosted API".
[[nodiscard]] std::string verdictText(const CostComparison& comparison, const BreakEven& breakEven,
                                      const std::string& what);
/// "earns $1,234.00 of today's money, 12.3 % a year, …"
[[nodiscard]] std::string earnedText(const PurchaseReturn& earned);
/// How much there is to do.
[[nodiscard]] std::string trafficText(const CostComparison& comparison);
/// Every assumption, by what it is about.
[[nodiscard]] std::vector<std::string> assumptionLines(const CostAssumptions& assumptions);
/// Where a scenario's price comes from.
[[nodiscard]] std::string priceOrigin(const CostScenario& scenario);

} // namespace rigwright
