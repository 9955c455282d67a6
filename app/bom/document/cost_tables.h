// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document/sections.h"

#include <vector>

namespace rigwright {

/// A scenario that is drawn beside the others.
struct ComparedScenario {
    const CostScenario* scenario = nullptr;
    const char* key; ///< of its column: "own", "cloud", "api", "burst"
    std::uint32_t rgb = 0;
};

/// Owning, the offers that it is compared with, and what carries the peaks.
[[nodiscard]] std::vector<ComparedScenario> comparedScenarios(const CostComparison& costs);

/// Owning, the offers that it is compared with, and of each kind the cheapest that do the same work; in the comparison's order.
[[nodiscard]] std::vector<const CostScenario*> shownScenarios(const CostComparison& costs);

/// These with their totals, and by what rule how many others are left out.
void addScenarios(DocumentSection& section, const SectionInput& input);
/// What is paid year by year.
void addYears(DocumentSection& section, const SectionInput& input);
/// Every scenario with its total.
void addAllScenarios(DocumentSection& section, const SectionInput& input);
/// What has been paid by the end of each month: a chart over the table of addMonths.
void addMonthChart(DocumentSection& section, const SectionInput& input);
void addMonths(DocumentSection& section, const SectionInput& input);
/// The cost of a million tokens over how much the machine is used: a chart over the table of addUtilization.
void addUtilizationChart(DocumentSection& section, const SectionInput& input);
void addUtilization(DocumentSection& section, const SectionInput& input);
/// What each factor alone does to the advantage of owning.
void addSensitivity(DocumentSection& section, const SectionInput& input);

} // namespace rigwright
