// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/alternatives.h"

#include "builds/memory_layout.h"
#include "builds/rules/rules.h"

#include <algorithm>
#include <cstdlib>

namespace rigwright::test {

namespace {

std::optional<std::int64_t> priceOfShown(const Question& question, const PartInfo& part)
{
    const auto price = part.hidden ? std::nullopt : priceOf(question, part).value();
    return price ? std::optional(price->minorUnits()) : std::nullopt;
}

/// Every part of a table in each of some quantities.
template <class Part, class Put>
std::vector<Alternative> each(const Question& question, const std::vector<Part>& parts,
                              const std::vector<int>& quantities, Put put)
{
    std::vector<Alternative> all;
    for (const Part& part : parts) {
        if (const auto price = priceOfShown(question, part.info)) {
            for (const int quantity : quantities) {
                const std::int64_t sum = priceToPay(question.requirement, part.info.id, *price, quantity);
                all.push_back({[=, &part](Machine& machine) { put(machine, part, quantity); }, sum, sum});
            }
        }
    }
    return all;
}

template <class Part>
bool isSame(const std::vector<Used<Part>>& a, const std::vector<Used<Part>>& b)
{
    return std::ranges::equal(
        a, b, [](const auto& x, const auto& y) { return x.part == y.part && x.quantity == y.quantity; });
}

bool isSame(const Machine& a, const Machine& b)
{
    return a.board == b.board && a.enclosure == b.enclosure && isSame(a.accelerators, b.accelerators) &&
        isSame(a.cpus, b.cpus) && isSame(a.memory, b.memory) && isSame(a.drives, b.drives) &&
        isSame(a.supplies, b.supplies) && isSame(a.coolers, b.coolers);
}

/// Without those that leave the kind as it was before.
std::vector<Alternative> others(std::vector<Alternative> all, const Machine& before)
{
    std::erase_if(all, [&](const Alternative& one) {
        Machine machine = before;
        one.put(machine);
        return isSame(machine, before);
    });
    return all;
}

bool breaksMemoryRule(const Machine& machine)
{
    return std::ranges::any_of(allRules(), [&](const Rule& rule) {
        return rule.severity == Severity::Blocker && (rule.reads & partSet({PartCategory::Memory})) != 0 &&
            rule.reads != ~PartSet{0} && verdictOf(rule, machine) == Verdict::Broken;
    });
}

std::vector<Alternative> otherMemory(const Question& question, const Machine& before, const Machine& machine)
{
    std::vector<int> quantities;
    for (int i = 1; i <= machine.board->dimmSlots; ++i) {
        quantities.push_back(i);
    }
    const auto put = [](Machine& changed, const MemoryKit& kit, int quantity) {
        changed.memory = {{&kit, quantity}};
    };
    std::vector<Alternative> all = others(each(question, question.catalog.memory, quantities, put), before);
    const auto layoutOf = [&](const Alternative& one) {
        Machine changed = machine;
        one.put(changed);
        return layOutMemory(changed);
    };
    std::erase_if(all, [&](const Alternative& one) {
        Machine changed = machine;
        one.put(changed);
        changed.accelerators.clear();
        const MemoryKit& kit = *changed.memory.front().part;
        const auto even = kitQuantities(*changed.board, kit);
        return std::ranges::find(even, changed.memory.front().quantity) == even.end() ||
            breaksMemoryRule(changed);
    });
    const MemoryLayout was = layOutMemory(before);
    Bytes most;
    for (const Alternative& one : all) {
        most = std::max(most, layoutOf(one).capacity);
    }
    std::erase_if(
        all, [&](const Alternative& one) { return layoutOf(one).capacity < std::min(most, was.capacity); });
    int channels = 0;
    for (const Alternative& one : all) {
        channels = std::max(channels, layoutOf(one).populatedChannels);
    }
    std::erase_if(all, [&](const Alternative& one) {
        return layoutOf(one).populatedChannels < std::min(channels, was.populatedChannels);
    });
    return all;
}

std::vector<Alternative> moreMemory(const Question& question, const Machine& before)
{
    std::vector<Alternative> all;
    const Used<MemoryKit> last = before.memory.back();
    const auto price = priceOfShown(question, last.part->info);
    for (int more = 1; price && more * last.part->modules <= before.board->dimmSlots; ++more) {
        const std::int64_t sum = *price * more;
        all.push_back({[more](Machine& machine) { machine.memory.back().quantity += more; }, sum, sum});
    }
    return all;
}

template <class Figure>
bool isNoMore(const std::optional<Figure>& figure, const std::optional<Figure>& other)
{
    return figure.has_value() == other.has_value() && (!figure || *figure <= *other);
}

/// Whether a card does what another of the same chip does, in less or as much of everything: then another number of the one
/// there is what mends, and exchanging it for the other changes nothing.
bool doesAsWell(const Priced<Accelerator>& card, const Priced<Accelerator>& other)
{
    const auto leads = [](const Priced<Accelerator>& each) {
        return each.part->power.value_or(PowerConnectors{});
    };
    return card.price <= other.price && isNoMore(card.part->length, other.part->length) &&
        isNoMore(card.part->slotWidth, other.part->slotWidth) &&
        isNoMore(card.part->boardPower, other.part->boardPower) &&
        card.part->power.has_value() == other.part->power.has_value() &&
        leads(card).pin16 <= leads(other).pin16 && leads(card).pin8 <= leads(other).pin8 &&
        leads(card).pin6 <= leads(other).pin6;
}

std::vector<Alternative> otherCards(const Question& question, const Machine& before)
{
    std::vector<Alternative> all;
    Bytes least;
    for (const Used<Accelerator>& used : before.accelerators) {
        least += used.part->memory * used.quantity;
    }
    for (const Accelerator& chip : question.catalog.accelerators) {
        const std::vector<Priced<Accelerator>> articles = articlesOf(question, chip);
        const auto there = std::ranges::find_if(articles, [&](const Priced<Accelerator>& card) {
            return before.accelerators.size() == 1 && before.accelerators.front().part == card.part;
        });
        for (const Priced<Accelerator>& card : articles) {
            const bool only = there != articles.end() && doesAsWell(*there, card);
            for (int count = 1; count <= 8 && !only; ++count) {
                if (card.part->memory * count >= least) {
                    const std::int64_t sum =
                        priceToPay(question.requirement, card.part->info.id, card.price, count);
                    all.push_back({[card, count](Machine& machine) {
                                       machine.accelerators = {{card.part, count}};
                                   },
                                   sum, sum});
                }
            }
        }
    }
    return all;
}

std::vector<Alternative> otherCount(const Question& question, const Machine& before)
{
    std::vector<Alternative> all;
    const Used<Accelerator> now = before.accelerators.front();
    const auto known = priceOf(question, now.part->info).value();
    const std::int64_t price = known ? known->minorUnits() : 0;
    const int most = known && !now.part->info.hidden ? 8 : now.quantity;
    for (int count = 1; count <= most; ++count) {
        if (count != now.quantity) {
            const std::int64_t sum = priceToPay(question.requirement, now.part->info.id, price, count);
            const std::int64_t difference = std::abs(count - now.quantity) * std::max<std::int64_t>(price, 1);
            all.push_back({[count](Machine& machine) { machine.accelerators.front().quantity = count; }, sum,
                           difference});
        }
    }
    return all;
}

} // namespace

std::int64_t priceToPay(const Requirement& requirement, const PartId& part, std::int64_t each, int quantity)
{
    int owned = 0;
    for (const BuildLine& line : requirement.owned) {
        owned += line.part == part ? line.quantity : 0;
    }
    return each * std::max(0, quantity - owned);
}

std::vector<Priced<Accelerator>> articlesOf(const Question& question, const Accelerator& chip)
{
    std::vector<Priced<Accelerator>> articles;
    if (chip.info.hidden) {
        return articles;
    }
    const Offer* own = currentOffer(chip.info.offers);
    for (const Accelerator& card : question.catalog.cards) {
        const Offer* offer = currentOffer(card.info.offers);
        const bool current = offer != nullptr && (own == nullptr || !(offer->date < own->date));
        const auto price = priceOfShown(question, card.info);
        if (card.variantOf == chip.info.id && current && price) {
            articles.push_back({&card, *price});
        }
    }
    if (const auto price = priceOfShown(question, chip.info); articles.empty() && price) {
        articles.push_back({&chip, *price});
    }
    return articles;
}

std::vector<Alternative> alternatives(PartKind kind, const Question& question, const Machine& before,
                                      const Machine& machine)
{
    const Catalog& catalog = question.catalog;
    std::vector<int> cpus{countOf(before.cpus)};
    if (machine.board->socketCount != cpus.front()) {
        cpus.push_back(machine.board->socketCount);
    }
    switch (kind) {
    case PartKind::Board:
        return others(each(question, catalog.boards, {1},
                           [](Machine& m, const Board& board, int) { m.board = &board; }),
                      before);
    case PartKind::Cpu:
        return others(each(question, catalog.cpus, cpus,
                           [](Machine& m, const Cpu& cpu, int count) {
                               m.cpus = {{&cpu, count}};
                           }),
                      before);
    case PartKind::Memory: return otherMemory(question, before, machine);
    case PartKind::MoreMemory: return moreMemory(question, before);
    case PartKind::Cards: return otherCards(question, before);
    case PartKind::CardCount: return otherCount(question, before);
    case PartKind::Storage:
        return others(each(question, catalog.drives, {1},
                           [](Machine& m, const Drive& drive, int) {
                               m.drives = {{&drive, 1}};
                           }),
                      before);
    case PartKind::Case:
        return others(each(question, catalog.cases, {1},
                           [](Machine& m, const Case& enclosure, int) { m.enclosure = &enclosure; }),
                      before);
    case PartKind::Cooler:
        return others(each(question, catalog.coolers, {countOf(machine.cpus)},
                           [](Machine& m, const Cooler& cooler, int count) {
                               m.coolers = {{&cooler, count}};
                           }),
                      before);
    case PartKind::PowerSupply:
        return others(each(question, catalog.powerSupplies, {1},
                           [](Machine& m, const PowerSupply& supply, int) {
                               m.supplies = {{&supply, 1}};
                           }),
                      before);
    case PartKind::System:
    case PartKind::NetworkCard: break;
    }
    return {};
}

} // namespace rigwright::test
