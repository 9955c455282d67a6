// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/memory_layout.h"

#include <algorithm>

namespace rigwright {

namespace {

/// Channels of one socket that the CPU has and the board routes; 0: unknown.
int channelsPerSocket(const Machine& machine)
{
    int channels = 0;
    const auto limit = [&](int known) {
        channels = known <= 0 ? channels : channels == 0 ? known : std::min(channels, known);
    };
    for (const Used<Cpu>& cpu : machine.cpus) {
        limit(cpu.part->memoryChannels);
    }
    if (machine.board != nullptr) {
        limit(machine.board->channelsPerSocket);
    }
    return channels;
}

/// All modules run as fast as the slowest, and no faster than the CPU allows.
std::optional<int> slowestSpeed(const Machine& machine)
{
    std::optional<int> speed;
    for (const Used<MemoryKit>& kit : machine.memory) {
        if (!kit.part->speed) {
            return std::nullopt;
        }
        speed = std::min(speed.value_or(*kit.part->speed), *kit.part->speed);
    }
    for (const Used<Cpu>& cpu : machine.cpus) {
        if (cpu.part->memorySpeed <= 0 || !speed) {
            return std::nullopt;
        }
        speed = std::min(*speed, cpu.part->memorySpeed);
    }
    return machine.cpus.empty() ? std::nullopt : speed;
}

} // namespace

bool isEvenPopulation(int modules, int channels)
{
    if (channels <= 0 || modules % channels == 0) {
        return true;
    }
    return modules < channels && (modules == 1 || modules % 2 == 0);
}

MemoryLayout layOutMemory(const Machine& machine)
{
    MemoryLayout layout;
    for (const Used<MemoryKit>& kit : machine.memory) {
        layout.modules += kit.part->modules * kit.quantity;
        layout.capacity +=
            kit.part->moduleCapacity * (static_cast<std::int64_t>(kit.part->modules) * kit.quantity);
    }
    layout.sockets = countOf(machine.cpus);
    const int channels = channelsPerSocket(machine);
    if (layout.sockets == 0 || channels == 0 || layout.modules == 0) {
        return layout;
    }
    layout.channels = channels * layout.sockets;
    const int even = layout.modules / layout.sockets;
    const int oneMore = layout.modules % layout.sockets;
    layout.populatedChannels =
        (layout.sockets - oneMore) * std::min(channels, even) + oneMore * std::min(channels, even + 1);
    const int fullestSocket = even + (oneMore > 0 ? 1 : 0);
    layout.modulesPerChannel = (fullestSocket + channels - 1) / channels;
    layout.ratedSpeed = slowestSpeed(machine);
    layout.speed = layout.ratedSpeed;
    if (layout.speed && layout.modulesPerChannel > 1) {
        for (const Used<MemoryKit>& kit : machine.memory) {
            layout.speed = std::min(*layout.speed, speedOfTwoPerChannel(kit.part->memoryType));
        }
    }
    if (layout.speed) {
        layout.bandwidth = memoryBandwidth(layout.populatedChannels, *layout.speed);
    }
    return layout;
}

} // namespace rigwright
