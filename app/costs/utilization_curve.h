// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"

namespace rigwright {

/// Cost per million output tokens over the use of the own machines: the requests of the present use, scaled in each of its hours
/// until they come to that share of what the machines answer in all hours of a month. The present use is among the points, unless
/// it asks for more than that.
///
/// Beyond the share at which their busiest hour is full the machines answer a part. Their line then is of the tokens that they
/// serve, and the others' of all; nothing is said to be cheaper there, because it does not do the same. A crossing is where
/// owning becomes the cheaper one for good, as far as both do the work, to a thousandth of itself; the first point where owning
/// is so throughout.
[[nodiscard]] UtilizationCurve utilizationCurve(const CostComparison& comparison,
                                                const CostCandidates& candidates);

} // namespace rigwright
