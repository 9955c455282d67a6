// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/hosted_scenario.h"

#include "costs/rented_fixture.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

/// Per million tokens: 0.50 in, 0.05 cached, 1.50 out.
ApiOffer apiOffer(const char* model, const char* provider = "Host")
{
    ApiOffer offer;
    offer.id = std::string(provider) + "-" + model;
    offer.provider = provider;
    offer.providerModel = model;
    offer.model = ModelId(model);
    offer.input = rate("0.50");
    offer.cachedInput = rate("0.05");
    offer.output = rate("1.50");
    offer.context = 131'072;
    offer.date = Date{2026, 8, 1};
    return offer;
}

/// The small model again, by another name and so many times as large in its layers.
ModelFacts sibling(const char* id, int layers, const char* family)
{
    ModelFacts facts = smallModel();
    facts.id = ModelId(id);
    facts.name = id;
    facts.family = family;
    facts.layers = layers;
    // 8,030,261,248 of which each of the 32 layers has 218,112,000.
    facts.parameters += (layers - 32) * std::int64_t{218'112'000};
    return facts;
}

Catalog catalogWith(std::vector<ApiOffer> offers)
{
    Catalog catalog = catalogOf({});
    catalog.models[0].family = "Llama";
    catalog.models.push_back(sibling("twice", 64, "Llama"));
    catalog.models.push_back(sibling("half", 14, "Llama"));
    catalog.models.push_back(sibling("stranger", 33, "Other"));
    catalog.apiOffers = std::move(offers);
    return catalog;
}

std::vector<HostedModel> hostedIn(const Catalog& catalog, const Workload& workload = {})
{
    return hostedModels(catalog, catalog.models[0], workload, Currency::usd(), Date{2026, 10, 1}).value();
}

RentedCase asking(ApiOffer offer = apiOffer("llama-3.1-8b"))
{
    RentedCase rented;
    rented.candidates.hosted = {{std::move(offer), HostedMatch::Same, "Llama 3.1 8B", 1, {}}};
    return rented;
}

CostScenario scenarioOf(const RentedCase& rented)
{
    return hostedScenarios(rented.inputs()).at(0);
}

} // namespace

BOOST_AUTO_TEST_SUITE(hosted)

BOOST_AUTO_TEST_CASE(the_same_model_comes_before_any_other)
{
    const auto found = hostedIn(
        catalogWith({apiOffer("twice"), apiOffer("llama-3.1-8b", "A"), apiOffer("llama-3.1-8b", "B")}));
    BOOST_TEST(found.size() == 2U);
    BOOST_TEST((found.at(0).match == HostedMatch::Same));
    BOOST_TEST(found[0].offer.provider == "A");
    BOOST_TEST(found.at(1).offer.provider == "B");
    BOOST_TEST(found[0].catalogModel == "Llama 3.1 8B");
    BOOST_TEST(found[0].standing.ageDays == 61); // from 1 August to 1 October
}

// "twice" has 15.01 thousand million parameters, 1.87 times 8.03; "half" has 4.10, 8.03 is 1.96 times that. The stranger, 1.03
// times as large, is not of the family.
BOOST_AUTO_TEST_CASE(then_comes_the_nearest_of_the_family)
{
    const auto found = hostedIn(catalogWith({apiOffer("half"), apiOffer("twice"), apiOffer("stranger")}));
    BOOST_TEST(found.size() == 1U);
    BOOST_TEST((found.at(0).match == HostedMatch::Family));
    BOOST_TEST(found[0].catalogModel == "twice");
}

BOOST_AUTO_TEST_CASE(then_comes_the_nearest_in_size)
{
    Catalog catalog = catalogWith({apiOffer("half"), apiOffer("twice"), apiOffer("stranger")});
    catalog.models[0].family.clear();
    const auto found = hostedIn(catalog);
    BOOST_TEST(found.size() == 1U);
    BOOST_TEST((found.at(0).match == HostedMatch::SimilarSize));
    BOOST_TEST(found[0].catalogModel == "stranger");
}

// 32 experts of which one token meets one have many parameters of which it meets few.
BOOST_AUTO_TEST_CASE(active_parameters_count_as_well)
{
    Catalog catalog = catalogWith({apiOffer("twice"), apiOffer("experts")});
    ModelFacts experts = sibling("experts", 32, "Other");
    experts.experts = 32;
    experts.expertsPerToken = 1;
    experts.expertFeedForward = experts.feedForward / 32;
    catalog.models.push_back(experts);
    catalog.models[0].family.clear();
    BOOST_TEST(hostedIn(catalog).at(0).catalogModel == "twice");
}

BOOST_AUTO_TEST_CASE(offers_that_can_not_answer_the_requests_are_left_out)
{
    Workload workload;
    workload.promptTokens = 6000;
    workload.outputTokens = 1000;
    ApiOffer exact = apiOffer("llama-3.1-8b", "exact");
    exact.context = 7000;
    exact.maxOutput = 1000;
    ApiOffer shortContext = exact;
    shortContext.context = 6999;
    ApiOffer shortAnswers = exact;
    shortAnswers.maxOutput = 999;
    ApiOffer silent = apiOffer("llama-3.1-8b", "silent");
    silent.context = std::nullopt;
    const auto found = hostedIn(catalogWith({shortContext, exact, shortAnswers, silent}), workload);
    BOOST_TEST(found.size() == 2U);
    BOOST_TEST(found.at(0).offer.provider == "exact");
    BOOST_TEST(found.at(1).offer.provider == "silent");
    // Where none of the same can, another of the family does.
    BOOST_TEST(hostedIn(catalogWith({shortContext, apiOffer("twice")}), workload).at(0).catalogModel ==
               "twice");
}

BOOST_AUTO_TEST_CASE(free_offers_are_left_out)
{
    ApiOffer free = apiOffer("llama-3.1-8b");
    free.input = free.output = rate("0");
    BOOST_TEST(hostedIn(catalogWith({free})).empty());
    BOOST_TEST(hostedIn(catalogWith({})).empty());
    ApiOffer unknown = apiOffer("");
    BOOST_TEST(hostedIn(catalogWith({unknown})).empty());
}

BOOST_AUTO_TEST_CASE(prices_are_exchanged_where_there_is_a_rate)
{
    ApiOffer chinese = apiOffer("llama-3.1-8b");
    chinese.input = rate("2.00", currencyOf("CNY"));
    BOOST_TEST(hostedIn(catalogWith({chinese})).at(0).exchange == 1 / 6.70778,
               boost::test_tools::tolerance(1e-12));
    chinese.input = rate("2.00", currencyOf("SEK"));
    const Catalog catalog = catalogWith({chinese});
    BOOST_TEST(hostedModels(catalog, catalog.models[0], {}, Currency::usd(), catalog.date).error().message ==
               "the catalog has no exchange rate for SEK");
}

// 25 tokens/s × 292 h are 26.28 million output tokens a month, in 102,656.25 requests; of 512 tokens each 52.56 million input.
// 52.56 × 0.50 = 26.28; 26.28 × 1.50 = 39.42; × 36: 946.08 and 1,419.12.
BOOST_AUTO_TEST_CASE(tokens_are_paid_by_the_million)
{
    const CostScenario api = scenarioOf(asking());
    BOOST_TEST((api.kind == ScenarioKind::Api));
    BOOST_TEST(api.name == "Host llama-3.1-8b");
    BOOST_TEST((api.cumulative.front() == money("0.00")));
    BOOST_TEST((paidFor(api, CostCategory::ApiInput, 36) == money("946.08")));
    BOOST_TEST((paidFor(api, CostCategory::ApiOutput, 36) == money("1419.12")));
    BOOST_TEST((api.total == money("2365.20")));
    // 2,365.20 over 36 × 26.28 million tokens.
    BOOST_TEST((api.perMillionTokens == rate("2.50")));
}

// A quarter of 52.56 is 13.14 million at 0.05 = 0.657; the rest 39.42 × 0.50 = 19.71; × 36: 23.652 and 709.56.
BOOST_AUTO_TEST_CASE(cached_tokens_have_a_price_of_their_own)
{
    RentedCase rented = asking();
    rented.given.use.cachedShare = 0.25;
    const CostScenario api = scenarioOf(rented);
    BOOST_TEST((paidFor(api, CostCategory::ApiCachedInput, 1) == money("0.66")));
    BOOST_TEST((paidFor(api, CostCategory::ApiCachedInput, 36) == money("23.65")));
    BOOST_TEST((paidFor(api, CostCategory::ApiInput, 36) == money("709.56")));
    BOOST_TEST((api.total == money("2152.33"))); // 709.56 + 23.65 + 1,419.12
    ApiOffer plain = apiOffer("llama-3.1-8b");
    plain.cachedInput = std::nullopt;
    RentedCase without = asking(plain);
    without.given.use.cachedShare = 0.25;
    BOOST_TEST((scenarioOf(without).total == money("2365.20")));
}

// 2,365.20 × 0.5; and 12 × 65.70 × (1 + 0.9 + 0.81) = 2,136.564, of which 854.6256 for prompts and 1,281.9384 for answers.
BOOST_AUTO_TEST_CASE(discounts_and_changes_of_price_count)
{
    RentedCase rented = asking();
    rented.given.api.batchDiscount = 0.5;
    BOOST_TEST((scenarioOf(rented).total == money("1182.60")));
    rented.given.api.batchDiscount = 0;
    rented.given.api.priceChange = -0.1;
    BOOST_TEST((scenarioOf(rented).total == money("2136.57"))); // 854.63 + 1,281.94
    rented.given.api.priceChange = 0;
    rented.factors = FactorSettings().with(CostFactor::ApiPrice, 2);
    BOOST_TEST((scenarioOf(rented).total == money("4730.40")));
}

BOOST_AUTO_TEST_CASE(resellers_count_unless_they_are_left_out)
{
    RentedCase rented = asking();
    rented.candidates.hosted.push_back(rented.candidates.hosted[0]);
    rented.candidates.hosted[0].offer.aggregator = true;
    rented.candidates.hosted[0].offer.provider = "Reseller";
    BOOST_TEST(hostedScenarios(rented.inputs()).size() == 2U);
    rented.given.api.aggregators = false;
    const auto direct = hostedScenarios(rented.inputs());
    BOOST_TEST(direct.size() == 1U);
    BOOST_TEST(direct.at(0).name == "Host llama-3.1-8b");
    BOOST_TEST(direct[0].candidate == 1U);
}

BOOST_AUTO_TEST_CASE(without_known_requests_nothing_is_said)
{
    RentedCase rented = asking();
    rented.candidates.capacity = std::nullopt;
    BOOST_TEST(hostedScenarios(rented.inputs()).empty());
    rented = asking();
    rented.candidates.workload.kind = WorkloadKind::Lora;
    BOOST_TEST(hostedScenarios(rented.inputs()).empty());
    BOOST_TEST(compareCosts(rented.candidates, rented.given).value().traffic.input.value() == 0.0);
}

BOOST_AUTO_TEST_SUITE_END()
