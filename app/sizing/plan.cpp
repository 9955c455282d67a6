// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/plan.h"

#include "sizing/engines/engine_profile.h"

#include <algorithm>

namespace rigwright {

MemoryPlan planMemory(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                      const PlacementRequest& request)
{
    return engineProfile(workload.engine).plan(model, workload, hardware, request);
}

PlacementRequest requestFor(const Placement& placement, Engine engine)
{
    PlacementRequest request;
    if (engine == Engine::LlamaCpp) {
        request.gpuLayers = placement.gpuLayers;
        request.expertsOnHost = placement.expertsOnHost;
        if (placement.expertsOnHost) {
            request.hostExpertLayers = placement.hostExpertLayers;
        }
        request.splitRows = placement.splitRows;
    } else {
        request.tensorParallel = placement.tensorParallel;
        request.pipelineParallel = placement.pipelineParallel;
        request.expertParallel = placement.expertParallel;
        request.dataParallel = placement.dataParallel;
    }
    return request;
}

std::optional<std::int64_t> largestContext(const QuantizedModel& model, const Workload& workload,
                                           const Hardware& hardware, const PlacementRequest& request)
{
    // Multiples of the cell padding: what lies between allocates the same.
    constexpr std::int64_t kStep = 256;
    const std::int64_t longest =
        model.architecture.facts.maxContext > 0 ? model.architecture.facts.maxContext : kLargestContext;
    const auto fits = [&](std::int64_t steps) {
        Workload tried = workload;
        (isTraining(tried.kind) ? tried.training.sequence : tried.context) = std::min(steps * kStep, longest);
        return planMemory(model, tried, hardware, request).fits;
    };
    std::int64_t low = 0;
    std::int64_t high = (longest + kStep - 1) / kStep;
    while (low < high) {
        const std::int64_t middle = (low + high + 1) / 2;
        if (fits(middle)) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return low == 0 ? std::nullopt : std::optional(std::min(low * kStep, longest));
}

} // namespace rigwright
