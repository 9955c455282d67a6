// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/costs_fixture.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;

namespace {

std::string textOf(const CostSource& source)
{
    return fillIn(source.what, source.evidence);
}

/// The source with this text, or one without a text where there is none.
CostSource sourceOf(const CostComparison& comparison, const std::string& text)
{
    const auto found = std::ranges::find(comparison.sources, text, textOf);
    return found == comparison.sources.end() ? CostSource{} : *found;
}

std::size_t placeOf(const CostComparison& comparison, const std::string& text)
{
    return static_cast<std::size_t>(std::ranges::find(comparison.sources, text, textOf) -
                                    comparison.sources.begin());
}

CostComparison simple(const CostAssumptions& given = assumptions())
{
    CloudOffer offer = cloudOffer("a");
    offer.source = "a price list";
    return compared(catalogOf({offer, cloudOffer("dear", "3.00")}), machine(), given);
}

Catalog withCountry()
{
    Catalog catalog = catalogOf({});
    Country country;
    country.code = "SW";
    country.name = "Somewhere";
    country.householdElectricity = rate("0.30");
    country.electricitySource = {"a regulator", Verification::Sourced, Date{2026, 3, 1}};
    country.taxRate = 0.19;
    country.taxSource = "a law";
    country.carbon = CarbonIntensity(0.4);
    country.carbonSource = {"a statistic", Verification::Compared};
    catalog.countries = {country};
    return catalog;
}

/// What the defaults are in that country.
CostAssumptions defaultsThere()
{
    return defaultAssumptions(withCountry(), Currency::usd(), "SW").value();
}

} // namespace

BOOST_AUTO_TEST_SUITE(cost_sources)

BOOST_AUTO_TEST_CASE(every_priced_part_names_its_source_and_day)
{
    const CostSource part = sourceOf(simple(), "1 × Machine, each (street)");
    BOOST_TEST(part.value == "$3,000.00");
    BOOST_TEST((part.kind == SourceKind::Catalog));
    BOOST_TEST(part.source == "a shop");
    BOOST_TEST((part.date == Date{2026, 8, 1}));
}

BOOST_AUTO_TEST_CASE(parts_at_hand_and_own_prices_are_the_users)
{
    EvaluatedBuild build = machine();
    build.lines[0].offer->own = true;
    BOOST_TEST(
        (sourceOf(compared(catalogOf({}), build), "1 × Machine, each (street)").kind == SourceKind::User));
    build.lines[0].owned = true;
    const CostSource part = sourceOf(compared(catalogOf({}), build), "1 × Machine, at hand");
    BOOST_TEST(part.value == "$0.00");
    BOOST_TEST((part.kind == SourceKind::User));
}

BOOST_AUTO_TEST_CASE(what_the_program_works_out_is_an_estimate)
{
    const CostComparison comparison = simple();
    const CostSource load = sourceOf(comparison, "Power under load, of one machine at the wall");
    BOOST_TEST(load.value == "500 W");
    BOOST_TEST((load.kind == SourceKind::Estimate));
    BOOST_TEST(sourceOf(comparison, "Power idle, of one machine at the wall").value == "100 W");
    // 20, 25 and 30 tokens a second, 256 of them an answer.
    BOOST_TEST(sourceOf(comparison, "Requests that one machine answers").value ==
               "0.0977 (0.0781–0.1172) 1/s");
    BOOST_TEST((sourceOf(comparison, "Requests that 1 × a answers").kind == SourceKind::Estimate));
}

BOOST_AUTO_TEST_CASE(the_compared_offer_comes_first_and_the_others_after_it)
{
    const CostComparison comparison = simple();
    const CostSource offer = sourceOf(comparison, "Cloud a, somewhere (on-demand)");
    BOOST_TEST(offer.value == "1.00 USD/h");
    BOOST_TEST(offer.source == "a price list");
    BOOST_TEST((offer.date == Date{2026, 8, 1}));
    BOOST_TEST((offer.state == Verification::Sourced));
    BOOST_TEST((sourceOf(comparison, "Cloud dear, somewhere (on-demand)").state == Verification::Unverified));
    BOOST_TEST(placeOf(comparison, "1 × Machine, each (street)") <
               placeOf(comparison, "Cloud a, somewhere (on-demand)"));
    BOOST_TEST(placeOf(comparison, "Cloud a, somewhere (on-demand)") <
               placeOf(comparison, "Cloud dear, somewhere (on-demand)"));
    BOOST_TEST(placeOf(comparison, "Cloud dear, somewhere (on-demand)") <
               placeOf(comparison, "Years that are looked at"));
    BOOST_TEST(placeOf(comparison, "Years that are looked at") < comparison.sources.size());
}

BOOST_AUTO_TEST_CASE(a_hosted_model_has_its_prices)
{
    Expected<CostCandidates> candidates = candidatesAsFast(catalogOf({}));
    HostedModel hosted;
    hosted.offer.provider = "host";
    hosted.offer.providerModel = "llama";
    hosted.offer.input = rate("0.14");
    hosted.offer.output = rate("0.28");
    hosted.offer.cachedInput = rate("0.0028");
    hosted.offer.source = "a list";
    candidates->hosted = {hosted};
    const CostComparison comparison = compareCosts(*candidates, assumptions()).value();
    BOOST_TEST(sourceOf(comparison, "host llama, input").value == "0.14 USD/Mtok");
    BOOST_TEST(sourceOf(comparison, "host llama, cached input").value == "0.0028 USD/Mtok");
    BOOST_TEST(sourceOf(comparison, "host llama, output").value == "0.28 USD/Mtok");
    BOOST_TEST(sourceOf(comparison, "host llama, output").source == "a list");
}

BOOST_AUTO_TEST_CASE(defaults_of_a_country_name_its_sources)
{
    const CostComparison comparison = compared(withCountry(), machine(), defaultsThere());
    const CostSource tariff = sourceOf(comparison, "Electricity, of households in Somewhere");
    BOOST_TEST(tariff.value == "0.30 USD/kWh");
    BOOST_TEST((tariff.kind == SourceKind::Catalog));
    BOOST_TEST(tariff.source == "a regulator");
    BOOST_TEST((tariff.date == Date{2026, 3, 1}));
    BOOST_TEST((tariff.state == Verification::Sourced));
    const CostSource tax = sourceOf(comparison, "Tax, of Somewhere");
    BOOST_TEST(tax.value == "19 %");
    BOOST_TEST(tax.source == "a law");
    const CostSource carbon = sourceOf(comparison, "CO2e of electricity, of Somewhere");
    BOOST_TEST(carbon.value == "0.400 kg/kWh");
    BOOST_TEST((carbon.state == Verification::Compared));
}

BOOST_AUTO_TEST_CASE(what_the_user_enters_is_theirs)
{
    CostAssumptions given = defaultsThere();
    given.running.electricity = rate("0.25");
    given.purchase.taxRate = 0.07;
    given.carbon = CarbonIntensity(0.1);
    given.years = 5;
    const CostComparison comparison = compared(withCountry(), machine(), given);
    for (const char* text : {"Electricity", "Tax", "CO2e of electricity", "Years that are looked at"}) {
        BOOST_TEST((sourceOf(comparison, text).kind == SourceKind::User), text);
        BOOST_TEST(sourceOf(comparison, text).source == "");
    }
    BOOST_TEST((sourceOf(comparison, "Spares, of the hardware's price").kind == SourceKind::Default));
}

BOOST_AUTO_TEST_CASE(with_all_defaults_nothing_is_the_users)
{
    const CostComparison comparison = compared(withCountry(), machine(), defaultsThere());
    for (const CostSource& source : comparison.sources) {
        BOOST_TEST((source.kind != SourceKind::User), textOf(source));
        BOOST_TEST(!source.value.empty());
        BOOST_TEST(textOf(source).find('{') == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(what_nothing_comes_of_is_left_out)
{
    const CostComparison cash = simple();
    BOOST_TEST(sourceOf(cash, "Interest, a year").what == "");
    BOOST_TEST(sourceOf(cash, "People who ask").what == "");
    CostAssumptions given = assumptions();
    given.financing.kind = Financing::Loan;
    given.use.kind = UseKind::Users;
    const CostComparison loan = simple(given);
    BOOST_TEST(sourceOf(loan, "Interest, a year").value == "6 %");
    BOOST_TEST((sourceOf(loan, "Interest, a year").kind == SourceKind::Default));
    BOOST_TEST((sourceOf(loan, "How the purchase is paid").kind == SourceKind::User));
    BOOST_TEST(sourceOf(loan, "People who ask").value == "10");
    BOOST_TEST(sourceOf(loan, "Hours in full use, of all hours").what == "");
}

BOOST_AUTO_TEST_CASE(ranges_are_named_with_their_reasons)
{
    CostAssumptions given = assumptions();
    given.ranges = {{CostFactor::Electricity, 0.5, 2}};
    const CostComparison comparison = simple(given);
    const CostSource tariff = sourceOf(comparison, "Range of the electricity tariff");
    BOOST_TEST(tariff.value == "× 0.50–2.00");
    BOOST_TEST((tariff.kind == SourceKind::User));
    const CostSource hardware = sourceOf(comparison, "Range of the hardware's price");
    BOOST_TEST(hardware.value == "× 0.90–1.10");
    BOOST_TEST((hardware.kind == SourceKind::Default));
    BOOST_TEST(hardware.source == "street prices differ by about a tenth from shop to shop");
}

BOOST_AUTO_TEST_CASE(exchange_rates_are_named_where_currencies_meet)
{
    BOOST_TEST(sourceOf(simple(), "CNY for a US dollar").what == "");
    CloudOffer chinese = cloudOffer("cn");
    chinese.pricePerHour = rate("6.00", currencyOf("CNY"));
    const CostSource exchange = sourceOf(compared(catalogOf({chinese})), "CNY for a US dollar");
    BOOST_TEST(exchange.value == "6.70778 CNY");
    BOOST_TEST(exchange.source == "a bank");
    BOOST_TEST((exchange.date == Date{2026, 9, 29}));
}

BOOST_AUTO_TEST_SUITE_END()
