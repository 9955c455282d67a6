// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"

namespace rigwright {

/// From when on `own` stays no more than `other` to the last month, straight between months; nothing when it is more at the
/// end. Who is cheaper at first and dearer at the end has not broken even, and after a replacement it counts when that is made
/// up for as well. Where `own` itself falls within the month (the machine is sold), the crossing is at that month's end.
/// `deviation`: what own costs beyond `own`, by month; empty: nothing.
[[nodiscard]] std::optional<Months> lastingCrossing(const std::vector<Money>& own,
                                                    const std::vector<Money>& other,
                                                    const std::vector<Money>& deviation = {});

/// Whether owning can be compared with anything: the price and the speed of the machine are known, and it carries the work.
[[nodiscard]] bool isComparable(const CostComparison& comparison, const CostCandidates& candidates);

/// Fills in what a comparison with all its scenarios says of break-even, or why there is none.
void findBreakEven(CostComparison& comparison, const CostCandidates& candidates);

} // namespace rigwright
