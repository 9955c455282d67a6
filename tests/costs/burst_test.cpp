// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/ownership.h"
#include "costs/rented_fixture.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;
using boost::test_tools::tolerance;

namespace {

/// A machine that serves, three times what it answers from 10 to 11 o'clock and half of it from 11 to 12.
RentedCase peakHour(CloudOffer offer = cloudOffer("a"), double speed = 1)
{
    RentedCase rented(std::move(offer), speed);
    rented.candidates.workload.kind = WorkloadKind::Serve;
    rented.given.use = dailyProfile({{10, timesOwn(3)}, {11, timesOwn(0.5)}});
    return rented;
}

std::optional<CostScenario> burstOf(const RentedCase& rented)
{
    const CostInputs inputs = rented.inputs();
    CostScenario own = ownScenario(inputs);
    finish(own, inputs);
    auto burst = burstScenario(inputs, own, rented.candidates.rentals.at(0));
    if (burst) {
        finish(*burst, inputs);
    }
    return burst;
}

const CostScenario* burstIn(const CostComparison& comparison)
{
    for (const CostScenario& scenario : comparison.scenarios) {
        if (scenario.kind == ScenarioKind::Burst) {
            return &scenario;
        }
    }
    return nullptr;
}

} // namespace

BOOST_AUTO_TEST_SUITE(burst)

// Beyond the own machine come twice what one instance answers, for an hour a day: 2 × 730 / 24 = 60.8333 h a month; × 36 months
// × 1.00 = 2,190.00.
BOOST_AUTO_TEST_CASE(instances_carry_what_the_own_machine_does_not)
{
    const RentedCase rented = peakHour();
    const CostInputs inputs = rented.inputs();
    CostScenario own = ownScenario(inputs);
    finish(own, inputs);
    BOOST_TEST((own.service == Service::Part));
    BOOST_TEST(own.servedShare == 1.5 / 3.5, tolerance(1e-9));
    const CostScenario burst = burstOf(rented).value();
    BOOST_TEST((burst.kind == ScenarioKind::Burst));
    BOOST_TEST(burst.name == "1 × RTX 3090 24 GB + 2 × Cloud a");
    BOOST_TEST((burst.service == Service::Same));
    BOOST_TEST(burst.servedShare == 1.0);
    BOOST_TEST(burst.instances == 2);
    BOOST_TEST(burst.billedPerMonth.value() == 60.8333, tolerance(1e-5));
    BOOST_TEST((paidFor(burst, CostCategory::CloudInstances, 36) == money("2190.00")));
    BOOST_TEST((burst.total - own.total == money("2190.00")));
    BOOST_TEST((burst.cumulative.front() == own.cumulative.front()));
}

// 2.1 / 1.05 = 2: at 95 % of what is beyond a set counts as equal, so two instances of 1.0 carry 2.1 times as much.
BOOST_AUTO_TEST_CASE(nearly_enough_is_enough)
{
    RentedCase rented = peakHour();
    rented.given.use = dailyProfile({{10, timesOwn(3.1)}});
    BOOST_TEST(burstOf(rented).value().instances == 2);
    rented.given.use = dailyProfile({{10, timesOwn(3.11)}});
    BOOST_TEST(burstOf(rented).value().instances == 3);
}

// 2 of 3.5 parts of the answers: 2 × 0.09765625 × 3,600 requests × 256 tokens × 730 / 24 days × 1 kB = 5.475 GB.
BOOST_AUTO_TEST_CASE(only_what_the_cloud_answers_leaves_it)
{
    RentedCase rented = peakHour();
    rented.given.cloud.egressPerToken = Bytes(1000);
    rented.given.cloud.egressPerGb = rate("1.00");
    BOOST_TEST((paidFor(burstOf(rented).value(), CostCategory::CloudEgress, 36) == money("197.10"))); // × 36
}

BOOST_AUTO_TEST_CASE(there_is_none_where_the_own_machine_carries_all)
{
    RentedCase rented = peakHour();
    rented.given.use = dailyProfile({{10, timesOwn(1)}});
    BOOST_TEST(!burstOf(rented).has_value());
    BOOST_TEST((burstIn(compareCosts(rented.candidates, rented.given).value()) == nullptr));
}

// Three and a half times what it does in an hour, the machine does in three and a half hours where nobody waits for it.
BOOST_AUTO_TEST_CASE(work_that_can_wait_needs_none)
{
    RentedCase rented = peakHour();
    rented.candidates.workload.kind = WorkloadKind::Batch;
    const CostComparison comparison = compareCosts(rented.candidates, rented.given).value();
    BOOST_TEST((comparison.scenarios.front().service == Service::Same));
    BOOST_TEST((burstIn(comparison) == nullptr));
    // Instances as fast take the 3.5 h of a day as well: 3.5 × 730 / 24 = 106.4583 h.
    BOOST_TEST(rented.hours().value().billed.value() == 106.4583, tolerance(1e-6));
    // More than a day of work each day it can't do.
    rented.given.use = dailyProfile({{10, timesOwn(30)}});
    const CostComparison beyond = compareCosts(rented.candidates, rented.given).value();
    BOOST_TEST((beyond.scenarios.front().service == Service::Part));
    BOOST_TEST(beyond.scenarios.front().servedShare == 24.0 / 30, tolerance(1e-9));
    BOOST_REQUIRE(burstIn(beyond) != nullptr);
    BOOST_TEST(burstIn(beyond)->billedPerMonth.value() == 182.5, tolerance(1e-9)); // 6 × 730 / 24
}

BOOST_AUTO_TEST_CASE(there_is_none_of_unknown_speed)
{
    RentedCase rented = peakHour();
    rented.candidates.rentals[0].capacity = std::nullopt;
    BOOST_TEST(!burstOf(rented).has_value());
    rented = peakHour();
    rented.candidates.capacity = std::nullopt;
    BOOST_TEST(!burstOf(rented).has_value());
}

// Spot instances can be taken away in the very hour. Of the others "fast" needs one instance at 1.50, "slow" two at 1.00.
BOOST_AUTO_TEST_CASE(the_cheapest_on_demand_instances_are_chosen)
{
    CloudOffer spot = cloudOffer("spot", "0.01");
    spot.pricing = PricingModel::Spot;
    RentedCase rented = peakHour();
    const Rental slow = rented.candidates.rentals[0];
    Rental fast = slow;
    fast.offer = cloudOffer("fast", "1.50");
    fast.capacity->mid = fast.capacity->mid * 2;
    Rental taken = fast;
    taken.offer = spot;
    rented.candidates.rentals = {slow, taken, fast};
    const CostComparison comparison = compareCosts(rented.candidates, rented.given).value();
    const CostScenario* burst = burstIn(comparison);
    BOOST_REQUIRE(burst != nullptr);
    BOOST_TEST(burst == &comparison.scenarios.at(1));
    BOOST_TEST(burst->name == "1 × RTX 3090 24 GB + Cloud fast");
    BOOST_TEST(burst->candidate == 2U);
    rented.given.cloud.region = "nowhere";
    BOOST_TEST((burstIn(compareCosts(rented.candidates, rented.given).value()) == nullptr));
}

BOOST_AUTO_TEST_SUITE_END()
