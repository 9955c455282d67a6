// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/memory_layout.h"
#include "builds/rules/rules.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr PartSet kReads = partSet({PartCategory::Memory, PartCategory::Cpu, PartCategory::Board});

using Names = std::span<const std::string>;

bool contains(Names list, const std::string& text)
{
    return std::ranges::find(list, text) != list.end();
}

/// Whether every kit goes into a place that takes the listed kinds; an empty list is unknown.
template <class Accepts>
Verdict accepted(const Machine& machine, Names list, Accepts accepts, Evidence& evidence)
{
    for (const Used<MemoryKit>& kit : machine.memory) {
        if (!list.empty() && !accepts(list, *kit.part)) {
            if (evidence.wanted()) {
                evidence.add("kit", kit.part->info.name);
                evidence.add("module", kit.part->memoryType + " " + kit.part->moduleType);
                evidence.add("accepted", std::vector<std::string>(list.begin(), list.end()));
            }
            return Verdict::Broken;
        }
    }
    return list.empty() && !machine.memory.empty() ? Verdict::Unverified : Verdict::Kept;
}

/// Broken before unverified before kept.
Verdict worse(Verdict a, Verdict b)
{
    return a == Verdict::Broken || b == Verdict::Kept ? a : b;
}

Verdict memoryType(const Machine& machine, Evidence& evidence)
{
    const auto accepts = [](Names list, const MemoryKit& kit) { return contains(list, kit.memoryType); };
    Verdict verdict = Verdict::Kept;
    if (machine.board != nullptr) {
        const std::string& type = machine.board->memoryType;
        verdict = accepted(machine, type.empty() ? Names() : Names(&type, 1), accepts, evidence);
    }
    for (const Used<Cpu>& cpu : machine.cpus) {
        if (verdict != Verdict::Broken) {
            verdict = worse(accepted(machine, cpu.part->memoryTypes, accepts, evidence), verdict);
        }
    }
    return verdict;
}

/// Unbuffered modules with and without ECC have the same contacts: each works in a place made for the other, without ECC.
bool acceptsModule(Names list, const MemoryKit& kit)
{
    const bool plain = kit.moduleType == "UDIMM" || kit.moduleType == "ECC UDIMM";
    return contains(list, kit.moduleType) ||
        (plain && (contains(list, "UDIMM") || contains(list, "ECC UDIMM")));
}

Verdict memoryModuleType(const Machine& machine, Evidence& evidence)
{
    Verdict verdict = Verdict::Kept;
    if (machine.board != nullptr) {
        verdict = accepted(machine, machine.board->moduleTypes, acceptsModule, evidence);
    }
    for (const Used<Cpu>& cpu : machine.cpus) {
        if (verdict != Verdict::Broken) {
            verdict = worse(accepted(machine, cpu.part->moduleTypes, acceptsModule, evidence), verdict);
        }
    }
    return verdict;
}

Verdict memoryMixed(const Machine& machine, Evidence& evidence)
{
    evidence.add("kits", machine.memory);
    for (const Used<MemoryKit>& kit : machine.memory) {
        const MemoryKit& first = *machine.memory.front().part;
        if (kit.part->moduleType != first.moduleType || kit.part->memoryType != first.memoryType) {
            return Verdict::Broken;
        }
    }
    return Verdict::Kept;
}

/// Slots that work: those of a socket without a CPU don't.
int usableDimmSlots(const Machine& machine)
{
    const int sockets = std::max(1, machine.board->socketCount);
    const int cpus = machine.cpus.empty() ? sockets : countOf(machine.cpus);
    return machine.board->dimmSlots * std::min(cpus, sockets) / sockets;
}

Verdict dimmSlots(const Machine& machine, Evidence& evidence)
{
    if (machine.board == nullptr) {
        return Verdict::Kept;
    }
    const int modules = layOutMemory(machine).modules;
    const int slots = usableDimmSlots(machine);
    evidence.add("modules", modules);
    evidence.add("slots", slots);
    evidence.add("board", machine.board->info.name);
    return modules > slots ? Verdict::Broken : Verdict::Kept;
}

Verdict memoryCapacity(const Machine& machine, Evidence& evidence)
{
    const Bytes capacity = layOutMemory(machine).capacity;
    evidence.add("capacity", capacity);
    bool known = true;
    const auto within = [&](std::optional<Bytes> most, const std::string& holder) {
        known = known && most.has_value();
        if (!most || capacity <= *most) {
            return true;
        }
        evidence.add("most", *most);
        evidence.add("holder", holder);
        return false;
    };
    if (machine.memory.empty()) {
        return Verdict::Kept;
    }
    if (machine.board != nullptr && !within(machine.board->memoryMax, machine.board->info.name)) {
        return Verdict::Broken;
    }
    for (const Used<Cpu>& cpu : machine.cpus) {
        const auto each = cpu.part->memoryMax;
        const int count = countOf(machine.cpus);
        if (!within(each ? std::optional<Bytes>(*each * count) : each, cpu.part->info.name)) {
            return Verdict::Broken;
        }
    }
    return known ? Verdict::Kept : Verdict::Unverified;
}

/// Makers state the largest module only through the maximum with all slots in use.
Verdict memoryModuleCapacity(const Machine& machine, Evidence& evidence)
{
    if (machine.board == nullptr || !machine.board->memoryMax || machine.board->dimmSlots <= 0) {
        return Verdict::Kept;
    }
    const Bytes largest = *machine.board->memoryMax / machine.board->dimmSlots;
    for (const Used<MemoryKit>& kit : machine.memory) {
        if (kit.part->moduleCapacity > largest) {
            evidence.add("kit", kit.part->info.name);
            evidence.add("module", kit.part->moduleCapacity);
            evidence.add("board", machine.board->info.name);
            evidence.add("most", largest);
            return Verdict::Broken;
        }
    }
    return Verdict::Kept;
}

bool hasEcc(const std::string& moduleType)
{
    return moduleType != "UDIMM" && moduleType != "CUDIMM";
}

/// Unbuffered modules correct errors only where board and CPU wire the extra bits.
bool eccWorks(const Machine& machine, const MemoryKit& kit)
{
    if (kit.moduleType != "ECC UDIMM") {
        return hasEcc(kit.moduleType);
    }
    const auto wired = [&](const auto& place) {
        return place.ecc.value_or(contains(place.moduleTypes, kit.moduleType));
    };
    return (machine.board == nullptr || wired(*machine.board)) &&
        std::ranges::all_of(machine.cpus, [&](const Used<Cpu>& cpu) { return wired(*cpu.part); });
}

Verdict ecc(const Machine& machine, Evidence& evidence)
{
    if (!machine.demands.ecc) {
        return Verdict::Kept;
    }
    if (machine.system != nullptr) {
        evidence.add("memory", machine.system->info.name);
        return machine.system->unifiedMemory ? Verdict::Broken : Verdict::Unverified;
    }
    evidence.add("memory", machine.memory);
    for (const Used<MemoryKit>& kit : machine.memory) {
        if (!eccWorks(machine, *kit.part)) {
            return Verdict::Broken;
        }
    }
    return Verdict::Kept;
}

Verdict eccIgnored(const Machine& machine, Evidence& evidence)
{
    evidence.add("memory", machine.memory);
    for (const Used<MemoryKit>& kit : machine.memory) {
        if (kit.part->moduleType == "ECC UDIMM" && !eccWorks(machine, *kit.part)) {
            return Verdict::Broken;
        }
    }
    return Verdict::Kept;
}

constexpr std::array kRules{
    Rule{"memory-type", Severity::Blocker, kReads, memoryType,
         RIGWRIGHT_TEXT("Finding", "{kit} is {module}; board and CPU take {accepted}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: which generation of memory board and CPU take."),
         RIGWRIGHT_TEXT("Exclusion", "The memory is of another generation than board and CPU take"), true},
    Rule{"memory-module-type", Severity::Blocker, kReads, memoryModuleType,
         RIGWRIGHT_TEXT("Finding",
                        "{kit} is {module}; board and CPU take {accepted}. The machine would not start."),
         RIGWRIGHT_TEXT("Finding", "Not verified: which kind of memory module board and CPU take."),
         RIGWRIGHT_TEXT("Exclusion", "The memory modules are of another kind than board and CPU take"), true},
    Rule{"memory-mixed", Severity::Blocker, kReads, memoryMixed,
         RIGWRIGHT_TEXT("Finding", "Modules of different kinds don't work together: {kits}."), nullptr,
         RIGWRIGHT_TEXT("Exclusion", "The memory modules are of different kinds")},
    Rule{"dimm-slots", Severity::Blocker, kReads, dimmSlots,
         RIGWRIGHT_TEXT("Finding", "{modules} memory modules; {board} has {slots} usable slots."), nullptr,
         RIGWRIGHT_TEXT("Exclusion", "More memory modules than slots")},
    Rule{"memory-capacity", Severity::Blocker, kReads, memoryCapacity,
         RIGWRIGHT_TEXT("Finding", "{capacity} of memory; {holder} takes at most {most}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether board and CPU take {capacity} of memory."),
         RIGWRIGHT_TEXT("Exclusion", "More memory than board or CPU take")},
    Rule{"memory-module-capacity", Severity::Blocker, kReads, memoryModuleCapacity,
         RIGWRIGHT_TEXT("Finding", "{kit} has modules of {module}; {board} takes at most {most} a slot."),
         nullptr, RIGWRIGHT_TEXT("Exclusion", "The memory modules are too large for the board")},
    Rule{"ecc", Severity::Blocker, kReads | partSet({PartCategory::System}), ecc,
         RIGWRIGHT_TEXT("Finding", "ECC memory is required, and {memory} doesn't correct errors here."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {memory} has ECC memory."),
         RIGWRIGHT_TEXT("Exclusion", "No ECC memory")},
    Rule{"ecc-ignored", Severity::Note, kReads, eccIgnored,
         RIGWRIGHT_TEXT("Finding", "{memory} works here without correcting errors."), nullptr},
};

} // namespace

std::span<const Rule> memoryRules()
{
    return kRules;
}

} // namespace rigwright
