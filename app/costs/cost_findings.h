// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"

namespace rigwright {

/// What makes a comparison weaker than it looks: prices, speeds and offers that are not what one would want them to be.
[[nodiscard]] std::vector<Finding> costFindings(const CostComparison& comparison,
                                                const CostCandidates& candidates);

} // namespace rigwright
