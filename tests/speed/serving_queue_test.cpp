// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/serving/queue.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <deque>
#include <random>

using namespace rigwright;
namespace bt = boost::test_tools;

namespace {

/// An engine with so many slots that holds a request for as long whatever else it does.
ServiceCurve equalServers(int slots, double held)
{
    std::vector<ServicePoint> points{{1, Seconds(0), Seconds(held)}};
    if (slots > 1) {
        points.push_back({static_cast<double>(slots), Seconds(0), Seconds(held)});
    }
    return ServiceCurve(points);
}

/// Continuous batching in steps: a token for each request that runs, and the whole prompts of those that start.
class Simulation {
public:
    static constexpr int kTokens = 100;
    static constexpr int kSlots = 24;

    struct Times {
        std::vector<double> firstToken;
        std::vector<double> latency;
    };

    /// So many users, each asking anew once answered.
    static Times closed(int users)
    {
        Simulation simulation;
        for (int i = 0; i < users; ++i) {
            simulation.line_.push_back(0.001 * i);
        }
        simulation.run(3000, [](Simulation& self, double now) { self.line_.push_back(now); });
        return simulation.times_;
    }

    static Times open(double rate)
    {
        Simulation simulation;
        std::mt19937 random(7);
        std::exponential_distribution<double> gap(rate);
        double time = 0;
        for (int i = 0; i < 20000; ++i) {
            time += gap(random);
            simulation.line_.push_back(time);
        }
        simulation.run(20000, [](Simulation&, double) {});
        return simulation.times_;
    }

private:
    struct Request {
        double arrived;
        double started = 0;
        int tokens = 0;
    };

    static constexpr double kStep = 0.010;
    static constexpr double kSequence = 0.0002;
    static constexpr double kPrompt = 0.020;

    void run(std::size_t requests, const auto& answered)
    {
        while (times_.latency.size() < requests && (!line_.empty() || !running_.empty())) {
            if (running_.empty()) {
                now_ = std::max(now_, line_.front());
            }
            int starting = 0;
            while (!line_.empty() && line_.front() <= now_ && running_.size() < kSlots && starting < 2) {
                running_.push_back({line_.front()});
                line_.pop_front();
                ++starting;
            }
            now_ += kStep + kSequence * static_cast<double>(running_.size()) + kPrompt * starting;
            for (Request& request : running_) {
                if (++request.tokens == 1) {
                    times_.firstToken.push_back(now_ - request.arrived);
                }
            }
            std::vector<Request> left;
            for (const Request& request : running_) {
                if (request.tokens < kTokens) {
                    left.push_back(request);
                    continue;
                }
                times_.latency.push_back(now_ - request.arrived);
                answered(*this, now_);
            }
            running_ = left;
        }
    }

    double now_ = 0;
    std::deque<double> line_;
    std::vector<Request> running_;
    Times times_;
};

double share(std::vector<double> values, double part)
{
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

double mean(const std::vector<double>& values)
{
    double sum = 0;
    for (const double value : values) {
        sum += value;
    }
    return sum / static_cast<double>(values.size());
}

ServiceCurve simulatedCurve()
{
    std::vector<ServicePoint> points;
    for (const int users : {1, 2, 3, 4, 6, 8, 12, 16, Simulation::kSlots}) {
        const Simulation::Times times = Simulation::closed(users);
        points.push_back(
            {static_cast<double>(users), Seconds(mean(times.firstToken)), Seconds(mean(times.latency))});
    }
    return ServiceCurve(points);
}

} // namespace

BOOST_AUTO_TEST_SUITE(queue)

// M/M/1 at half load: 0.5 in service and ρ²/(1 − ρ) = 0.5 in line.
BOOST_AUTO_TEST_CASE(one_slot_at_half_load_has_as_many_waiting_as_served)
{
    const QueueEstimate queue = solveQueue(equalServers(1, 2.0), RequestsPerSecond(0.25), 1).value();
    BOOST_TEST(queue.utilisation == 0.5, bt::tolerance(1e-9));
    BOOST_TEST(queue.running == 0.5, bt::tolerance(1e-9));
    BOOST_TEST(queue.waiting == 0.5, bt::tolerance(1e-9));
}

// M/D/1: half of that line (Pollaczek–Khinchine).
BOOST_AUTO_TEST_CASE(requests_of_one_length_halve_the_line)
{
    const QueueEstimate queue = solveQueue(equalServers(1, 2.0), RequestsPerSecond(0.25), 0).value();
    BOOST_TEST(queue.running == 0.5, bt::tolerance(1e-9));
    BOOST_TEST(queue.waiting == 0.25, bt::tolerance(1e-9));
}

// Erlang's C formula for two servers at a load of one: a third waits, and a third of a request is in line on average.
BOOST_AUTO_TEST_CASE(two_slots_follow_erlang)
{
    const QueueEstimate queue = solveQueue(equalServers(2, 1.0), RequestsPerSecond(1), 1).value();
    BOOST_TEST(queue.running == 1, bt::tolerance(1e-9));
    BOOST_TEST(queue.waiting == 1.0 / 3, bt::tolerance(1e-9));
    BOOST_TEST(queue.timeToFirstToken.median.value() == 0); // two of three find a slot free
    BOOST_TEST(queue.timeToFirstToken.p95.value() > 0);
}

// Little's law: three requests a second that take two seconds each are six at once.
BOOST_AUTO_TEST_CASE(with_slots_for_all_the_mean_is_rate_times_time)
{
    const QueueEstimate queue = solveQueue(equalServers(200, 2.0), RequestsPerSecond(3)).value();
    BOOST_TEST(queue.running == 6, bt::tolerance(1e-6));
    BOOST_TEST(queue.waiting < 1e-6);
    BOOST_TEST(queue.latency.median.value() == 2, bt::tolerance(1e-9));
    BOOST_TEST(queue.latency.p95.value() == 2, bt::tolerance(1e-9));
}

// Processor sharing: a rate that does not grow with the number served. At a load of 0.75 it holds 0.75 / 0.25 = 3 on average.
BOOST_AUTO_TEST_CASE(an_engine_that_shares_a_fixed_rate_holds_load_over_one_less_load)
{
    const ServiceCurve shared({{1, Seconds(0), Seconds(1)}, {400, Seconds(0), Seconds(400)}});
    BOOST_TEST(shared.largestRate().value() == 1, bt::tolerance(1e-9));
    BOOST_TEST(meanRunning(shared, RequestsPerSecond(0.75)) == 3, bt::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(more_than_is_answered_is_overload)
{
    const ServiceCurve curve = equalServers(4, 2.0);
    BOOST_TEST(curve.largestRate().value() == 2, bt::tolerance(1e-9));
    BOOST_TEST(!solveQueue(curve, RequestsPerSecond(2)));
    BOOST_TEST(solveQueue(curve, RequestsPerSecond(1.99)).has_value());
    BOOST_TEST(meanRunning(curve, RequestsPerSecond(5)) == 4);
}

BOOST_AUTO_TEST_CASE(the_higher_the_rate_the_longer_it_takes)
{
    const ServiceCurve curve({{1, Seconds(0.1), Seconds(1)}, {8, Seconds(0.3), Seconds(3)}});
    Seconds before;
    for (double rate = 0.1; rate < 2.6; rate += 0.1) {
        const QueueEstimate queue = solveQueue(curve, RequestsPerSecond(rate)).value();
        BOOST_TEST((queue.latency.p95 >= before));
        BOOST_TEST((queue.latency.p95 >= queue.latency.median));
        BOOST_TEST((queue.timeToFirstToken.p95 >= queue.timeToFirstToken.median));
        BOOST_TEST((queue.timeToFirstToken.p95 <= queue.latency.p95));
        before = queue.latency.p95;
    }
}

BOOST_AUTO_TEST_CASE(a_simulation_of_continuous_batching_agrees)
{
    const ServiceCurve curve = simulatedCurve();
    const double most = curve.largestRate().value();
    for (const double load : {0.2, 0.5, 0.7, 0.85}) {
        const Simulation::Times measured = Simulation::open(load * most);
        const QueueEstimate queue = solveQueue(curve, RequestsPerSecond(load * most)).value();
        BOOST_TEST_CONTEXT("load " << load)
        {
            BOOST_TEST(queue.latency.median.value() == share(measured.latency, 0.5), bt::tolerance(0.10));
            BOOST_TEST(queue.latency.p95.value() == share(measured.latency, 0.95), bt::tolerance(0.20));
            BOOST_TEST(queue.timeToFirstToken.median.value() == share(measured.firstToken, 0.5),
                       bt::tolerance(0.25));
            BOOST_TEST(queue.timeToFirstToken.p95.value() == share(measured.firstToken, 0.95),
                       bt::tolerance(0.35));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
