// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"
#include "costs/inputs.h"

namespace rigwright {

/// Bands around the scenarios that are compared, the earliest and latest break-even, and what each factor alone does. Factors
/// are taken as independent: their effects on a sum add up as squares. Where own machines answer less of the requests than in
/// the middle, as many more of them are counted as do the same. Nothing is added where an amount would be too large.
void addSensitivity(CostComparison& comparison, const CostCandidates& candidates);

/// The scenario with this index worked out again with other factors or another use, finished. Empty: such instances can't do
/// the work.
[[nodiscard]] std::optional<CostScenario> again(const CostComparison& comparison, std::size_t index,
                                                const CostInputs& inputs);

} // namespace rigwright
