// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"
#include "costs/inputs.h"

namespace rigwright {

/// The ranges that count: the user's own where they gave one, else those suggested.
[[nodiscard]] std::vector<FactorRange> rangesFor(const CostCandidates& candidates,
                                                 const CostAssumptions& assumptions);

/// Bands around the scenarios that are compared, the earliest and latest break-even, and what each factor alone does. Factors
/// are taken as independent: their effects on a sum add up as squares.
void addSensitivity(CostComparison& comparison, const CostCandidates& candidates);

/// The scenario with this index worked out again with other factors.
[[nodiscard]] CostScenario again(const CostComparison& comparison, std::size_t index,
                                 const CostInputs& inputs);

} // namespace rigwright
