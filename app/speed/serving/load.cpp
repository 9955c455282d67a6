// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/serving/load.h"

#include "speed/serving/served_model.h"

#include <algorithm>

namespace rigwright {

namespace {

// Users doubled that bring less than a tenth more tokens: the growth has ended.
constexpr double kGrowth = 1.1;

LoadLimit limitOf(Bound bound)
{
    switch (bound) {
    case Bound::MemoryBandwidth: return LoadLimit::MemoryBandwidth;
    case Bound::HostMemory: return LoadLimit::HostMemory;
    case Bound::Compute: return LoadLimit::Compute;
    case Bound::Interconnect: return LoadLimit::Interconnect;
    case Bound::EngineOverhead: return LoadLimit::EngineOverhead;
    }
    return LoadLimit::None;
}

LoadLimit slotLimit(const ServedModel& served)
{
    if (!served.hasPool()) {
        return LoadLimit::Memory;
    }
    return served.slots().limit == SlotLimit::KeyValueMemory ? LoadLimit::KeyValueMemory
                                                             : LoadLimit::MaxSequences;
}

bool growthHasEnded(const LoadPoint& before, const LoadPoint& after)
{
    return after.users >= 2 * before.users &&
        after.speed.total.mid.value() < kGrowth * before.speed.total.mid.value();
}

void nameLimit(LoadCurve& curve, const ServedModel& served, int mostUsers)
{
    for (std::size_t i = 1; i < curve.points.size(); ++i) {
        if (growthHasEnded(curve.points[i - 1], curve.points[i])) {
            curve.limit = limitOf(curve.points[i].speed.bound);
            curve.usersAtLimit = curve.points[i - 1].users;
            return;
        }
    }
    curve.usersAtLimit = static_cast<int>(std::min<std::int64_t>(curve.slots, mostUsers));
    if (curve.slots < mostUsers) {
        curve.limit = slotLimit(served);
    }
}

/// Slots of the queue that a request rate meets.
int slotsForRate(const ServedModel& served, const Workload& workload)
{
    return served.hasPool() ? served.mostHeld(kLargestConcurrency) : workload.concurrency;
}

LoadLimit limitAtSlots(const ServedModel& served, int slots)
{
    const auto all = served.at(slots);
    const auto half = served.at(std::max(1, slots / 2));
    if (slots > 1 && all && half && growthHasEnded({slots / 2, *half}, {slots, *all})) {
        return limitOf(all->bound);
    }
    return served.hasPool() ? slotLimit(served) : LoadLimit::MaxSequences;
}

/// How much longer times are at an end of the range than in its middle.
struct Slowness {
    double firstToken = 1;
    double generation = 1;
};

Slowness slowEnd(const SpeedEstimate& speed)
{
    return {speed.timeToFirstToken.high / speed.timeToFirstToken.mid,
            speed.timePerOutputToken.high / speed.timePerOutputToken.mid};
}

Slowness fastEnd(const SpeedEstimate& speed)
{
    return {speed.timeToFirstToken.low / speed.timeToFirstToken.mid,
            speed.timePerOutputToken.low / speed.timePerOutputToken.mid};
}

ServiceCurve scaled(const ServiceCurve& curve, Slowness slowness)
{
    return curve.slowed(slowness.firstToken, slowness.generation);
}

/// The target that so many users miss, or none.
LoadLimit missedTarget(const Workload& workload, const SpeedEstimate& speed, bool careful)
{
    const auto time = [careful](const Range<Seconds>& range) { return careful ? range.high : range.mid; };
    if (workload.maxTimeToFirstToken && time(speed.timeToFirstToken) > *workload.maxTimeToFirstToken) {
        return LoadLimit::TimeToFirstToken;
    }
    if (workload.maxTimePerOutputToken && time(speed.timePerOutputToken) > *workload.maxTimePerOutputToken) {
        return LoadLimit::TimePerOutputToken;
    }
    return LoadLimit::None;
}

struct Most {
    int users = 0;
    LoadLimit limit = LoadLimit::None;
};

Most mostWithin(const ServedModel& served, const Workload& workload, int held, bool careful)
{
    const auto missed = [&](int users) {
        const auto speed = served.at(users);
        return speed ? missedTarget(workload, *speed, careful) : LoadLimit::Memory;
    };
    if (missed(held) == LoadLimit::None) {
        return {held, held < kMostUsersTried ? slotLimit(served) : LoadLimit::None};
    }
    int within = 0;
    int beyond = held;
    while (within + 1 < beyond) {
        const int between = within + (beyond - within) / 2;
        (missed(between) == LoadLimit::None ? within : beyond) = between;
    }
    return {within, missed(beyond)};
}

struct HighestRate {
    RequestsPerSecond rate;
    LoadLimit limit = LoadLimit::None;
};

LoadLimit missedTarget(const Workload& workload, const ServiceCurve& curve, RequestsPerSecond rate)
{
    const auto queue = solveQueue(curve, rate);
    if (!queue) {
        return LoadLimit::None;
    }
    if (workload.maxTimeToFirstToken && queue->timeToFirstToken.p95 > *workload.maxTimeToFirstToken) {
        return LoadLimit::TimeToFirstToken;
    }
    const ServicePoint point = curve.at(std::max(1.0, queue->running));
    const auto rest = static_cast<double>(std::max<std::int64_t>(1, workload.outputTokens - 1));
    if (workload.maxTimePerOutputToken &&
        (point.held - point.firstToken) / rest > *workload.maxTimePerOutputToken) {
        return LoadLimit::TimePerOutputToken;
    }
    return LoadLimit::None;
}

HighestRate highestWithin(const Workload& workload, const ServiceCurve& curve, LoadLimit atSlots)
{
    constexpr double kNearlyAll = 0.995;
    constexpr double kAlmostNone = 1e-4;
    constexpr int kHalvings = 20;
    const RequestsPerSecond most = curve.largestRate() * kNearlyAll;
    if (missedTarget(workload, curve, most) == LoadLimit::None) {
        return {most, atSlots};
    }
    RequestsPerSecond within;
    RequestsPerSecond beyond = most;
    LoadLimit limit = missedTarget(workload, curve, most);
    for (int i = 0; i < kHalvings; ++i) {
        const RequestsPerSecond between = (within + beyond) / 2;
        const LoadLimit missed = missedTarget(workload, curve, between);
        if (missed == LoadLimit::None) {
            within = between;
        } else {
            beyond = between;
            limit = missed;
        }
    }
    return {within > most * kAlmostNone ? within : RequestsPerSecond(), limit};
}

} // namespace

const char* loadLimitName(LoadLimit limit)
{
    switch (limit) {
    case LoadLimit::None: return "none";
    case LoadLimit::KeyValueMemory: return "key-value-memory";
    case LoadLimit::MaxSequences: return "max-sequences";
    case LoadLimit::Memory: return "memory";
    case LoadLimit::MemoryBandwidth: return boundName(Bound::MemoryBandwidth);
    case LoadLimit::HostMemory: return boundName(Bound::HostMemory);
    case LoadLimit::Compute: return boundName(Bound::Compute);
    case LoadLimit::Interconnect: return boundName(Bound::Interconnect);
    case LoadLimit::EngineOverhead: return boundName(Bound::EngineOverhead);
    case LoadLimit::TimeToFirstToken: return "time-to-first-token";
    case LoadLimit::TimePerOutputToken: return "time-per-output-token";
    }
    return "";
}

const char* loadVerdictName(LoadVerdict verdict)
{
    switch (verdict) {
    case LoadVerdict::Sustained: return "sustained";
    case LoadVerdict::AtRisk: return "at-risk";
    case LoadVerdict::Overloaded: return "overloaded";
    }
    return "";
}

Expected<LoadCurve> speedOverUsers(const QuantizedModel& model, const Workload& workload,
                                   const Hardware& hardware, const PlacementRequest& placement, int mostUsers,
                                   const CalibrationTable& constants)
{
    const ServedModel served(model, workload, hardware, placement, constants);
    LoadCurve curve;
    curve.slots = served.hasPool() ? served.slots().count : served.mostHeld(mostUsers);
    const auto add = [&](int users) {
        return served.at(users).map([&](const SpeedEstimate& speed) {
            curve.points.push_back({users, speed});
        });
    };
    if (const auto one = add(1); !one) {
        return tl::unexpected(one.error());
    }
    const auto held = static_cast<int>(std::min<std::int64_t>(curve.slots, mostUsers));
    for (int users = 2; users < held; users *= 2) {
        add(users);
    }
    if (held > 1) {
        add(held);
    }
    if (served.hasPool() && held <= mostUsers / 2) {
        add(2 * held);
    }
    nameLimit(curve, served, mostUsers);
    return curve;
}

Expected<LoadEstimate> estimateLoad(const QuantizedModel& model, const Workload& workload,
                                    const Hardware& hardware, const PlacementRequest& placement,
                                    const CalibrationTable& constants)
{
    if (!workload.requestRate) {
        return fail("no request rate is given");
    }
    const ServedModel served(model, workload, hardware, placement, constants);
    const int slots = slotsForRate(served, workload);
    const auto curve = served.serviceCurve(slots);
    const auto full = served.at(slots);
    if (!curve || !full) {
        return tl::unexpected(curve ? full.error() : curve.error());
    }
    LoadEstimate load;
    load.rate = *workload.requestRate;
    const ServiceCurve slow = scaled(*curve, slowEnd(*full));
    load.largestRate = {slow.largestRate(), curve->largestRate(),
                        scaled(*curve, fastEnd(*full)).largestRate()};
    load.limit = limitAtSlots(served, slots);
    load.queue = solveQueue(*curve, load.rate);
    load.carefulQueue = solveQueue(slow, load.rate);
    load.verdict = !load.queue ? LoadVerdict::Overloaded
        : load.carefulQueue    ? LoadVerdict::Sustained
                               : LoadVerdict::AtRisk;
    load.concurrency = meanRunning(*curve, load.rate);
    return load;
}

Expected<UsersWithin> mostUsersWithin(const QuantizedModel& model, const Workload& workload,
                                      const Hardware& hardware, const PlacementRequest& placement,
                                      const CalibrationTable& constants)
{
    const ServedModel served(model, workload, hardware, placement, constants);
    if (const auto one = served.at(1); !one) {
        return tl::unexpected(one.error());
    }
    const int held = std::max(1, served.mostHeld(kMostUsersTried));
    const Most middle = mostWithin(served, workload, held, false);
    const Most careful = mostWithin(served, workload, held, true);
    return UsersWithin{middle.users, careful.users, middle.limit, careful.limit};
}

Expected<RateWithin> highestRateWithin(const QuantizedModel& model, const Workload& workload,
                                       const Hardware& hardware, const PlacementRequest& placement,
                                       const CalibrationTable& constants)
{
    const ServedModel served(model, workload, hardware, placement, constants);
    const int slots = slotsForRate(served, workload);
    const auto curve = served.serviceCurve(slots);
    const auto full = served.at(slots);
    if (!curve || !full) {
        return tl::unexpected(curve ? full.error() : curve.error());
    }
    const LoadLimit atSlots = limitAtSlots(served, slots);
    const HighestRate middle = highestWithin(workload, *curve, atSlots);
    const HighestRate careful = highestWithin(workload, scaled(*curve, slowEnd(*full)), atSlots);
    return RateWithin{middle.rate, careful.rate, middle.limit, careful.limit};
}

} // namespace rigwright
