// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/totals.h"

#include "costs/capacity.h"
#include "costs/depreciation.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

bool isNothing(const CostItem& item)
{
    return std::ranges::all_of(item.cumulative, [](const Money& sum) { return sum.minorUnits() == 0; });
}

std::vector<Money> sumOf(const CostScenario& scenario, const CostInputs& inputs)
{
    std::vector<Money> sums(static_cast<std::size_t>(inputs.months()) + 1, Money(0, inputs.currency()));
    for (const CostItem& item : scenario.items) {
        std::ranges::transform(sums, item.cumulative, sums.begin(), std::plus<>());
    }
    return sums;
}

std::vector<YearCost> yearsOf(const CostScenario& scenario, const CostInputs& inputs)
{
    std::vector<YearCost> years;
    for (int year = 1; year <= inputs.assumptions.years; ++year) {
        const Money nothing(0, inputs.currency());
        YearCost cost{year, nothing, nothing, nothing};
        for (const CostItem& item : scenario.items) {
            const auto end = static_cast<std::size_t>(year) * 12;
            Money paid = item.cumulative.at(end);
            if (year > 1) {
                paid -= item.cumulative.at(end - 12);
            }
            (isCapital(item.category) ? cost.capital : cost.operating) += paid;
        }
        years.push_back(cost);
    }
    if (scenario.kind == ScenarioKind::Own || scenario.kind == ScenarioKind::Burst) {
        const std::vector<Money> depreciation = yearlyDepreciation(inputs);
        for (std::size_t year = 0; year < years.size(); ++year) {
            years[year].depreciation = depreciation[year];
        }
    }
    return years;
}

std::optional<MoneyRate> perMillionTokens(const CostScenario& scenario, const CostInputs& inputs)
{
    if (!inputs.capacity && inputs.assumptions.use.kind == UseKind::Hours) {
        return std::nullopt;
    }
    const double tokens = requestsPerMonth(inputs.slots).value() * inputs.months() *
        outputTokensOf(inputs.candidates.workload) * scenario.servedShare;
    const double micros = scenario.total.toDouble() * 1e6 / (tokens / 1e6);
    // A rate beyond this, or of no tokens at all, says nothing.
    if (!(std::abs(micros) < 1e18)) {
        return std::nullopt;
    }
    return MoneyRate(std::llround(micros), scenario.total.currency());
}

} // namespace

Money presentValue(const std::vector<Money>& cumulative, double yearlyRate)
{
    double value = cumulative.front().toDouble();
    for (std::size_t month = 1; month < cumulative.size(); ++month) {
        const Money paid = cumulative[month] - cumulative[month - 1];
        value += paid.toDouble() * std::pow(1 + yearlyRate, -static_cast<double>(month) / 12);
    }
    return Money::rounded(value, cumulative.front().currency());
}

void finish(CostScenario& scenario, const CostInputs& inputs)
{
    std::erase_if(scenario.items, isNothing);
    scenario.cumulative = sumOf(scenario, inputs);
    scenario.total = scenario.cumulative.back();
    scenario.years = yearsOf(scenario, inputs);
    scenario.presentValue = presentValue(scenario.cumulative, inputs.assumptions.discountRate);
    scenario.perMillionTokens = perMillionTokens(scenario, inputs);
}

} // namespace rigwright
