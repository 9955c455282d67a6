// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/changes/upgrade_search.h"

#include "builds/rules/rules.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr PartSet kAround =
    partSet({PartCategory::Case, PartCategory::Cooler, PartCategory::PowerSupply, PartCategory::Storage});
constexpr PartSet kMemoryAndCpu = partSet({PartCategory::Memory, PartCategory::Cpu});
constexpr PartSet kJustMemory = partSet({PartCategory::Memory});
/// Less is within the error of the estimates, and nothing to pay for.
constexpr double kLeastGain = 1.01;

using Chosen = std::vector<const PartOption*>;

Chosen plus(Chosen chosen, const PartOption& option)
{
    chosen.push_back(&option);
    return chosen;
}

} // namespace

UpgradeSearch::UpgradeSearch(ChangedUse& use, const Pool& pool, const Machine& now, std::stop_token stop)
    : use_(use)
    , pool_(pool)
    , now_(now)
    , stop_(std::move(stop))
    , options_(use.question(), pool, now)
    , speedNow_(use.speedOn(now).value_or(0))
    , budget_(use.requirement().budget.minorUnits())
{
    for (const Rule& rule : allRules()) {
        if (verdictOf(rule, now) == Verdict::Unverified) {
            wasOpen_.push_back(&rule);
        }
    }
    addCardOptions();
}

void UpgradeSearch::addCardOptions()
{
    const int there = countOf(now_.accelerators);
    const auto add = [&](std::vector<Used<Accelerator>> cards, std::int64_t price) {
        cards_.push_back({std::move(cards), price, price});
    };
    for (const Device& device : pool_.devices) {
        for (const Priced<Accelerator>& card : device.cards) {
            const auto same = std::ranges::find(now_.accelerators, card.part, &Used<Accelerator>::part);
            const int has = same == now_.accelerators.end() ? 0 : same->quantity;
            // One engine drives all of them only where one maker's software does.
            const bool mixes = there > 0 && std::ranges::all_of(now_.accelerators, [&](const auto& used) {
                                   return used.part->vendor == card.part->vendor;
                               });
            for (int count = 1; count <= kMostAccelerators; ++count) {
                const auto price = card.costOf(count);
                if (price && (has != there || count != has)) {
                    add({{card.part, count}}, *price);
                }
                if (price && mixes && has == 0 && there + count <= kMostAccelerators) {
                    auto beside = now_.accelerators;
                    beside.push_back({card.part, count});
                    add(std::move(beside), *price);
                }
            }
        }
    }
}

bool UpgradeSearch::keepsRules(const Machine& machine, PartSet stillOpen) const
{
    return std::ranges::none_of(allRules(), [&](const Rule& rule) {
        if (rule.severity != Severity::Blocker || (rule.reads & (kAround | stillOpen)) != 0) {
            return false;
        }
        const Verdict verdict = verdictOf(rule, machine);
        return verdict == Verdict::Broken ||
            (verdict == Verdict::Unverified && rule.mustBeKnown &&
             std::ranges::find(wasOpen_, &rule) == wasOpen_.end());
    });
}

std::optional<Machine> UpgradeSearch::with(const Machine& machine, const PartOption& option,
                                           PartSet stillOpen) const
{
    if (option.price > budget_) {
        return std::nullopt;
    }
    Machine changed = machine;
    put(changed, option);
    return keepsRules(changed, stillOpen) ? std::optional(std::move(changed)) : std::nullopt;
}

void UpgradeSearch::consider(const Machine& machine, const Chosen& chosen)
{
    ++considered_;
    Core core{chosen, 0, 0};
    for (const PartOption* option : chosen) {
        core.price += option->price;
    }
    if (core.price > budget_) {
        return;
    }
    core.speed = use_.speedOn(machine).value_or(0);
    if (core.speed > 0 && core.speed >= speedNow_ * kLeastGain) {
        cores_.push_back(std::move(core));
    }
}

void UpgradeSearch::exchangeSystem()
{
    for (const PartOption& option : options_.of(PartKind::System, now_)) {
        if (const auto machine = with(now_, option, 0)) {
            consider(*machine, {&option});
        }
    }
}

void UpgradeSearch::exchangeCards()
{
    std::vector<std::pair<Machine, const PartOption*>> boards;
    for (const PartOption& board : options_.of(PartKind::Board, now_)) {
        if (auto machine = with(now_, board, partSet({PartCategory::Accelerator}))) {
            boards.emplace_back(std::move(*machine), &board);
        }
    }
    for (const PartOption& cards : cards_) {
        if (stop_.stop_requested()) {
            return;
        }
        const auto withMemory = with(now_, cards, 0);
        if (withMemory) {
            consider(*withMemory, {&cards});
        }
        // Where all of the model lies on cards, RAM makes no difference, unless the RAM there breaks a rule.
        if (const auto machine = with(now_, cards, kJustMemory);
            machine && (!withMemory || use_.usesHostOn(*machine))) {
            exchangeMemory(*machine, {&cards});
        }
        for (const auto& [onBoard, board] : boards) {
            if (const auto machine = with(onBoard, cards, 0)) {
                consider(*machine, {board, &cards});
            }
        }
    }
}

void UpgradeSearch::exchangeMemory(const Machine& machine, const Chosen& chosen)
{
    const auto exchange = [&](PartKind kind) {
        for (const PartOption& memory : options_.of(kind, machine)) {
            if (const auto changed = with(machine, memory, 0)) {
                consider(*changed, plus(chosen, memory));
            }
        }
    };
    if (machine.board != nullptr) {
        exchange(PartKind::Memory);
    }
    if (!now_.memory.empty() && machine.board == now_.board) {
        exchange(PartKind::MoreMemory);
    }
}

void UpgradeSearch::exchangeCpus(const Machine& machine, const Chosen& chosen)
{
    for (const PartOption& cpus : options_.of(PartKind::Cpu, machine)) {
        if (stop_.stop_requested()) {
            return;
        }
        if (chosen.empty()) {
            if (const auto changed = with(machine, cpus, 0)) {
                consider(*changed, {&cpus});
            }
        }
        if (const auto changed = with(machine, cpus, kJustMemory)) {
            exchangeMemory(*changed, plus(chosen, cpus));
        }
    }
}

void UpgradeSearch::exchangePlatform()
{
    exchangeMemory(now_, {});
    if (!now_.cpus.empty()) {
        exchangeCpus(now_, {});
        for (const PartOption& board : options_.of(PartKind::Board, now_)) {
            if (const auto machine = with(now_, board, kMemoryAndCpu)) {
                exchangeCpus(*machine, {&board});
            }
        }
    }
}

std::vector<UpgradeSearch::Step> UpgradeSearch::rank()
{
    std::ranges::stable_sort(cores_, {}, &Core::price);
    ParetoFront<Machine> front;
    FollowUp followUp(options_, stop_);
    for (const Core& core : cores_) {
        if (!front.takes(core.price, core.speed)) {
            continue;
        }
        Machine machine = now_;
        for (const PartOption* option : core.options) {
            put(machine, *option);
        }
        if (auto followed = followUp.best(machine)) {
            const std::int64_t cost = core.price + followed->rank.price;
            if (cost <= budget_) {
                front.add(cost, core.speed, std::move(followed->machine));
            }
        }
    }
    std::vector<Step> steps;
    double fastest = speedNow_;
    for (const auto& point : front.points()) {
        if (point.speed >= fastest * kLeastGain) {
            steps.push_back({point.value, point.price, point.speed});
            fastest = point.speed;
        }
    }
    return steps;
}

std::vector<UpgradeSearch::Step> UpgradeSearch::run()
{
    if (now_.system != nullptr) {
        exchangeSystem();
    } else {
        exchangeCards();
        exchangePlatform();
    }
    return rank();
}

} // namespace rigwright
