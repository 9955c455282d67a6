// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"

namespace rigwright {

/// Where every figure of a comparison comes from: parts, tariff, tax, carbon, offers, exchange rates, and what was assumed.
[[nodiscard]] std::vector<CostSource> costSources(const CostComparison& comparison,
                                                  const CostCandidates& candidates);

} // namespace rigwright
