// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/fit.h"

#include "builds/hardware.h"

#include <algorithm>
#include <limits>

namespace rigwright {

namespace {

bool stepsOnHost(const Workload& workload)
{
    return isTraining(workload.kind) && workload.training.offloadOptimizer;
}

} // namespace

std::vector<Placed> placementsOf(const Question& question, const Hardware& hardware,
                                 const std::vector<Bytes>& capacities)
{
    std::vector<Placed> placements;
    Bytes below(std::numeric_limits<std::int64_t>::max());
    // Each round asks about the most RAM that the last placement didn't cover.
    while (true) {
        const auto end = std::ranges::lower_bound(capacities, below);
        if (end == capacities.begin()) {
            return placements;
        }
        Hardware tried = hardware;
        tried.host.memory = *std::prev(end);
        MemoryPlan plan = planMemory(question.model, question.requirement.workload, leftForModel(tried));
        if (!plan.fits) {
            return placements;
        }
        Placed placed;
        placed.onHost = usesHost(question.model, tried, plan);
        placed.needsHost = placed.onHost || stepsOnHost(question.requirement.workload);
        placed.atLeast = plan.memory.host.used.total() + kSystemMemory;
        placed.below = below;
        placed.plan = std::move(plan);
        below = placed.atLeast;
        placements.push_back(std::move(placed));
    }
}

bool anySpeedWillDo(const Requirement& requirement)
{
    const Workload& workload = requirement.workload;
    return !requirement.minDecode && !workload.maxTimeToFirstToken && !workload.maxTimePerOutputToken &&
        !workload.requestRate;
}

SpeedVerdict speedOf(const Question& question, const Hardware& hardware, const Placed& placed)
{
    const auto speed = estimateSpeed(question.model, question.requirement.workload, hardware, placed.plan,
                                     question.constants);
    if (!speed) {
        return {};
    }
    const bool met = meetsTargets(question.requirement, *speed);
    return {met ? SpeedVerdict::State::Met : SpeedVerdict::State::Missed,
            rankedSpeed(question.requirement, *speed).value()};
}

} // namespace rigwright
