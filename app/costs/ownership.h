// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/inputs.h"
#include "costs/scenario.h"

namespace rigwright {

/// What the own machines cost by the month: purchase with tax, shipping and spares, or its loan or lease, and electricity and
/// the rest of running them, and what their electricity emits (making them emitted more, which nobody states). The totals are
/// left to `finish`.
[[nodiscard]] CostScenario ownScenario(const CostInputs& inputs);

/// At the wall, of all own machines, in the first month: under load for the share of each slot that their requests take, idle
/// else.
[[nodiscard]] WattHours monthlyEnergy(const CostInputs& inputs);

/// What of it is taken between 22 and 6 o'clock.
[[nodiscard]] WattHours monthlyNightEnergy(const CostInputs& inputs);

/// What of the requests the own machines answer: all that come in hours that bring no more than they can, and their capacity
/// in the others. 0 to 1; 1 where nothing is asked.
[[nodiscard]] double servedShare(const CostInputs& inputs);

} // namespace rigwright
