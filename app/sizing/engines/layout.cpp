// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/layout.h"

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

} // namespace rigwright
