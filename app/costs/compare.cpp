// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/compare.h"

#include "costs/break_even.h"
#include "costs/capacity.h"
#include "costs/cash_flow.h"
#include "costs/cost_sources.h"
#include "costs/hosted_scenario.h"
#include "costs/ownership.h"
#include "costs/rented_scenarios.h"
#include "costs/sensitivity.h"
#include "costs/totals.h"
#include "costs/utilization_curve.h"
#include "units/format.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <stdexcept>

namespace rigwright {

namespace {

void addIncompletePrice(std::vector<Finding>& findings, const EvaluatedBuild& build)
{
    const auto unpriced =
        std::ranges::count_if(build.lines, [](const PricedLine& line) { return !line.offer; });
    if (unpriced > 0) {
        findings.push_back(
            {"own-price-incomplete",
             Severity::Warning,
             RIGWRIGHT_TEXT("Finding",
                            "Parts of the machine without a price: {count}. Owning costs more, "
                            "and pays later, than this comparison shows."),
             {{"count", std::to_string(unpriced)}}});
    }
}

/// What the machine's own findings say of its prices holds for the comparison as well.
void addOwnPrices(std::vector<Finding>& findings, const EvaluatedBuild& build)
{
    for (const char* id : {"prices-old", "quote-expired", "prices-unverified"}) {
        std::ranges::copy_if(build.findings, std::back_inserter(findings),
                             [id](const Finding& finding) { return finding.id == id; });
    }
}

void addCloudPrices(std::vector<Finding>& findings, const std::vector<CostScenario>& scenarios,
                    const PricePolicy& policy)
{
    const auto isCloud = [](const CostScenario& scenario) { return scenario.offer.has_value(); };
    const auto isOld = [&](const CostScenario& scenario) {
        return isCloud(scenario) && scenario.standing.old;
    };
    const auto old = std::ranges::count_if(scenarios, isOld);
    if (old == 0) {
        return;
    }
    const auto age = [](const CostScenario& scenario) {
        return scenario.offer ? scenario.standing.ageDays : std::numeric_limits<int>::min();
    };
    const auto oldest = std::ranges::max_element(scenarios, {}, age);
    findings.push_back(
        {"cloud-prices-old",
         Severity::Warning,
         RIGWRIGHT_TEXT("Finding",
                        "Cloud prices older than {limit} days: {old} of {priced}. The oldest, of "
                        "{offer}, is {age} days old."),
         {{"limit", formatCount(policy.oldAfterDays)},
          {"old", formatCount(old)},
          {"priced", formatCount(std::ranges::count_if(scenarios, isCloud))},
          {"offer", oldest->name},
          {"age", formatCount(oldest->standing.ageDays)}}});
}

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

CostComparison workedOut(const CostInputs& inputs)
{
    const CostCandidates& candidates = inputs.candidates;
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
    for (const CostItem& item : comparison.scenarios.front().items) {
        if (item.category == CostCategory::Electricity) {
            comparison.monthlyElectricity = item.cumulative.at(1);
        }
    }
    findBreakEven(comparison);
    addSensitivity(comparison, candidates);
    comparison.curve = utilizationCurve(comparison, candidates);
    comparison.sources = costSources(comparison, candidates);
    addIncompletePrice(comparison.findings, candidates.build);
    addOwnPrices(comparison.findings, candidates.build);
    addCloudPrices(comparison.findings, comparison.scenarios, candidates.pricePolicy);
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
