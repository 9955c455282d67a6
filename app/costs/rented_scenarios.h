// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/inputs.h"
#include "costs/scenario.h"

#include <vector>

namespace rigwright {

struct RentedScenarios {
    /// Of each provider's instances, pricing and terms the region that costs least, among those that the assumptions allow:
    /// finished, those that serve the same before those whose speed is unknown, each by their total.
    std::vector<CostScenario> scenarios;
    /// Offers that are left out, those that no candidate came of included.
    RentalExclusions excluded;
};

[[nodiscard]] RentedScenarios rentedScenarios(const CostInputs& inputs);

/// The own machines, finished as `own`, with the on-demand instances that carry the rest for the least. Empty: they carry all,
/// or nothing known does.
[[nodiscard]] std::optional<CostScenario> cheapestBurst(const CostInputs& inputs, const CostScenario& own);

/// Whether `a` is listed before `b`: the service decides, then the total, then the price per hour, because every total is zero
/// where nothing is used.
[[nodiscard]] bool isListedBefore(const CostScenario& a, const CostScenario& b);

} // namespace rigwright
