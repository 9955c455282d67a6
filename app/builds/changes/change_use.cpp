// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/changes/change_use.h"

#include "builds/hardware.h"
#include "builds/rules/rules.h"

namespace rigwright {

namespace {

template <class Part>
void addTo(std::vector<std::pair<const void*, int>>& key, const std::vector<Used<Part>>& used)
{
    for (const Used<Part>& each : used) {
        key.emplace_back(each.part, each.quantity);
    }
    key.emplace_back(nullptr, 0);
}

bool asksForSpeed(const Requirement& requirement)
{
    return requirement.minDecode || requirement.workload.maxTimeToFirstToken ||
        requirement.workload.maxTimePerOutputToken;
}

} // namespace

Expected<std::unique_ptr<ChangedUse>> ChangedUse::of(const Catalog& catalog, const Requirement& requirement,
                                                     std::optional<Watts> powerCap,
                                                     const CalibrationTable& constants)
{
    std::unique_ptr<ChangedUse> use(new ChangedUse(requirement, powerCap));
    auto question = ask(catalog, use->requirement_, constants);
    if (!question) {
        return tl::unexpected(question.error());
    }
    use->question_.emplace(std::move(*question));
    return use;
}

void ChangedUse::applyTo(Machine& machine) const
{
    machine.demands = question_->demands;
    machine.powerCap = powerCap_;
}

bool ChangedUse::workOut(const Machine& machine) const
{
    const Hardware hardware = leftForModel(hardwareOf(machine));
    const MemoryPlan plan = planMemory(question_->model, requirement_.workload, hardware);
    if (!plan.fits || (!requirement_.allowHostOffload && usesHost(question_->model, hardware, plan))) {
        return false;
    }
    if (!asksForSpeed(requirement_)) {
        return true;
    }
    const auto speed =
        estimateSpeed(question_->model, requirement_.workload, hardware, plan, question_->constants);
    return speed && meetsTargets(requirement_, *speed);
}

bool ChangedUse::runsOn(const Machine& machine)
{
    PlanKey key{{machine.board, 0}, {machine.system, 0}};
    addTo(key, machine.accelerators);
    addTo(key, machine.cpus);
    addTo(key, machine.memory);
    addTo(key, machine.networkCards);
    const auto [found, isNew] = known_.emplace(std::move(key), false);
    if (isNew) {
        found->second = workOut(machine);
    }
    return found->second;
}

bool ChangedUse::isMetBy(const Machine& machine)
{
    for (const Rule& rule : allRules()) {
        if (rule.severity == Severity::Blocker && verdictOf(rule, machine) == Verdict::Broken) {
            return false;
        }
    }
    return runsOn(machine);
}

} // namespace rigwright
