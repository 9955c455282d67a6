// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/costs_fixture.h"
#include "costs/totals.h"

#include <boost/test/unit_test.hpp>

#include <rapidcheck/boost_test.h>

using namespace rigwright;

namespace {

double anyShare()
{
    return *rc::gen::inRange(0, 1001) / 1000.0;
}

double anyChange()
{
    return *rc::gen::inRange(-500, 1001) / 1000.0;
}

/// In one of two currencies, up to so many units.
Money anyMoney(std::int64_t most)
{
    const Currency currency = *rc::gen::arbitrary<bool>() ? Currency::usd() : currencyOf("CNY");
    return {*rc::gen::inRange<std::int64_t>(0, most * 100 + 1), currency};
}

MoneyRate anyRate(std::int64_t most)
{
    return {*rc::gen::inRange<std::int64_t>(0, most * 1'000'000 + 1), currencyOf("CNY")};
}

Use anyUse()
{
    Use use;
    use.kind = *rc::gen::element(UseKind::Hours, UseKind::Users, UseKind::Profile);
    use.utilization = anyShare();
    use.users = *rc::gen::inRange(1, 10'000);
    use.hoursPerDay = *rc::gen::inRange(1, 25);
    use.daysPerWeek = *rc::gen::inRange(1, 8);
    if (use.kind == UseKind::Profile) {
        use.profile.assign(24, Requests(*rc::gen::inRange(0, 1'000)));
    }
    return use;
}

/// Anything that is accepted, with amounts up to so much.
CostAssumptions anyAssumptions(std::int64_t mostMoney, std::int64_t mostRate)
{
    CostAssumptions any;
    any.years = *rc::gen::inRange(1, 11);
    any.use = anyUse();
    any.purchase = {*rc::gen::inRange(1, 1'001), anyShare(),          *rc::gen::arbitrary<bool>(),
                    anyMoney(mostMoney),         anyMoney(mostMoney), anyShare()};
    any.financing = {*rc::gen::element(Financing::Cash, Financing::Loan, Financing::Lease), anyShare(),
                     *rc::gen::inRange(1, 121), anyShare()};
    any.value = {anyShare(), *rc::gen::inRange(1, 11),
                 *rc::gen::element(DepreciationMethod::StraightLine, DepreciationMethod::DecliningBalance),
                 *rc::gen::inRange(1, 11)};
    any.running.electricity = anyRate(mostRate);
    any.running.nightElectricity = anyRate(mostRate);
    any.running.electricityChange = anyChange();
    any.running.powerUsageEffectiveness = 1 + anyShare() * 9;
    any.running.idleShare = anyShare();
    any.running.roomPerMonth = anyMoney(mostMoney);
    any.running.supportShare = anyShare();
    any.running.softwarePerGpuYear = anyMoney(mostMoney);
    any.running.staffShare = anyShare() * 100;
    any.running.staffPerYear = anyMoney(mostMoney);
    any.cloud.storagePerGbMonth = anyRate(mostRate);
    any.cloud.egressPerGb = anyRate(mostRate);
    any.cloud.egressPerToken = Bytes(*rc::gen::inRange(0, 1'000'001));
    any.cloud.priceChange = anyChange();
    any.cloud.reservedDiscount = anyShare();
    any.discountRate = anyShare();
    any.carbon = CarbonIntensity(anyShare());
    return any;
}

CostCandidates anyCandidates(std::int64_t mostPrice)
{
    EvaluatedBuild build = machine();
    build.price = Money(*rc::gen::inRange<std::int64_t>(0, mostPrice), Currency::usd());
    build.hardware.accelerators.emplace_back().count = *rc::gen::inRange(1, 17);
    CloudOffer dear = cloudOffer("dear");
    dear.pricePerHour = MoneyRate(*rc::gen::inRange<std::int64_t>(1, 1'000'000'000), Currency::usd());
    return candidatesAsFast(catalogOf({cloudOffer("a"), dear}), build).value();
}

Money sumOfItems(const CostScenario& scenario, std::size_t month)
{
    Money sum(0, scenario.total.currency());
    for (const CostItem& item : scenario.items) {
        sum += item.cumulative.at(month);
    }
    return sum;
}

Money sumOfYears(const CostScenario& scenario)
{
    Money sum(0, scenario.total.currency());
    for (const YearCost& year : scenario.years) {
        sum += year.capital + year.operating;
    }
    return sum;
}

} // namespace

BOOST_AUTO_TEST_SUITE(ownership_properties)

RC_BOOST_PROP(whatever_is_assumed_all_sums_are_those_of_their_parts, ())
{
    const CostAssumptions any = anyAssumptions(1'000'000, 10);
    RC_ASSERT(check(any).has_value());
    const auto comparison = compareCosts(anyCandidates(1'000'000'000), any);
    RC_ASSERT(comparison.has_value());
    for (const CostScenario& scenario : comparison->scenarios) {
        RC_ASSERT(scenario.cumulative.size() == static_cast<std::size_t>(any.years) * 12 + 1);
        for (std::size_t month = 0; month < scenario.cumulative.size(); ++month) {
            RC_ASSERT(scenario.cumulative[month] == sumOfItems(scenario, month));
        }
        RC_ASSERT(scenario.total == scenario.cumulative.back());
        RC_ASSERT(sumOfYears(scenario) == scenario.total);
        RC_ASSERT(presentValue(scenario.cumulative, 0) == scenario.total);
    }
}

RC_BOOST_PROP(nothing_that_is_accepted_throws, ())
{
    const std::int64_t most = *rc::gen::element<std::int64_t>(1'000, 1'000'000'000, 100'000'000'000);
    const CostAssumptions any = anyAssumptions(most, 10'000);
    RC_ASSERT(check(any).has_value());
    const std::int64_t price =
        *rc::gen::element<std::int64_t>(1'000'000, std::numeric_limits<std::int64_t>::max());
    const auto comparison = compareCosts(anyCandidates(price), any);
    RC_ASSERT(comparison.has_value() ||
              comparison.error().message == "the costs are too large to be added up");
}

// The books never write off more than was paid, never less than nothing, and in cash and without replacement exactly what the
// machine loses once its years are over.
RC_BOOST_PROP(books_write_off_what_is_bought_less_what_is_left, ())
{
    CostAssumptions any = anyAssumptions(1'000'000, 10);
    any.financing.kind = Financing::Cash;
    any.value.refreshYears.reset();
    const CostScenario own = compareCosts(anyCandidates(1'000'000'000), any)->scenarios.front();
    Money writtenOff(0, own.total.currency());
    for (const YearCost& year : own.years) {
        RC_ASSERT(year.depreciation.minorUnits() >= 0);
        writtenOff += year.depreciation;
    }
    Money capital(0, own.total.currency());
    for (const YearCost& year : own.years) {
        capital += year.capital;
    }
    RC_ASSERT(writtenOff <= capital);
    RC_ASSERT(any.years < any.value.depreciationYears || writtenOff == capital);
}

BOOST_AUTO_TEST_SUITE_END()
