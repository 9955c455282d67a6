// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/memory_layout.h"
#include "builds/rules/rules.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr PartSet kReads = partSet({PartCategory::Memory, PartCategory::Cpu, PartCategory::Board});

Verdict memoryUnequal(const Machine& machine, Evidence& evidence)
{
    const int sockets = std::max(1, countOf(machine.cpus));
    const MemoryLayout layout = layOutMemory(machine);
    evidence.add("memory", machine.memory);
    evidence.add("sockets", sockets);
    bool equal = layout.modules % sockets == 0;
    for (const Used<MemoryKit>& kit : machine.memory) {
        const MemoryKit& first = *machine.memory.front().part;
        equal = equal && kit.part->moduleCapacity == first.moduleCapacity && kit.part->speed == first.speed;
    }
    return equal ? Verdict::Kept : Verdict::Broken;
}

Verdict population(const Machine& machine, Evidence& evidence)
{
    const MemoryLayout layout = layOutMemory(machine);
    if (layout.sockets == 0 || layout.channels == 0) {
        return Verdict::Kept;
    }
    const int channels = layout.channels / layout.sockets;
    const int modules = (layout.modules + layout.sockets - 1) / layout.sockets;
    evidence.add("modules", modules);
    evidence.add("channels", channels);
    return isEvenPopulation(modules, channels) ? Verdict::Kept : Verdict::Broken;
}

Verdict channelsPopulated(const Machine& machine, Evidence& evidence)
{
    const MemoryLayout layout = layOutMemory(machine);
    if (machine.memory.empty() || machine.cpus.empty()) {
        return Verdict::Kept;
    }
    evidence.add("memory", machine.memory);
    evidence.add("populated", layout.populatedChannels);
    evidence.add("channels", layout.channels);
    if (layout.channels == 0) {
        return Verdict::Unverified;
    }
    return layout.populatedChannels < layout.channels ? Verdict::Broken : Verdict::Kept;
}

Verdict dimmsPerChannel(const Machine& machine, Evidence& evidence)
{
    const MemoryLayout layout = layOutMemory(machine);
    evidence.add("modules", layout.modules);
    evidence.add("perChannel", layout.modulesPerChannel);
    evidence.add("rated", layout.ratedSpeed.value_or(0));
    evidence.add("speed", layout.speed.value_or(0));
    if (layout.modulesPerChannel <= 1) {
        return Verdict::Kept;
    }
    return layout.speed ? Verdict::Broken : Verdict::Unverified;
}

bool takenByCpus(const Machine& machine, const std::string& type)
{
    return std::ranges::all_of(machine.cpus, [&](const Used<Cpu>& cpu) {
        const auto& types = cpu.part->memoryTypes;
        return types.empty() || std::ranges::find(types, type) != types.end();
    });
}

Verdict memorySpeed(const Machine& machine, Evidence& evidence)
{
    for (const Used<MemoryKit>& kit : machine.memory) {
        evidence.add("kit", kit.part->info.name);
        if (!kit.part->speed) {
            return Verdict::Unverified;
        }
        if (!takenByCpus(machine, kit.part->memoryType)) {
            continue; // memory-type says so
        }
        const auto most = hostMemorySpeed(machine, kit.part->memoryType, 1);
        if (most && *kit.part->speed > *most) {
            if (evidence.wanted()) {
                evidence.add("speed", std::to_string(*kit.part->speed));
                evidence.add("cpu", machine.cpus);
                evidence.add("most", std::to_string(*most));
            }
            return Verdict::Broken;
        }
    }
    return Verdict::Kept;
}

/// Guides ask for RAM as large as the model; engines load it without, only slower.
Verdict memoryBelowModel(const Machine& machine, Evidence& evidence)
{
    const Bytes capacity = layOutMemory(machine).capacity;
    evidence.add("memory", capacity);
    evidence.add("model", machine.demands.modelFile);
    return !machine.memory.empty() && capacity < machine.demands.modelFile ? Verdict::Broken : Verdict::Kept;
}

constexpr std::array kRules{
    // Identical sets for each socket: Dell and AMD, "Balanced memory" guidelines for EPYC servers.
    Rule{"memory-unequal", Severity::Warning, kReads, memoryUnequal,
         RIGWRIGHT_TEXT("Finding",
                        "{memory}: modules should be equal, and equally many for each of {sockets} sockets."),
         nullptr},
    Rule{"memory-population", Severity::Warning, kReads, population,
         RIGWRIGHT_TEXT(
             "Finding",
             "{modules} modules on the {channels} channels of a socket are not an even population."),
         nullptr},
    Rule{"memory-channels-populated", Severity::Warning, kReads, channelsPopulated,
         RIGWRIGHT_TEXT(
             "Finding",
             "{populated} of {channels} memory channels are in use: bandwidth falls in proportion."),
         RIGWRIGHT_TEXT("Finding", "Not verified: how many memory channels are in use.")},
    Rule{"dimms-per-channel", Severity::Warning, kReads, dimmsPerChannel,
         RIGWRIGHT_TEXT("Finding",
                        "{perChannel} modules share a memory channel: counted with {speed} MT/s "
                        "instead of {rated}."),
         RIGWRIGHT_TEXT("Finding",
                        "{perChannel} modules share a memory channel; at which speed is not known.")},
    Rule{"memory-speed", Severity::Note, kReads, memorySpeed,
         RIGWRIGHT_TEXT("Finding",
                        "{kit} is rated {speed} MT/s; {cpu} on this board is specified for {most}, and is "
                        "counted with that."),
         RIGWRIGHT_TEXT("Finding", "Not verified: how fast {kit} runs.")},
    Rule{"memory-below-model", Severity::Note, kReads, memoryBelowModel,
         RIGWRIGHT_TEXT("Finding",
                        "The model's file ({model}) is larger than the RAM ({memory}): every start reads it "
                        "from the drive."),
         nullptr},
};

} // namespace

std::span<const Rule> bandwidthRules()
{
    return kRules;
}

} // namespace rigwright
