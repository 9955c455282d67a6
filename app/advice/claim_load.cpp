// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/claim_load.h"

#include "sizing/placements.h"

#include <algorithm>

namespace rigwright {

Expected<LoadedSpeed> speedAt(const ClaimScenario& scenario, int requests, const CalibrationTable& constants)
{
    Workload workload = withRequests(scenario.workload, requests);
    MemoryPlan plan = placeClaim(scenario, workload);
    if (!plan.fits && requests > 1) {
        requests = static_cast<int>(std::min<std::int64_t>(
            mostSequences(scenario.model, workload, scenario.hardware).value_or(1), requests));
        workload = withRequests(workload, std::max(1, requests));
        plan = placeClaim(scenario, workload);
    }
    return estimateSpeed(scenario.model, workload, scenario.hardware, plan, constants)
        .map([&](const SpeedEstimate& speed) {
            return LoadedSpeed{speed, workload.concurrency};
        });
}

std::optional<ClaimAnswer> doesNotRun(const ClaimScenario& scenario)
{
    const MemoryPlan plan = placeClaim(scenario, withRequests(scenario.workload, 1));
    if (plan.fits || scenario.hardware.accelerators.empty()) {
        return std::nullopt;
    }
    return ClaimAnswer{
        std::nullopt,
        {ClaimVerdict::Impossible, std::nullopt, false},
        {RIGWRIGHT_TEXT(
             "Claims",
             "It does not run there: one request takes {needs} GiB ({weights} GiB of it weights), and "
             "{hardware} has {has} GiB"),
         {{"needs", figureText(plan.memory.onDevices().inGib())},
          {"weights", figureText(plan.memory.sum().weights.inGib())},
          {"hardware", scenario.hardwareName()},
          {"has", figureText(scenario.capacity().inGib())}}}};
}

Expected<LoadsOrAnswer> loadsOf(const ClaimQuestion& question)
{
    Expected<ClaimScenario> scenario = scenarioOf(question.catalog, question.claim);
    if (!scenario) {
        return tl::unexpected(scenario.error());
    }
    if (std::optional<ClaimAnswer> answer = doesNotRun(*scenario)) {
        return LoadsOrAnswer{std::nullopt, std::move(answer)};
    }
    const int fewest = question.claim.fewestRequests.value_or(1);
    const int most = question.claim.mostRequests.value_or(fewest);
    const Expected<LoadedSpeed> few = speedAt(*scenario, fewest, question.constants);
    const Expected<LoadedSpeed> many = speedAt(*scenario, most, question.constants);
    if (!few || !many) {
        return tl::unexpected(!few ? few.error() : many.error());
    }
    return LoadsOrAnswer{Loads{std::move(*scenario), *few, *many, most}, std::nullopt};
}

} // namespace rigwright
