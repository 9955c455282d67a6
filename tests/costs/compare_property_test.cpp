// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/compare.h"

#include "costs/costs_fixture.h"

#include <boost/test/unit_test.hpp>

#include <rapidcheck/boost_test.h>

#include <cmath>

using namespace rigwright;

namespace {

struct Situation {
    EvaluatedBuild build = machine();
    CostAssumptions assumptions;
    std::vector<CloudOffer> offers;
};

/// Any machine from 1 cent to 10 million dollars and any assumptions that are allowed.
Situation anySituation()
{
    Situation any;
    any.build.price = Money(*rc::gen::inRange(1, 1'000'000'000), Currency::usd());
    any.build.wallPower = Watts(*rc::gen::inRange(0, 20'000));
    any.build.idlePower = Watts(*rc::gen::inRange(0, 5'000));
    any.assumptions.years = *rc::gen::inRange(1, 11);
    any.assumptions.use.utilization = *rc::gen::inRange(0, 1001) / 1000.0;
    any.assumptions.running.powerUsageEffectiveness = 1 + *rc::gen::inRange(0, 1000) / 1000.0;
    any.assumptions.running.electricity = MoneyRate(*rc::gen::inRange(0, 2'000'000), Currency::usd());
    const int offers = *rc::gen::inRange(0, 4);
    for (int i = 0; i < offers; ++i) {
        any.offers.push_back(cloudOffer(("i" + std::to_string(i)).c_str()));
        any.offers.back().pricePerHour = MoneyRate(*rc::gen::inRange(1, 100'000'000), Currency::usd());
        any.offers.back().pricing = *rc::gen::element(PricingModel::OnDemand, PricingModel::Spot);
    }
    return any;
}

CostComparison compareAny(const Situation& any)
{
    return compared(catalogOf(any.offers), any.build, any.assumptions);
}

} // namespace

BOOST_AUTO_TEST_SUITE(compare_properties)

RC_BOOST_PROP(sums_equal_their_parts_to_the_cent, ())
{
    const Situation any = anySituation();
    const CostAssumptions& given = any.assumptions;
    const CostComparison comparison = compareAny(any);
    const CostScenario& own = comparison.scenarios.front();
    RC_ASSERT(own.cumulative.front() == any.build.price);
    const double kilowattHours = (any.build.wallPower.value() * given.use.utilization +
                                  any.build.idlePower.value() * (1 - given.use.utilization)) *
        0.730 * given.running.powerUsageEffectiveness;
    for (const CostScenario& scenario : comparison.scenarios) {
        RC_ASSERT(scenario.cumulative.size() == static_cast<std::size_t>(given.years) * 12 + 1);
        RC_ASSERT(scenario.total == scenario.cumulative.back());
        const double perMonth = scenario.offer
            ? scenario.offer->pricePerHour.toDouble() * 730 * given.use.utilization * scenario.instances *
                (scenario.offer->pricing == PricingModel::Spot ? 1 + given.cloud.spotInterruption : 1)
            : given.running.electricity.toDouble() * kilowattHours;
        for (std::size_t month = 0; month < scenario.cumulative.size(); ++month) {
            const Money running = scenario.cumulative[month] - scenario.cumulative.front();
            // Half a cent of rounding, and what binary fractions lose of amounts up to 100 million.
            RC_ASSERT(std::abs(running.toDouble() - perMonth * static_cast<double>(month)) < 0.005001);
        }
    }
}

RC_BOOST_PROP(cloud_scenarios_come_from_the_cheapest, ())
{
    const CostComparison comparison = compareAny(anySituation());
    for (std::size_t i = 2; i < comparison.scenarios.size(); ++i) {
        RC_ASSERT(comparison.scenarios[i - 1].total <= comparison.scenarios[i].total);
    }
}

RC_BOOST_PROP(break_even_is_where_owning_becomes_cheaper_and_otherwise_has_a_reason, ())
{
    const CostComparison comparison = compareAny(anySituation());
    RC_ASSERT(comparison.breakEven.months.has_value() == comparison.breakEven.noneReason.empty());
    if (!comparison.breakEven.against) {
        RC_ASSERT(!comparison.breakEven.months.has_value());
        return;
    }
    const auto& own = comparison.scenarios.front().cumulative;
    const CostScenario& cloud = comparison.scenarios[*comparison.breakEven.against];
    RC_ASSERT(cloud.offer->pricing == PricingModel::OnDemand);
    if (!comparison.breakEven.months) {
        RC_ASSERT(own.back() > cloud.cumulative.back());
        return;
    }
    const auto after = static_cast<std::size_t>(std::ceil(comparison.breakEven.months->value()));
    RC_ASSERT(own.at(after) <= cloud.cumulative.at(after));
    RC_ASSERT(after == 0 || own.at(after - 1) > cloud.cumulative.at(after - 1));
}

RC_BOOST_PROP(bands_hold_what_they_are_drawn_around, ())
{
    const CostComparison comparison = compareAny(anySituation());
    for (const CostScenario& scenario : comparison.scenarios) {
        for (std::size_t month = 0; month < scenario.cumulativeLow.size(); ++month) {
            RC_ASSERT(scenario.cumulativeLow[month] <= scenario.cumulative[month]);
            RC_ASSERT(scenario.cumulative[month] <= scenario.cumulativeHigh.at(month));
            RC_ASSERT(scenario.cumulativeLow[month].minorUnits() >= 0);
        }
    }
    const BreakEven& breakEven = comparison.breakEven;
    RC_ASSERT(!breakEven.months || (breakEven.earliest && *breakEven.earliest <= *breakEven.months));
    RC_ASSERT(!breakEven.latest || (breakEven.months && *breakEven.months <= *breakEven.latest));
}

RC_BOOST_PROP(no_factor_works_against_its_sense, ())
{
    for (const FactorEffect& effect : compareAny(anySituation()).sensitivity.effects) {
        switch (effect.range.factor) {
        case CostFactor::HardwarePrice:
        case CostFactor::Power:
        case CostFactor::Electricity:
        case CostFactor::PowerUsage:
        case CostFactor::Running: RC_ASSERT(effect.advantageAtHigh < effect.advantageAtLow); break;
        case CostFactor::CloudPrice: RC_ASSERT(effect.advantageAtLow < effect.advantageAtHigh); break;
        default: break;
        }
    }
}

void makeTenfold(Money& amount)
{
    amount = amount * 10;
}

void makeTenfold(MoneyRate& rate)
{
    rate = MoneyRate(rate.micros() * 10, rate.currency());
}

// To what the cents of both ends of a month's line allow.
RC_BOOST_PROP(ten_times_all_money_breaks_even_in_the_same_month, ())
{
    Situation any = anySituation();
    const CostComparison once = compareAny(any);
    makeTenfold(any.build.price);
    makeTenfold(any.build.lines.at(0).offer->price);
    makeTenfold(any.build.lines[0].unitPrice);
    makeTenfold(any.assumptions.running.electricity);
    for (CloudOffer& offer : any.offers) {
        makeTenfold(offer.pricePerHour);
    }
    const CostComparison tenfold = compareAny(any);
    if (!once.breakEven.against) {
        RC_ASSERT(!tenfold.breakEven.months);
        return;
    }
    if (!once.breakEven.months || !tenfold.breakEven.months) {
        const Money apart = once.scenarios.at(*once.breakEven.against).total - once.scenarios[0].total;
        RC_ASSERT(once.breakEven.months.has_value() == tenfold.breakEven.months.has_value() ||
                  std::abs(apart.toDouble()) < 0.02);
        return;
    }
    const auto& own = once.scenarios[0].cumulative;
    const auto& cloud = once.scenarios.at(*once.breakEven.against).cumulative;
    const double aMonth = ((cloud.back() - cloud.front()) - (own.back() - own.front())).toDouble() /
        static_cast<double>(own.size() - 1);
    RC_ASSERT(std::abs(once.breakEven.months->value() - tenfold.breakEven.months->value()) <= 0.03 / aMonth);
}

BOOST_AUTO_TEST_SUITE_END()
