// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/ranges.h"

#include "costs/costs_fixture.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

/// None where there is nothing to compare.
std::vector<FactorRange> suggestedFor(const CostCandidates& candidates, const CostAssumptions& given)
{
    const Expected<CostComparison> comparison = compareCosts(candidates, given);
    return comparison ? suggestedRanges(*comparison, candidates) : std::vector<FactorRange>();
}

/// The range of a factor; 1 to 1 where there is none.
FactorRange rangeOf(CostFactor factor, const CostAssumptions& given = assumptions(),
                    const EvaluatedBuild& build = machine(),
                    const Catalog& catalog = catalogOf({cloudOffer("a")}))
{
    const auto ranges = suggestedFor(candidatesAsFast(catalog, build).value(), given);
    const auto found = std::ranges::find(ranges, factor, &FactorRange::factor);
    return found == ranges.end() ? FactorRange{factor, 1, 1} : *found;
}

PricedLine lineOf(const char* price, PriceKind kind, PartCategory category = PartCategory::Accelerator)
{
    const Offer offer{money(price), kind, "US", "a shop", Date{2026, 8, 1}};
    return {{category, PartId("part"), 1}, "Maker", "Part", offer, offer.price};
}

FactorRange hardwareOf(std::vector<PricedLine> lines)
{
    EvaluatedBuild build = machine();
    build.lines = std::move(lines);
    return rangeOf(CostFactor::HardwarePrice, assumptions(), build);
}

void check(const FactorRange& range, double low, double high)
{
    BOOST_TEST(range.low == low, boost::test_tools::tolerance(1e-6));
    BOOST_TEST(range.high == high, boost::test_tools::tolerance(1e-6));
}

} // namespace

BOOST_AUTO_TEST_SUITE(ranges)

// (3,000 × 0.9 + 1,000) / 4,000 and (3,000 × 1.1 + 1,000) / 4,000: a quote is firm.
BOOST_AUTO_TEST_CASE(hardware_is_as_uncertain_as_its_prices_by_amount)
{
    check(hardwareOf({lineOf("3000", PriceKind::Street), lineOf("1000", PriceKind::Quote)}), 0.925, 1.075);
    check(hardwareOf({lineOf("1000", PriceKind::Quote)}), 1, 1);
    check(hardwareOf({lineOf("100", PriceKind::Msrp)}), 0.99, 1.59);
}

BOOST_AUTO_TEST_CASE(the_reason_is_that_of_what_is_most_uncertain)
{
    BOOST_TEST(hardwareOf({lineOf("3000", PriceKind::Street), lineOf("2000", PriceKind::Estimate)}).reason ==
               "some prices are estimates that nobody was asked for");
    BOOST_TEST(hardwareOf({lineOf("3000", PriceKind::Street), lineOf("100", PriceKind::Estimate)}).reason ==
               "street prices differ by about a tenth from shop to shop");
}

BOOST_AUTO_TEST_CASE(old_prices_are_twice_as_uncertain_and_expired_quotes_are_none)
{
    PricedLine old = lineOf("100", PriceKind::Street);
    old.standing.old = true;
    check(hardwareOf({old}), 0.8, 1.2);
    PricedLine expired = lineOf("100", PriceKind::Quote);
    expired.standing.expired = true;
    check(hardwareOf({expired}), 0.9, 1.1);
}

// 400 days are 13.1507 months: 1.105^13.1507 = e^(13.1507 × 0.0998453) = 3.71745, and a tenth of shops more.
BOOST_AUTO_TEST_CASE(memory_became_dearer_since)
{
    PricedLine memory = lineOf("100", PriceKind::Street, PartCategory::Memory);
    check(hardwareOf({memory}), 0.9, 1.1);
    memory.standing.ageDays = 400;
    const FactorRange range = hardwareOf({memory});
    BOOST_TEST(range.low == 0.9, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(range.high == 3.71745 * 1.1, boost::test_tools::tolerance(1e-4));
    memory.standing.ageDays = 4000;
    check(hardwareOf({memory}), 0.9, 4.74 * 1.1);
}

BOOST_AUTO_TEST_CASE(what_the_user_has_is_certain)
{
    PricedLine owned = lineOf("100", PriceKind::Estimate);
    owned.owned = true;
    check(hardwareOf({owned}), 1, 1);
}

// 20, 25 and 30 tokens a second.
BOOST_AUTO_TEST_CASE(speeds_have_the_ranges_of_their_estimates)
{
    check(rangeOf(CostFactor::OwnSpeed), 0.8, 1.2);
    check(rangeOf(CostFactor::CloudSpeed), 0.8, 1.2);
    EvaluatedBuild unknown = machine();
    unknown.speed = std::nullopt;
    check(rangeOf(CostFactor::OwnSpeed, assumptions(), unknown), 1, 1);
}

BOOST_AUTO_TEST_CASE(use_has_no_more_than_all_hours)
{
    check(rangeOf(CostFactor::Use), 0.5, 1.5);
    CostAssumptions given = assumptions();
    given.use.utilization = 0.8;
    check(rangeOf(CostFactor::Use, given), 0.5, 1.25);
}

BOOST_AUTO_TEST_CASE(a_tariff_is_as_uncertain_as_its_source)
{
    check(rangeOf(CostFactor::Electricity), 0.9, 1.1); // the user's own
    Catalog catalog = catalogOf({});
    Country country;
    country.code = "SW";
    country.householdElectricity = rate("0.30");
    catalog.countries = {country};
    CostAssumptions given = assumptions();
    given.country = "SW";
    check(rangeOf(CostFactor::Electricity, given, machine(), catalog), 0.5, 1.4);
    catalog.countries[0].electricitySource.state = Verification::Sourced;
    check(rangeOf(CostFactor::Electricity, given, machine(), catalog), 0.5, 1.2);
    given.running.electricity = rate("0.25");
    check(rangeOf(CostFactor::Electricity, given, machine(), catalog), 0.9, 1.1);
    given.running.electricity = rate("0");
    check(rangeOf(CostFactor::Electricity, given, machine(), catalog), 1, 1);
}

// A tenth of 100,000 a year for staff at 0.5 to 1.5, and 12 × 100 of rent at 0.9 to 1.1: (10,000 × 0.5 + 1,200 × 0.9) /
// 11,200 = 0.542857.
BOOST_AUTO_TEST_CASE(what_is_not_assumed_is_not_uncertain)
{
    CostAssumptions given = assumptions();
    for (const CostFactor factor :
         {CostFactor::PowerUsage, CostFactor::Running, CostFactor::ResidualValue, CostFactor::ApiPrice}) {
        check(rangeOf(factor, given), 1, 1);
    }
    given.running.powerUsageEffectiveness = 1.4;
    given.value.residualShare = 0.1;
    given.running.staffShare = 0.1;
    given.running.staffPerYear = money("100000");
    given.running.roomPerMonth = money("100");
    check(rangeOf(CostFactor::PowerUsage, given), 0.75, 1.25);
    check(rangeOf(CostFactor::ResidualValue, given), 0.5, 1.5);
    BOOST_TEST(rangeOf(CostFactor::Running, given).low == 0.542857, boost::test_tools::tolerance(1e-5));
}

BOOST_AUTO_TEST_CASE(offers_are_as_uncertain_as_their_kind)
{
    check(rangeOf(CostFactor::CloudPrice), 0.8, 1.16);
    CloudOffer estimate = cloudOffer("a");
    estimate.kind = PriceKind::Estimate;
    check(rangeOf(CostFactor::CloudPrice, assumptions(), machine(), catalogOf({estimate})), 0.7, 1.4);
    check(rangeOf(CostFactor::CloudPrice, assumptions(), machine(), catalogOf({})), 1, 1);
}

BOOST_AUTO_TEST_CASE(every_suggestion_has_a_reason)
{
    for (const FactorRange& range :
         suggestedFor(candidatesAsFast(catalogOf({cloudOffer("a")})).value(), assumptions())) {
        BOOST_TEST(!range.reason.empty());
        BOOST_TEST(range.low <= 1);
        BOOST_TEST(range.high >= 1);
    }
}

BOOST_AUTO_TEST_CASE(the_users_own_range_counts_instead)
{
    CostAssumptions given = assumptions();
    given.ranges = {{CostFactor::Electricity, 0.25, 3}};
    const CostComparison comparison = compared(catalogOf({cloudOffer("a")}), machine(), given);
    const auto effect =
        std::ranges::find_if(comparison.sensitivity.effects, [](const FactorEffect& candidate) {
            return candidate.range.factor == CostFactor::Electricity;
        });
    BOOST_TEST_REQUIRE((effect != comparison.sensitivity.effects.end()));
    check(effect->range, 0.25, 3);
    BOOST_TEST(effect->range.reason == "");
}

BOOST_AUTO_TEST_CASE(impossible_assumptions_have_no_ranges)
{
    CostAssumptions given = assumptions();
    given.years = 0;
    BOOST_TEST(suggestedFor(candidatesAsFast(catalogOf({})).value(), given).empty());
}

BOOST_AUTO_TEST_SUITE_END()
