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

/// MT/s that a CPU runs so many modules of this type a channel at; empty: unknown.
std::optional<int> speedOf(const Cpu& cpu, const std::string& type, int perChannel)
{
    const bool older = type == "DDR4" && cpu.ddr4Speed; // its other figures are of DDR5 then
    if (perChannel > 1 && !older && cpu.memorySpeedTwoPerChannel) {
        return cpu.memorySpeedTwoPerChannel;
    }
    const int one = older ? *cpu.ddr4Speed : cpu.memorySpeed;
    return one > 0 ? std::optional<int>(one) : std::nullopt;
}

/// Whether CPU or board state what becomes of two modules a channel.
bool statesTwoPerChannel(const Machine& machine, const std::string& type)
{
    const bool byBoard = machine.board != nullptr && machine.board->memorySpeedTwoPerChannel.has_value();
    return byBoard || std::ranges::any_of(machine.cpus, [&](const Used<Cpu>& cpu) {
               const bool older = type == "DDR4" && cpu.part->ddr4Speed;
               return !older && cpu.part->memorySpeedTwoPerChannel.has_value();
           });
}

std::optional<int> speedOf(const Board& board, int perChannel)
{
    return perChannel > 1 && board.memorySpeedTwoPerChannel ? board.memorySpeedTwoPerChannel
                                                            : board.memorySpeed;
}

/// All modules run as fast as the slowest, and no faster than CPUs and board allow. Empty: a figure is unknown.
std::optional<int> commonSpeed(const Machine& machine, int perChannel)
{
    std::optional<int> speed;
    for (const Used<MemoryKit>& kit : machine.memory) {
        if (!kit.part->speed) {
            return std::nullopt;
        }
        speed = std::min(speed.value_or(*kit.part->speed), *kit.part->speed);
        const auto host = hostMemorySpeed(machine, kit.part->memoryType, perChannel);
        if (!host) {
            return std::nullopt;
        }
        speed = std::min(*speed, *host);
    }
    return speed;
}

} // namespace

std::optional<int> hostMemorySpeed(const Machine& machine, const std::string& memoryType,
                                   int modulesPerChannel)
{
    std::optional<int> speed;
    for (const Used<Cpu>& cpu : machine.cpus) {
        const auto each = speedOf(*cpu.part, memoryType, modulesPerChannel);
        if (!each) {
            return std::nullopt;
        }
        speed = std::min(speed.value_or(*each), *each);
    }
    if (!speed) {
        return std::nullopt;
    }
    if (machine.board != nullptr) {
        speed = std::min(*speed, speedOf(*machine.board, modulesPerChannel).value_or(*speed));
    }
    if (modulesPerChannel > 1 && !statesTwoPerChannel(machine, memoryType)) {
        speed = std::min(*speed, speedOfTwoPerChannel(memoryType));
    }
    return speed;
}

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
    layout.ratedSpeed = commonSpeed(machine, 1);
    layout.speed =
        layout.modulesPerChannel > 1 ? commonSpeed(machine, layout.modulesPerChannel) : layout.ratedSpeed;
    if (layout.speed) {
        layout.bandwidth = memoryBandwidth(layout.populatedChannels, *layout.speed);
    }
    return layout;
}

} // namespace rigwright
