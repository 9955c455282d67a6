// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"

namespace rigwright {

/// Cost per million tokens over the use of the own machines, with the crossings.
[[nodiscard]] UtilizationCurve utilizationCurve(const CostComparison& comparison,
                                                const CostCandidates& candidates);

} // namespace rigwright
