// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/costs_fixture.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

/// One person who asks so often on five days of eight hours, when the machine answers 25 / 256 requests a second.
CostAssumptions askedADay(double requests)
{
    CostAssumptions given = assumptions();
    given.use.kind = UseKind::Users;
    given.use.users = 1;
    given.use.requestsPerUser = requests;
    return given;
}

bool has(const CostComparison& comparison, const char* id)
{
    return std::ranges::any_of(comparison.findings,
                               [id](const Finding& finding) { return finding.id == id; });
}

const Finding& findingOf(const CostComparison& comparison, const char* id)
{
    return *std::ranges::find(comparison.findings, std::string(id), &Finding::id);
}

Country somewhere(Verification state)
{
    Country country;
    country.code = "SW";
    country.name = "Somewhere";
    country.householdElectricity = rate("0.30");
    country.electricitySource.state = state;
    return country;
}

} // namespace

BOOST_AUTO_TEST_SUITE(compare_reasons)

// 25 / 256 requests a second × 8 h × 3,600 s = 2,812.5 a day: of 5,625 it answers a half.
BOOST_AUTO_TEST_CASE(a_machine_that_answers_a_part_is_not_compared)
{
    const CostComparison comparison = compared(catalogOf({cloudOffer("a")}), machine(), askedADay(5625));
    BOOST_TEST(comparison.breakEven.against.has_value());
    BOOST_TEST(!comparison.breakEven.months.has_value());
    BOOST_TEST(!comparison.breakEven.earliest.has_value());
    BOOST_TEST(!comparison.sensitivity.against.has_value());
    BOOST_TEST(reasonOf(comparison) ==
               "1 × RTX 3090 24 GB answers 50.0 % of the requests, so that owning it alone is not the same");
    BOOST_TEST(
        findingOf(comparison, "own-serves-part").message().starts_with("The own machines answer 50.0 %"));
    BOOST_TEST(!has(compared(catalogOf({cloudOffer("a")}), machine(), askedADay(2800)), "own-serves-part"));
}

BOOST_AUTO_TEST_CASE(a_machine_of_unknown_speed_is_not_compared)
{
    EvaluatedBuild build = machine();
    build.speed = std::nullopt;
    Expected<CostCandidates> candidates = candidatesAsFast(catalogOf({cloudOffer("a")}), build);
    candidates->rentals.at(0).capacity = Range<RequestsPerSecond>{};
    const CostComparison comparison = compareCosts(*candidates, askedADay(100)).value();
    BOOST_TEST(!comparison.breakEven.months.has_value());
    if (comparison.breakEven.against) {
        BOOST_TEST(reasonOf(comparison) == "how many requests 1 × RTX 3090 24 GB answers is unknown");
    }
}

// A lease of 3,600 in 36 payments of 100, and electricity of 56.94 a month in the first year, half as much again in each
// further one: 156.94, 185.41 and 228.115 a month. Renting: 292 h × 0.60 = 175.20. After 24 months 4,108.20 against 4,204.80;
// 96.60 are used up by 52.915 a month in less than two; at the end 6,845.58 against 6,307.20.
BOOST_AUTO_TEST_CASE(who_is_cheaper_only_at_first_is_told_until_when)
{
    EvaluatedBuild build = machine();
    build.price = money("3600");
    CostAssumptions given = assumptions();
    given.financing = {Financing::Lease, 0, 36, 0};
    given.running.electricityChange = 0.5;
    const CostComparison comparison = compared(catalogOf({cloudOffer("a", "0.60")}), build, given);
    BOOST_TEST(!comparison.breakEven.months.has_value());
    BOOST_TEST(reasonOf(comparison) ==
               "owning costs less only until month 25: within 36 months Cloud a costs $6,307.20, and owning "
               "$6,845.58");
}

// Renting takes 292 h × 0.40 = 116.80 a month, owning 56.94: of 3,000 there are 904.90 left after 35 months, and 1,500 for the
// machine in the last.
BOOST_AUTO_TEST_CASE(what_the_sale_of_the_machine_makes_up_for_comes_in_the_last_month)
{
    CostAssumptions given = assumptions();
    given.value.residualShare = 0.5;
    const CostComparison comparison = compared(catalogOf({cloudOffer("a", "0.40")}), machine(), given);
    BOOST_TEST(comparison.breakEven.months.value().value() == 36.0);
}

BOOST_AUTO_TEST_CASE(hosted_models_are_not_asked_to_train)
{
    Expected<CostCandidates> candidates = candidatesAsFast(catalogOf({}));
    BOOST_TEST(compareCosts(*candidates, assumptions()).value().apiBreakEven.noneReason ==
               "the catalog has no hosted API for this model or one like it");
    candidates->workload.kind = WorkloadKind::Lora;
    BOOST_TEST(compareCosts(*candidates, assumptions()).value().apiBreakEven.noneReason ==
               "hosted APIs answer requests and do not train");
}

BOOST_AUTO_TEST_CASE(parts_that_the_user_has_have_a_known_price_of_nothing)
{
    EvaluatedBuild build = machine();
    build.price = money("0");
    build.lines[0].owned = true;
    build.lines[0].offer = std::nullopt;
    const CostComparison comparison = compared(catalogOf({cloudOffer("a")}), build);
    BOOST_TEST(comparison.breakEven.months.value().value() == 0.0);
    BOOST_TEST(!has(comparison, "own-price-incomplete"));
}

BOOST_AUTO_TEST_CASE(offers_that_are_left_out_are_counted)
{
    CloudOffer unknown = cloudOffer("unknown");
    unknown.gpuCount = 0;
    CloudOffer small = cloudOffer("small");
    small.gpuMemoryEach = 512_MiB;
    const CostComparison comparison = compared(catalogOf({unknown, small, cloudOffer("a")}));
    BOOST_TEST(findingOf(comparison, "cloud-offers-excluded").message() ==
               "Cloud offers that are not compared: 2. Too small for the model: 1, too slow: 0, in other "
               "regions: 0, "
               "with accelerators that nobody states: 1.");
    BOOST_TEST(!has(comparison, "no-equal-cloud-offer"));
    BOOST_TEST(!has(compared(catalogOf({cloudOffer("a")})), "cloud-offers-excluded"));
}

BOOST_AUTO_TEST_CASE(offers_of_which_none_does_the_same_are_pointed_out)
{
    CloudOffer spot = cloudOffer("spot");
    spot.pricing = PricingModel::Spot;
    BOOST_TEST(findingOf(compared(catalogOf({spot})), "no-equal-cloud-offer")
                   .message()
                   .starts_with("Of 1 cloud offers, 1 hold the model, and none on demand"));
    BOOST_TEST(!has(compared(catalogOf({})), "no-equal-cloud-offer"));
}

BOOST_AUTO_TEST_CASE(a_tariff_that_nobody_checked_is_pointed_out_until_the_user_enters_theirs)
{
    Catalog catalog = catalogOf({});
    catalog.countries = {somewhere(Verification::Unverified)};
    CostAssumptions given = assumptions(); // 0.30 as well
    BOOST_TEST(!has(compared(catalog, machine(), given), "tariff-unverified"));
    given.country = "SW";
    BOOST_TEST(
        findingOf(compared(catalog, machine(), given), "tariff-unverified").message() ==
        "Nobody checked the electricity tariff of Somewhere, 0.30 USD a kWh. Enter what your contract says.");
    given.running.electricity = rate("0.29");
    BOOST_TEST(!has(compared(catalog, machine(), given), "tariff-unverified"));
    catalog.countries = {somewhere(Verification::Sourced)};
    given.running.electricity = rate("0.30");
    BOOST_TEST(!has(compared(catalog, machine(), given), "tariff-unverified"));
}

BOOST_AUTO_TEST_CASE(prices_of_today_are_not_sold_for_longer_than_three_years)
{
    CostAssumptions given = assumptions();
    BOOST_TEST(!has(compared(catalogOf({}), machine(), given), "prices-held-long"));
    given.years = 5;
    BOOST_TEST(has(compared(catalogOf({}), machine(), given), "prices-held-long"));
    given.cloud.priceChange = -0.1;
    BOOST_TEST(!has(compared(catalogOf({}), machine(), given), "prices-held-long"));
}

BOOST_AUTO_TEST_CASE(a_hosted_model_that_is_another_is_pointed_out)
{
    Expected<CostCandidates> candidates = candidatesAsFast(catalogOf({}));
    HostedModel hosted;
    hosted.offer.provider = "host";
    hosted.offer.providerModel = "other-7b";
    hosted.offer.input = rate("1");
    hosted.offer.output = rate("2");
    hosted.catalogModel = "Other 7B";
    const auto messageFor = [&](HostedMatch match) {
        hosted.match = match;
        candidates->hosted = {hosted};
        const CostComparison comparison = compareCosts(*candidates, assumptions()).value();
        return has(comparison, "hosted-model-differs")
            ? findingOf(comparison, "hosted-model-differs").message()
            : std::string();
    };
    BOOST_TEST(messageFor(HostedMatch::Same) == "");
    BOOST_TEST(
        messageFor(HostedMatch::Family) ==
        "Nobody in the catalog hosts Llama 3.1 8B. Hosted APIs are compared with Other 7B, of the same "
        "family: its answers are others.");
    BOOST_TEST(
        messageFor(HostedMatch::SimilarSize) ==
        "Nobody in the catalog hosts Llama 3.1 8B or another of its family. Hosted APIs are compared with "
        "Other 7B, of about the same size: its answers are others.");
}

BOOST_AUTO_TEST_SUITE_END()
