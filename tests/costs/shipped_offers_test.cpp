// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"
#include "costs/compare.h"
#include "costs/costs_fixture.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;

namespace {

const Catalog& shipped()
{
    static const Catalog catalog = readCatalog(findCatalog().value()).value();
    return catalog;
}

/// A model of 8 thousand million parameters, as the catalog has it, on the fixture's machine.
Requirement shippedRequirement()
{
    Requirement wanted = requirement();
    wanted.model = ModelId("llama-3.1-8b");
    return wanted;
}

const CostScenario* find(const CostComparison& comparison, const std::string& instance)
{
    const auto found = std::ranges::find_if(comparison.scenarios, [&](const CostScenario& scenario) {
        return scenario.offer && scenario.offer->instance == instance &&
            scenario.offer->pricing == PricingModel::OnDemand;
    });
    return found == comparison.scenarios.end() ? nullptr : &*found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(shipped_offers)

// A guide's "p4d at USD 2-5 per hour" is the price of one of the eight GPUs: 21.957642 / 8 = 2.74470525.
BOOST_AUTO_TEST_CASE(an_instance_of_eight_has_the_price_of_one)
{
    const auto candidates = costCandidates(shipped(), machine(), shippedRequirement());
    const CostComparison comparison = compareCosts(candidates.value(), assumptions()).value();
    const CostScenario* p4d = find(comparison, "p4d.24xlarge");
    BOOST_REQUIRE(p4d != nullptr);
    BOOST_TEST(p4d->offer->provider == "AWS");
    BOOST_TEST(p4d->instances == 1);
    BOOST_TEST((p4d->perHour == rate("21.957642")));
    BOOST_TEST((p4d->perGpuHour == rate("2.744705")));
}

BOOST_AUTO_TEST_CASE(every_offer_is_a_candidate_or_counted)
{
    const CostCandidates candidates = costCandidates(shipped(), machine(), shippedRequirement()).value();
    const RentalExclusions& excluded = candidates.excluded;
    BOOST_TEST(candidates.rentals.size() + excluded.unknownGpus + excluded.tooSmall + excluded.tooSlow ==
               shipped().cloudOffers.size());
    BOOST_TEST(std::ranges::any_of(candidates.rentals,
                                   [](const Rental& rental) { return rental.capacity.has_value(); }));
    BOOST_TEST(std::ranges::any_of(candidates.rentals,
                                   [](const Rental& rental) { return rental.loadPower.has_value(); }));
}

BOOST_AUTO_TEST_CASE(a_hosted_model_is_found_for_every_model)
{
    for (const ModelFacts& model : shipped().models) {
        const auto hosted =
            hostedModels(shipped(), model, Workload{}, Currency::usd(), shipped().date).value();
        BOOST_TEST(!hosted.empty(), model.name);
    }
}

BOOST_AUTO_TEST_SUITE_END()
