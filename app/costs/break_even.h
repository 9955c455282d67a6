// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"

namespace rigwright {

/// The first time at which `own` is no more than `other`, straight between months; nothing when it never is.
[[nodiscard]] std::optional<Months> firstCrossing(const std::vector<Money>& own,
                                                  const std::vector<Money>& other);

/// Fills in what a comparison with all its scenarios says of break-even, or why there is none.
void findBreakEven(CostComparison& comparison);

} // namespace rigwright
