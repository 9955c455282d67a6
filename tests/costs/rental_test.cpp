// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/rental.h"

#include "costs/costs_fixture.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;

namespace {

std::vector<Rental> rentals(const Catalog& catalog, const EvaluatedBuild& build = machine(),
                            const Requirement& wanted = requirement())
{
    return rentalsFor(catalog, build, wanted).value().rentals;
}

CloudOffer withGpus(const char* instance, int count, Bytes each)
{
    CloudOffer offer = cloudOffer(instance);
    offer.gpuCount = count;
    offer.gpuMemoryEach = each;
    return offer;
}

/// The model in RAM alone: 6 GiB.
EvaluatedBuild hostOnly()
{
    EvaluatedBuild build = machine();
    build.plan.memory.devices.clear();
    build.plan.memory.host.used.weights = 5_GiB;
    build.plan.memory.host.used.kvCache = 1_GiB;
    return build;
}

/// Half of the layers in RAM.
EvaluatedBuild halfOnHost()
{
    EvaluatedBuild build = machine();
    build.plan.memory.devices[0].used.weights = 2_GiB;
    build.plan.memory.host.used.weights = Bytes::gib(2.6);
    build.plan.memory.host.used.kvCache = 512_MiB;
    return build;
}

} // namespace

BOOST_AUTO_TEST_SUITE(rental)

BOOST_AUTO_TEST_CASE(an_offer_that_cannot_hold_the_model_never_appears)
{
    // Weights of 4.3 GiB and a cache of 1 GiB: eight times 512 MiB are less than the weights alone; eight times 640 MiB
    // are 5 GiB, more than the weights and less than what is needed; eight times 1 GiB leave no room for the 0.5 GiB of
    // driver context on each.
    for (const Bytes each : {512_MiB, 640_MiB, 1_GiB}) {
        BOOST_TEST(rentals(catalogOf({withGpus("small", 1, each)})).empty());
    }
    // RAM does not help a build that keeps its layers on accelerators.
    CloudOffer offer = withGpus("ram", 1, 512_MiB);
    offer.memory = 2048_GiB;
    BOOST_TEST(rentals(catalogOf({offer})).empty());
}

BOOST_AUTO_TEST_CASE(unstated_hardware_is_left_out)
{
    CloudOffer none = withGpus("none", 0, 24_GiB);
    CloudOffer unknown = withGpus("unknown", 1, Bytes(0));
    none.memory = unknown.memory = 512_GiB;
    BOOST_TEST(rentals(catalogOf({none, unknown})).empty());
    BOOST_TEST(rentals(catalogOf({none, unknown}), hostOnly()).empty());
}

BOOST_AUTO_TEST_CASE(one_instance_is_enough_where_it_holds_the_model)
{
    const auto found = rentals(catalogOf({withGpus("one", 1, 24_GiB), withGpus("many", 8, 24_GiB)}));
    BOOST_TEST(found.size() == 2U);
    for (const Rental& rental : found) {
        BOOST_TEST(rental.instances == 1);
    }
}

// Each 4 GiB card has 0.5 GiB of driver context and a compute buffer of a few hundred MiB: one holds less than the 5.3 GiB
// of weights and cache, two hold more.
BOOST_AUTO_TEST_CASE(several_instances_only_when_one_is_not_enough)
{
    const auto found = rentals(catalogOf({withGpus("small", 1, 4_GiB)}));
    BOOST_TEST(found.at(0).instances == 2);
    BOOST_TEST((found[0].pricePerHour(Currency::usd()) == rate("2.00")));
    const CostComparison comparison = compared(catalogOf({withGpus("small", 1, 4_GiB)}));
    BOOST_TEST(comparison.scenarios.at(1).name == "2 × Cloud small");
    BOOST_TEST(comparison.scenarios[1].instances == 2);
    BOOST_TEST((comparison.scenarios[1].total == money("21024.00"))); // 2 × 292 h × 36
}

BOOST_AUTO_TEST_CASE(a_single_on_demand_instance_makes_several_superfluous)
{
    CloudOffer spot = cloudOffer("spot");
    spot.pricing = PricingModel::Spot;
    const CloudOffer small = withGpus("small", 1, 4_GiB);
    BOOST_TEST(rentals(catalogOf({small, cloudOffer("large")})).size() == 1U);
    // A spot instance can be taken away, so it makes nothing superfluous.
    BOOST_TEST(rentals(catalogOf({small, spot})).size() == 2U);
}

BOOST_AUTO_TEST_CASE(devices_count_by_what_each_of_them_holds)
{
    // 16 GiB in all, but each GPU pays for its own context and buffers.
    BOOST_TEST(rentals(catalogOf({withGpus("fine", 2, 8_GiB)})).at(0).instances == 1);
    const auto coarse = rentals(catalogOf({withGpus("coarse", 16, 1_GiB)}));
    BOOST_TEST((coarse.empty() || coarse[0].instances > 1));
}

BOOST_AUTO_TEST_CASE(the_cheapest_offer_of_each_instance_and_pricing_stays)
{
    CloudOffer far = cloudOffer("a", "0.80");
    far.region = "far";
    CloudOffer chinese = cloudOffer("a");
    chinese.pricePerHour = rate("5.00", currencyOf("CNY")); // 5 / 6.70778 = 0.745 dollars
    chinese.region = "cn";
    CloudOffer spot = cloudOffer("a", "0.30");
    spot.pricing = PricingModel::Spot;
    CloudOffer other = cloudOffer("a", "2.00");
    other.provider = "Other";
    const Catalog catalog = catalogOf({cloudOffer("a", "0.90"), chinese, far, spot, other});
    // Regions are an assumption, so every offer is a candidate and the cheapest is chosen afterwards.
    BOOST_TEST(rentals(catalog).size() == 5U);
    const auto chosen = [&](const CostAssumptions& given) {
        std::vector<std::string> offers;
        for (const CostScenario& scenario : compared(catalog, machine(), given).scenarios) {
            if (scenario.offer) {
                offers.push_back(scenario.name + " in " + scenario.offer->region);
            }
        }
        return offers;
    };
    const std::vector<std::string> everywhere{"Cloud a (spot) in somewhere", "Cloud a in cn",
                                              "Other a in somewhere"};
    BOOST_TEST(chosen(assumptions()) == everywhere, boost::test_tools::per_element());
    CostAssumptions given = assumptions();
    given.cloud.region = "far";
    BOOST_TEST(chosen(given) == std::vector<std::string>{"Cloud a in far"}, boost::test_tools::per_element());
    given.cloud.region = "some";
    const std::vector<std::string> some{"Cloud a (spot) in somewhere", "Cloud a in somewhere",
                                        "Other a in somewhere"};
    BOOST_TEST(chosen(given) == some, boost::test_tools::per_element());
    given.cloud.region = "nowhere";
    BOOST_TEST(chosen(given).empty());
}

BOOST_AUTO_TEST_CASE(a_build_that_uses_ram_may_be_compared_with_instances_that_do)
{
    const Catalog catalog = catalogOf({withGpus("small", 1, 4_GiB)});
    BOOST_TEST(rentals(catalog).at(0).instances == 2);
    BOOST_TEST(rentals(catalog, halfOnHost()).at(0).instances == 1);
}

BOOST_AUTO_TEST_CASE(unknown_ram_is_trusted_with_nothing)
{
    CloudOffer offer = withGpus("small", 1, 4_GiB);
    offer.memory = std::nullopt;
    BOOST_TEST(rentals(catalogOf({offer}), halfOnHost()).at(0).instances == 2);
    CloudOffer large = cloudOffer("large");
    large.memory = std::nullopt;
    BOOST_TEST(rentals(catalogOf({large})).at(0).instances == 1);
}

BOOST_AUTO_TEST_CASE(a_build_without_accelerators_asks_for_ram)
{
    CloudOffer enough = withGpus("enough", 1, 1_GiB);
    enough.memory = 16_GiB;
    CloudOffer little = withGpus("little", 1, 1_GiB);
    little.memory = 512_MiB;
    CloudOffer unknown = withGpus("unknown", 1, 24_GiB);
    unknown.memory = std::nullopt;
    const Catalog catalog = catalogOf({enough, little, unknown});
    const auto found = rentals(catalog, hostOnly());
    BOOST_TEST(found.size() == 1U);
    BOOST_TEST(found.at(0).offer.instance == "enough");
    BOOST_TEST(found[0].instances == 1);
}

BOOST_AUTO_TEST_CASE(speed_is_that_of_the_rented_accelerator)
{
    CloudOffer offer = cloudOffer("known");
    offer.accelerator = PartId("rtx-3090");
    Catalog catalog = catalogOf({offer});
    catalog.accelerators = {knownCard()};
    const Requirement wanted = requirement();
    Hardware hardware;
    hardware.accelerators = {{knownCard(), 1, std::nullopt, std::nullopt}};
    hardware.host.memory = offer.memory;
    const QuantizedModel model = quantize(smallModel(), wanted.workload.weights).value();
    const SpeedEstimate expected =
        estimateSpeed(model, wanted.workload, hardware, planMemory(model, wanted.workload, hardware)).value();
    const auto found = rentals(catalog);
    BOOST_TEST(found.at(0).speed.value().total.mid.value() == expected.total.mid.value());
    // Every scenario answers the same requests: 10,512 dollars over 730 h × 36 × 0.4 × 3,600 s of the own 25 tokens/s.
    const CostComparison comparison = compared(catalog);
    BOOST_TEST(comparison.scenarios.at(1).perMillionTokens.value().toDouble() == 10'512 / (25 * 37.8432),
               boost::test_tools::tolerance(1e-5));
}

BOOST_AUTO_TEST_CASE(speed_that_nobody_states_stays_unknown)
{
    CloudOffer slice = cloudOffer("slice");
    slice.accelerator = PartId("rtx-3090");
    slice.gpuMemoryEach = 12_GiB;
    CloudOffer pair = cloudOffer("pair");
    pair.accelerator = PartId("rtx-3090");
    pair.gpuMemoryEach = 4_GiB;
    for (const CloudOffer& offer : {cloudOffer("not in the catalog"), slice, pair}) {
        Catalog catalog = catalogOf({offer});
        catalog.accelerators = {knownCard()};
        BOOST_TEST(!rentals(catalog).at(0).speed.has_value(), offer.instance);
    }
}

BOOST_AUTO_TEST_CASE(an_offer_known_to_be_too_slow_is_left_out)
{
    CloudOffer known = cloudOffer("known");
    known.accelerator = PartId("rtx-3090");
    Catalog catalog = catalogOf({known, cloudOffer("unknown")});
    catalog.accelerators = {knownCard()};
    Requirement fast = requirement();
    // More than an RTX 3090 could read: 936 GB/s over 4.6 GiB are 190 tokens/s.
    fast.minDecode = TokensPerSecond(400);
    const auto found = rentals(catalog, machine(), fast);
    BOOST_TEST(found.size() == 1U);
    BOOST_TEST(found.at(0).offer.instance == "unknown");
}

// A complete system draws 1.8 times what its accelerators do: 1.8 × 350 W = 630 W, and 1,260 W with two. Idle a fifth.
BOOST_AUTO_TEST_CASE(instances_draw_what_a_server_with_their_accelerators_does)
{
    CloudOffer one = cloudOffer("one");
    one.accelerator = PartId("rtx-3090");
    CloudOffer two = one;
    two.instance = "two";
    two.gpuCount = 2;
    CloudOffer half = one;
    half.instance = "half";
    half.gpuMemoryEach = 12_GiB;
    Catalog catalog = catalogOf({one, two, half, cloudOffer("unknown")});
    catalog.accelerators = {knownCard()};
    const auto found = rentals(catalog);
    BOOST_REQUIRE(found.size() == 4U);
    BOOST_TEST(found[0].loadPower.value().value() == 630.0, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(found[0].idlePower.value().value() == 126.0, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(found[1].loadPower.value().value() == 1260.0, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(found[2].loadPower.value().value() == 315.0, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(!found[3].loadPower.has_value());
    catalog.accelerators[0].boardPower = std::nullopt;
    BOOST_TEST(!rentals(catalog).at(0).loadPower.has_value());
}

BOOST_AUTO_TEST_CASE(offers_of_one_hardware_differ_in_price_alone)
{
    CloudOffer near = cloudOffer("a", "0.90");
    near.accelerator = PartId("rtx-3090");
    CloudOffer far = near;
    far.pricePerHour = rate("5.00", currencyOf("CNY"));
    far.region = "far";
    far.pricing = PricingModel::Spot;
    Catalog catalog = catalogOf({near, far});
    catalog.accelerators = {knownCard()};
    const auto found = rentals(catalog);
    BOOST_REQUIRE(found.size() == 2U);
    BOOST_TEST(found[0].capacity.value().mid.value() == found[1].capacity.value().mid.value());
    BOOST_TEST(found[1].offer.region == "far");
    BOOST_TEST((found[1].offer.pricing == PricingModel::Spot));
    BOOST_TEST((found[1].pricePerHour(Currency::usd()) == rate("0.745403"))); // 5 / 6.70778
}

BOOST_AUTO_TEST_CASE(every_offer_that_is_left_out_is_counted_once)
{
    CloudOffer unstated = withGpus("unstated", 0, 24_GiB);
    CloudOffer small = withGpus("small", 1, 512_MiB);
    CloudOffer slow = cloudOffer("slow");
    slow.accelerator = PartId("rtx-3090");
    CloudOffer elsewhere = slow;
    elsewhere.region = "elsewhere";
    Catalog catalog = catalogOf({unstated, small, small, slow, elsewhere, cloudOffer("fine")});
    catalog.accelerators = {knownCard()};
    Requirement fast = requirement();
    fast.minDecode = TokensPerSecond(400);
    const Rentals found = rentalsFor(catalog, machine(), fast).value();
    BOOST_TEST(found.rentals.size() == 1U);
    BOOST_TEST(found.excluded.unknownGpus == 1U);
    BOOST_TEST(found.excluded.tooSmall == 2U);
    BOOST_TEST(found.excluded.tooSlow == 2U);
    // Where one instance is not enough, several are tried, and the counts start anew.
    const Rentals several =
        rentalsFor(catalogOf({withGpus("pair", 1, 4_GiB), small, unstated}), machine(), requirement())
            .value();
    BOOST_TEST(several.rentals.size() == 1U);
    BOOST_TEST(several.excluded.unknownGpus == 1U);
    BOOST_TEST(several.excluded.tooSmall == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
