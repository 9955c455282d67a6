// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/platforms.h"

#include <algorithm>

namespace rigwright {

bool HostPower::atLeastAsFastAs(const HostPower& other) const
{
    // More threads read faster but cost more in each layer, so that more cores alone may be slower; an unknown clock is
    // neither faster nor slower than a known one.
    const bool clock = baseGigahertz == other.baseGigahertz ||
        (baseGigahertz && other.baseGigahertz && *baseGigahertz >= *other.baseGigahertz);
    return measured == other.measured && sockets == other.sockets && cores == other.cores && clock &&
        avx512 >= other.avx512 && amx >= other.amx;
}

void SlotClass::add(const Platform& platform)
{
    platforms.push_back(platform);
    memoryOptions += static_cast<std::int64_t>(platform.memory->options.size());
    const auto keepLeast = [&](std::size_t& least, auto price) {
        least = price(platform) < price(platforms[least]) ? platforms.size() - 1 : least;
    };
    keepLeast(cheapest[0], [](const Platform& each) { return each.price; });
    keepLeast(cheapest[1], [](const Platform& each) { return each.boardPrice; });
    keepLeast(cheapest[2], [](const Platform& each) { return each.price - each.boardPrice; });
}

ExcludedParts partsOf(const Platform& platform)
{
    ExcludedParts parts;
    parts.board = platform.board;
    parts.boardPrice = platform.boardPrice;
    parts.cpu = {platform.cpu, socketsOf(*platform.board)};
    parts.cpuPrice = platform.price - platform.boardPrice;
    return parts;
}

namespace {

/// With its parts and their price alone.
Platform platformOf(const Priced<Board>& board, const Priced<Cpu>& cpu)
{
    Platform platform;
    platform.board = board.part;
    platform.cpu = cpu.part;
    platform.boardPrice = *board.costOf(1);
    platform.price = platform.boardPrice + *cpu.costOf(socketsOf(*board.part));
    return platform;
}

} // namespace

Platforms::Platforms(const Question& question, const Pool& pool, const JudgingOrder& order,
                     Completer& completer, Outcome& outcome, const std::stop_token& stop)
    : question_(question)
    , pool_(pool)
    , order_(order)
    , completer_(completer)
    , outcome_(outcome)
    , configurations_(pool.configurations)
{
    for (const Priced<Board>& board : pool.boards) {
        if (stop.stop_requested()) {
            return;
        }
        addBoard(board);
    }
    std::ranges::sort(capacities_);
    capacities_.erase(std::unique(capacities_.begin(), capacities_.end()), capacities_.end());
    noteHosts();
}

void Platforms::noteHosts()
{
    for (const HostPower& host : hosts_) {
        hostFiguresKnown_ = hostFiguresKnown_ && host.cores > 0;
        const auto faster = [&](const HostPower& other) { return other.atLeastAsFastAs(host); };
        if (std::ranges::none_of(fastestHosts_, faster)) {
            std::erase_if(fastestHosts_, [&](const HostPower& other) { return host.atLeastAsFastAs(other); });
            fastestHosts_.push_back(host);
        }
    }
}

const Tally& Platforms::tally(const SlotClass& slots, Bytes atLeast, Bytes below)
{
    const auto placeOf = [&](Bytes capacity) {
        return static_cast<int>(std::ranges::lower_bound(capacities_, capacity) - capacities_.begin());
    };
    const int range = placeOf(atLeast) * static_cast<int>(capacities_.size() + 1) + placeOf(below);
    std::optional<Tally>& tally = tallies_.at(slots.number, range);
    if (!tally) {
        tally.emplace();
        std::map<int, std::int64_t> classes;
        for (const Platform& platform : slots.platforms) {
            const std::int64_t count =
                MemoryRange(*platform.memory, platform.memory->all, atLeast, below).count();
            if (count > 0) {
                tally->total += count;
                classes[platform.completionClass] += count;
            }
        }
        tally->classes.assign(classes.begin(), classes.end());
    }
    return *tally;
}

void Platforms::addBoard(const Priced<Board>& board)
{
    std::int64_t memoryOptions = 0;
    for (const Priced<MemoryKit>& kit : pool_.memory) {
        memoryOptions += static_cast<std::int64_t>(pricedQuantities(*board.part, kit).size());
    }
    Machine machine;
    machine.board = board.part;
    machine.demands = question_.demands;
    for (const Priced<Cpu>& cpu : pool_.cpus) {
        if (!cpu.costOf(socketsOf(*board.part))) {
            continue;
        }
        machine.cpus = {{cpu.part, socketsOf(*board.part)}};
        const int failure = firstFailure(order_.platform, machine);
        if (failure == Step::kNoReason) {
            addPlatform(board, cpu);
        } else {
            outcome_.exclude(failure, configurations_ * memoryOptions);
            if (memoryOptions > 0) {
                outcome_.examples().offer(failure, partsOf(platformOf(board, cpu)));
            }
        }
    }
}

void Platforms::addPlatform(const Priced<Board>& board, const Priced<Cpu>& cpu)
{
    const MemoryOptions& memory = memoryFor(*board.part, *cpu.part);
    Platform platform = platformOf(board, cpu);
    for (const FailedMemory& failed : memory.failed) {
        outcome_.exclude(failed.reason, configurations_ * failed.count);
        ExcludedParts parts = partsOf(platform);
        parts.memory = {failed.cheapest.kit, failed.cheapest.quantity};
        parts.memoryPrice = failed.cheapest.price;
        outcome_.examples().offer(failed.reason, parts);
    }
    if (memory.options.empty()) {
        return;
    }
    platform.memory = &memory;
    platform.completionClass = completer_.platformClass(*board.part, *cpu.part);
    platform.host = hostFor(*board.part, *cpu.part);
    const std::int64_t price = platform.price + memory.all.atLeast(Bytes()).front().price;
    leastPrice_ = slotClasses_.empty() ? price : std::min(leastPrice_, price);
    slotClassFor(*board.part, *cpu.part).add(platform);
}

const MemoryOptions& Platforms::memoryFor(const Board& board, const Cpu& cpu)
{
    const MemoryTraits traits{board.memoryType,
                              board.moduleTypes,
                              board.dimmSlots,
                              socketsOf(board),
                              board.channelsPerSocket,
                              board.memoryMax,
                              board.memorySpeed,
                              board.memorySpeedTwoPerChannel,
                              board.ecc,
                              cpu.memoryTypes,
                              cpu.moduleTypes,
                              cpu.memoryChannels,
                              cpu.memorySpeed,
                              cpu.memorySpeedTwoPerChannel,
                              cpu.ddr4Speed,
                              cpu.ecc,
                              cpu.memoryMax};
    auto& options = memory_[traits];
    if (!options) {
        options =
            std::make_unique<MemoryOptions>(memoryOptions(pool_, order_, board, cpu, question_.demands));
        noteMemory(*options);
    }
    return *options;
}

void Platforms::noteMemory(const MemoryOptions& memory)
{
    for (const MemoryOption& option : memory.options) {
        capacities_.push_back(option.capacity);
        hostFiguresKnown_ = hostFiguresKnown_ && option.bandwidth.has_value();
        if (option.bandwidth && (!fastestMemory_ || *option.bandwidth > *fastestMemory_)) {
            fastestMemory_ = option.bandwidth;
        }
    }
}

SlotClass& Platforms::slotClassFor(const Board& board, const Cpu& cpu)
{
    SlotTraits traits;
    for (const PcieSlot& slot : board.slots) {
        traits.slots.insert(traits.slots.end(),
                            {slot.generation, slot.lanes, slot.physicalLanes, slot.fromCpu ? 1 : 0,
                             slot.position.value_or(0)});
    }
    for (const LaneShare& share : board.laneSharing) {
        if (share.used.kind == BoardPort::Kind::Slot && share.affected.kind == BoardPort::Kind::Slot) {
            traits.laneSharing.insert(traits.laneSharing.end(),
                                      {share.used.number, share.affected.number, share.lanesLeft});
        }
    }
    traits.split = board.slotsSplit;
    traits.formFactor = board.formFactor;
    traits.sockets = socketsOf(board);
    traits.generation = cpu.pcieGeneration;
    traits.lanes = cpu.pcieLanes;
    const auto [found, isNew] = slotClassOf_.emplace(std::move(traits), slotClasses_.size());
    if (isNew) {
        slotClasses_.emplace_back();
        slotClasses_.back().number = static_cast<int>(found->second);
    }
    return slotClasses_[found->second];
}

int Platforms::hostFor(const Board& board, const Cpu& cpu)
{
    const int sockets = socketsOf(board);
    HostPower power{sockets, cpu.cores * sockets, cpu.baseGhz, cpu.avx512, cpu.amx, {}};
    if (question_.constants.corrects(question_.requirement.workload.engine, cpu.info.id)) {
        power.measured = cpu.info.id;
    }
    const auto [found, isNew] = hostOf_.emplace(power, static_cast<int>(hosts_.size()));
    if (isNew) {
        hosts_.push_back(power);
    }
    return found->second;
}

} // namespace rigwright
