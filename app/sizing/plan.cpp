// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/plan.h"

#include "sizing/engine_plan.h"
#include "units/format.h"

#include <algorithm>

namespace rigwright {

bool hasUnifiedMemory(const Hardware& hardware)
{
    return std::ranges::any_of(hardware.accelerators, [](const AcceleratorGroup& group) {
        return group.accelerator.mounting == Mounting::Integrated;
    });
}

MemoryBreakdown emptyBreakdown(const Hardware& hardware)
{
    MemoryBreakdown memory;
    for (const AcceleratorGroup& group : hardware.accelerators) {
        for (int i = 0; i < group.count; ++i) {
            memory.devices.push_back({group.accelerator.info.name, usableMemory(group.accelerator), {}});
        }
    }
    memory.host.name = hardware.host.name;
    memory.hostCapacityKnown = hardware.host.memory.has_value();
    memory.host.capacity = hardware.host.memory.value_or(Bytes());
    return memory;
}

void addFitFindings(MemoryPlan& plan)
{
    plan.fits = plan.memory.fits();
    const auto full = std::ranges::find_if_not(plan.memory.devices, &DeviceMemory::fits);
    if (full != plan.memory.devices.end()) {
        plan.findings.push_back({"device-memory",
                                 Severity::Blocker,
                                 RIGWRIGHT_TEXT("Finding", "{device} would need {need} and has {capacity}."),
                                 {{"device", full->name},
                                  {"need", formatMemory(full->used.total())},
                                  {"capacity", formatMemory(full->capacity)}}});
    } else if (!plan.fits) {
        plan.findings.push_back(
            {"host-memory",
             Severity::Blocker,
             RIGWRIGHT_TEXT("Finding", "The host would need {need} of RAM and has {capacity}."),
             {{"need", formatMemory(plan.memory.host.used.total())},
              {"capacity", formatMemory(plan.memory.host.capacity)}}});
    }
}

MemoryPlan planMemory(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                      const PlacementRequest& request)
{
    return workload.engine == Engine::Vllm ? planVllm(model, workload, hardware, request)
                                           : planLlamaCpp(model, workload, hardware, request);
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
        tried.context = std::min(steps * kStep, longest);
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
