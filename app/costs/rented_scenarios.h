// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/inputs.h"
#include "costs/scenario.h"

#include <vector>

namespace rigwright {

/// Of each provider's instances, pricing and terms the region that costs least, among those that the assumptions allow: finished,
/// those that serve the same before those whose speed is unknown, each by their total.
[[nodiscard]] std::vector<CostScenario> rentedScenarios(const CostInputs& inputs);

/// Whether `a` is listed before `b`: the service decides, then the total, then the price per hour, because every total is zero
/// where nothing is used.
[[nodiscard]] bool isListedBefore(const CostScenario& a, const CostScenario& b);

} // namespace rigwright
