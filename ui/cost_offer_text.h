// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/scenario.h"

#include <QString>

// What the table of offers says of one.
namespace rigwright {

/// "2 × A100", and plain "A100" for one.
[[nodiscard]] QString countedText(int count, const std::string& name);
/// "160–210", requests an hour that all instances together answer; empty: unknown.
[[nodiscard]] QString requestsText(const CostScenario& scenario);
/// "1,240 kg"
[[nodiscard]] QString carbonText(const KilogramsCo2e& carbon);
/// "list price, 2026-07-01, 4 months old"; empty: it is not an offer.
[[nodiscard]] QString priceText(const CostScenario& scenario);
/// Where the price is from, and of which model and region it is.
[[nodiscard]] QString priceTip(const CostScenario& scenario);
/// Why a scenario is not compared, or does less; empty: it does the same.
[[nodiscard]] QString serviceReason(const CostScenario& scenario);
/// Why hosted requests are answered by another model; empty: it is the same one.
[[nodiscard]] QString matchText(const CostScenario& scenario);

} // namespace rigwright
