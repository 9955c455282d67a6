// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/sensitivity.h"

#include "costs/hosted_scenario.h"
#include "costs/ownership.h"
#include "costs/rented.h"
#include "costs/totals.h"

namespace rigwright {

CostScenario again(const CostComparison& comparison, std::size_t index, const CostInputs& inputs)
{
    const CostScenario& first = comparison.scenarios.at(index);
    CostScenario scenario = first;
    switch (first.kind) {
    case ScenarioKind::Own: scenario = ownScenario(inputs); break;
    case ScenarioKind::Cloud:
        scenario = rentedScenario(inputs, inputs.candidates.rentals.at(first.candidate), first.terms)
                       .value_or(first);
        break;
    case ScenarioKind::Api:
        scenario = hostedScenario(inputs, inputs.candidates.hosted.at(first.candidate));
        break;
    case ScenarioKind::Burst: break;
    }
    finish(scenario, inputs);
    return scenario;
}

std::vector<FactorRange> suggestedRanges(const CostCandidates& /*candidates*/,
                                         const CostAssumptions& /*assumptions*/)
{
    return {};
}

std::vector<FactorRange> rangesFor(const CostCandidates& candidates, const CostAssumptions& assumptions)
{
    return suggestedRanges(candidates, assumptions);
}

void addSensitivity(CostComparison& /*comparison*/, const CostCandidates& /*candidates*/) { }

} // namespace rigwright
