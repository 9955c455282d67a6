// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/pool.h"

#include "builds/memory_layout.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

template <class Part>
std::vector<const Part*> usable(const Question& question, const std::vector<Part>& parts)
{
    std::vector<const Part*> result;
    for (const Part& part : parts) {
        if (isUsable(question, part.info)) {
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
        auto priced = pricedPart(question, *part);
        if (!priced) {
            return tl::unexpected(priced.error());
        }
        if (*priced) {
            (*priced)->sold = (*priced)->sold && !part->info.hidden;
            place.push_back(**priced);
        }
    }
    return {};
}

std::int64_t sizeOf(std::size_t size)
{
    return static_cast<std::int64_t>(size);
}

/// Ways to choose two numbers that are at most kMostMixed together.
constexpr std::int64_t kNumbersMixed = std::int64_t{kMostMixed} * (kMostMixed - 1) / 2;

/// Candidates of the parts that the user allows, with a price or without.
std::int64_t countCatalog(const Question& question, const std::vector<const Board*>& boards,
                          const std::vector<const MemoryKit*>& kits, std::size_t cpus, std::size_t systems)
{
    std::int64_t memory = 0;
    for (const Board* board : boards) {
        for (const MemoryKit* kit : kits) {
            memory += sizeOf(kitQuantities(*board, *kit).size());
        }
    }
    const std::vector<const Accelerator*> chips = usableChips(question);
    std::int64_t configurations = 1 + sizeOf(chips.size()) * kMostAccelerators;
    for (std::size_t i = 0; question.requirement.mixedCards && i < chips.size(); ++i) {
        configurations += kNumbersMixed *
            std::count_if(chips.begin(), chips.begin() + static_cast<std::ptrdiff_t>(i),
                          [&](const Accelerator* other) { return mixes(*chips[i], *other); });
    }
    return configurations * sizeOf(cpus) * memory + sizeOf(systems);
}

std::int64_t countConfigurations(const std::vector<Device>& devices)
{
    std::int64_t configurations = 1;
    for (const Device& device : devices) {
        for (int count = 1; count <= kMostAccelerators; ++count) {
            configurations += device.leastCostOf(count) ? 1 : 0;
        }
    }
    return configurations;
}

/// Boards with CPUs and memory.
std::int64_t countHosts(const Pool& pool)
{
    std::int64_t platforms = 0; // with their memory
    for (const Priced<Board>& board : pool.boards) {
        std::int64_t memory = 0;
        for (const Priced<MemoryKit>& kit : pool.memory) {
            memory += sizeOf(pricedQuantities(*board.part, kit).size());
        }
        const int sockets = socketsOf(*board.part);
        platforms += memory * std::ranges::count_if(pool.cpus, [&](const auto& cpu) {
                         return cpu.costOf(sockets).has_value();
                     });
    }
    return platforms;
}

void countCandidates(Pool& pool, const Question& question)
{
    const std::int64_t hosts = countHosts(pool);
    pool.configurations = countConfigurations(pool.devices);
    for (const Mixture& mixture : mixturesOf(question, pool.devices)) {
        const bool beyond = mixture.price > question.requirement.budget.minorUnits();
        pool.beyondBudget += beyond ? hosts : 0;
        pool.configurations += beyond ? 0 : 1;
    }
    pool.candidates = pool.configurations * hosts + pool.beyondBudget + sizeOf(pool.systems.size());
}

} // namespace

Expected<Pool> pricedParts(const Question& question)
{
    const Catalog& catalog = question.catalog;
    auto devices = buyableDevices(question);
    if (!devices) {
        return tl::unexpected(devices.error());
    }
    const auto cpus = usable(question, catalog.cpus);
    const auto boards = usable(question, catalog.boards);
    const auto memory = usable(question, catalog.memory);
    const auto systems = usable(question, catalog.systems);
    Pool pool;
    pool.devices = *std::move(devices);
    const std::array filled{fill(pool.cpus, question, cpus),
                            fill(pool.boards, question, boards),
                            fill(pool.memory, question, memory),
                            fill(pool.drives, question, usable(question, catalog.drives)),
                            fill(pool.supplies, question, usable(question, catalog.powerSupplies)),
                            fill(pool.cases, question, usable(question, catalog.cases)),
                            fill(pool.coolers, question, usable(question, catalog.coolers)),
                            fill(pool.systems, question, systems)};
    for (const Expected<void>& each : filled) {
        if (!each) {
            return tl::unexpected(each.error());
        }
    }
    countCandidates(pool, question);
    pool.catalogCandidates = countCatalog(question, boards, memory, cpus.size(), systems.size());
    return pool;
}

bool mixes(const Accelerator& one, const Accelerator& other)
{
    return one.vendor == other.vendor && one.vendor != AcceleratorVendor::Other;
}

std::vector<Mixture> mixturesOf(const Question& question, const std::vector<Device>& devices)
{
    std::vector<Mixture> all;
    for (std::size_t i = 0; question.requirement.mixedCards && i < devices.size(); ++i) {
        for (std::size_t j = i + 1; j < devices.size(); ++j) {
            for (int one = 1; mixes(*devices[i].chip, *devices[j].chip) && one < kMostMixed; ++one) {
                for (int other = 1; one + other <= kMostMixed; ++other) {
                    const auto price = devices[i].leastCostOf(one);
                    const auto otherPrice = devices[j].leastCostOf(other);
                    if (price && otherPrice) {
                        all.push_back({{&devices[i], &devices[j]}, {one, other}, *price + *otherPrice});
                    }
                }
            }
        }
    }
    return all;
}

Pool soldParts(Pool pool)
{
    const auto keepSold = [](auto& parts) {
        std::erase_if(parts, [](const auto& part) { return !part.sold; });
    };
    for (Device& device : pool.devices) {
        keepSold(device.cards);
    }
    std::erase_if(pool.devices, [](const Device& device) { return device.cards.empty(); });
    keepSold(pool.cpus);
    keepSold(pool.boards);
    keepSold(pool.memory);
    keepSold(pool.drives);
    keepSold(pool.supplies);
    keepSold(pool.cases);
    keepSold(pool.coolers);
    keepSold(pool.systems);
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

std::vector<int> pricedQuantities(const Board& board, const Priced<MemoryKit>& kit)
{
    std::vector<int> quantities = kitQuantities(board, *kit.part);
    std::erase_if(quantities, [&](int quantity) { return !kit.costOf(quantity); });
    return quantities;
}

} // namespace rigwright
