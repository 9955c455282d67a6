// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/host_runs.h"

#include <algorithm>

namespace rigwright {

bool Surroundings::atLeastAsFastAs(const Surroundings& other) const
{
    return link.generation >= other.link.generation && link.lanes >= other.link.lanes &&
        host.atLeastAsFastAs(other.host) && bandwidth >= other.bandwidth;
}

Hardware within(Hardware accelerators, const Surroundings& surroundings)
{
    for (AcceleratorGroup& group : accelerators.accelerators) {
        group.linkGeneration = surroundings.link.generation;
        group.linkLanes = surroundings.link.lanes;
    }
    accelerators.host.id = surroundings.host.measured;
    accelerators.host.sockets = surroundings.host.sockets;
    accelerators.host.cores = surroundings.host.cores;
    accelerators.host.baseGigahertz = surroundings.host.baseGigahertz;
    accelerators.host.avx512 = surroundings.host.avx512;
    accelerators.host.amx = surroundings.host.amx;
    accelerators.host.bandwidth = surroundings.bandwidth;
    return accelerators;
}

SpeedVerdict HostRuns::speedIn(const Surroundings& surroundings) const
{
    return speedOf(question_, within(accelerators_, surroundings), placed_);
}

void HostRuns::setBound(const std::vector<HostPower>& hosts, const std::vector<Link>& links,
                        std::optional<BytesPerSecond> fastestMemory)
{
    Surroundings best;
    best.bandwidth = fastestMemory;
    for (const Link& link : links) {
        best.link.generation = std::max(best.link.generation, link.generation);
        best.link.lanes = std::max(best.link.lanes, link.lanes);
    }
    for (const HostPower& host : hosts) {
        best.host = host;
        bound_ = std::max(bound_, speedIn(best).ranked);
    }
}

SpeedVerdict::State HostRuns::stateIn(const Surroundings& surroundings)
{
    using State = SpeedVerdict::State;
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

void HostRuns::add(const Surroundings& surroundings, const Candidate& candidate, const Outcome& outcome)
{
    if (!outcome.front().takes(candidate.price, bound_)) {
        return;
    }
    const auto [known, isNew] = cheapest_.emplace(surroundings, candidate);
    if (!isNew && candidate.price < known->second.price) {
        known->second = candidate;
    }
}

void HostRuns::rank(Outcome& outcome) const
{
    std::vector<const std::pair<const Surroundings, Candidate>*> runs;
    for (const auto& run : cheapest_) {
        runs.push_back(&run);
    }
    std::ranges::stable_sort(runs, {}, [](const auto* run) { return run->second.price; });
    std::vector<const Surroundings*> kept;
    for (const auto* run : runs) {
        const bool beaten = std::ranges::any_of(
            kept, [&](const Surroundings* other) { return other->atLeastAsFastAs(run->first); });
        if (beaten) {
            continue;
        }
        kept.push_back(&run->first);
        outcome.offer(run->second, speedIn(run->first).ranked);
    }
}

} // namespace rigwright
