// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/units.h"

#include <optional>
#include <vector>

// Requests that arrive at random at an engine that works on several at once.
//
// The number in the engine is a birth–death chain: requests come as a Poisson process, and with n of them running n / held(n)
// leave a second. For requests that share the engine evenly its steady state depends on the lengths of requests only by their
// mean (J. W. Cohen, "The multiple phase service network with generalized processor sharing", Acta Informatica 12, 1979). From
// the last slot on requests wait in line (B. Avi-Itzhak, S. Halfin, "Expected response times in a non-symmetric time sharing
// queue with a limited number of service positions", ITC 12, 1988), by (1 + c²) / 2 of what they would with exponential
// lengths (A. O. Allen, "Probability, Statistics, and Queueing Theory", 1978: Allen–Cunneen).
namespace rigwright {

/// What one request takes while so many run.
struct ServicePoint {
    double running = 1;
    Seconds firstToken; ///< from its start to its first token
    Seconds held;       ///< from its start to its last token
};

/// Times over the number of requests that run; straight lines between the points, the last of which has all slots in use.
class ServiceCurve {
public:
    /// At least one point, by rising numbers of requests.
    explicit ServiceCurve(std::vector<ServicePoint> points);

    [[nodiscard]] int slots() const;
    [[nodiscard]] ServicePoint at(double running) const;
    /// The most requests a second that are answered as fast as they come.
    [[nodiscard]] RequestsPerSecond largestRate() const;
    /// All times longer by a factor.
    [[nodiscard]] ServiceCurve slowed(double firstToken, double held) const;

private:
    std::vector<ServicePoint> points_;
};

struct Percentiles {
    Seconds median;
    Seconds p95;
};

struct QueueEstimate {
    double utilisation = 0; ///< of the largest rate
    double running = 0;     ///< mean number of requests that the engine works on
    double waiting = 0;     ///< mean number that wait for a slot
    Percentiles timeToFirstToken;
    Percentiles latency; ///< of the whole request
};

/// The steady state at a rate; empty: more come than are answered, and the queue grows without end. `variation`: of the lengths
/// of requests, c², the variance over the square of the mean; 0: all alike, 1: exponential.
[[nodiscard]] std::optional<QueueEstimate> solveQueue(const ServiceCurve& curve, RequestsPerSecond rate,
                                                      double variation = 0);

/// The mean number of requests that the engine works on at a rate; all slots where more come than are answered.
[[nodiscard]] double meanRunning(const ServiceCurve& curve, RequestsPerSecond rate);

} // namespace rigwright
