// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/costs_fixture.h"

#include <boost/test/unit_test.hpp>

#include <rapidcheck/boost_test.h>

using namespace rigwright;

namespace {

/// What it costs to own, 36 × 730 h × 500 W × x and 100 W × (1 − x) at 0.30, is 3,788.40 + 3,153.60 x; to rent one instance
/// at a dollar, 26,280 x.
CostComparison simple(const CostAssumptions& given = assumptions())
{
    return compared(catalogOf({cloudOffer("a")}), machine(), given);
}

const UtilizationPoint& pointAt(const UtilizationCurve& curve, double utilization)
{
    return *std::ranges::min_element(curve.points, {}, [utilization](const UtilizationPoint& point) {
        return std::abs(point.utilization - utilization);
    });
}

/// Eight hours on five days: 8 / 24 × 5 / 7 = 0.238095 of all hours. The machine answers 25 / 256 requests a second.
CostAssumptions officeHours(double shareOfCapacity)
{
    CostAssumptions given = assumptions();
    given.use.kind = UseKind::Users;
    given.use.users = 4;
    given.use.requestsPerUser = shareOfCapacity * 25.0 / 256 * 8 * 3600 / 4;
    return given;
}

} // namespace

BOOST_AUTO_TEST_SUITE(utilization_curve)

BOOST_AUTO_TEST_CASE(it_rises_to_full_use_and_has_the_present_one)
{
    const CostComparison comparison = simple();
    const UtilizationCurve& curve = comparison.curve;
    BOOST_TEST(curve.points.size() == 41U);
    BOOST_TEST(curve.points.back().utilization == 1.0);
    BOOST_TEST(curve.points.front().utilization > 0.0);
    for (std::size_t i = 1; i < curve.points.size(); ++i) {
        BOOST_TEST(curve.points[i - 1].utilization < curve.points[i].utilization);
    }
    BOOST_TEST(pointAt(curve, 0.4).utilization == comparison.traffic.utilization);
}

BOOST_AUTO_TEST_CASE(at_the_present_use_it_is_what_the_scenarios_say)
{
    for (const CostAssumptions& given : {assumptions(), officeHours(0.7), officeHours(2)}) {
        const CostComparison comparison = simple(given);
        const UtilizationPoint& point = pointAt(comparison.curve, comparison.traffic.utilization);
        BOOST_TEST(point.utilization == comparison.traffic.utilization);
        BOOST_TEST((point.own == comparison.scenarios.at(0).perMillionTokens));
        BOOST_TEST(
            (point.cloud == comparison.scenarios.at(comparison.breakEven.against.value()).perMillionTokens));
    }
}

// In full use 3,788.40 + 3,153.60 = 6,942.00 for 36 × 730 h × 3,600 s × 25 = 2,365.2 million tokens: 2.935059; renting
// 26,280 / 2,365.2 = 11.111111.
BOOST_AUTO_TEST_CASE(full_use_costs_the_least)
{
    const UtilizationPoint point = simple().curve.points.back();
    BOOST_TEST((point.own == rate("2.935058")) | (point.own == rate("2.935059")));
    BOOST_TEST((point.cloud == rate("11.111111")));
    BOOST_TEST(!point.api.has_value());
}

// 3,788.40 / (26,280 − 3,153.60) = 0.163813.
BOOST_AUTO_TEST_CASE(the_crossing_is_where_both_cost_the_same)
{
    const UtilizationCurve curve = simple().curve;
    BOOST_TEST(curve.cheaperThanCloudFrom.value() == 0.163813, boost::test_tools::tolerance(1e-3));
    BOOST_TEST(!curve.cheaperThanApiFrom.has_value());
}

BOOST_AUTO_TEST_CASE(what_is_never_cheaper_has_no_crossing)
{
    // 0.25 × 26,280 = 6,570 in full use, less than 6,942.
    BOOST_TEST(!compared(catalogOf({cloudOffer("a", "0.25")})).curve.cheaperThanCloudFrom.has_value());
}

// A prompt of 512 tokens and an answer of 256 at 1 and 10 dollars a million: 0.003072 a request; the machine answers
// 25 / 256 × 3,600 × 730 = 256,640.6 a month, 36 months in full use 28,382.4 dollars: 3,788.40 / (28,382.4 − 3,153.6) = 0.150162.
BOOST_AUTO_TEST_CASE(a_hosted_api_has_a_crossing_as_well)
{
    Expected<CostCandidates> candidates = candidatesAsFast(catalogOf({}));
    HostedModel hosted;
    hosted.offer.provider = "host";
    hosted.offer.providerModel = "llama";
    hosted.offer.input = rate("1");
    hosted.offer.output = rate("10");
    candidates->hosted = {hosted};
    const UtilizationCurve curve = compareCosts(*candidates, assumptions()).value().curve;
    BOOST_TEST(curve.cheaperThanApiFrom.value() == 0.150162, boost::test_tools::tolerance(1e-3));
    BOOST_TEST(!curve.cheaperThanCloudFrom.has_value());
    // (512 × 1 + 256 × 10) / 256 = 12 dollars for a million tokens of answers, whatever the use.
    BOOST_TEST(curve.points.front().api.value().toDouble() == 12.0, boost::test_tools::tolerance(1e-3));
    BOOST_TEST((curve.points.back().api == rate("12.00")));
}

// From 0.238 on there are more requests in eight hours than the machine answers: it costs the same, and so do its tokens.
BOOST_AUTO_TEST_CASE(beyond_its_peak_a_machine_is_counted_by_what_it_serves)
{
    const UtilizationCurve curve = simple(officeHours(0.7)).curve;
    std::optional<MoneyRate> full;
    for (const UtilizationPoint& point : curve.points) {
        if (point.utilization > 0.2381) {
            full = full.value_or(point.own.value());
            BOOST_TEST(std::abs(point.own->micros() - full->micros()) <= 1);
        }
    }
    BOOST_TEST(full.has_value());
}

BOOST_AUTO_TEST_CASE(what_does_a_part_is_never_called_cheaper)
{
    // 0.50 an hour: 13,140 x is more than 3,788.40 + 3,153.60 x only from 0.379 on, beyond the peak of 0.238.
    BOOST_TEST(!compared(catalogOf({cloudOffer("a", "0.50")}), machine(), officeHours(0.7))
                    .curve.cheaperThanCloudFrom.has_value());
    BOOST_TEST(compared(catalogOf({cloudOffer("a", "0.50")})).curve.cheaperThanCloudFrom.value() == 0.379373,
               boost::test_tools::tolerance(1e-3));
}

BOOST_AUTO_TEST_CASE(without_a_speed_or_requests_there_is_no_curve)
{
    EvaluatedBuild unknown = machine();
    unknown.speed = std::nullopt;
    BOOST_TEST(compared(catalogOf({cloudOffer("a")}), unknown).curve.points.empty());
    BOOST_TEST(simple(officeHours(0)).curve.points.empty());
    CostAssumptions idle = assumptions();
    idle.use.utilization = 0;
    BOOST_TEST(simple(idle).curve.points.size() == 40U); // hours can be asked for nonetheless
}

RC_BOOST_PROP(a_machine_gets_cheaper_with_use_and_a_crossing_crosses, ())
{
    EvaluatedBuild build = machine();
    build.price = Money(*rc::gen::inRange(10'000, 100'000'000), Currency::usd());
    CloudOffer offer = cloudOffer("a");
    offer.pricePerHour = MoneyRate(*rc::gen::inRange(50'000, 50'000'000), Currency::usd());
    CostAssumptions given = assumptions();
    given.use.utilization = *rc::gen::inRange(1, 1001) / 1000.0;
    const Catalog catalog = catalogOf({offer});
    const UtilizationCurve curve = compared(catalog, build, given).curve;
    for (std::size_t i = 1; i < curve.points.size(); ++i) {
        RC_ASSERT(curve.points[i].own->micros() <= curve.points[i - 1].own->micros() + 1);
    }
    const auto ownLessCloud = [&](double utilization) {
        given.use.utilization = utilization;
        const CostComparison at = compared(catalog, build, given);
        return at.scenarios.at(0).total - at.scenarios.at(1).total;
    };
    if (!curve.cheaperThanCloudFrom) {
        RC_ASSERT(ownLessCloud(1).minorUnits() > 0);
        return;
    }
    const double from = *curve.cheaperThanCloudFrom;
    RC_ASSERT(ownLessCloud(from).minorUnits() <= 0);
    RC_ASSERT(from == curve.points.front().utilization || ownLessCloud(from * 0.999).minorUnits() > 0);
}

BOOST_AUTO_TEST_SUITE_END()
