// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/compare.h"

#include "costs/break_even.h"
#include "costs/capacity.h"
#include "costs/cash_flow.h"
#include "costs/cost_findings.h"
#include "costs/cost_sources.h"
#include "costs/hosted_scenario.h"
#include "costs/ownership.h"
#include "costs/rented_scenarios.h"
#include "costs/sensitivity.h"
#include "costs/totals.h"
#include "costs/utilization_curve.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace rigwright {

namespace {

TrafficFigures trafficOf(const CostInputs& inputs)
{
    const Workload& workload = inputs.candidates.workload;
    TrafficFigures traffic;
    traffic.requests = requestsPerMonth(inputs.slots);
    traffic.input = Tokens(traffic.requests.value() * promptTokensOf(workload));
    traffic.cachedInput = traffic.input * inputs.assumptions.use.cachedShare;
    traffic.output = Tokens(traffic.requests.value() * outputTokensOf(workload));
    traffic.peak = peakOf(inputs.slots);
    if (inputs.capacity) {
        traffic.utilization = std::min(1.0, traffic.requests / (*inputs.capacity * Hours(kHoursPerMonth)));
    }
    return traffic;
}

/// In the first month.
Money electricityOf(const CostScenario& own)
{
    const auto item = std::ranges::find(own.items, CostCategory::Electricity, &CostItem::category);
    return item == own.items.end() ? Money(0, own.total.currency()) : item->cumulative.at(1);
}

/// Of every amount that the assumptions name; nothing is nothing in any currency.
Expected<void> checkCurrencies(const CostInputs& inputs)
{
    const PurchaseTerms& purchase = inputs.assumptions.purchase;
    const RunningTerms& running = inputs.assumptions.running;
    const CloudTerms& cloud = inputs.assumptions.cloud;
    std::vector<Currency> currencies;
    for (const Money& amount : {purchase.shipping, purchase.installation, running.roomPerMonth,
                                running.softwarePerGpuYear, running.staffPerYear}) {
        if (amount.minorUnits() != 0) {
            currencies.push_back(amount.currency());
        }
    }
    for (const MoneyRate& rate : {running.electricity, running.nightElectricity.value_or(running.electricity),
                                  cloud.storagePerGbMonth, cloud.egressPerGb}) {
        if (rate.micros() != 0) {
            currencies.push_back(rate.currency());
        }
    }
    for (const Currency currency : currencies) {
        if (auto known = exchangeFactor(inputs.candidates.rates, currency, inputs.currency()); !known) {
            return tl::unexpected(known.error());
        }
    }
    return {};
}

/// All scenarios with their break-even: what everything else is said of.
CostComparison scenariosOf(const CostInputs& inputs)
{
    CostComparison comparison;
    comparison.assumptions = inputs.assumptions;
    comparison.traffic = trafficOf(inputs);
    comparison.scenarios.push_back(ownScenario(inputs));
    finish(comparison.scenarios.back(), inputs);
    if (auto burst = cheapestBurst(inputs, comparison.scenarios.front())) {
        comparison.scenarios.push_back(*std::move(burst));
    }
    RentedScenarios rented = rentedScenarios(inputs);
    comparison.excluded = rented.excluded;
    std::ranges::move(rented.scenarios, std::back_inserter(comparison.scenarios));
    std::ranges::move(hostedScenarios(inputs), std::back_inserter(comparison.scenarios));
    findBreakEven(comparison, inputs.candidates);
    return comparison;
}

CostComparison workedOut(const CostInputs& inputs)
{
    const CostCandidates& candidates = inputs.candidates;
    CostComparison comparison = scenariosOf(inputs);
    comparison.monthlyElectricity = electricityOf(comparison.scenarios.front());
    addSensitivity(comparison, candidates);
    comparison.curve = utilizationCurve(comparison, candidates);
    comparison.sources = costSources(comparison, candidates);
    comparison.findings = costFindings(comparison, candidates);
    return comparison;
}

} // namespace

Expected<CostComparison> compareCosts(const CostCandidates& candidates, const CostAssumptions& assumptions)
{
    if (const Expected<void> valid = check(assumptions); !valid) {
        return tl::unexpected(valid.error());
    }
    const CostInputs inputs = costInputs(candidates, assumptions);
    if (const Expected<void> known = checkCurrencies(inputs); !known) {
        return tl::unexpected(known.error());
    }
    // Prices of parts and offers have no upper end, and requests of millions of users can take any number of instances.
    try {
        return workedOut(inputs);
    } catch (const std::overflow_error&) {
        return fail("the costs are too large to be added up");
    }
}

} // namespace rigwright
