// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/question.h"

#include <optional>
#include <vector>

// How a model lies on accelerators with more or less RAM beside them, and how fast it is there. The search relies on four
// properties of planMemory and estimateSpeed, which its test against brute force holds them to:
//   - a plan depends on number, memory, vendor, mounting, segment and compute capability of the accelerators and on the
//     capacity of RAM, nothing else;
//   - the planner takes the first placement of a fixed list that fits, so that more RAM never changes its mind about one
//     that fits already, other than in favour of one earlier in the list;
//   - a plan that keeps nothing on the host is as fast on any host;
//   - faster memory, a higher clock, wider vectors and wider links never make a plan slower on as many cores, of CPUs that
//     nobody measured or of one that somebody did: a correction is for one device and constant.
namespace rigwright {

/// A placement, and the RAM with which the planner chooses it.
struct Placed {
    MemoryPlan plan;
    bool onHost = false;    ///< layers or experts stay in RAM
    bool needsHost = false; ///< the speed depends on the host: its parts, or the step of an optimizer in RAM
    Bytes atLeast;          ///< RAM of the machine, the operating system's share included
    Bytes below;
};

/// The placements of a model on accelerators, that with the most RAM first. Between their ranges, and below, it doesn't fit.
/// `capacities` are those that occur, ascending. `hardware`: accelerators alone.
[[nodiscard]] std::vector<Placed> placementsOf(const Question& question, const Hardware& hardware,
                                               const std::vector<Bytes>& capacities);

/// What is asked of a speed.
struct SpeedVerdict {
    enum class State { Unknown, Missed, Met } state = State::Unknown;
    double ranked = 0; ///< tokens per second that machines are ranked by
};

/// Whether any speed is fast enough, so that only figures that nobody knows can be in the way of an estimate.
[[nodiscard]] bool anySpeedWillDo(const Requirement& requirement);

[[nodiscard]] SpeedVerdict speedOf(const Question& question, const Hardware& hardware, const Placed& placed);

} // namespace rigwright
