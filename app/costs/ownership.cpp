// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/ownership.h"

#include "costs/cash_flow.h"

#include <algorithm>

namespace rigwright {

namespace {

/// How much of a slot the machines work.
double busyShare(const LoadSlot& slot, const CostInputs& inputs)
{
    if (!inputs.capacity || inputs.capacity->value() <= 0) {
        return slot.rate.value() > 0 ? 1 : 0;
    }
    return std::clamp(slot.rate / *inputs.capacity, 0.0, 1.0);
}

} // namespace

WattHours monthlyEnergy(const CostInputs& inputs)
{
    const EvaluatedBuild& build = inputs.candidates.build;
    const RunningTerms& running = inputs.assumptions.running;
    WattHours energy;
    for (const LoadSlot& slot : inputs.slots) {
        const double busy = busyShare(slot, inputs);
        const double idle = (1 - busy) * (slot.rate.value() > 0 ? 1 : running.idleShare);
        energy += (build.wallPower * busy + build.idlePower * idle) * slot.inMonth.inSeconds();
    }
    const double facility = 1 + (running.powerUsageEffectiveness - 1) * inputs.factor(CostFactor::PowerUsage);
    return energy * (inputs.assumptions.purchase.machines * facility * inputs.factor(CostFactor::Power));
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
    const Money hardware =
        (inputs.candidates.price * purchase.machines).scaled(inputs.factor(CostFactor::HardwarePrice));
    scenario.items.push_back(oneOffItem(CostCategory::Hardware, hardware, inputs.months()));
    const MoneyRate& tariff = inputs.assumptions.running.electricity;
    const double exchange =
        exchangeFactor(inputs.candidates.rates, tariff.currency(), inputs.currency()).value_or(1);
    scenario.items.push_back(
        monthlyItem(CostCategory::Electricity,
                    {tariff, monthlyEnergy(inputs).inKilo() * inputs.factor(CostFactor::Electricity),
                     exchange, inputs.currency(), inputs.assumptions.running.electricityChange},
                    inputs.months()));
    scenario.servedShare = servedShare(inputs);
    scenario.service = scenario.servedShare < 1 ? Service::Part : Service::Same;
    return scenario;
}

} // namespace rigwright
