// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/rented_scenarios.h"

#include "costs/rented.h"
#include "costs/totals.h"

#include <algorithm>
#include <iterator>
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

/// The index of the cheapest rental of each kind in the regions that count.
std::vector<std::size_t> cheapestInRegion(const std::vector<Rental>& rentals, std::string_view region)
{
    std::map<Rented, std::size_t> cheapest;
    for (std::size_t index = 0; index < rentals.size(); ++index) {
        if (rentals[index].offer.region.find(region) == std::string::npos) {
            continue;
        }
        const auto [known, isNew] = cheapest.try_emplace(rentedOf(rentals[index]), index);
        if (!isNew && priceOf(rentals[index]) < priceOf(rentals[known->second])) {
            known->second = index;
        }
    }
    std::vector<std::size_t> indices;
    std::ranges::transform(cheapest, std::back_inserter(indices),
                           [](const auto& kind) { return kind.second; });
    return indices;
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

std::vector<CostScenario> rentedScenarios(const CostInputs& inputs)
{
    std::vector<CostScenario> scenarios;
    const std::vector<Rental>& rentals = inputs.candidates.rentals;
    for (const std::size_t index : cheapestInRegion(rentals, inputs.assumptions.cloud.region)) {
        for (const RentalTerms terms : {RentalTerms::AsOffered, RentalTerms::Reserved}) {
            if (auto scenario = rentedScenario(inputs, rentals[index], terms)) {
                scenario->candidate = index;
                finish(*scenario, inputs);
                scenarios.push_back(*std::move(scenario));
            }
        }
    }
    std::ranges::sort(scenarios, isListedBefore);
    keepFirstOfEach(scenarios);
    return scenarios;
}

} // namespace rigwright
