// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/changes/follow_up.h"

#include "builds/rules/rules.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr std::array kFollowing{PartKind::Storage, PartKind::Case, PartKind::Cooler, PartKind::PowerSupply};

PartSet partsOf(PartKind kind)
{
    return partSet({categoryOf(kind)});
}

bool isThere(PartKind kind, const Machine& machine)
{
    switch (kind) {
    case PartKind::Storage: return !machine.drives.empty();
    case PartKind::Case: return machine.enclosure != nullptr;
    case PartKind::Cooler: return !machine.coolers.empty();
    case PartKind::PowerSupply: return !machine.supplies.empty();
    default: return false;
    }
}

/// Rules about the whole list say nothing of one part.
bool isWeighedHere(const Rule& rule)
{
    return rule.reads != ~PartSet{0} &&
        (rule.severity == Severity::Blocker || (rule.severity == Severity::Warning && rule.weighed));
}

bool breaks(const Rule& rule, const Machine& machine)
{
    return rule.severity == Severity::Blocker && verdictOf(rule, machine) == Verdict::Broken;
}

} // namespace

FollowUp::FollowUp(PartOptions& options, std::stop_token stop)
    : options_(options)
    , stop_(std::move(stop))
{ }

/// `following`: all parts around the core, `decided`: this one and those chosen before. False: nothing can stand here.
bool FollowUp::fill(Level& level, const Machine& core, PartSet following, PartSet decided)
{
    const PartSet own = partsOf(level.kind);
    std::vector<const Rule*> alone;
    for (const Rule& rule : allRules()) {
        if ((rule.reads & own) == 0 || !isWeighedHere(rule)) {
            continue;
        }
        if ((rule.reads & following & ~decided) == 0) {
            level.rules.push_back(&rule);
        }
        if ((rule.reads & following) == own) {
            alone.push_back(&rule);
        }
    }
    const auto holds = [&](const Machine& machine) {
        return std::ranges::none_of(alone, [&](const Rule* rule) { return breaks(*rule, machine); });
    };
    level.mayStay =
        holds(core) && (level.kind != PartKind::Cooler || countOf(core.coolers) >= countOf(core.cpus));
    Machine tried = core;
    for (const PartOption& option : options_.of(level.kind, core)) {
        put(tried, option);
        if (holds(tried)) {
            level.options.push_back(&option);
        }
    }
    return level.mayStay || !level.options.empty();
}

bool FollowUp::prepare(const Machine& core)
{
    machine_ = core;
    best_.reset();
    levels_.clear();
    PartSet following = 0;
    for (const PartKind kind : kFollowing) {
        if (isThere(kind, core)) {
            levels_.push_back({kind, false, {}, {}, 0});
            following |= partsOf(kind);
        }
    }
    PartSet decided = 0;
    for (Level& level : levels_) {
        decided |= partsOf(level.kind);
        if (!fill(level, core, following, decided)) {
            return false;
        }
    }
    for (std::size_t i = levels_.size(); i-- > 1;) {
        levels_[i - 1].boughtAfter = levels_[i].boughtAfter + (levels_[i].mayStay ? 0 : 1);
    }
    return true;
}

/// Open points at a level, of rules that read a bought part; nothing: a rule is broken.
std::optional<int> FollowUp::doubtsAt(const Level& level, PartSet bought) const
{
    int doubts = 0;
    for (const Rule* rule : level.rules) {
        const Verdict verdict = verdictOf(*rule, machine_);
        if (verdict == Verdict::Broken && rule->severity == Severity::Blocker) {
            return std::nullopt;
        }
        doubts += verdict != Verdict::Kept && (rule->reads & bought) != 0 ? 1 : 0;
    }
    return doubts;
}

void FollowUp::tryLevel(std::size_t number, const FollowUpRank& sofar, PartSet bought)
{
    FollowUpRank rank = sofar;
    const int after = levels_[number].boughtAfter;
    const auto beaten = [&] {
        return best_ && FollowUpRank{rank.bought + after, rank.doubts, rank.price} >= best_->rank;
    };
    if (stop_.stop_requested() || beaten()) {
        return;
    }
    const std::optional<int> doubts = doubtsAt(levels_[number], bought);
    if (!doubts) {
        return;
    }
    rank.doubts += *doubts;
    if (!beaten()) {
        choose(number + 1, rank, bought);
    }
}

void FollowUp::choose(std::size_t number, const FollowUpRank& sofar, PartSet bought)
{
    if (number == levels_.size()) {
        best_ = {machine_, sofar};
        return;
    }
    const Level& level = levels_[number];
    if (level.mayStay) {
        tryLevel(number, sofar, bought);
    }
    const Machine asItWas = machine_;
    for (const PartOption* option : level.options) {
        put(machine_, *option);
        tryLevel(number, {sofar.bought + 1, sofar.doubts, sofar.price + option->price},
                 bought | partsOf(level.kind));
    }
    machine_ = asItWas;
}

std::optional<FollowedUp> FollowUp::best(const Machine& core)
{
    if (!prepare(core)) {
        return std::nullopt;
    }
    choose(0, {}, 0);
    return stop_.stop_requested() ? std::nullopt : std::move(best_);
}

} // namespace rigwright
