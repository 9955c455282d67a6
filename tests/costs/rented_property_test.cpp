// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/compare.h"

#include "costs/costs_fixture.h"
#include "costs/rented.h"

#include <boost/test/unit_test.hpp>

#include <rapidcheck/boost_test.h>

#include <cmath>

using namespace rigwright;

namespace {

/// Cards of several sizes and speeds.
std::vector<Accelerator> cards()
{
    std::vector<Accelerator> all;
    for (const int gib : {4, 8, 12, 24, 48, 80}) {
        Accelerator card = knownCard();
        card.info.id = PartId("card-" + std::to_string(gib));
        card.memory = Bytes::gib(gib);
        card.bandwidth = BytesPerSecond::gb(30.0 * gib);
        all.push_back(card);
    }
    return all;
}

CloudOffer anyOffer(const std::vector<Accelerator>& known, int number)
{
    CloudOffer offer = cloudOffer(("i" + std::to_string(number)).c_str());
    const Accelerator& card =
        known[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(known.size())))];
    offer.gpuMemoryEach = card.memory;
    if (*rc::gen::inRange(0, 4) > 0) {
        offer.accelerator = card.info.id;
    }
    offer.gpuCount = *rc::gen::element(1, 1, 2, 4, 8);
    offer.pricing = *rc::gen::element(PricingModel::OnDemand, PricingModel::Spot, PricingModel::Marketplace);
    offer.pricePerHour = MoneyRate(*rc::gen::inRange(100'000, 40'000'000), Currency::usd());
    offer.region = *rc::gen::element<std::string>("here", "there");
    return offer;
}

/// A model that serves people on a machine with one of the cards, or partly in its RAM.
struct Situation {
    Catalog catalog;
    EvaluatedBuild build = machine();
    Requirement wanted = requirement();
    CostAssumptions given = assumptions();
};

Situation anySituation()
{
    Situation any;
    const std::vector<Accelerator> known = cards();
    std::vector<CloudOffer> offers;
    const int count = *rc::gen::inRange(1, 6);
    for (int i = 0; i < count; ++i) {
        offers.push_back(anyOffer(known, i));
    }
    any.catalog = catalogOf(offers);
    any.catalog.accelerators = known;
    any.wanted.workload.kind = WorkloadKind::Serve;
    any.wanted.workload.concurrency = *rc::gen::element(1, 2, 8);
    any.build.plan.memory.devices[0].used.weights = Bytes::gib(*rc::gen::inRange(1, 5));
    any.build.plan.memory.host.used.weights = Bytes::gib(5) - any.build.plan.memory.devices[0].used.weights;
    any.given.use.kind = *rc::gen::element(UseKind::Hours, UseKind::Users);
    any.given.use.users = *rc::gen::inRange(1, 500);
    any.given.use.requestsPerUser = *rc::gen::inRange(1, 500);
    any.given.cloud.reservedDiscount = 0.3;
    any.given.cloud.billingUnit = Hours(*rc::gen::element(0, 1, 5));
    return any;
}

CostComparison compareAny(const Situation& any)
{
    const auto candidates = costCandidates(any.catalog, any.build, any.wanted);
    return compareCosts(candidates.value(), any.given).value();
}

Bytes weightsOnAccelerators(const EvaluatedBuild& build)
{
    Bytes weights;
    for (const DeviceMemory& device : build.plan.memory.devices) {
        weights += device.used.weights;
    }
    return weights;
}

} // namespace

BOOST_AUTO_TEST_SUITE(rented_properties)

RC_BOOST_PROP(what_does_the_same_holds_the_model_and_carries_the_peak, ())
{
    const Situation any = anySituation();
    const CostComparison comparison = compareAny(any);
    const RequestsPerSecond own = comparison.traffic.peak *
        (comparison.scenarios.front().service == Service::Part ? comparison.scenarios.front().servedShare
                                                               : 1.0);
    for (const CostScenario& scenario : comparison.scenarios) {
        if (scenario.service != Service::Same || !scenario.offer) {
            continue;
        }
        RC_ASSERT(scenario.acceleratorMemory.value() >= weightsOnAccelerators(any.build));
        RC_ASSERT(scenario.instances % scenario.instancesToHold == 0);
        const RequestsPerSecond all =
            scenario.capacity.value().mid * (scenario.instances / scenario.instancesToHold);
        const RequestsPerSecond beside = scenario.kind == ScenarioKind::Burst ? own : RequestsPerSecond();
        RC_ASSERT((all + beside).value() >= 0.95 * comparison.traffic.peak.value() * (1 - 1e-6));
    }
}

RC_BOOST_PROP(rented_amounts_are_the_sums_of_their_parts, ())
{
    const CostComparison comparison = compareAny(anySituation());
    for (const CostScenario& scenario : comparison.scenarios) {
        Money sum(0, Currency::usd());
        for (const CostItem& item : scenario.items) {
            sum += item.total();
        }
        RC_ASSERT(sum == scenario.total);
        RC_ASSERT(scenario.total == scenario.cumulative.back());
        for (std::size_t month = 1; month < scenario.cumulative.size(); ++month) {
            RC_ASSERT(scenario.kind != ScenarioKind::Cloud ||
                      scenario.cumulative[month] >= scenario.cumulative[month - 1]);
        }
    }
}

RC_BOOST_PROP(more_use_never_costs_less_to_rent, ())
{
    Situation any = anySituation();
    any.given.use.kind = UseKind::Users;
    const auto candidates = costCandidates(any.catalog, any.build, any.wanted).value();
    const CostInputs less = costInputs(candidates, any.given);
    const CostInputs more = costInputs(candidates, any.given, FactorSettings().with(CostFactor::Use, 1.5));
    for (const Rental& rental : candidates.rentals) {
        const auto before = rentedHours(less, rental, RentalTerms::AsOffered);
        const auto after = rentedHours(more, rental, RentalTerms::AsOffered);
        if (before && after) {
            RC_ASSERT(after->billed.value() >= before->billed.value() - 1e-9);
            RC_ASSERT(after->instances >= before->instances);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
