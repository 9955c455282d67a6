// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/memory_options.h"

#include "builds/memory_layout.h"

#include <algorithm>
#include <map>

namespace rigwright {

MemoryShelf::MemoryShelf(const std::vector<MemoryOption>& options, const std::vector<int>& chosen)
{
    const auto optionAt = [&](int index) -> const MemoryOption& {
        return options[static_cast<std::size_t>(index)];
    };
    for (const int index : chosen) {
        capacities_.push_back(optionAt(index).capacity);
    }
    std::ranges::sort(capacities_);
    capacities_.erase(std::unique(capacities_.begin(), capacities_.end()), capacities_.end());
    for (const Bytes capacity : capacities_) {
        std::vector<Entry> entries;
        for (const int index : chosen) {
            if (optionAt(index).capacity >= capacity) {
                entries.push_back({optionAt(index).price, index});
            }
        }
        std::ranges::stable_sort(entries, {}, &Entry::price);
        withAtLeast_.push_back(std::move(entries));
    }
}

std::span<const MemoryShelf::Entry> MemoryShelf::atLeast(Bytes capacity) const
{
    const auto level = std::ranges::lower_bound(capacities_, capacity);
    if (level == capacities_.end()) {
        return {};
    }
    return withAtLeast_[static_cast<std::size_t>(level - capacities_.begin())];
}

namespace {

std::size_t positionAfter(std::span<const MemoryShelf::Entry> entries, std::int64_t price)
{
    const auto after = std::ranges::upper_bound(entries, price, {}, &MemoryShelf::Entry::price);
    return static_cast<std::size_t>(after - entries.begin());
}

} // namespace

std::int64_t MemoryRange::count() const
{
    return static_cast<std::int64_t>(entries_.size() - beyond_.size());
}

std::int64_t MemoryRange::countWithin(std::int64_t price) const
{
    return static_cast<std::int64_t>(positionAfter(entries_, price) - positionAfter(beyond_, price));
}

const MemoryOption* MemoryRange::cheapestAbove(std::int64_t price) const
{
    return firstFrom(positionAfter(entries_, price));
}

const MemoryOption* MemoryRange::firstFrom(std::size_t entry) const
{
    for (; entry < entries_.size(); ++entry) {
        const MemoryOption& option = options_[static_cast<std::size_t>(entries_[entry].option)];
        if (option.capacity < below_) {
            return &option;
        }
    }
    return nullptr;
}

std::vector<const MemoryOption*> MemoryRange::within(std::int64_t price) const
{
    std::vector<const MemoryOption*> found;
    for (const MemoryShelf::Entry& entry : entries_.first(positionAfter(entries_, price))) {
        const MemoryOption& option = options_[static_cast<std::size_t>(entry.option)];
        if (option.capacity < below_) {
            found.push_back(&option);
        }
    }
    return found;
}

namespace {

void addFailed(std::vector<FailedMemory>& all, int reason, const MemoryOption& option)
{
    auto failed = std::ranges::find(all, reason, &FailedMemory::reason);
    if (failed == all.end()) {
        all.push_back({reason, 0, option});
        failed = std::prev(all.end());
    }
    ++failed->count;
    if (option.price < failed->cheapest.price) {
        failed->cheapest = option;
    }
}

} // namespace

MemoryOptions memoryOptions(const Pool& pool, const JudgingOrder& order, const Board& board, const Cpu& cpu,
                            const Demands& demands)
{
    Machine machine;
    machine.board = &board;
    machine.cpus = {{&cpu, socketsOf(board)}};
    machine.memory.resize(1);
    machine.demands = demands;
    MemoryOptions result;
    std::vector<int> all;
    std::map<double, std::vector<int>> byBandwidth;
    std::vector<int> unknownBandwidth;
    for (const Priced<MemoryKit>& kit : pool.memory) {
        for (const int quantity : pricedQuantities(board, kit)) {
            machine.memory.front() = {kit.part, quantity};
            ++result.considered;
            const int failure = firstFailure(order.memory, machine);
            if (failure != Step::kNoReason) {
                addFailed(result.failed, failure,
                          {kit.part, quantity, Bytes(), *kit.costOf(quantity), std::nullopt});
                continue;
            }
            const MemoryLayout layout = layOutMemory(machine);
            const int index = static_cast<int>(result.options.size());
            result.options.push_back(
                {kit.part, quantity, layout.capacity, *kit.costOf(quantity), layout.bandwidth});
            all.push_back(index);
            (layout.bandwidth ? byBandwidth[layout.bandwidth->value()] : unknownBandwidth).push_back(index);
        }
    }
    result.all = MemoryShelf(result.options, all);
    for (const auto& [bandwidth, chosen] : byBandwidth) {
        result.byBandwidth.push_back({BytesPerSecond(bandwidth), MemoryShelf(result.options, chosen)});
    }
    if (!unknownBandwidth.empty()) {
        result.byBandwidth.push_back({std::nullopt, MemoryShelf(result.options, unknownBandwidth)});
    }
    return result;
}

} // namespace rigwright
