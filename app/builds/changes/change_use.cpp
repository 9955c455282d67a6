// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/changes/change_use.h"

#include "builds/hardware.h"
#include "builds/rules/rules.h"

#include <algorithm>

namespace rigwright {

namespace {

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

bool ChangedUse::Around::atLeastAsFastAs(const Around& other) const
{
    const bool clock = baseGigahertz == other.baseGigahertz ||
        (baseGigahertz && other.baseGigahertz && *baseGigahertz >= *other.baseGigahertz);
    const bool memory =
        bandwidth == other.bandwidth || (bandwidth && other.bandwidth && *bandwidth >= *other.bandwidth);
    return measured == other.measured && sockets == other.sockets && cores == other.cores && clock &&
        memory && pagesPlaced == other.pagesPlaced && avx512 >= other.avx512 && amx >= other.amx &&
        generation >= other.generation && lanes >= other.lanes;
}

/// Whose card it is makes no difference, unless a cap is measured by what the card may draw.
const Accelerator* ChangedUse::chipIn(const Accelerator* card)
{
    if (card->variantOf.empty() || powerCap_) {
        return card;
    }
    const auto [found, isNew] = chips_.try_emplace(card, card);
    if (isNew) {
        const Accelerator* chip = acceleratorOf(question_->catalog, card->variantOf);
        found->second = chip == nullptr ? card : chip;
    }
    return found->second;
}

const ChangedUse::Plan& ChangedUse::planFor(const Machine& machine, const Hardware& hardware)
{
    PlanKey key{{machine.system, 0}, {nullptr, hardware.host.memory ? hardware.host.memory->value() : -1}};
    for (const Used<Accelerator>& card : machine.accelerators) {
        key.emplace_back(chipIn(card.part), card.quantity);
    }
    const auto [found, isNew] = plans_.try_emplace(std::move(key));
    if (isNew) {
        Plan& plan = found->second;
        plan.plan = planMemory(question_->model, requirement_.workload, hardware);
        const bool onHost = usesHost(question_->model, hardware, plan.plan);
        plan.allowed = plan.plan.fits && (requirement_.allowHostOffload || !onHost);
        plan.needsHost = onHost ||
            (isTraining(requirement_.workload.kind) && requirement_.workload.training.offloadOptimizer);
    }
    return found->second;
}

ChangedUse::Around ChangedUse::aroundOf(const Hardware& hardware, const Plan& plan) const
{
    Around around;
    if (!hardware.accelerators.empty()) {
        around.generation = hardware.accelerators.front().linkGeneration.value_or(0);
        around.lanes = hardware.accelerators.front().linkLanes.value_or(0);
    }
    if (plan.needsHost) {
        const Host& host = hardware.host;
        around.sockets = host.sockets;
        around.cores = host.cores;
        around.baseGigahertz = host.baseGigahertz;
        around.avx512 = host.avx512;
        around.amx = host.amx;
        around.pagesPlaced = host.pagesPlaced;
        around.bandwidth = host.bandwidth;
        if (question_->constants.corrects(requirement_.workload.engine, host.id)) {
            around.measured = host.id;
        }
    }
    return around;
}

bool ChangedUse::isFastEnough(const Hardware& hardware, const Plan& plan)
{
    Speeds& speeds = speeds_[&plan];
    const Around around = aroundOf(hardware, plan);
    const auto [found, isNew] = speeds.known.try_emplace(around, false);
    if (!isNew) {
        return found->second;
    }
    const auto slower = [&](const Around& other) { return around.atLeastAsFastAs(other); };
    const auto faster = [&](const Around& other) { return other.atLeastAsFastAs(around); };
    if (std::ranges::any_of(speeds.met, slower) || std::ranges::any_of(speeds.missed, faster)) {
        found->second = std::ranges::any_of(speeds.met, slower);
        return found->second;
    }
    const auto speed =
        estimateSpeed(question_->model, requirement_.workload, hardware, plan.plan, question_->constants);
    if (speed) {
        found->second = meetsTargets(requirement_, *speed);
        (found->second ? speeds.met : speeds.missed).push_back(around);
    }
    return found->second;
}

bool ChangedUse::fitsOn(const Machine& machine)
{
    return planFor(machine, leftForModel(hardwareOf(machine))).allowed;
}

bool ChangedUse::runsOn(const Machine& machine)
{
    const Hardware hardware = leftForModel(hardwareOf(machine));
    const Plan& plan = planFor(machine, hardware);
    return plan.allowed && (!asksForSpeed(requirement_) || isFastEnough(hardware, plan));
}

std::optional<double> ChangedUse::speedOn(const Machine& machine)
{
    const Hardware hardware = leftForModel(hardwareOf(machine));
    const Plan& plan = planFor(machine, hardware);
    if (!plan.allowed) {
        return std::nullopt;
    }
    const auto [found, isNew] = speeds_[&plan].ranked.try_emplace(aroundOf(hardware, plan));
    if (isNew) {
        const auto speed =
            estimateSpeed(question_->model, requirement_.workload, hardware, plan.plan, question_->constants);
        if (speed) {
            found->second = rankedSpeed(requirement_, *speed).value();
        }
    }
    return found->second;
}

bool ChangedUse::usesHostOn(const Machine& machine)
{
    const Plan& plan = planFor(machine, leftForModel(hardwareOf(machine)));
    return !plan.allowed || plan.needsHost;
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
