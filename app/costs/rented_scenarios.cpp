// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/rented_scenarios.h"

#include "costs/rented.h"
#include "costs/totals.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

namespace rigwright {

namespace {

/// What is rented, wherever it stands: all of these cost in proportion to their price.
using Rented = std::tuple<std::string_view, std::string_view, PricingModel, int, int, Bytes, double>;

Rented rentedOf(const Rental& rental)
{
    const CloudOffer& offer = rental.offer;
    return {offer.provider,
            offer.instance,
            offer.pricing,
            rental.instances,
            offer.gpuCount,
            offer.gpuMemoryEach,
            rental.capacity ? rental.capacity->mid.value() : 0};
}

double priceOf(const Rental& rental)
{
    return static_cast<double>(rental.offer.pricePerHour.micros()) * rental.exchange;
}

struct Cheapest {
    std::size_t index = 0;  ///< among the candidates
    std::size_t offers = 1; ///< of which it is the cheapest
};

/// The cheapest rental of each kind in the regions that count.
std::vector<Cheapest> cheapestInRegion(const CostInputs& inputs)
{
    const std::vector<Rental>& rentals = inputs.candidates.rentals;
    const std::string& region = inputs.assumptions.cloud.region;
    std::map<Rented, Cheapest> kinds;
    for (std::size_t index = 0; index < rentals.size(); ++index) {
        if (rentals[index].offer.region.find(region) == std::string::npos) {
            continue;
        }
        const auto [known, isNew] = kinds.try_emplace(rentedOf(rentals[index]), Cheapest{index, 1});
        if (isNew) {
            continue;
        }
        Cheapest& cheapest = known->second;
        ++cheapest.offers;
        if (priceOf(rentals[index]) < priceOf(rentals[cheapest.index])) {
            cheapest.index = index;
        }
    }
    std::vector<Cheapest> all;
    all.reserve(kinds.size());
    for (const auto& [kind, cheapest] : kinds) {
        all.push_back(cheapest);
    }
    return all;
}

/// Leaves the first of each provider's instances, pricing and terms.
void keepFirstOfEach(std::vector<CostScenario>& scenarios)
{
    std::set<std::tuple<std::string, std::string, PricingModel, RentalTerms>> seen;
    std::erase_if(scenarios, [&](const CostScenario& scenario) {
        const CloudOffer& offer = *scenario.offer;
        return !seen.emplace(offer.provider, offer.instance, offer.pricing, scenario.terms).second;
    });
}

} // namespace

bool isListedBefore(const CostScenario& a, const CostScenario& b)
{
    const auto key = [](const CostScenario& scenario) {
        return std::tuple(scenario.service, scenario.total.minorUnits(),
                          scenario.perHour ? scenario.perHour->micros() : 0, std::string_view(scenario.name));
    };
    return key(a) < key(b);
}

RentedScenarios rentedScenarios(const CostInputs& inputs)
{
    RentedScenarios rented{{}, inputs.candidates.excluded};
    std::vector<CostScenario>& scenarios = rented.scenarios;
    std::size_t inRegion = 0;
    for (const Cheapest& cheapest : cheapestInRegion(inputs)) {
        const Rental& rental = inputs.candidates.rentals[cheapest.index];
        inRegion += cheapest.offers;
        for (const RentalTerms terms : {RentalTerms::AsOffered, RentalTerms::Reserved}) {
            if (auto scenario = rentedScenario(inputs, rental, terms)) {
                scenario->candidate = cheapest.index;
                finish(*scenario, inputs);
                scenarios.push_back(*std::move(scenario));
            } else if (terms == RentalTerms::AsOffered) {
                rented.excluded.tooSlow += cheapest.offers;
            }
        }
    }
    rented.excluded.otherRegions = inputs.candidates.rentals.size() - inRegion;
    std::ranges::sort(scenarios, isListedBefore);
    keepFirstOfEach(scenarios);
    return rented;
}

std::optional<CostScenario> cheapestBurst(const CostInputs& inputs, const CostScenario& own)
{
    std::optional<CostScenario> best;
    if (own.service != Service::Part) {
        return best;
    }
    for (const Cheapest& cheapest : cheapestInRegion(inputs)) {
        auto burst = burstScenario(inputs, own, inputs.candidates.rentals[cheapest.index]);
        if (!burst) {
            continue;
        }
        burst->candidate = cheapest.index;
        finish(*burst, inputs);
        if (!best || isListedBefore(*burst, *best)) {
            best = std::move(burst);
        }
    }
    return best;
}

} // namespace rigwright
