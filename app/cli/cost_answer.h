// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"

#include <string>
#include <vector>

namespace rigwright {

/// One comparison, and what it began with.
struct CostAnswer {
    std::string caseName; ///< empty: of no case
    CostComparison comparison;
    std::vector<FactorRange> ranges; ///< that count, the user's own and those suggested
};

} // namespace rigwright
