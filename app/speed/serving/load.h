// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/plan.h"
#include "speed/estimate.h"
#include "speed/serving/queue.h"

#include <optional>
#include <vector>

// Speed under traffic, for every engine that runs models. All of it takes a workload whose concurrency, kind and rate it sets
// itself, and a placement that is held fast; llama.cpp is planned anew for each number of users.
namespace rigwright {

/// What ends the growth of throughput with more users, or keeps a target from being met with more.
enum class LoadLimit {
    None, ///< nothing, up to the largest number that was tried
    KeyValueMemory,
    MaxSequences, ///< the engine's own limit of sequences in a step
    Memory,       ///< llama.cpp: the caches of more users don't fit
    MemoryBandwidth,
    HostMemory,
    Compute,
    Interconnect,
    EngineOverhead,
    TimeToFirstToken,  ///< the workload's target
    TimePerOutputToken ///< the workload's target
};

/// The name in JSON: "none", "key-value-memory", "max-sequences", "memory", "memory-bandwidth", …
[[nodiscard]] const char* loadLimitName(LoadLimit limit);

struct LoadPoint {
    int users = 1; ///< each asks anew as soon as it is answered
    SpeedEstimate speed;
};

struct LoadCurve {
    std::vector<LoadPoint> points; ///< by rising numbers of users
    /// Requests that are worked on at once, at most; more users wait for each other.
    std::int64_t slots = 1;
    LoadLimit limit = LoadLimit::None; ///< what ends the growth of throughput
    int usersAtLimit = 1;              ///< where that is: a point's number of users
};

inline constexpr int kMostUsersTried = 4096;

/// Speed over users: 1, 2, 4 … up to the slots and one point beyond, at most `mostUsers`. An error says why not even one user
/// can be served.
[[nodiscard]] Expected<LoadCurve> speedOverUsers(const QuantizedModel& model, const Workload& workload,
                                                 const Hardware& hardware, const PlacementRequest& placement,
                                                 int mostUsers = kMostUsersTried,
                                                 const CalibrationTable& constants = fittedCalibration());

enum class LoadVerdict {
    Sustained,
    AtRisk,    ///< the rate lies between the careful and the middle estimate of what is sustained
    Overloaded ///< more requests come than are answered: the queue grows without end
};

/// The name in JSON: "sustained", "at-risk", "overloaded".
[[nodiscard]] const char* loadVerdictName(LoadVerdict verdict);

struct LoadEstimate {
    RequestsPerSecond rate;               ///< the workload's
    Range<RequestsPerSecond> largestRate; ///< that is answered as fast as it comes
    LoadLimit limit = LoadLimit::None;    ///< of the largest rate
    LoadVerdict verdict = LoadVerdict::Sustained;
    std::optional<QueueEstimate> queue;        ///< by the middle estimate; empty: overloaded
    std::optional<QueueEstimate> carefulQueue; ///< by the slow end of the range; empty: overloaded there
    double concurrency = 0; ///< mean number of requests worked on; all slots when overloaded
};

/// The workload's request rate (it must have one) met by a queue; see queue.h. llama.cpp has as many slots as the workload's
/// concurrency.
[[nodiscard]] Expected<LoadEstimate> estimateLoad(const QuantizedModel& model, const Workload& workload,
                                                  const Hardware& hardware, const PlacementRequest& placement,
                                                  const CalibrationTable& constants = fittedCalibration());

/// How many users a machine serves within the workload's maxTimeToFirstToken and maxTimePerOutputToken, where it has them.
struct UsersWithin {
    int middle = 0;                          ///< by the middle of the estimate; 0: not even one
    int careful = 0;                         ///< by the slow end of its range
    LoadLimit middleLimit = LoadLimit::None; ///< what one user more would break
    LoadLimit carefulLimit = LoadLimit::None;
};

[[nodiscard]] Expected<UsersWithin> mostUsersWithin(const QuantizedModel& model, const Workload& workload,
                                                    const Hardware& hardware,
                                                    const PlacementRequest& placement,
                                                    const CalibrationTable& constants = fittedCalibration());

/// The highest request rate at which 95 of 100 requests meet maxTimeToFirstToken, and the mean concurrency
/// maxTimePerOutputToken.
struct RateWithin {
    RequestsPerSecond middle;  ///< by the middle of the estimate; 0: none
    RequestsPerSecond careful; ///< by the slow end of its range
    LoadLimit middleLimit = LoadLimit::None;
    LoadLimit carefulLimit = LoadLimit::None;
};

[[nodiscard]] Expected<RateWithin> highestRateWithin(const QuantizedModel& model, const Workload& workload,
                                                     const Hardware& hardware,
                                                     const PlacementRequest& placement,
                                                     const CalibrationTable& constants = fittedCalibration());

} // namespace rigwright
