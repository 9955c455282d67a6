// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/serving/queue.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rigwright {

ServiceCurve::ServiceCurve(std::vector<ServicePoint> points)
    : points_(std::move(points))
{ }

int ServiceCurve::slots() const
{
    return std::max(1, static_cast<int>(points_.back().running));
}

ServicePoint ServiceCurve::at(double running) const
{
    const auto above = std::ranges::find_if(
        points_, [running](const ServicePoint& point) { return point.running >= running; });
    if (above == points_.end()) {
        return points_.back();
    }
    if (above == points_.begin()) {
        return points_.front();
    }
    const ServicePoint& before = *std::prev(above);
    const double share = (running - before.running) / (above->running - before.running);
    return {running, before.firstToken + (above->firstToken - before.firstToken) * share,
            before.held + (above->held - before.held) * share};
}

RequestsPerSecond ServiceCurve::largestRate() const
{
    return RequestsPerSecond(points_.back().running / points_.back().held.value());
}

ServiceCurve ServiceCurve::slowed(double firstToken, double held) const
{
    std::vector<ServicePoint> slower = points_;
    for (ServicePoint& point : slower) {
        const Seconds generation = point.held - point.firstToken;
        point.firstToken = point.firstToken * firstToken;
        point.held = point.firstToken + generation * held;
    }
    return ServiceCurve(std::move(slower));
}

namespace {

/// Chances of each number of requests in the engine or waiting.
struct SteadyState {
    std::vector<double> chances; ///< of 0 to all slots
    double tail = 0;             ///< of one waiting more over that of one less
};

/// `spread`: of the line that exponential lengths would make.
SteadyState steadyState(const ServiceCurve& curve, RequestsPerSecond rate, double spread)
{
    constexpr double kHuge = 1e200;
    const int slots = curve.slots();
    SteadyState state{{1}, 0};
    double tail = 0;
    for (int n = 1; n <= slots; ++n) {
        const double leaving = n / curve.at(n).held.value();
        tail = rate.value() / leaving;
        state.chances.push_back(state.chances.back() * tail);
        if (state.chances.back() > kHuge) {
            std::ranges::for_each(state.chances, [](double& chance) { chance /= kHuge; });
        }
    }
    const double allBusy = state.chances.back() / (1 - tail);
    const double line = spread * tail / (1 - tail);
    state.tail = line / (1 + line);
    state.chances.back() = allBusy * (1 - state.tail);
    const double sum = std::accumulate(state.chances.begin(), std::prev(state.chances.end()), allBusy);
    std::ranges::for_each(state.chances, [sum](double& chance) { chance /= sum; });
    return state;
}

struct Outcome {
    double chance;
    Seconds firstToken;
    Seconds latency;
};

Seconds quantile(std::vector<Outcome>& outcomes, Seconds Outcome::*time, double share)
{
    std::ranges::sort(outcomes, {}, time);
    double sum = 0;
    for (const Outcome& outcome : outcomes) {
        sum += outcome.chance;
        if (sum >= share) {
            return outcome.*time;
        }
    }
    return outcomes.back().*time;
}

Percentiles percentiles(std::vector<Outcome>& outcomes, Seconds Outcome::*time)
{
    constexpr double kMedian = 0.5;
    constexpr double kHigh = 0.95;
    return {quantile(outcomes, time, kMedian), quantile(outcomes, time, kHigh)};
}

/// What happens to requests, by how many are there as they come (they see the steady state: arrivals are Poisson).
class Outcomes {
public:
    Outcomes(const ServiceCurve& curve, double meanRunning, double spread)
        : curve_(curve)
        , mean_(meanRunning)
        , spread_(spread)
        , own_(curve.at(1).firstToken)
        , served_(curve.largestRate())
    { }

    void add(int present, double chance)
    {
        constexpr double kNegligible = 1e-9;
        if (chance < kNegligible) {
            return;
        }
        const int slots = curve_.slots();
        const int running = std::min(present + 1, slots);
        const Seconds wait(present < slots ? 0 : (present - slots + spread_) / served_.value());
        // Those present leave evenly while it is answered and others come: it meets the mean of both ends (M/D/∞).
        const double met = present < slots ? (running + std::max(1.0, mean_)) / 2 : slots;
        const ServicePoint point = curve_.at(running);
        const Seconds generation = curve_.at(met).held - curve_.at(met).firstToken;
        const Seconds queued = std::max(Seconds(), point.firstToken - own_);
        for (int step = 0; step < kSteps; ++step) {
            const double share = (step + 0.5) / kSteps;
            const double behind = (1 - spread_) * 2 * share - spread_ * std::log(1 - share);
            const Seconds firstToken = wait + std::min(own_, point.firstToken) + queued * behind;
            outcomes_.push_back({chance / kSteps, firstToken, firstToken + generation});
        }
    }

    [[nodiscard]] std::vector<Outcome>& all() { return outcomes_; }

private:
    static constexpr int kSteps =
        16; // of the time behind other prompts: even to exponential, of the mean that is known

    const ServiceCurve& curve_;
    double mean_;
    double spread_;
    Seconds own_;
    RequestsPerSecond served_;
    std::vector<Outcome> outcomes_;
};

double meanOf(const SteadyState& state)
{
    double mean = 0;
    double below = 0;
    for (std::size_t n = 0; n < state.chances.size(); ++n) {
        mean += static_cast<double>(n) * state.chances[n];
        below += state.chances[n];
    }
    return mean + (1 - below) * static_cast<double>(state.chances.size() - 1);
}

bool isOverloaded(const ServiceCurve& curve, RequestsPerSecond rate)
{
    return rate >= curve.largestRate();
}

} // namespace

std::optional<QueueEstimate> solveQueue(const ServiceCurve& curve, RequestsPerSecond rate, double variation)
{
    if (isOverloaded(curve, rate)) {
        return std::nullopt;
    }
    const double spread = (1 + variation) / 2;
    const SteadyState state = steadyState(curve, rate, spread);
    QueueEstimate estimate;
    estimate.utilisation = rate.value() / curve.largestRate().value();
    estimate.running = meanOf(state);
    const double first = state.chances.back() * state.tail;
    estimate.waiting = first / ((1 - state.tail) * (1 - state.tail));

    Outcomes outcomes(curve, estimate.running, spread);
    for (std::size_t n = 0; n < state.chances.size(); ++n) {
        outcomes.add(static_cast<int>(n), state.chances[n]);
    }
    constexpr int kLongest = 20'000;
    constexpr double kSeen = 1e-6;
    double chance = first;
    for (int n = curve.slots() + 1; chance > kSeen && n < curve.slots() + kLongest; ++n) {
        outcomes.add(n, chance);
        chance *= state.tail;
    }
    estimate.timeToFirstToken = percentiles(outcomes.all(), &Outcome::firstToken);
    estimate.latency = percentiles(outcomes.all(), &Outcome::latency);
    return estimate;
}

double meanRunning(const ServiceCurve& curve, RequestsPerSecond rate)
{
    return isOverloaded(curve, rate) ? curve.slots() : meanOf(steadyState(curve, rate, 1));
}

} // namespace rigwright
