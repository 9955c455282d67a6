// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/changes/part_search.h"

#include "builds/rules/rules.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr PartSet kCompletingParts =
    partSet({PartCategory::Case, PartCategory::Cooler, PartCategory::PowerSupply, PartCategory::Storage});
/// What decides whether and how fast a model runs.
constexpr PartSet kRunning =
    partSet({PartCategory::System, PartCategory::Board, PartCategory::Cpu, PartCategory::Memory,
             PartCategory::Accelerator, PartCategory::NetworkCard});

/// More than all rules together: nothing makes up for what must be known.
constexpr int kMustBeKnown = 1000;

/// What decides whether it fits.
constexpr PartSet kHolding = partSet({PartCategory::System, PartCategory::Memory, PartCategory::Accelerator});

PartSet setOf(PartKind kind)
{
    return partSet({categoryOf(kind)});
}

bool countsAsDoubt(const Rule& rule)
{
    return rule.severity == Severity::Warning && rule.weighed && (rule.reads & kCompletingParts) != 0 &&
        rule.reads != ~PartSet{0};
}

bool matters(const Rule& rule)
{
    return rule.severity == Severity::Blocker || countsAsDoubt(rule);
}

/// Kinds whose options are the same whatever else is chosen.
bool standsAlone(PartKind kind)
{
    return kind != PartKind::Cpu && kind != PartKind::Memory && kind != PartKind::Cooler;
}

/// The last of the kinds that the parts of a set belong to, or -1.
int lastOf(const std::vector<PartKind>& kinds, PartSet parts)
{
    for (int i = static_cast<int>(kinds.size()) - 1; i >= 0; --i) {
        if ((setOf(kinds[static_cast<std::size_t>(i)]) & parts) != 0) {
            return i;
        }
    }
    return -1;
}

} // namespace

PartSearch::PartSearch(PartOptions& options, const Machine& before, std::stop_token stop)
    : options_(options)
    , before_(before)
    , stop_(std::move(stop))
{ }

void PartSearch::prepare(ChangedUse& use, const std::vector<PartKind>& kinds)
{
    use_ = &use;
    machine_ = before_;
    use.applyTo(machine_);
    best_.reset();
    levels_.clear();
    for (const PartKind kind : kinds) {
        levels_.push_back({kind, {}, false, false, 0});
    }
    for (const Rule& rule : allRules()) {
        const int last = lastOf(kinds, rule.reads);
        if (last >= 0 && matters(rule)) {
            const bool open = verdictOf(rule, machine_) == Verdict::Unverified;
            levels_[static_cast<std::size_t>(last)].checks.push_back({&rule, open});
        }
    }
    if (const int last = lastOf(kinds, kHolding); last >= 0) {
        levels_[static_cast<std::size_t>(last)].fits = true;
    }
    if (const int last = lastOf(kinds, kRunning); last >= 0) {
        levels_[static_cast<std::size_t>(last)].runs = true;
    }
    std::int64_t after = 0;
    for (std::size_t i = levels_.size(); i-- > 0;) {
        levels_[i].after = after;
        if (standsAlone(levels_[i].kind)) {
            const auto& options = options_.of(levels_[i].kind, machine_);
            after += options.empty() ? 0 : options.front().weight;
        }
    }
}

/// What no choice of these kinds can change.
bool PartSearch::restHolds(ChangedUse& use, const std::vector<PartKind>& kinds) const
{
    for (const Rule& rule : allRules()) {
        if (rule.severity == Severity::Blocker && lastOf(kinds, rule.reads) < 0 &&
            verdictOf(rule, machine_) == Verdict::Broken) {
            return false;
        }
    }
    return (lastOf(kinds, kHolding) >= 0 || use.fitsOn(machine_)) &&
        (lastOf(kinds, kRunning) >= 0 || use.runsOn(machine_));
}

std::optional<int> PartSearch::doubtsAt(const Level& level) const
{
    int doubts = 0;
    for (const Check& check : level.checks) {
        const Verdict verdict = verdictOf(*check.rule, machine_);
        if (verdict == Verdict::Kept) {
            continue;
        }
        if (check.rule->severity == Severity::Blocker && verdict == Verdict::Broken) {
            return std::nullopt;
        }
        doubts += check.rule->mustBeKnown && !check.wasOpen ? kMustBeKnown : 1;
    }
    return doubts;
}

void PartSearch::choose(std::size_t number, const PartsRank& sofar)
{
    if (number == levels_.size()) {
        best_ = {machine_, sofar};
        return;
    }
    const Level& level = levels_[number];
    for (const PartOption& option : options_.of(level.kind, machine_)) {
        PartsRank rank{sofar.doubts, sofar.weight + option.weight};
        const auto beaten = [&] {
            return best_ && PartsRank{rank.doubts, rank.weight + level.after} >= best_->rank;
        };
        if (stop_.stop_requested() || beaten()) {
            return;
        }
        put(machine_, option);
        const std::optional<int> doubts = doubtsAt(level);
        if (!doubts) {
            continue;
        }
        rank.doubts += *doubts;
        if (!beaten() && (!level.fits || use_->fitsOn(machine_)) && (!level.runs || use_->runsOn(machine_))) {
            choose(number + 1, rank);
        }
    }
}

std::optional<ChosenParts> PartSearch::best(ChangedUse& use, const std::vector<PartKind>& kinds)
{
    prepare(use, kinds);
    if (!restHolds(use, kinds)) {
        return std::nullopt;
    }
    choose(0, {});
    return stop_.stop_requested() ? std::nullopt : std::move(best_);
}

} // namespace rigwright
