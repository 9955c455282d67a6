// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/compare.h"

#include "costs/costs_fixture.h"

#include <boost/test/unit_test.hpp>

#include <limits>

using namespace rigwright;

namespace {

std::string errorOf(const CostAssumptions& given)
{
    const auto comparison = tryToCompare(catalogOf({cloudOffer("a")}), machine(), given);
    return comparison ? "no error" : comparison.error().message;
}

} // namespace

BOOST_AUTO_TEST_SUITE(compare)

// 500 W × 0.4 + 100 W × 0.6 = 260 W; × 730 h = 189.8 kWh; × 0.30 = 56.94 a month. 3,000 + 36 × 56.94 = 5,049.84.
BOOST_AUTO_TEST_CASE(owning_is_the_purchase_and_electricity_by_the_month)
{
    const CostComparison comparison = compared(catalogOf({}));
    const CostScenario& own = comparison.scenarios.at(0);
    BOOST_TEST((own.kind == ScenarioKind::Own));
    BOOST_TEST(own.name == "1 × RTX 3090 24 GB");
    BOOST_TEST(own.cumulative.size() == 37U);
    BOOST_TEST((own.cumulative.front() == money("3000.00")));
    BOOST_TEST((own.cumulative.at(1) == money("3056.94")));
    BOOST_TEST((own.total == money("5049.84")));
    BOOST_TEST((comparison.monthlyElectricity == money("56.94")));
    BOOST_TEST(!own.perHour.has_value());
}

// 730 h × 0.4 = 292 h a month; × 21.957642 = 6,411.631464; × 36 = 230,818.732704.
BOOST_AUTO_TEST_CASE(renting_is_the_hours_in_use)
{
    const CostComparison comparison = compared(catalogOf({cloudOffer("p4d.24xlarge", "21.957642")}));
    const CostScenario& cloud = comparison.scenarios.at(1);
    BOOST_TEST((cloud.kind == ScenarioKind::Cloud));
    BOOST_TEST(cloud.name == "Cloud p4d.24xlarge");
    BOOST_TEST((cloud.cumulative.front() == money("0.00")));
    BOOST_TEST((cloud.cumulative.at(1) == money("6411.63")));
    BOOST_TEST((cloud.total == money("230818.73")));
    BOOST_TEST((cloud.perHour == rate("21.957642")));
    BOOST_TEST(cloud.offer.value().instance == "p4d.24xlarge");
}

// 100 W at all times: 73 kWh × 0.005 = 0.365 a month, 36 times 13.14. Rounded by the month it would drift to 13.32.
BOOST_AUTO_TEST_CASE(rounding_does_not_add_up)
{
    EvaluatedBuild build = machine();
    build.wallPower = 100_W;
    CostAssumptions given = assumptions();
    given.running.electricity = rate("0.005");
    const CostComparison comparison = compared(catalogOf({}), build, given);
    BOOST_TEST((comparison.scenarios[0].cumulative.at(1) == money("3000.37")));
    BOOST_TEST((comparison.scenarios[0].cumulative.at(2) == money("3000.73")));
    BOOST_TEST((comparison.scenarios[0].total == money("3013.14")));
}

BOOST_AUTO_TEST_CASE(cooling_multiplies_electricity)
{
    CostAssumptions given = assumptions();
    given.running.powerUsageEffectiveness = 1.5;
    BOOST_TEST(
        (compared(catalogOf({}), machine(), given).monthlyElectricity == money("85.41"))); // 56.94 × 1.5
}

BOOST_AUTO_TEST_CASE(without_use_the_cloud_costs_nothing_and_a_machine_idles)
{
    CostAssumptions given = assumptions();
    given.use.utilization = 0;
    const CostComparison comparison = compared(catalogOf({cloudOffer("a")}), machine(), given);
    // 100 W × 730 h = 73 kWh; × 0.30 = 21.90 a month; 3,000 + 36 × 21.90 = 3,788.40.
    BOOST_TEST((comparison.scenarios[0].total == money("3788.40")));
    BOOST_TEST((comparison.scenarios[1].total == money("0.00")));
    BOOST_TEST(!comparison.breakEven.months.has_value());
    BOOST_TEST(reasonOf(comparison) == "unused, Cloud a costs nothing, and buying costs $3,788.40");
    BOOST_TEST(!comparison.scenarios[0].perMillionTokens.has_value());
}

BOOST_AUTO_TEST_CASE(full_use_has_every_hour)
{
    CostAssumptions given = assumptions();
    given.use.utilization = 1;
    const CostComparison comparison = compared(catalogOf({cloudOffer("a")}), machine(), given);
    // 500 W × 730 h = 365 kWh; × 0.30 = 109.50. Cloud 730.00 a month. 3,000 / (730 − 109.50) = 4.8348.
    BOOST_TEST((comparison.monthlyElectricity == money("109.50")));
    BOOST_TEST((comparison.scenarios[1].total == money("26280.00")));
    BOOST_TEST(comparison.breakEven.months.value().value() == 4.8348, boost::test_tools::tolerance(1e-4));
}

// 3,000 / (292.00 − 56.94) = 12.7627 months.
BOOST_AUTO_TEST_CASE(a_machine_breaks_even_against_the_cheapest_on_demand_offer)
{
    CloudOffer spot = cloudOffer("a", "0.10");
    spot.pricing = PricingModel::Spot;
    CloudOffer market = cloudOffer("a", "0.20");
    market.pricing = PricingModel::Marketplace;
    const CostComparison comparison =
        compared(catalogOf({cloudOffer("dear", "3.00"), cloudOffer("a"), spot, market}));
    BOOST_TEST(comparison.scenarios.size() == 5U);
    BOOST_TEST(comparison.scenarios[1].name == "Cloud a (spot)");
    BOOST_TEST(comparison.scenarios[2].name == "Cloud a (marketplace)");
    BOOST_TEST(comparison.scenarios[3].name == "Cloud a");
    BOOST_TEST(comparison.scenarios[4].name == "Cloud dear");
    BOOST_TEST(comparison.breakEven.against.value() == 3U);
    BOOST_TEST(comparison.breakEven.months.value().value() == 12.7627, boost::test_tools::tolerance(1e-4));
    BOOST_TEST(comparison.breakEven.noneReason == "");
}

BOOST_AUTO_TEST_CASE(a_cheap_cloud_is_never_reached)
{
    // 292 h × 0.25 = 73.00 a month, 2,628.00 in three years, when buying costs 5,049.84.
    const CostComparison comparison = compared(catalogOf({cloudOffer("a", "0.25")}));
    BOOST_TEST(!comparison.breakEven.months.has_value());
    BOOST_TEST(reasonOf(comparison) ==
               "within 36 months Cloud a costs $2,628.00, and buying costs $5,049.84");
    // 292 h × 0.15 = 43.80 a month is less than 56.94 of electricity.
    BOOST_TEST(reasonOf(compared(catalogOf({cloudOffer("a", "0.15")}))) ==
               "running the own machine alone, $56.94 a month, costs as much as Cloud a, $43.80 a month");
}

BOOST_AUTO_TEST_CASE(without_an_on_demand_offer_nothing_is_claimed)
{
    CloudOffer spot = cloudOffer("a");
    spot.pricing = PricingModel::Spot;
    const CostComparison comparison = compared(catalogOf({spot}));
    BOOST_TEST(comparison.scenarios.size() == 2U);
    BOOST_TEST(!comparison.breakEven.against.has_value());
    BOOST_TEST(!comparison.breakEven.months.has_value());
    BOOST_TEST(reasonOf(comparison) ==
               "the catalog has no on-demand cloud offer that is known to do the same");
}

BOOST_AUTO_TEST_CASE(everything_is_in_the_currency_of_the_budget)
{
    const Currency cny = currencyOf("CNY");
    CloudOffer chinese = cloudOffer("cn");
    chinese.pricePerHour = rate("6.00", cny);
    CostAssumptions given = assumptions();
    given.running.electricity = rate("0.50", cny);
    EvaluatedBuild build = machine();
    build.price = money("20123.34", cny);
    const CostComparison comparison =
        tryToCompare(catalogOf({cloudOffer("us"), chinese}), build, given, requirement(cny)).value();
    // 189.8 kWh × 0.50 = 94.90 a month; 20,123.34 + 36 × 94.90 = 23,539.74.
    BOOST_TEST((comparison.scenarios[0].total == money("23539.74", cny)));
    // 292 h × 6.00 × 36 = 63,072.00; and in dollars 292 h × 1.00 × 36 × 6.70778 = 70,512.18336.
    BOOST_TEST(comparison.scenarios[1].name == "Cloud cn");
    BOOST_TEST((comparison.scenarios[1].total == money("63072.00", cny)));
    BOOST_TEST((comparison.scenarios[2].total == money("70512.18", cny)));
    BOOST_TEST((comparison.scenarios[2].perHour == rate("6.70778", cny)));
}

BOOST_AUTO_TEST_CASE(electricity_and_purchase_are_converted)
{
    const Currency cny = currencyOf("CNY");
    const CostComparison comparison =
        tryToCompare(catalogOf({}), machine(), assumptions(), requirement(cny)).value();
    // 56.94 × 6.70778 = 381.9409932; 3,000 × 6.70778 = 20,123.34; × 36 months 13,749.8757552.
    BOOST_TEST((comparison.monthlyElectricity == money("381.94", cny)));
    BOOST_TEST((comparison.scenarios[0].cumulative.front() == money("20123.34", cny)));
    BOOST_TEST((comparison.scenarios[0].total == money("33873.22", cny)));
}

BOOST_AUTO_TEST_CASE(a_currency_without_a_rate_is_an_error)
{
    CloudOffer offer = cloudOffer("a");
    offer.pricePerHour = rate("1.00", currencyOf("SEK"));
    BOOST_TEST(tryToCompare(catalogOf({offer})).error().message ==
               "the catalog has no exchange rate for SEK");
    CostAssumptions given = assumptions();
    given.running.electricity = rate("1.00", currencyOf("NOK"));
    BOOST_TEST(errorOf(given) == "the catalog has no exchange rate for NOK");
}

BOOST_AUTO_TEST_CASE(absurd_assumptions_are_refused)
{
    for (const int years : {0, -1, 11}) {
        CostAssumptions given = assumptions();
        given.years = years;
        BOOST_TEST(errorOf(given) == "years: expected 1 to 10, got " + std::to_string(years));
    }
    for (const double share : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
        CostAssumptions given = assumptions();
        given.use.utilization = share;
        BOOST_TEST(errorOf(given).starts_with("utilization: expected a share from 0 to 1, got "));
    }
    for (const double pue : {0.99, 10.1, std::numeric_limits<double>::infinity()}) {
        CostAssumptions given = assumptions();
        given.running.powerUsageEffectiveness = pue;
        BOOST_TEST(errorOf(given).starts_with("power usage effectiveness: expected 1 to 10, got "));
    }
    for (const char* tariff : {"-0.01", "10000.01"}) {
        CostAssumptions given = assumptions();
        given.running.electricity = rate(tariff);
        BOOST_TEST(errorOf(given) == std::string("electricity: expected 0 to 10,000 per kWh, got ") + tariff);
    }
    Requirement unknown = requirement();
    unknown.model = ModelId("llama");
    BOOST_TEST(!tryToCompare(catalogOf({}), machine(), assumptions(), unknown).has_value());
}

BOOST_AUTO_TEST_CASE(the_longest_horizon_and_free_electricity_work)
{
    CostAssumptions given = assumptions();
    given.years = 10;
    given.running.electricity = rate("0");
    const CostComparison comparison = compared(catalogOf({cloudOffer("a")}), machine(), given);
    BOOST_TEST(comparison.scenarios[0].cumulative.size() == 121U);
    BOOST_TEST((comparison.scenarios[0].total == money("3000")));
    BOOST_TEST(comparison.breakEven.months.value().value() == 3000.0 / 292,
               boost::test_tools::tolerance(1e-9));
}

// 730 h × 36 × 0.4 × 3,600 s × 25 tokens/s = 946.08 million tokens; 5,049.84 / 946.08 = 5.3376459.
BOOST_AUTO_TEST_CASE(a_million_tokens_cost_the_total_by_what_is_produced_in_use)
{
    const CostComparison comparison = compared(catalogOf({cloudOffer("a")}));
    BOOST_TEST((comparison.scenarios[0].perMillionTokens == rate("5.337646")));
    EvaluatedBuild slow = machine();
    slow.speed = std::nullopt;
    BOOST_TEST(!compared(catalogOf({}), slow).scenarios[0].perMillionTokens.has_value());
}

BOOST_AUTO_TEST_CASE(parts_without_a_price_are_pointed_out)
{
    EvaluatedBuild build = machine();
    BOOST_TEST(compared(catalogOf({}), build).findings.empty());
    build.lines.push_back({{PartCategory::Case, PartId("case"), 1}, "Maker", "Case", std::nullopt, {}});
    const CostComparison partial = compared(catalogOf({cloudOffer("a")}), build);
    BOOST_TEST(partial.findings.at(0).id == "own-price-incomplete");
    BOOST_TEST(partial.findings.at(0).message().starts_with("Parts of the machine without a price: 1."));
    BOOST_TEST(partial.breakEven.months.has_value());
    build.price = money("0");
    const CostComparison unknown = compared(catalogOf({cloudOffer("a")}), build);
    BOOST_TEST(!unknown.breakEven.months.has_value());
    BOOST_TEST(reasonOf(unknown) == "the price of the machine is unknown");
}

BOOST_AUTO_TEST_CASE(the_default_tariff_is_that_of_a_country_with_the_currency)
{
    Catalog catalog = catalogOf({});
    Country nowhere;
    nowhere.currency = currencyOf("CNY");
    Country china = nowhere;
    china.householdElectricity = rate("0.077");
    Country states;
    states.householdElectricity = rate("0.18");
    Country sweden;
    sweden.currency = currencyOf("SEK");
    sweden.householdElectricity = rate("0.25");
    catalog.countries = {nowhere, china, states, sweden};
    const auto tariffIn = [&](const char* code) {
        return defaultAssumptions(catalog, currencyOf(code)).value().running.electricity;
    };
    // 0.077 × 6.70778 = 0.51649906
    BOOST_TEST((tariffIn("CNY") == rate("0.516499", currencyOf("CNY"))));
    BOOST_TEST((tariffIn("USD") == rate("0.18")));
    BOOST_TEST((tariffIn("SEK") == rate("0", currencyOf("SEK")))); // no rate
    BOOST_TEST((tariffIn("EUR") == rate("0", currencyOf("EUR"))));
}

BOOST_AUTO_TEST_CASE(kinds_have_their_names)
{
    BOOST_TEST(scenarioKindName(ScenarioKind::Own) == std::string("own"));
    BOOST_TEST(scenarioKindName(ScenarioKind::Cloud) == std::string("cloud"));
}

BOOST_AUTO_TEST_SUITE_END()
