// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/hosted_scenario.h"

#include "costs/capacity.h"
#include "costs/cash_flow.h"
#include "costs/rented_scenarios.h"
#include "costs/totals.h"

#include <algorithm>

namespace rigwright {

CostScenario hostedScenario(const CostInputs& inputs, const HostedModel& hosted)
{
    const ApiOffer& offer = hosted.offer;
    const ApiTerms& terms = inputs.assumptions.api;
    const double millions = requestsPerMonth(inputs.slots).value() / 1e6;
    const double input = millions * promptTokensOf(inputs.candidates.workload);
    const double cached = input * inputs.assumptions.use.cachedShare;
    const double output = millions * outputTokensOf(inputs.candidates.workload);
    const double factor = inputs.factor(CostFactor::ApiPrice) * (1 - terms.batchDiscount);
    CostScenario scenario;
    scenario.kind = ScenarioKind::Api;
    scenario.name = offer.provider + " " + offer.providerModel;
    const auto add = [&](CostCategory category, const MoneyRate& price, double units) {
        scenario.items.push_back(monthlyItem(
            category, {price, units * factor, hosted.exchange, inputs.currency(), terms.priceChange},
            inputs.months()));
    };
    add(CostCategory::ApiInput, offer.input, input - cached);
    add(CostCategory::ApiCachedInput, offer.cachedInput.value_or(offer.input), cached);
    add(CostCategory::ApiOutput, offer.output, output);
    scenario.standing = hosted.standing;
    scenario.hosted = hosted;
    return scenario;
}

std::vector<CostScenario> hostedScenarios(const CostInputs& inputs)
{
    std::vector<CostScenario> scenarios;
    if (!inputs.requestsKnown() || isTraining(inputs.candidates.workload.kind)) {
        return scenarios;
    }
    const std::vector<HostedModel>& hosted = inputs.candidates.hosted;
    for (std::size_t index = 0; index < hosted.size(); ++index) {
        if (hosted[index].offer.aggregator && !inputs.assumptions.api.aggregators) {
            continue;
        }
        scenarios.push_back(hostedScenario(inputs, hosted[index]));
        scenarios.back().candidate = index;
        finish(scenarios.back(), inputs);
    }
    std::ranges::sort(scenarios, isListedBefore);
    return scenarios;
}

} // namespace rigwright
