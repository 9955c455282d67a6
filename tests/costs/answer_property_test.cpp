// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/costs_fixture.h"

#include <boost/test/unit_test.hpp>

#include <rapidcheck/boost_test.h>

using namespace rigwright;

namespace {

double anyShare(int thousandths = 1000)
{
    return *rc::gen::inRange(0, thousandths + 1) / 1000.0;
}

void assumeAnyTerms(CostAssumptions& given)
{
    given.years = *rc::gen::inRange(1, 11);
    given.purchase.machines = *rc::gen::inRange(1, 4);
    given.purchase.taxRate = anyShare(300);
    given.purchase.taxRecoverable = *rc::gen::arbitrary<bool>();
    given.financing.kind = *rc::gen::element(Financing::Cash, Financing::Loan, Financing::Lease);
    given.financing.yearlyInterest = anyShare(200);
    given.financing.termMonths = *rc::gen::inRange(1, 121);
    given.financing.downPayment = anyShare();
    given.value.residualShare = anyShare();
    if (*rc::gen::arbitrary<bool>()) {
        given.value.refreshYears = *rc::gen::inRange(1, 11);
    }
    given.running.electricityChange = anyShare(1000) - 0.5;
    given.running.powerUsageEffectiveness = 1 + anyShare();
    given.running.roomPerMonth = Money(*rc::gen::inRange(0, 20'000), Currency::usd());
    given.running.staffShare = anyShare(500);
    given.running.staffPerYear = Money(*rc::gen::inRange(0, 10'000'000), Currency::usd());
    given.cloud.priceChange = anyShare(500) - 0.5;
    given.cloud.storagePerGbMonth = rate("0.08");
}

void assumeAnyUse(CostAssumptions& given)
{
    given.use.kind = *rc::gen::element(UseKind::Hours, UseKind::Users, UseKind::Profile);
    given.use.utilization = anyShare();
    given.use.users = *rc::gen::inRange(1, 50);
    given.use.requestsPerUser = *rc::gen::inRange(1, 2'000);
    given.use.profile.resize(24);
    for (Requests& requests : given.use.profile) {
        requests = Requests(*rc::gen::inRange(0, 700));
    }
}

struct Answered {
    CostCandidates candidates;
    CostAssumptions given = assumptions();
    CostComparison comparison;
};

Answered anyAnswer()
{
    Answered any;
    EvaluatedBuild build = machine();
    build.price = Money(*rc::gen::inRange(100, 10'000'000), Currency::usd());
    CloudOffer offer = cloudOffer("a");
    offer.pricePerHour = MoneyRate(*rc::gen::inRange(10'000, 20'000'000), Currency::usd());
    any.candidates = candidatesAsFast(catalogOf({offer}), build).value();
    HostedModel hosted;
    hosted.offer.provider = "host";
    hosted.offer.input = MoneyRate(*rc::gen::inRange(0, 5'000'000), Currency::usd());
    hosted.offer.output = MoneyRate(*rc::gen::inRange(1, 20'000'000), Currency::usd());
    any.candidates.hosted = {hosted};
    assumeAnyTerms(any.given);
    assumeAnyUse(any.given);
    any.comparison = compareCosts(any.candidates, any.given).value();
    return any;
}

void checkBreakEven(const BreakEven& breakEven, const Answered& any)
{
    RC_ASSERT(breakEven.months.has_value() == breakEven.noneReason.empty());
    RC_ASSERT(fillIn(breakEven.noneReason, breakEven.noneEvidence).find('{') == std::string::npos);
    const double last = any.given.years * 12;
    for (const auto& months : {breakEven.earliest, breakEven.months, breakEven.latest}) {
        RC_ASSERT(!months || (months->value() >= 0 && months->value() <= last));
    }
    RC_ASSERT(!breakEven.months || (breakEven.earliest && *breakEven.earliest <= *breakEven.months));
    RC_ASSERT(!breakEven.latest || (breakEven.months && *breakEven.months <= *breakEven.latest));
    if (breakEven.months) {
        const auto& scenarios = any.comparison.scenarios;
        RC_ASSERT(scenarios.front().total <= scenarios.at(breakEven.against.value()).total);
        RC_ASSERT(scenarios.front().service == Service::Same);
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(answer_properties)

RC_BOOST_PROP(whatever_is_assumed_the_answer_holds_together, ())
{
    const Answered any = anyAnswer();
    checkBreakEven(any.comparison.breakEven, any);
    checkBreakEven(any.comparison.apiBreakEven, any);
    for (const CostScenario& scenario : any.comparison.scenarios) {
        for (std::size_t month = 0; month < scenario.cumulativeLow.size(); ++month) {
            RC_ASSERT(scenario.cumulativeLow[month] <= scenario.cumulative[month]);
            RC_ASSERT(scenario.cumulative[month] <= scenario.cumulativeHigh.at(month));
        }
    }
    for (const CostSource& source : any.comparison.sources) {
        RC_ASSERT(!source.value.empty());
        RC_ASSERT(fillIn(source.what, source.evidence).find('{') == std::string::npos);
    }
    for (const Finding& finding : any.comparison.findings) {
        RC_ASSERT(finding.message().find('{') == std::string::npos);
    }
}

RC_BOOST_PROP(the_curve_has_the_present_use_and_crosses_where_it_says, ())
{
    const Answered any = anyAnswer();
    const UtilizationCurve& curve = any.comparison.curve;
    const auto present =
        std::ranges::find(curve.points, any.comparison.traffic.utilization, &UtilizationPoint::utilization);
    if (present != curve.points.end() && any.comparison.traffic.utilization < 1) {
        RC_ASSERT(present->own == any.comparison.scenarios.front().perMillionTokens);
    }
    for (const std::optional<double>& from : {curve.cheaperThanCloudFrom, curve.cheaperThanApiFrom}) {
        RC_ASSERT(!from || (*from > 0 && *from <= 1));
    }
    if (!curve.cheaperThanApiFrom || any.given.use.kind != UseKind::Hours) {
        return;
    }
    const auto at = [&](double utilization) {
        CostAssumptions given = any.given;
        given.use.utilization = utilization;
        const CostComparison comparison = compareCosts(any.candidates, given).value();
        return comparison.scenarios.front().total <=
            comparison.scenarios.at(comparison.apiBreakEven.against.value()).total;
    };
    RC_ASSERT(at(*curve.cheaperThanApiFrom));
    RC_ASSERT(*curve.cheaperThanApiFrom == curve.points.front().utilization ||
              !at(*curve.cheaperThanApiFrom * 0.999));
}

BOOST_AUTO_TEST_SUITE_END()
