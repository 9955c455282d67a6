// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"

namespace rigwright {

/// Where every figure of a comparison comes from, in the order in which one reads it: the own machine (parts, power, speed,
/// tariff, tax and what was assumed), the cloud (the compared offer, then the others that are shown), hosted APIs likewise, and
/// what holds for all (use, years, carbon, ranges, exchange rates). What is assumed and nothing comes of is left out. A
/// suggested range has its reason for a source.
[[nodiscard]] std::vector<CostSource> costSources(const CostComparison& comparison,
                                                  const CostCandidates& candidates);

} // namespace rigwright
