// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/inputs.h"
#include "costs/scenario.h"

namespace rigwright {

/// Everything of a scenario that follows from its items: what has been paid by the month, total, years, present value, and cost
/// per million output tokens of the requests that it serves. Drops items that are nothing throughout.
void finish(CostScenario& scenario, const CostInputs& inputs);

/// Today's worth of payments: each month's over (1 + yearly rate)^(month / 12), rounded once.
[[nodiscard]] Money presentValue(const std::vector<Money>& cumulative, double yearlyRate);

} // namespace rigwright
