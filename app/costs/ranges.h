// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"

namespace rigwright {

/// What suggestedRanges says where the scenarios and what owning is compared with are known already.
[[nodiscard]] std::vector<FactorRange> suggestedRanges(const CostComparison& comparison,
                                                       const CostCandidates& candidates);

/// The ranges that count: the user's own where they gave one, else those suggested.
[[nodiscard]] std::vector<FactorRange> rangesFor(const CostComparison& comparison,
                                                 const CostCandidates& candidates);

} // namespace rigwright
