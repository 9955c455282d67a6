// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/systems.h"

#include "builds/hardware.h"
#include "builds/merits.h"
#include "builds/search/ranking.h"

#include <algorithm>

namespace rigwright {

namespace {

/// What a system fails, in the order of judging.
struct SystemResult {
    std::vector<int> failures;
    double speed = 0;
    Standing standing = {};

    void add(int reason)
    {
        if (reason != Step::kNoReason) {
            failures.push_back(reason);
        }
    }
};

void addFailures(SystemResult& result, const std::vector<Step>& steps, const Machine& machine)
{
    for (const Step& step : steps) {
        if (excludes(step, verdictOf(*step.rule, machine))) {
            result.add(step.reason);
        }
    }
}

void addPlan(SystemResult& result, const Question& question, const JudgingOrder& order,
             const Machine& machine)
{
    if (!machine.system->accelerator.empty() && machine.systemAccelerator == nullptr) {
        result.add(order.speedUnknown);
        return;
    }
    const Hardware hardware = leftForModel(hardwareOf(machine));
    const MemoryPlan plan = planMemory(question.model, question.requirement.workload, hardware);
    if (!plan.fits) {
        result.add(order.memoryFit);
        return;
    }
    if (usesHost(question.model, hardware, plan) && !question.requirement.allowHostOffload) {
        result.add(order.hostOffload);
    }
    const auto speed =
        estimateSpeed(question.model, question.requirement.workload, hardware, plan, question.constants);
    if (!speed) {
        result.add(order.speedUnknown);
        return;
    }
    result.speed = rankedSpeed(question.requirement, *speed).value();
    result.standing = standingOf(question, machine, meritsOf(machine, plan, hardware));
    if (!meetsTargets(question.requirement, *speed)) {
        result.add(order.targets);
    }
}

/// The reasons of which the nearest machine is looked for among machines of parts too.
bool explains(const JudgingOrder& order, int reason)
{
    return reason >= order.memoryFit && reason != order.speedUnknown;
}

} // namespace

void exploreSystems(const Question& question, const Pool& pool, const JudgingOrder& order, Outcome& outcome)
{
    for (const Priced<CompleteSystem>& system : pool.systems) {
        Machine machine;
        machine.demands = question.demands;
        machine.system = system.part;
        machine.systemAccelerator = acceleratorOf(question.catalog, system.part->accelerator);
        Candidate candidate;
        candidate.system = system.part;
        if (machine.systemAccelerator != nullptr && system.part->acceleratorCount > 0) {
            candidate.cards = {{machine.systemAccelerator, system.part->acceleratorCount}};
        }
        candidate.price = *system.costOf(1);

        SystemResult result;
        addFailures(result, order.beforePlan, machine);
        addPlan(result, question, order, machine);
        addFailures(result, order.afterPlan, machine);
        if (candidate.price > question.requirement.budget.minorUnits()) {
            result.add(order.budget);
        }
        if (result.failures.empty()) {
            outcome.addFeasible(1);
            outcome.offer(candidate, result.speed, result.standing);
            continue;
        }
        outcome.exclude(result.failures.front(), 1);
        ExcludedParts excluded;
        excluded.system = machine.system;
        excluded.systemAccelerator = machine.systemAccelerator;
        excluded.systemPrice = candidate.price;
        outcome.examples().offer(result.failures.front(), excluded);
        if (result.failures.size() == 1 && explains(order, result.failures.front())) {
            outcome.offerNearest(result.failures.front(), candidate);
        }
    }
}

} // namespace rigwright
