// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"

namespace rigwright {

/// What is honestly known of how far each factor may be off, from the kinds of the prices, the ranges of the speeds and whether
/// anybody verified the tariff; with the reason of each. Factors of which nothing is assumed are left out.
[[nodiscard]] std::vector<FactorRange> suggestedRanges(const CostComparison& comparison,
                                                       const CostCandidates& candidates);

/// The ranges that count: the user's own where they gave one, else those suggested.
[[nodiscard]] std::vector<FactorRange> rangesFor(const CostComparison& comparison,
                                                 const CostCandidates& candidates);

} // namespace rigwright
