// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/break_even.h"

#include "units/format.h"

#include <algorithm>

namespace rigwright {

namespace {

std::optional<std::size_t> cheapestOnDemand(const std::vector<CostScenario>& scenarios)
{
    const auto found = std::ranges::find_if(scenarios, [](const CostScenario& scenario) {
        return scenario.offer && scenario.offer->pricing == PricingModel::OnDemand;
    });
    return found == scenarios.end() ? std::nullopt
                                    : std::optional(static_cast<std::size_t>(found - scenarios.begin()));
}

void explain(CostComparison& comparison, const CostScenario& own, const CostScenario& cloud)
{
    const Money cloudMonth = cloud.cumulative.at(1);
    if (cloudMonth.minorUnits() == 0) {
        comparison.noBreakEvenReason =
            RIGWRIGHT_TEXT("Costs", "unused, the cloud costs nothing, and buying costs {own}");
    } else if (comparison.monthlyElectricity >= cloudMonth) {
        comparison.noBreakEvenReason =
            RIGWRIGHT_TEXT("Costs",
                           "the electricity of the own machine alone, {electricity} a month, costs as "
                           "much as {name}, {cloud_month} a month");
    } else {
        comparison.noBreakEvenReason =
            RIGWRIGHT_TEXT("Costs", "within {years} years {name} costs {cloud}, and buying costs {own}");
    }
    comparison.noBreakEvenEvidence = {
        {"years", std::to_string(comparison.assumptions.years)},
        {"name", cloud.name},
        {"cloud", formatMoney(cloud.total)},
        {"own", formatMoney(own.total)},
        {"cloud_month", formatMoney(cloudMonth)},
        {"electricity", formatMoney(comparison.monthlyElectricity)},
    };
}

} // namespace

std::optional<double> firstCrossing(const std::vector<Money>& own, const std::vector<Money>& cloud)
{
    for (std::size_t month = 0; month < std::min(own.size(), cloud.size()); ++month) {
        if (own[month] > cloud[month]) {
            continue;
        }
        if (month == 0) {
            return 0.0;
        }
        const double before = (own[month - 1] - cloud[month - 1]).toDouble();
        const double after = (own[month] - cloud[month]).toDouble();
        return static_cast<double>(month - 1) + before / (before - after);
    }
    return std::nullopt;
}

void findBreakEven(CostComparison& comparison)
{
    comparison.breakEvenAgainst = cheapestOnDemand(comparison.scenarios);
    if (!comparison.breakEvenAgainst) {
        comparison.noBreakEvenReason =
            RIGWRIGHT_TEXT("Costs", "the catalog has no on-demand cloud offer that holds this model");
        return;
    }
    const CostScenario& own = comparison.scenarios.front();
    const CostScenario& cloud = comparison.scenarios[*comparison.breakEvenAgainst];
    if (own.cumulative.front().minorUnits() == 0) {
        comparison.noBreakEvenReason = RIGWRIGHT_TEXT("Costs", "the price of the machine is unknown");
        return;
    }
    comparison.breakEvenMonths = firstCrossing(own.cumulative, cloud.cumulative);
    if (!comparison.breakEvenMonths) {
        explain(comparison, own, cloud);
    }
}

} // namespace rigwright
