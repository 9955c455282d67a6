// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/placements.h"

#include "sizing/engines/engine_profile.h"

namespace rigwright {

std::vector<PlacementOption> considerPlacements(const QuantizedModel& model, const Workload& workload,
                                                const Hardware& hardware)
{
    std::vector<PlacementOption> options;
    for (const PlacementRequest& request : engineProfile(workload.engine).candidates(model, hardware)) {
        options.push_back({request, planMemory(model, workload, hardware, request)});
    }
    return options;
}

std::optional<std::int64_t> mostSequences(const QuantizedModel& model, const Workload& workload,
                                          const Hardware& hardware, const PlacementRequest& request)
{
    const auto fits = [&](std::int64_t sequences) {
        Workload tried = workload;
        tried.kind = WorkloadKind::Serve;
        tried.concurrency = static_cast<int>(sequences);
        return planMemory(model, tried, hardware, request).fits;
    };
    std::int64_t low = 0;
    std::int64_t high = 1;
    while (high <= kLargestConcurrency && fits(high)) {
        low = high;
        high *= 2;
    }
    high = std::min<std::int64_t>(high, kLargestConcurrency + 1);
    while (low + 1 < high) {
        const std::int64_t middle = (low + high) / 2;
        (fits(middle) ? low : high) = middle;
    }
    return low == 0 ? std::nullopt : std::optional(low);
}

} // namespace rigwright
