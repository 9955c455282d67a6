// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/rented.h"

#include "costs/cash_flow.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

std::string nameOf(const Rental& rental, int instances)
{
    const CloudOffer& offer = rental.offer;
    std::string name = instances > 1 ? std::to_string(instances) + " × " : "";
    name += offer.provider + " " + offer.instance;
    return offer.pricing == PricingModel::OnDemand ? name
                                                   : name + " (" + pricingModelName(offer.pricing) + ")";
}

} // namespace

std::optional<RentedHours> rentedHours(const CostInputs& inputs, const Rental& rental, RentalTerms /*terms*/)
{
    RentedHours hours{rental.instances, Hours()};
    for (const LoadSlot& slot : inputs.slots) {
        if (slot.rate.value() > 0) {
            hours.billed += slot.inMonth * rental.instances;
        }
    }
    if (!inputs.capacity) {
        hours.billed = inputs.slots.front().inMonth * rental.instances;
    }
    return hours;
}

std::optional<CostScenario> rentedScenario(const CostInputs& inputs, const Rental& rental, RentalTerms terms)
{
    const std::optional<RentedHours> hours = rentedHours(inputs, rental, terms);
    if (!hours || terms == RentalTerms::Reserved) {
        return std::nullopt;
    }
    CostScenario scenario;
    scenario.kind = ScenarioKind::Cloud;
    scenario.name = nameOf(rental, hours->instances);
    scenario.items.push_back(
        monthlyItem(CostCategory::CloudInstances,
                    {rental.offer.pricePerHour, hours->billed.value() * inputs.factor(CostFactor::CloudPrice),
                     rental.exchange, inputs.currency(), inputs.assumptions.cloud.priceChange},
                    inputs.months()));
    scenario.offer = rental.offer;
    scenario.service = rental.capacity ? Service::Same : Service::Unverified;
    scenario.standing = standingOf(rental.offer, inputs.candidates.today, inputs.candidates.pricePolicy);
    scenario.instances = hours->instances;
    scenario.instancesToHold = rental.instances;
    scenario.perHour =
        exchanged(rental.offer.pricePerHour, rental.exchange * hours->instances, inputs.currency());
    scenario.perGpuHour =
        exchanged(rental.offer.pricePerHour, rental.exchange / rental.offer.gpuCount, inputs.currency());
    scenario.billedPerMonth = hours->billed;
    scenario.acceleratorMemory = rental.offer.gpuMemoryEach * (rental.offer.gpuCount * hours->instances);
    scenario.capacity = rental.capacity;
    return scenario;
}

std::optional<CostScenario> burstScenario(const CostInputs& /*inputs*/, const CostScenario& /*own*/,
                                          const Rental& /*rental*/)
{
    return std::nullopt;
}

} // namespace rigwright
