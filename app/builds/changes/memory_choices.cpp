// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/changes/memory_choices.h"

#include "builds/memory_layout.h"
#include "builds/rules/rules.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr PartSet kMemoryPart = partSet({PartCategory::Memory});
constexpr PartSet kWithPlatform =
    partSet({PartCategory::Memory, PartCategory::Board, PartCategory::Cpu, PartCategory::System});
/// More than all rules together: nothing makes up for what must be known.
constexpr int kMustBeKnown = 1000;

int figure(const std::optional<int>& known)
{
    return known.value_or(-1);
}

int figure(const std::optional<bool>& known)
{
    return known ? static_cast<int>(*known) : -1;
}

bool decidesAboutMemory(const Rule& rule)
{
    return rule.severity == Severity::Blocker && (rule.reads & kMemoryPart) != 0 &&
        (rule.reads & ~kWithPlatform) == 0;
}

/// Drops what has less than was there before, or than the most that any has.
template <class Measure, class Of>
void dropBelow(std::vector<MemoryChoice>& choices, Measure before, Of of)
{
    Measure most{};
    for (const MemoryChoice& choice : choices) {
        most = std::max(most, of(choice));
    }
    const Measure least = std::min(before, most);
    std::erase_if(choices, [&](const MemoryChoice& choice) { return of(choice) < least; });
}

bool replaces(const MemoryChoice& one, const MemoryChoice& other)
{
    return one.price <= other.price && one.capacity >= other.capacity && one.doubts <= other.doubts &&
        one.bandwidth.has_value() == other.bandwidth.has_value() &&
        (!one.bandwidth || *one.bandwidth >= *other.bandwidth);
}

} // namespace

MemoryPlatform memoryPlatformOf(const Machine& machine)
{
    MemoryPlatform platform;
    if (const Board* board = machine.board) {
        platform.boardType = board->memoryType;
        platform.boardModules = board->moduleTypes;
        platform.boardMost = board->memoryMax;
        platform.boardFigures = {board->dimmSlots,
                                 board->socketCount,
                                 board->channelsPerSocket,
                                 figure(board->memorySpeed),
                                 figure(board->memorySpeedTwoPerChannel),
                                 figure(board->ecc)};
    }
    if (!machine.cpus.empty()) {
        const Cpu& cpu = *machine.cpus.front().part;
        platform.cpuTypes = cpu.memoryTypes;
        platform.cpuModules = cpu.moduleTypes;
        platform.cpuMost = cpu.memoryMax;
        platform.cpuFigures = {cpu.memoryChannels,    cpu.memorySpeed, figure(cpu.memorySpeedTwoPerChannel),
                               figure(cpu.ddr4Speed), figure(cpu.ecc), countOf(machine.cpus)};
    }
    return platform;
}

std::optional<MemoryChoice> judgedOn(Machine& machine, const MemoryKit& kit, int quantity, std::int64_t price)
{
    MemoryChoice choice{&kit, quantity, price, {}, 0, {}, 0};
    machine.memory.assign(1, {&kit, quantity});
    for (const Rule& rule : allRules()) {
        if (!decidesAboutMemory(rule)) {
            continue;
        }
        const Verdict verdict = verdictOf(rule, machine);
        if (verdict == Verdict::Broken) {
            return std::nullopt;
        }
        if (verdict == Verdict::Unverified) {
            choice.doubts += rule.mustBeKnown ? kMustBeKnown : 1;
        }
    }
    const MemoryLayout layout = layOutMemory(machine);
    choice.capacity = layout.capacity;
    choice.channels = layout.populatedChannels;
    choice.bandwidth = layout.bandwidth;
    return choice;
}

std::vector<MemoryChoice> worthwhile(std::vector<MemoryChoice> choices, const Machine& before)
{
    const MemoryLayout layout = layOutMemory(before);
    dropBelow(choices, layout.capacity, [](const MemoryChoice& choice) { return choice.capacity; });
    dropBelow(choices, layout.populatedChannels, [](const MemoryChoice& choice) { return choice.channels; });
    std::ranges::stable_sort(choices, {}, &MemoryChoice::price);
    std::vector<MemoryChoice> kept;
    for (const MemoryChoice& choice : choices) {
        if (std::ranges::none_of(kept, [&](const MemoryChoice& one) { return replaces(one, choice); })) {
            kept.push_back(choice);
        }
    }
    return kept;
}

} // namespace rigwright
