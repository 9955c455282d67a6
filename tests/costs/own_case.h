// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/costs_fixture.h"
#include "costs/ownership.h"
#include "costs/totals.h"

#include <algorithm>

namespace rigwright {

/// Owning the machine of 3,000 dollars alone, with what a test changes: three years, two fifths of the time in use, 30 cents per
/// kWh. That is 260 W on average, 189.8 kWh and 56.94 dollars a month.
struct OwnCase {
    CostCandidates candidates = candidatesAsFast(catalogOf({})).value();
    CostAssumptions given = assumptions();
    FactorSettings factors = {};

    [[nodiscard]] CostInputs inputs() const { return costInputs(candidates, given, factors); }

    [[nodiscard]] CostScenario scenario() const
    {
        const CostInputs all = inputs();
        CostScenario own = ownScenario(all);
        finish(own, all);
        return own;
    }

    /// What has been paid for something by the end of a month; nothing where it is no item of the scenario.
    [[nodiscard]] Money paid(CostCategory category, int month) const
    {
        const CostScenario own = scenario();
        const auto item = std::ranges::find(own.items, category, &CostItem::category);
        return item == own.items.end() ? Money(0, candidates.currency)
                                       : item->cumulative.at(static_cast<std::size_t>(month));
    }
};

} // namespace rigwright
