// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/pool.h"

#include "builds/memory_layout.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

template <class Part>
Expected<std::vector<Priced<Part>>> priced(const Question& question, const std::vector<Part>& parts)
{
    std::vector<Priced<Part>> result;
    for (const Part& part : parts) {
        const auto price = priceOf(question, part.info);
        if (!price) {
            return tl::unexpected(price.error());
        }
        if (*price) {
            result.push_back({&part, (*price)->minorUnits()});
        }
    }
    return result;
}

template <class Part>
Expected<void> fill(std::vector<Priced<Part>>& place, const Question& question,
                    const std::vector<Part>& parts)
{
    return priced(question, parts).map([&](std::vector<Priced<Part>> found) { place = std::move(found); });
}

std::int64_t quantityCount(const Board& board, const MemoryKit& kit)
{
    return static_cast<std::int64_t>(kitQuantities(board, kit).size());
}

const Board& partOf(const Board& board)
{
    return board;
}
const Board& partOf(const Priced<Board>& board)
{
    return *board.part;
}
const MemoryKit& partOf(const MemoryKit& kit)
{
    return kit;
}
const MemoryKit& partOf(const Priced<MemoryKit>& kit)
{
    return *kit.part;
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
    Pool pool;
    const std::array filled{fill(pool.accelerators, question, catalog.accelerators),
                            fill(pool.cpus, question, catalog.cpus),
                            fill(pool.boards, question, catalog.boards),
                            fill(pool.memory, question, catalog.memory),
                            fill(pool.drives, question, catalog.drives),
                            fill(pool.supplies, question, catalog.powerSupplies),
                            fill(pool.cases, question, catalog.cases),
                            fill(pool.coolers, question, catalog.coolers),
                            fill(pool.systems, question, catalog.systems)};
    for (const Expected<void>& each : filled) {
        if (!each) {
            return tl::unexpected(each.error());
        }
    }
    pool.candidates = countCandidates(pool.accelerators.size(), pool.cpus.size(), pool.boards, pool.memory,
                                      pool.systems.size());
    pool.catalogCandidates = countCandidates(catalog.accelerators.size(), catalog.cpus.size(), catalog.boards,
                                             catalog.memory, catalog.systems.size());
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
