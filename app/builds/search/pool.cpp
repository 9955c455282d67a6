// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/pool.h"

#include "builds/memory_layout.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

/// Those that the user didn't hide.
template <class Part>
std::vector<const Part*> shown(const std::vector<Part>& parts)
{
    std::vector<const Part*> result;
    for (const Part& part : parts) {
        if (!part.info.hidden) {
            result.push_back(&part);
        }
    }
    return result;
}

template <class Part>
Expected<void> fill(std::vector<Priced<Part>>& place, const Question& question,
                    const std::vector<const Part*>& parts)
{
    for (const Part* part : parts) {
        const auto price = priceOf(question, part->info);
        if (!price) {
            return tl::unexpected(price.error());
        }
        if (*price) {
            place.push_back({part, (*price)->minorUnits()});
        }
    }
    return {};
}

std::int64_t quantityCount(const Board& board, const MemoryKit& kit)
{
    return static_cast<std::int64_t>(kitQuantities(board, kit).size());
}

template <class Part>
const Part& partOf(const Part* part)
{
    return *part;
}
template <class Part>
const Part& partOf(const Priced<Part>& priced)
{
    return *priced.part;
}

template <class Boards, class Kits>
std::int64_t countCandidates(std::size_t accelerators, std::size_t cpus, const Boards& boards,
                             const Kits& kits, std::size_t systems)
{
    std::int64_t memory = 0;
    for (const auto& board : boards) {
        for (const auto& kit : kits) {
            memory += quantityCount(partOf(board), partOf(kit));
        }
    }
    const auto configurations = static_cast<std::int64_t>(1 + accelerators * kMostAccelerators);
    return configurations * static_cast<std::int64_t>(cpus) * memory + static_cast<std::int64_t>(systems);
}

} // namespace

Expected<Pool> pricedParts(const Question& question)
{
    const Catalog& catalog = question.catalog;
    auto devices = buyableDevices(question);
    if (!devices) {
        return tl::unexpected(devices.error());
    }
    const auto cpus = shown(catalog.cpus);
    const auto boards = shown(catalog.boards);
    const auto memory = shown(catalog.memory);
    const auto systems = shown(catalog.systems);
    Pool pool;
    pool.devices = *std::move(devices);
    const std::array filled{fill(pool.cpus, question, cpus),
                            fill(pool.boards, question, boards),
                            fill(pool.memory, question, memory),
                            fill(pool.drives, question, shown(catalog.drives)),
                            fill(pool.supplies, question, shown(catalog.powerSupplies)),
                            fill(pool.cases, question, shown(catalog.cases)),
                            fill(pool.coolers, question, shown(catalog.coolers)),
                            fill(pool.systems, question, systems)};
    for (const Expected<void>& each : filled) {
        if (!each) {
            return tl::unexpected(each.error());
        }
    }
    pool.candidates =
        countCandidates(pool.devices.size(), pool.cpus.size(), pool.boards, pool.memory, pool.systems.size());
    pool.catalogCandidates =
        countCandidates(shown(catalog.accelerators).size(), cpus.size(), boards, memory, systems.size());
    return pool;
}

int socketsOf(const Board& board)
{
    return std::max(1, board.socketCount);
}

std::vector<int> kitQuantities(const Board& board, const MemoryKit& kit)
{
    std::vector<int> quantities;
    if (kit.modules < 1) {
        return quantities;
    }
    const int sockets = socketsOf(board);
    for (int quantity = 1; quantity * kit.modules <= board.dimmSlots; ++quantity) {
        const int modules = quantity * kit.modules;
        if (modules % sockets == 0 && isEvenPopulation(modules / sockets, board.channelsPerSocket)) {
            quantities.push_back(quantity);
        }
    }
    return quantities;
}

} // namespace rigwright
