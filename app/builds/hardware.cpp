// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/hardware.h"

#include "builds/evaluate.h"
#include "builds/memory_layout.h"
#include "builds/power.h"
#include "builds/power_cap.h"
#include "builds/slot_plan.h"
#include "speed/loading.h"

#include <algorithm>

namespace rigwright {

namespace {

std::optional<double> slowestClock(const Machine& machine)
{
    std::optional<double> slowest;
    for (const Used<Cpu>& cpu : machine.cpus) {
        if (!cpu.part->baseGhz) {
            return std::nullopt;
        }
        slowest = std::min(slowest.value_or(*cpu.part->baseGhz), *cpu.part->baseGhz);
    }
    return slowest;
}

Host hostOf(const Machine& machine)
{
    Host host;
    if (machine.system != nullptr) {
        host.name = machine.system->cpu;
        // Unified memory is counted with the accelerator that it belongs to.
        host.memory = machine.system->unifiedMemory ? std::nullopt : machine.system->memory;
        return host;
    }
    host.id = machine.cpus.empty() ? PartId() : machine.cpus.front().part->info.id;
    host.name = namesOf(machine.cpus);
    host.sockets = std::max(1, countOf(machine.cpus));
    host.avx512 = !machine.cpus.empty();
    host.amx = !machine.cpus.empty();
    host.baseGigahertz = slowestClock(machine);
    for (const Used<Cpu>& cpu : machine.cpus) {
        host.cores += cpu.part->cores * cpu.quantity;
        host.avx512 = host.avx512 && cpu.part->avx512;
        host.amx = host.amx && cpu.part->amx;
    }
    if (!machine.memory.empty()) {
        const MemoryLayout layout = layOutMemory(machine);
        host.memory = layout.capacity;
        host.bandwidth = layout.bandwidth;
    }
    return host;
}

/// The rate of the drive that a model would be kept on; of a drive whose rate is unknown, what its interface allows at least.
std::optional<BytesPerSecond> fastestDrive(const Machine& machine)
{
    std::optional<BytesPerSecond> fastest;
    for (const Used<Drive>& drive : machine.drives) {
        const auto rate = storageRead(*drive.part);
        fastest = rate ? std::max(fastest.value_or(*rate), *rate) : fastest;
    }
    return fastest;
}

} // namespace

Hardware hardwareOf(const Machine& machine)
{
    Hardware hardware;
    hardware.host = hostOf(machine);
    hardware.storageRead = fastestDrive(machine);
    hardware.power = powerRatings(machine);
    if (machine.systemAccelerator != nullptr) {
        hardware.accelerators.push_back({underCap(machine, *machine.systemAccelerator),
                                         machine.system->acceleratorCount, std::nullopt, std::nullopt});
    }
    // One link for all cards, the slowest: engines work in step, so that it is the one that counts.
    const std::optional<CardLink> link = planSlots(machine).slowest;
    for (const Used<Accelerator>& used : machine.accelerators) {
        AcceleratorGroup group{underCap(machine, *used.part), used.quantity, std::nullopt, std::nullopt};
        // Which maker's it is matters to who buys it, not to what it does.
        group.accelerator.info.name = chipNameOf(*used.part);
        if (link) {
            group.linkGeneration = link->generation;
            group.linkLanes = link->lanes;
        }
        hardware.accelerators.push_back(std::move(group));
    }
    return hardware;
}

Hardware leftForModel(Hardware hardware)
{
    if (hardware.host.memory) {
        hardware.host.memory = *hardware.host.memory - kSystemMemory;
    }
    return hardware;
}

bool usesHost(const QuantizedModel& model, const Hardware& hardware, const MemoryPlan& plan)
{
    return hardware.accelerators.empty() || plan.placement.expertsOnHost ||
        plan.placement.gpuLayers < static_cast<int>(model.layers.size());
}

Expected<Hardware> hardwareOf(const Catalog& catalog, const Build& build)
{
    return lookUp(catalog, build).map([](const Machine& machine) { return hardwareOf(machine); });
}

} // namespace rigwright
