// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/break_even.h"

#include "units/format.h"

#include <algorithm>

namespace rigwright {

namespace {

std::optional<std::size_t> cheapest(const std::vector<CostScenario>& scenarios,
                                    bool (*counts)(const CostScenario&))
{
    std::optional<std::size_t> best;
    for (std::size_t index = 0; index < scenarios.size(); ++index) {
        if (counts(scenarios[index]) && (!best || scenarios[index].total < scenarios[*best].total)) {
            best = index;
        }
    }
    return best;
}

bool isSameOnDemand(const CostScenario& scenario)
{
    return scenario.kind == ScenarioKind::Cloud && scenario.service == Service::Same &&
        scenario.terms == RentalTerms::AsOffered && scenario.offer->pricing == PricingModel::OnDemand;
}

bool isHosted(const CostScenario& scenario)
{
    return scenario.kind == ScenarioKind::Api;
}

void explain(BreakEven& result, const CostComparison& comparison, const CostScenario& own,
             const CostScenario& other)
{
    const Money otherMonth = other.cumulative.at(1) - other.cumulative.at(0);
    const Money ownMonth = own.cumulative.at(1) - own.cumulative.at(0);
    if (otherMonth.minorUnits() == 0) {
        result.noneReason = RIGWRIGHT_TEXT("Costs", "unused, {name} costs nothing, and buying costs {own}");
    } else if (ownMonth >= otherMonth) {
        result.noneReason =
            RIGWRIGHT_TEXT("Costs",
                           "running the own machine alone, {own_month} a month, costs as much as {name}, "
                           "{other_month} a month");
    } else {
        result.noneReason =
            RIGWRIGHT_TEXT("Costs", "within {months} months {name} costs {other}, and buying costs {own}");
    }
    result.noneEvidence = {
        {"months", std::to_string(comparison.assumptions.years * 12)},
        {"name", other.name},
        {"other", formatMoney(other.total)},
        {"own", formatMoney(own.total)},
        {"other_month", formatMoney(otherMonth)},
        {"own_month", formatMoney(ownMonth)},
    };
}

BreakEven against(const CostComparison& comparison, std::optional<std::size_t> index, const char* ifNone)
{
    BreakEven result;
    result.against = index;
    const CostScenario& own = comparison.scenarios.front();
    if (!index) {
        result.noneReason = ifNone;
    } else if (own.cumulative.front().minorUnits() == 0) {
        result.noneReason = RIGWRIGHT_TEXT("Costs", "the price of the machine is unknown");
    } else {
        const CostScenario& other = comparison.scenarios[*index];
        result.months = firstCrossing(own.cumulative, other.cumulative);
        if (!result.months) {
            explain(result, comparison, own, other);
        }
    }
    return result;
}

} // namespace

std::optional<Months> firstCrossing(const std::vector<Money>& own, const std::vector<Money>& other)
{
    for (std::size_t month = 0; month < std::min(own.size(), other.size()); ++month) {
        if (own[month] > other[month]) {
            continue;
        }
        if (month == 0) {
            return Months(0);
        }
        const double before = (own[month - 1] - other[month - 1]).toDouble();
        const double after = (own[month] - other[month]).toDouble();
        return Months(static_cast<double>(month - 1) + before / (before - after));
    }
    return std::nullopt;
}

void findBreakEven(CostComparison& comparison)
{
    comparison.breakEven = against(
        comparison, cheapest(comparison.scenarios, isSameOnDemand),
        RIGWRIGHT_TEXT("Costs", "the catalog has no on-demand cloud offer that is known to do the same"));
    comparison.apiBreakEven =
        against(comparison, cheapest(comparison.scenarios, isHosted),
                RIGWRIGHT_TEXT("Costs", "the catalog has no hosted API for this model or one like it"));
}

} // namespace rigwright
