// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/changes/exchange.h"

#include "builds/question.h"
#include "builds/rules/rules.h"

#include <algorithm>
#include <tuple>

namespace rigwright {

namespace {

template <class Part>
void addUse(std::vector<Used<Part>>& used, const Part& part, int quantity)
{
    const auto same = std::ranges::find(used, &part, &Used<Part>::part);
    if (same == used.end()) {
        used.push_back({&part, quantity});
    } else {
        same->quantity += quantity;
    }
}

/// The rest of a machine, with one more part at a time.
class Place {
public:
    Place(const Question& question, Machine rest, PartCategory category, int quantity)
        : question_(question)
        , rest_(std::move(rest))
        , category_(category)
        , quantity_(quantity)
    {
        for (const Rule& rule : allRules()) {
            if (rule.severity == Severity::Blocker && (rule.reads & partSet({category})) != 0) {
                rules_.push_back(&rule);
            }
        }
    }

    [[nodiscard]] Expected<std::vector<PartExchange>> all(const std::stop_token& stop)
    {
        const Catalog& catalog = question_.catalog;
        switch (category_) {
        case PartCategory::Accelerator:
            return tryAll(catalog.accelerators, stop).and_then([&](auto) {
                return tryAll(catalog.cards, stop);
            });
        case PartCategory::Cpu: return tryAll(catalog.cpus, stop);
        case PartCategory::Board: return tryAll(catalog.boards, stop);
        case PartCategory::Memory: return tryAll(catalog.memory, stop);
        case PartCategory::Storage: return tryAll(catalog.drives, stop);
        case PartCategory::PowerSupply: return tryAll(catalog.powerSupplies, stop);
        case PartCategory::Case: return tryAll(catalog.cases, stop);
        case PartCategory::Cooler: return tryAll(catalog.coolers, stop);
        case PartCategory::NetworkCard: return tryAll(catalog.networkCards, stop);
        case PartCategory::System: return tryAll(catalog.systems, stop);
        }
        return found_;
    }

private:
    void put(Machine& machine, const Accelerator& part) const
    {
        addUse(machine.accelerators, part, quantity_);
    }
    void put(Machine& machine, const Cpu& part) const { addUse(machine.cpus, part, quantity_); }
    void put(Machine& machine, const Board& part) const { machine.board = &part; }
    void put(Machine& machine, const MemoryKit& part) const { addUse(machine.memory, part, quantity_); }
    void put(Machine& machine, const Drive& part) const { addUse(machine.drives, part, quantity_); }
    void put(Machine& machine, const PowerSupply& part) const { addUse(machine.supplies, part, quantity_); }
    void put(Machine& machine, const Case& part) const { machine.enclosure = &part; }
    void put(Machine& machine, const Cooler& part) const { addUse(machine.coolers, part, quantity_); }
    void put(Machine& machine, const NetworkCard& part) const
    {
        addUse(machine.networkCards, part, quantity_);
    }
    void put(Machine& machine, const CompleteSystem& part) const
    {
        machine.system = &part;
        machine.systemAccelerator = acceleratorOf(question_.catalog, part.accelerator);
    }

    template <class Part>
    [[nodiscard]] Expected<std::vector<PartExchange>> tryAll(const std::vector<Part>& parts,
                                                             const std::stop_token& stop)
    {
        for (const Part& part : parts) {
            if (stop.stop_requested()) {
                break;
            }
            if (part.info.hidden) {
                continue;
            }
            const auto price = priceOf(question_, part.info);
            if (!price) {
                return tl::unexpected(price.error());
            }
            Machine machine = rest_;
            put(machine, part);
            found_.push_back({{category_, part.info.id, quantity_},
                              part.info.manufacturer,
                              part.info.name,
                              *price,
                              firstBroken(machine)});
        }
        return found_;
    }

    [[nodiscard]] std::optional<Finding> firstBroken(const Machine& machine) const
    {
        const auto broken = std::ranges::find_if(
            rules_, [&machine](const Rule* rule) { return verdictOf(*rule, machine) == Verdict::Broken; });
        return broken == rules_.end() ? std::nullopt : findingOf(**broken, machine);
    }

    const Question& question_;
    Machine rest_;
    PartCategory category_;
    int quantity_;
    std::vector<const Rule*> rules_;
    std::vector<PartExchange> found_;
};

/// The machine without the line at `place`, and without those that the catalog lacks or that can't be in it.
Machine restOf(const Catalog& catalog, const Build& build, std::optional<std::size_t> place)
{
    Build kept;
    kept.powerCap = build.powerCap;
    Machine rest;
    rest.powerCap = build.powerCap;
    for (std::size_t i = 0; i < build.lines.size(); ++i) {
        if (i == place) {
            continue;
        }
        kept.lines.push_back(build.lines[i]);
        if (auto machine = lookUp(catalog, kept)) {
            rest = std::move(*machine);
        } else {
            kept.lines.pop_back();
        }
    }
    return rest;
}

} // namespace

Expected<std::vector<PartExchange>> exchangesFor(const Catalog& catalog, const Build& build,
                                                 PartCategory category, std::optional<std::size_t> place,
                                                 const Requirement& requirement, const std::stop_token& stop)
{
    const auto question = ask(catalog, requirement);
    if (!question) {
        return tl::unexpected(question.error());
    }
    Machine rest = restOf(catalog, build, place);
    rest.demands = question->demands;
    const int quantity = place && *place < build.lines.size() ? build.lines[*place].quantity : 1;
    auto found = Place(*question, std::move(rest), category, quantity).all(stop);
    if (found) {
        std::ranges::stable_sort(*found, {}, [](const PartExchange& each) {
            const std::int64_t price = each.unitPrice ? each.unitPrice->minorUnits() : 0;
            return std::tuple(each.broken.has_value(), !each.unitPrice.has_value(), price);
        });
    }
    return found;
}

} // namespace rigwright
