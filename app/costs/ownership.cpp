// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/ownership.h"

#include "costs/financing.h"
#include "costs/running_costs.h"

#include <algorithm>
#include <iterator>

namespace rigwright {

namespace {

/// How much of a slot the machines work.
double busyShare(const LoadSlot& slot, const CostInputs& inputs)
{
    if (!inputs.requestsKnown()) {
        // Hours in full use are what is meant, whatever is answered in them; the first slot has them.
        return &slot == &inputs.slots.front() ? 1 : 0;
    }
    if (!inputs.capacity || inputs.capacity->value() <= 0) {
        return slot.rate.value() > 0 ? 1 : 0;
    }
    return std::clamp(slot.rate / *inputs.capacity, 0.0, 1.0);
}

/// At the wall in a slot.
WattHours slotEnergy(const LoadSlot& slot, const CostInputs& inputs)
{
    const EvaluatedBuild& build = inputs.candidates.build;
    const double busy = busyShare(slot, inputs);
    const double idle = (1 - busy) * (slot.rate.value() > 0 ? 1 : inputs.assumptions.running.idleShare);
    return (build.wallPower * busy + build.idlePower * idle) * slot.inMonth.inSeconds();
}

/// By how much the facility's energy exceeds that of one machine.
double facilityFactor(const CostInputs& inputs)
{
    const double overhead = inputs.assumptions.running.powerUsageEffectiveness - 1;
    return inputs.assumptions.purchase.machines * (1 + overhead * inputs.factor(CostFactor::PowerUsage)) *
        inputs.factor(CostFactor::Power);
}

} // namespace

WattHours monthlyEnergy(const CostInputs& inputs)
{
    WattHours energy;
    for (const LoadSlot& slot : inputs.slots) {
        energy += slotEnergy(slot, inputs);
    }
    return energy * facilityFactor(inputs);
}

WattHours monthlyNightEnergy(const CostInputs& inputs)
{
    WattHours energy;
    for (const LoadSlot& slot : inputs.slots) {
        energy += slotEnergy(slot, inputs) * slot.nightShare;
    }
    return energy * facilityFactor(inputs);
}

double servedShare(const CostInputs& inputs)
{
    if (!inputs.capacity) {
        return 1;
    }
    Requests asked;
    Requests answered;
    for (const LoadSlot& slot : inputs.slots) {
        asked += slot.rate * slot.inMonth;
        answered += std::min(slot.rate, *inputs.capacity) * slot.inMonth;
    }
    return asked.value() > 0 ? answered / asked : 1;
}

CostScenario ownScenario(const CostInputs& inputs)
{
    const PurchaseTerms& purchase = inputs.assumptions.purchase;
    CostScenario scenario;
    scenario.kind = ScenarioKind::Own;
    scenario.name = (purchase.machines > 1 ? std::to_string(purchase.machines) + " × " : "") +
        inputs.candidates.build.title;
    scenario.items = purchaseItems(inputs);
    std::ranges::move(runningItems(inputs), std::back_inserter(scenario.items));
    if (const std::optional<CarbonIntensity>& intensity = inputs.assumptions.carbon) {
        scenario.carbon = monthlyEnergy(inputs) * inputs.months() * *intensity;
    }
    if (const auto& one = inputs.candidates.capacity) {
        const double times = purchase.machines * inputs.factor(CostFactor::OwnSpeed);
        scenario.capacity = {one->low * times, one->mid * times, one->high * times};
    }
    scenario.servedShare = servedShare(inputs);
    scenario.service = scenario.servedShare < 1 ? Service::Part : Service::Same;
    return scenario;
}

} // namespace rigwright
