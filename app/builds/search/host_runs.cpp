// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/host_runs.h"

#include <algorithm>
#include <limits>

namespace rigwright {

bool Surroundings::atLeastAsFastAs(const Surroundings& other) const
{
    return link.generation >= other.link.generation && link.lanes >= other.link.lanes &&
        bandwidth >= other.bandwidth && (host == other.host || host->atLeastAsFastAs(*other.host));
}

Hardware within(Hardware accelerators, const Surroundings& surroundings)
{
    for (AcceleratorGroup& group : accelerators.accelerators) {
        group.linkGeneration = surroundings.link.generation;
        group.linkLanes = surroundings.link.lanes;
    }
    if (const HostPower* host = surroundings.host) {
        accelerators.host.id = host->measured;
        accelerators.host.sockets = host->sockets;
        accelerators.host.cores = host->cores;
        accelerators.host.baseGigahertz = host->baseGigahertz;
        accelerators.host.avx512 = host->avx512;
        accelerators.host.amx = host->amx;
    }
    accelerators.host.bandwidth = surroundings.bandwidth;
    return accelerators;
}

Link bestOf(const std::vector<Link>& links)
{
    Link best;
    for (const Link& link : links) {
        best.generation = std::max(best.generation, link.generation);
        best.lanes = std::max(best.lanes, link.lanes);
    }
    return best;
}

LinkRuns::LinkRuns(const Question& question, const Hardware& accelerators, const Placed& placed,
                   const std::vector<Link>& links)
    : question_(question)
    , accelerators_(accelerators)
    , placed_(placed)
    , anySpeedWillDo_(anySpeedWillDo(question.requirement))
    , best_(verdictOn(bestOf(links)))
{ }

const SpeedVerdict& LinkRuns::verdictOn(Link link)
{
    const auto [known, isNew] = verdicts_.try_emplace(link);
    if (isNew) {
        known->second = speedOf(question_, within(accelerators_, {link, nullptr, std::nullopt}), placed_);
    }
    return known->second;
}

SpeedVerdict::State LinkRuns::stateOn(Link link)
{
    return anySpeedWillDo_ ? best_.state : verdictOn(link).state;
}

HostRuns::HostRuns(const Question& question, const Hardware& accelerators, const Placed& placed,
                   const Platforms& platforms, const std::vector<Link>& links)
    : question_(question)
    , accelerators_(accelerators)
    , placed_(placed)
    , platforms_(platforms)
    , anySpeedWillDo_(anySpeedWillDo(question.requirement))
    , best_{bestOf(links), nullptr, platforms.fastestMemory()}
{ }

SpeedVerdict HostRuns::speedIn(const Surroundings& surroundings) const
{
    return speedOf(question_, within(accelerators_, surroundings), placed_);
}

double HostRuns::boundOf(const HostPower& host)
{
    const std::vector<HostPower>& hosts = platforms_.fastestHosts();
    fastest_.resize(hosts.size());
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        if (!hosts[i].atLeastAsFastAs(host)) {
            continue;
        }
        if (!fastest_[i]) {
            best_.host = &hosts[i];
            fastest_[i] = speedIn(best_).ranked;
        }
        return *fastest_[i];
    }
    return std::numeric_limits<double>::infinity();
}

std::optional<SpeedVerdict::State> HostRuns::commonState()
{
    if (!anySpeedWillDo_ || !platforms_.hostFiguresKnown() || platforms_.hosts().empty()) {
        return std::nullopt;
    }
    best_.host = &platforms_.hosts().front();
    return stateIn(best_);
}

SpeedVerdict::State HostRuns::stateIn(const Surroundings& surroundings)
{
    using State = SpeedVerdict::State;
    if (anySpeedWillDo_) {
        const auto [known, isNew] =
            byFigures_.try_emplace({surroundings.bandwidth.has_value(), surroundings.host->cores > 0});
        if (isNew) {
            known->second = speedIn(surroundings).state;
        }
        return known->second;
    }
    if (!surroundings.bandwidth) {
        if (!withoutBandwidth_) {
            withoutBandwidth_ = speedIn(surroundings).state;
        }
        return *withoutBandwidth_;
    }
    const auto slower = [&](const Surroundings& other) { return surroundings.atLeastAsFastAs(other); };
    const auto faster = [&](const Surroundings& other) { return other.atLeastAsFastAs(surroundings); };
    if (std::ranges::any_of(met_, slower)) {
        return State::Met;
    }
    if (std::ranges::any_of(missed_, faster)) {
        return State::Missed;
    }
    const State state = speedIn(surroundings).state;
    if (state == State::Met) {
        std::erase_if(met_, faster);
        met_.push_back(surroundings);
    } else if (state == State::Missed) {
        std::erase_if(missed_, slower);
        missed_.push_back(surroundings);
    }
    return state;
}

const std::vector<const MemoryOption*>& HostRuns::choicesOf(const MemoryOptions& memory)
{
    const auto [known, isNew] = choices_.try_emplace(&memory);
    std::vector<const MemoryOption*>& choices = known->second;
    if (!isNew) {
        return choices;
    }
    for (const BandwidthShelf& each : memory.byBandwidth) {
        const MemoryRange range(memory, each.shelf, placed_.atLeast, placed_.below);
        if (const MemoryOption* cheapest = range.cheapest()) {
            choices.push_back(cheapest);
        }
    }
    std::ranges::stable_sort(choices, {}, &MemoryOption::price);
    std::vector<const MemoryOption*> kept;
    for (const MemoryOption* choice : choices) {
        if (kept.empty() || choice->bandwidth > kept.back()->bandwidth) {
            kept.push_back(choice);
        }
    }
    choices = std::move(kept);
    return choices;
}

void HostRuns::offer(const Surroundings& surroundings, const Standing& standing, const HostRun& run,
                     const Outcome& outcome)
{
    if (!outcome.front().takes(run.settled.price, boundOf(*surroundings.host), standing)) {
        return;
    }
    const auto [known, isNew] = cheapest_.try_emplace({surroundings, standing}, run);
    if (!isNew && run.settled.price < known->second.settled.price) {
        known->second = run;
    }
}

std::vector<std::pair<HostRuns::Place, HostRun>> HostRuns::unbeaten() const
{
    std::vector<std::pair<Place, HostRun>> runs(cheapest_.begin(), cheapest_.end());
    std::ranges::stable_sort(runs, {}, [](const auto& run) { return run.second.settled.price; });
    std::vector<std::pair<Place, HostRun>> kept;
    for (const auto& run : runs) {
        const bool beaten = std::ranges::any_of(kept, [&](const auto& other) {
            return other.first.first.atLeastAsFastAs(run.first.first) &&
                asGoodAs(other.first.second, run.first.second);
        });
        if (!beaten) {
            kept.push_back(run);
        }
    }
    return kept;
}

} // namespace rigwright
