// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/cost_answer.h"

#include <iosfwd>

// What a person reads of a comparison of costs.
namespace rigwright {

/// How much of it is shown.
struct CostReportScope {
    bool all = false;     ///< every offer
    bool sources = false; ///< where each figure comes from
};

void printCosts(std::ostream& out, const CostAnswer& answer, const CostReportScope& scope);
/// Several side by side, and what they assume differently.
void printCostCases(std::ostream& out, const std::vector<CostAnswer>& answers);

} // namespace rigwright
