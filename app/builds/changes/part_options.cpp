// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/changes/part_options.h"

#include <algorithm>
#include <cstdlib>

namespace rigwright {

namespace {

template <class Part>
bool isOnly(const std::vector<Used<Part>>& used, const Part* part, int quantity)
{
    return used.size() == 1 && used.front().part == part && used.front().quantity == quantity;
}

/// The first number, and the other where it differs.
std::vector<int> oneOrBoth(int first, int other)
{
    return first == other ? std::vector<int>{first} : std::vector<int>{first, other};
}

Bytes memoryOf(const std::vector<Used<Accelerator>>& cards)
{
    Bytes sum;
    for (const Used<Accelerator>& card : cards) {
        sum += card.part->memory * card.quantity;
    }
    return sum;
}

} // namespace

PartCategory categoryOf(PartKind kind)
{
    switch (kind) {
    case PartKind::System: return PartCategory::System;
    case PartKind::Board: return PartCategory::Board;
    case PartKind::Cpu: return PartCategory::Cpu;
    case PartKind::Memory:
    case PartKind::MoreMemory: return PartCategory::Memory;
    case PartKind::Cards:
    case PartKind::CardCount: return PartCategory::Accelerator;
    case PartKind::Storage: return PartCategory::Storage;
    case PartKind::Case: return PartCategory::Case;
    case PartKind::Cooler: return PartCategory::Cooler;
    case PartKind::PowerSupply: return PartCategory::PowerSupply;
    case PartKind::NetworkCard: return PartCategory::NetworkCard;
    }
    return PartCategory::System;
}

namespace {

/// Each type of option has one place in a machine.
struct Putter {
    Machine& machine;
    const Accelerator* systemAccelerator = nullptr;
    void operator()(const CompleteSystem* system) const
    {
        machine.system = system;
        machine.systemAccelerator = systemAccelerator;
    }
    void operator()(const Board* board) const { machine.board = board; }
    void operator()(const std::vector<Used<Cpu>>& cpus) const { machine.cpus = cpus; }
    void operator()(const std::vector<Used<MemoryKit>>& memory) const { machine.memory = memory; }
    void operator()(const std::vector<Used<Accelerator>>& cards) const { machine.accelerators = cards; }
    void operator()(const std::vector<Used<Drive>>& drives) const { machine.drives = drives; }
    void operator()(const Case* enclosure) const { machine.enclosure = enclosure; }
    void operator()(const std::vector<Used<Cooler>>& coolers) const { machine.coolers = coolers; }
    void operator()(const std::vector<Used<PowerSupply>>& supplies) const { machine.supplies = supplies; }
    void operator()(const std::vector<Used<NetworkCard>>& cards) const { machine.networkCards = cards; }
};

} // namespace

void put(Machine& machine, const PartOption& option)
{
    std::visit(Putter{machine, option.systemAccelerator}, option.parts);
}

PartOptions::PartOptions(const Question& question, const Pool& pool, const Machine& before)
    : question_(question)
    , pool_(pool)
    , before_(before)
{ }

std::vector<PartKind> PartOptions::kinds() const
{
    if (before_.system != nullptr) {
        return {PartKind::System};
    }
    std::vector<PartKind> kinds;
    const auto add = [&](bool there, PartKind kind) {
        if (there) {
            kinds.push_back(kind);
        }
    };
    add(before_.board != nullptr, PartKind::Board);
    add(!before_.cpus.empty(), PartKind::Cpu);
    add(before_.board != nullptr, PartKind::Memory);
    add(!before_.memory.empty(), PartKind::MoreMemory);
    add(before_.board != nullptr || !before_.accelerators.empty(), PartKind::Cards);
    add(before_.accelerators.size() == 1, PartKind::CardCount);
    add(!before_.drives.empty(), PartKind::Storage);
    add(before_.enclosure != nullptr, PartKind::Case);
    add(!before_.coolers.empty(), PartKind::Cooler);
    add(!before_.supplies.empty(), PartKind::PowerSupply);
    add(!before_.networkCards.empty(), PartKind::NetworkCard);
    return kinds;
}

const std::vector<PartOption>& PartOptions::of(PartKind kind, const Machine& machine)
{
    Context context{kind};
    if (kind == PartKind::Cpu) {
        context.sockets = machine.board == nullptr ? 0 : socketsOf(*machine.board);
    } else if (kind == PartKind::Memory) {
        context.platform = memoryClass(machine);
    } else if (kind == PartKind::Cooler) {
        context.cpus = countOf(machine.cpus);
    }
    const auto [found, isNew] = known_.try_emplace(context);
    if (isNew) {
        found->second = make(kind, machine);
        std::ranges::stable_sort(found->second, {}, &PartOption::weight);
    }
    return found->second;
}

int PartOptions::memoryClass(const Machine& machine)
{
    const Cpu* cpu = machine.cpus.empty() ? nullptr : machine.cpus.front().part;
    const auto [number, isNew] = classOf_.try_emplace({machine.board, cpu, countOf(machine.cpus)}, 0);
    if (isNew) {
        number->second =
            platforms_.emplace(memoryPlatformOf(machine), static_cast<int>(platforms_.size())).first->second;
    }
    return number->second;
}

std::vector<PartOption> PartOptions::make(PartKind kind, const Machine& machine) const
{
    switch (kind) {
    case PartKind::System: return systems();
    case PartKind::Board: return boards();
    case PartKind::Cpu: return cpus(machine);
    case PartKind::Memory: return memory(machine);
    case PartKind::MoreMemory: return moreMemory();
    case PartKind::Cards: return cards();
    case PartKind::CardCount: return cardCounts();
    case PartKind::Storage: return storage();
    case PartKind::Case: return cases();
    case PartKind::Cooler:
        return equalParts(
            pool_.coolers, before_.coolers,
            {machine.cpus.empty() ? std::max(1, countOf(before_.coolers)) : countOf(machine.cpus)});
    case PartKind::PowerSupply:
        return equalParts(pool_.supplies, before_.supplies,
                          oneOrBoth(std::max(1, countOf(before_.supplies)), 1));
    case PartKind::NetworkCard: return networkCards();
    }
    return {};
}

template <class Part>
std::vector<PartOption> PartOptions::equalParts(const std::vector<Priced<Part>>& parts,
                                                const std::vector<Used<Part>>& before,
                                                const std::vector<int>& quantities) const
{
    std::vector<PartOption> options;
    for (const Priced<Part>& each : parts) {
        for (const int quantity : quantities) {
            const auto price = each.costOf(quantity);
            if (price && !isOnly(before, each.part, quantity)) {
                options.push_back({std::vector<Used<Part>>{{each.part, quantity}}, *price, *price});
            }
        }
    }
    return options;
}

std::vector<PartOption> PartOptions::systems() const
{
    std::vector<PartOption> options;
    for (const Priced<CompleteSystem>& each : pool_.systems) {
        if (each.part != before_.system) {
            const std::int64_t price = each.costOf(1).value_or(each.price);
            options.push_back(
                {each.part, price, price, acceleratorOf(question_.catalog, each.part->accelerator)});
        }
    }
    return options;
}

std::vector<PartOption> PartOptions::boards() const
{
    std::vector<PartOption> options;
    for (const Priced<Board>& each : pool_.boards) {
        if (each.part != before_.board) {
            const std::int64_t price = each.costOf(1).value_or(each.price);
            options.push_back({each.part, price, price});
        }
    }
    return options;
}

std::vector<PartOption> PartOptions::cases() const
{
    std::vector<PartOption> options;
    for (const Priced<Case>& each : pool_.cases) {
        if (each.part != before_.enclosure) {
            const std::int64_t price = each.costOf(1).value_or(each.price);
            options.push_back({each.part, price, price});
        }
    }
    return options;
}

std::vector<PartOption> PartOptions::cpus(const Machine& machine) const
{
    const int before = std::max(1, countOf(before_.cpus));
    const int sockets = machine.board == nullptr ? before : socketsOf(*machine.board);
    return equalParts(pool_.cpus, before_.cpus, oneOrBoth(before, sockets));
}

std::vector<PartOption> PartOptions::memory(const Machine& machine) const
{
    if (machine.board == nullptr) {
        return {};
    }
    std::vector<MemoryChoice> choices;
    Machine tried;
    tried.board = machine.board;
    tried.cpus = machine.cpus;
    tried.demands = machine.demands;
    for (const Priced<MemoryKit>& kit : pool_.memory) {
        // The rule about it says the same of every quantity.
        const bool otherType =
            !machine.board->memoryType.empty() && kit.part->memoryType != machine.board->memoryType;
        for (const int quantity : otherType ? std::vector<int>() : kitQuantities(*machine.board, *kit.part)) {
            const auto price = kit.costOf(quantity);
            if (!price) {
                continue;
            }
            const auto choice = judgedOn(tried, *kit.part, quantity, *price);
            if (choice && !isOnly(before_.memory, kit.part, quantity)) {
                choices.push_back(*choice);
            }
        }
    }
    std::vector<PartOption> options;
    for (const MemoryChoice& choice : worthwhile(std::move(choices), before_)) {
        options.push_back(
            {std::vector<Used<MemoryKit>>{{choice.kit, choice.quantity}}, choice.price, choice.price});
    }
    return options;
}

std::vector<PartOption> PartOptions::moreMemory() const
{
    std::vector<PartOption> options;
    const Used<MemoryKit>& last = before_.memory.back();
    const auto priced = std::ranges::find(pool_.memory, last.part, &Priced<MemoryKit>::part);
    if (priced == pool_.memory.end()) {
        return options;
    }
    const int slots = before_.board == nullptr ? 0 : before_.board->dimmSlots;
    for (int more = 1; more * last.part->modules <= slots; ++more) {
        std::vector<Used<MemoryKit>> kits = before_.memory;
        kits.back().quantity += more;
        const auto all = priced->costOf(kits.back().quantity);
        const auto those = priced->costOf(last.quantity);
        if (all && those) {
            options.push_back({std::move(kits), *all - *those, *all - *those});
        }
    }
    return options;
}

std::vector<PartOption> PartOptions::cards() const
{
    std::vector<PartOption> options;
    const Bytes least = memoryOf(before_.accelerators);
    for (const Device& device : pool_.devices) {
        for (const Priced<Accelerator>& card : device.cards) {
            const bool same = std::ranges::find(before_.accelerators, card.part, &Used<Accelerator>::part) !=
                before_.accelerators.end();
            for (int count = 1; count <= kMostAccelerators && !(same && before_.accelerators.size() == 1);
                 ++count) {
                const auto price = card.costOf(count);
                if (price && card.part->memory * count >= least) {
                    options.push_back({std::vector<Used<Accelerator>>{{card.part, count}}, *price, *price});
                }
            }
        }
    }
    return options;
}

std::vector<PartOption> PartOptions::cardCounts() const
{
    std::vector<PartOption> options;
    const Used<Accelerator>& now = before_.accelerators.front();
    const auto known = priceOf(question_, now.part->info);
    const bool sold = known && *known && !now.part->info.hidden;
    const std::int64_t each = known && *known ? (*known)->minorUnits() : 0;
    for (int count = 1; count <= (sold ? kMostAccelerators : now.quantity); ++count) {
        if (count != now.quantity) {
            const int owned = ownedOf(question_.requirement, now.part->info.id);
            const std::int64_t price = each * std::max(0, count - owned);
            const std::int64_t difference = std::abs(count - now.quantity) * std::max<std::int64_t>(1, each);
            options.push_back({std::vector<Used<Accelerator>>{{now.part, count}}, price, difference});
        }
    }
    return options;
}

std::vector<PartOption> PartOptions::storage() const
{
    return equalParts(pool_.drives, before_.drives, {1});
}

std::vector<PartOption> PartOptions::networkCards() const
{
    std::vector<Priced<NetworkCard>> cards;
    for (const NetworkCard& card : question_.catalog.networkCards) {
        const auto priced = pricedPart(question_, card);
        if (isUsable(question_, card.info) && priced && *priced) {
            cards.push_back(**priced);
        }
    }
    return equalParts(cards, before_.networkCards, {std::max(1, countOf(before_.networkCards))});
}

} // namespace rigwright
