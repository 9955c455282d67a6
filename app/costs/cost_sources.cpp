// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/cost_sources.h"

namespace rigwright {

std::vector<CostSource> costSources(const CostComparison& /*comparison*/,
                                    const CostCandidates& /*candidates*/)
{
    return {};
}

} // namespace rigwright
