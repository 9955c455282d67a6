// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/check_support.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;
using namespace rigwright::test;

namespace {

MoneyRate dollars(const std::string& amount)
{
    return MoneyRate::parse(amount, Currency::usd()).value();
}

CloudOffer rented(const std::string& id, const std::string& price)
{
    CloudOffer offer;
    offer.id = id;
    offer.provider = "Cloud";
    offer.instance = id;
    offer.accelerator = PartId("rtx-4090");
    offer.gpuCount = 2;
    offer.gpuMemoryEach = Bytes::gib(24);
    offer.vcpus = 32;
    offer.memory = Bytes::gib(128);
    offer.pricePerHour = dollars(price);
    offer.region = "eu";
    offer.source = "a price list";
    offer.date = {2026, 8, 1};
    return offer;
}

/// Offers at 0.60 to 0.90 dollars an hour for each of two accelerators.
Catalog withCloud()
{
    Catalog catalog = soundCatalog();
    for (int i = 0; i < 7; ++i) {
        catalog.cloudOffers.push_back(
            rented("offer-" + std::to_string(i), "1." + std::to_string(20 + 10 * i)));
    }
    return catalog;
}

ApiOffer hosted(const std::string& id)
{
    ApiOffer offer;
    offer.id = id;
    offer.provider = "Host";
    offer.modelName = "Model";
    offer.input = dollars("0.5");
    offer.output = dollars("1.5");
    offer.cachedInput = dollars("0.05");
    offer.context = 131'072;
    offer.source = "a price list";
    offer.date = {2026, 7, 1};
    return offer;
}

/// Llama 3.1 8B (Meta's config.json): 8.03 billion parameters.
ModelFacts llama8b()
{
    ModelFacts model;
    model.id = ModelId("llama-3.1-8b");
    model.released = "2024-07";
    model.layers = 32;
    model.hidden = 4096;
    model.vocabulary = 128'256;
    model.maxContext = 131'072;
    model.heads = 32;
    model.kvHeads = 8;
    model.headDim = 128;
    model.feedForward = 14'336;
    model.parameters = 8'030'261'248;
    model.source = {"config.json", Verification::Sourced};
    return model;
}

template <class Spoil>
Catalog withModel(Spoil spoil)
{
    Catalog catalog = soundCatalog();
    catalog.models = {llama8b()};
    spoil(catalog.models.front());
    return catalog;
}

Country germany()
{
    Country country;
    country.code = "DE";
    country.currency = Currency::parse("EUR").value();
    country.householdElectricity = dollars("0.43");
    country.businessElectricity = dollars("0.27");
    country.taxRate = 0.19;
    country.carbon = CarbonIntensity(0.344);
    country.carbonSource = {"a statistical office", Verification::Sourced};
    return country;
}

} // namespace

BOOST_AUTO_TEST_SUITE(check_offers)

BOOST_AUTO_TEST_CASE(a_cloud_offer_is_like_its_accelerator)
{
    Catalog catalog = withCloud();
    BOOST_TEST(findingsOf(catalog) == std::vector<std::string>(), boost::test_tools::per_element());
    catalog.cloudOffers.back().gpuMemoryEach = Bytes::gib(48); // of both together
    BOOST_TEST(findsOnly(catalog, "error cloud-memory-unlike-accelerator offer-6"));
    catalog = withCloud();
    catalog.cloudOffers.back().accelerator = PartId("rtx-4091");
    BOOST_TEST(findsOnly(catalog, "error cloud-accelerator-unknown offer-6"));
    catalog = withCloud();
    catalog.cloudOffers.back().date = {2021, 1, 1};
    BOOST_TEST(findsOnly(catalog, "error cloud-before-release offer-6"));
}

// The median is 75 cents an accelerator and hour; 18 dollars for two are twelve times that.
BOOST_AUTO_TEST_CASE(a_slip_of_ten_in_an_hourly_price_stands_out)
{
    Catalog catalog = withCloud();
    catalog.cloudOffers.back().pricePerHour = dollars("18");
    BOOST_TEST(findsOnly(catalog, "warning cloud-price-outlier offer-6"));
    catalog.cloudOffers.back().pricePerHour = dollars("0.12");
    BOOST_TEST(findsOnly(catalog, "warning cloud-price-outlier offer-6"));
    catalog.cloudOffers.back().pricePerHour = dollars("6");
    BOOST_TEST(findsNothing(catalog));
    catalog.cloudOffers.back().pricePerHour = dollars("0");
    BOOST_TEST(findsOnly(catalog, "error cloud-price-not-positive offer-6"));
}

BOOST_AUTO_TEST_CASE(spot_costs_no_more_than_on_demand)
{
    Catalog catalog = withCloud();
    CloudOffer spot = rented("offer-0", "1.30");
    spot.id = "offer-0-spot";
    spot.pricing = PricingModel::Spot;
    catalog.cloudOffers.push_back(spot);
    BOOST_TEST(findsOnly(catalog, "warning spot-above-on-demand offer-0-spot"));
    catalog.cloudOffers.back().pricePerHour = dollars("0.50");
    BOOST_TEST(findsNothing(catalog));
}

BOOST_AUTO_TEST_CASE(a_rented_host_has_a_plausible_size)
{
    Catalog catalog = withCloud();
    catalog.cloudOffers.back().vcpus = 320'000;
    BOOST_TEST(findsOnly(catalog, "warning cloud-host offer-6"));
    catalog = withCloud();
    catalog.cloudOffers.back().memory = Bytes::gib(131'072); // MiB taken for GiB
    BOOST_TEST(findsOnly(catalog, "warning cloud-host offer-6"));
}

BOOST_AUTO_TEST_CASE(hosted_prices_are_per_million_tokens)
{
    Catalog catalog = soundCatalog();
    catalog.apiOffers = {hosted("model")};
    BOOST_TEST(findsNothing(catalog));
    catalog.apiOffers.front().cachedInput = dollars("0.6");
    BOOST_TEST(findsOnly(catalog, "warning cached-above-input model"));
    catalog.apiOffers.front() = hosted("model");
    catalog.apiOffers.front().output = dollars("0.4");
    BOOST_TEST(findsOnly(catalog, "warning output-below-input model"));
    catalog.apiOffers.front().output = dollars("1500");
    BOOST_TEST(findsOnly(catalog, "error api-price-range model"));
    catalog.apiOffers.front() = hosted("model");
    catalog.apiOffers.front().context = 8;
    BOOST_TEST(findsOnly(catalog, "warning api-tokens model"));
    catalog.apiOffers.front() = hosted("model");
    catalog.apiOffers.front().model = ModelId("llama-3.1-8b");
    BOOST_TEST(findsOnly(catalog, "error api-model-unknown model"));
}

// Six hosts ask 1.50 dollars; one asks 30, twenty times as much.
BOOST_AUTO_TEST_CASE(hosts_of_one_model_ask_similar_prices)
{
    Catalog catalog = withModel([](ModelFacts&) {});
    for (int i = 0; i < 7; ++i) {
        catalog.apiOffers.push_back(hosted("host-" + std::to_string(i)));
        catalog.apiOffers.back().model = ModelId("llama-3.1-8b");
    }
    BOOST_TEST(findsNothing(catalog));
    catalog.apiOffers.back().output = dollars("30");
    BOOST_TEST(findsOnly(catalog, "warning api-price-outlier host-6"));
}

// 32 layers of width 4096 make about 8.8 billion with four square projections each.
BOOST_AUTO_TEST_CASE(a_model_has_as_many_parameters_as_its_dimensions_make)
{
    BOOST_TEST(findsNothing(withModel([](ModelFacts&) {})));
    BOOST_TEST(findsOnly(withModel([](ModelFacts& model) { model.parameters *= 10; }),
                         "error parameters-of-dimensions llama-3.1-8b"));
    BOOST_TEST(findsOnly(withModel([](ModelFacts& model) { model.parameters /= 10; }),
                         "error parameters-of-dimensions llama-3.1-8b"));
}

BOOST_AUTO_TEST_CASE(a_models_figures_are_those_of_a_model)
{
    BOOST_TEST(findsOnly(withModel([](ModelFacts& model) { model.maxContext = 0; }),
                         "error model-context llama-3.1-8b"));
    BOOST_TEST(
        findsOnly(withModel([](ModelFacts& model) { model.kvHeads = 5; }), "error model-heads llama-3.1-8b"));
    BOOST_TEST(findsOnly(withModel([](ModelFacts& model) { model.vocabulary = 128; }),
                         "warning model-vocabulary llama-3.1-8b"));
    BOOST_TEST(findsOnly(withModel([](ModelFacts& model) {
                             model.experts = 8;
                             model.expertsPerToken = 9;
                         }),
                         "error model-experts llama-3.1-8b"));
    BOOST_TEST(findsOnly(withModel([](ModelFacts& model) { model.released = "2026-11"; }),
                         "warning model-released llama-3.1-8b"));
}

BOOST_AUTO_TEST_CASE(a_country_has_plausible_taxes_and_electricity)
{
    Catalog catalog = soundCatalog();
    catalog.countries = {germany()};
    BOOST_TEST(findsNothing(catalog));
    catalog.countries.front().taxRate = 19; // per cent for a share
    BOOST_TEST(findsOnly(catalog, "error tax-rate DE"));
    catalog.countries.front() = germany();
    catalog.countries.front().householdElectricity = dollars("43"); // cents for dollars
    catalog.countries.front().businessElectricity.reset();
    BOOST_TEST(findsOnly(catalog, "error electricity-price DE"));
    catalog.countries.front() = germany();
    catalog.countries.front().businessElectricity = dollars("0.05");
    BOOST_TEST(findsOnly(catalog, "warning business-electricity DE"));
    catalog.countries.front() = germany();
    catalog.countries.front().currency = Currency::parse("JPY").value();
    BOOST_TEST(findsOnly(catalog, "error country-without-rate DE"));
}

BOOST_AUTO_TEST_CASE(a_country_has_a_plausible_carbon_intensity_with_a_source)
{
    Catalog catalog = soundCatalog();
    catalog.countries = {germany()};
    for (const double kilograms : {344.0, 0.000344, 0.0, 1.3}) { // grams; tonnes; nothing; more than lignite
        catalog.countries.front().carbon = CarbonIntensity(kilograms);
        BOOST_TEST(findsOnly(catalog, "error carbon-intensity DE"));
    }
    catalog.countries.front() = germany();
    catalog.countries.front().carbonSource = {};
    BOOST_TEST(findsOnly(catalog, "error carbon-intensity DE"));
    catalog.countries.front().carbon.reset();
    BOOST_TEST(findsNothing(catalog));
}

// A yuan is not 6.7 dollars.
BOOST_AUTO_TEST_CASE(an_exchange_rate_is_not_upside_down)
{
    const auto with = [](double perUsd, const Date& date) {
        Catalog catalog = soundCatalog();
        catalog.rates = ExchangeRates({{Currency::parse("CNY").value(), perUsd, date, "a bank"}});
        return catalog;
    };
    BOOST_TEST(findsNothing(with(6.7, {2026, 9, 29})));
    BOOST_TEST(findsOnly(with(1 / 6.7, {2026, 9, 29}), "warning exchange-rate CNY"));
    BOOST_TEST(findsOnly(with(6.7, {2025, 1, 1}), "warning exchange-rate-day CNY"));
}

BOOST_AUTO_TEST_SUITE_END()
