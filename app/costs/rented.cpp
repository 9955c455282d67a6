// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/rented.h"

#include "costs/capacity.h"
#include "costs/cash_flow.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

std::string nameOf(const Rental& rental, int instances, RentalTerms terms)
{
    const CloudOffer& offer = rental.offer;
    std::string name = instances > 1 ? std::to_string(instances) + " × " : "";
    name += offer.provider + " " + offer.instance;
    const PricingModel pricing = terms == RentalTerms::Reserved ? PricingModel::Reserved : offer.pricing;
    return pricing == PricingModel::OnDemand ? name : name + " (" + pricingModelName(pricing) + ")";
}

/// Of the price as offered, what is paid.
double shareOfPrice(const CostInputs& inputs, RentalTerms terms)
{
    return terms == RentalTerms::Reserved ? 1 - inputs.assumptions.cloud.reservedDiscount.value_or(0) : 1;
}

bool hasTerms(const CostInputs& inputs, const Rental& rental, RentalTerms terms)
{
    return terms == RentalTerms::AsOffered ||
        (inputs.assumptions.cloud.reservedDiscount && rental.offer.pricing == PricingModel::OnDemand);
}

/// Months of whole terms that are paid by the end of a month, each counted by what its term's price is of the first one's.
/// A term keeps the price of its begin, and what is left of the last one falls due at the end.
double committedMonths(int month, int months, int term, double yearlyChange)
{
    double sum = 0;
    for (int begin = 0; begin < month; begin += term) {
        const int paid = month == months ? term : std::min(term, month - begin);
        sum += paid * std::pow(1 + yearlyChange, begin / 12);
    }
    return sum;
}

CostItem reservedItem(const MonthlyCost& monthly, int months, int term)
{
    CostItem item{CostCategory::CloudInstances, {}};
    for (int month = 0; month <= months; ++month) {
        const double counted = committedMonths(month, months, term, monthly.yearlyChange);
        item.cumulative.push_back(MoneyRate(monthly.price.micros(), monthly.currency)
                                      .times(monthly.units * counted * monthly.exchange));
    }
    return item;
}

CostItem instancesItem(const CostInputs& inputs, const Rental& rental, RentalTerms terms, Hours billed)
{
    const CloudTerms& cloud = inputs.assumptions.cloud;
    const double units = billed.value() * shareOfPrice(inputs, terms) * inputs.factor(CostFactor::CloudPrice);
    const MonthlyCost monthly{rental.offer.pricePerHour, units, rental.exchange, inputs.currency(),
                              cloud.priceChange};
    return terms == RentalTerms::Reserved
        ? reservedItem(monthly, inputs.months(), std::max(1, cloud.reservedTermMonths))
        : monthlyItem(CostCategory::CloudInstances, monthly, inputs.months());
}

/// So many GB a month at a price that may be in another currency.
CostItem perGbItem(const CostInputs& inputs, CostCategory category, const MoneyRate& price, double gigabytes)
{
    const double exchange = inputs.exchange(price.currency());
    return monthlyItem(category,
                       {price, gigabytes * inputs.factor(CostFactor::CloudPrice), exchange, inputs.currency(),
                        inputs.assumptions.cloud.priceChange},
                       inputs.months());
}

/// Every set of instances keeps the model's files; without any hour in use there is nothing to keep them for.
double storedGigabytes(const CostInputs& inputs, const RentedHours& hours)
{
    const Bytes each = inputs.assumptions.cloud.storage.value_or(inputs.candidates.modelFiles);
    return hours.billed > Hours() ? each.inGb() * hours.sets : 0;
}

/// Answers leave the cloud; what is trained stays there.
double sentGigabytes(const CostInputs& inputs)
{
    const Workload& workload = inputs.candidates.workload;
    if (isTraining(workload.kind)) {
        return 0;
    }
    const double tokens = requestsPerMonth(inputs.slots).value() * outputTokensOf(workload);
    return tokens * inputs.assumptions.cloud.egressPerToken.inGb();
}

/// As if the instances took the same electricity, without what a facility adds.
std::optional<KilogramsCo2e> carbonOf(const CostInputs& inputs, const Rental& rental,
                                      const RentedHours& hours)
{
    if (!inputs.assumptions.carbon || !rental.loadPower || !rental.idlePower) {
        return std::nullopt;
    }
    const Hours on = hours.billed / rental.instances;
    const Hours busy = std::min(hours.busy, on);
    const WattHours monthly =
        *rental.loadPower * busy.inSeconds() + *rental.idlePower * (on - busy).inSeconds();
    return monthly * inputs.months() * *inputs.assumptions.carbon;
}

void describe(CostScenario& scenario, const CostInputs& inputs, const Rental& rental,
              const RentedHours& hours)
{
    const CloudOffer& offer = rental.offer;
    const double each = rental.exchange * shareOfPrice(inputs, scenario.terms);
    scenario.offer = offer;
    scenario.standing = standingOf(offer, inputs.candidates.today, inputs.candidates.pricePolicy);
    scenario.instances = hours.instances;
    scenario.instancesToHold = rental.instances;
    scenario.perHour = exchanged(offer.pricePerHour, each * hours.instances, inputs.currency());
    scenario.perGpuHour = exchanged(offer.pricePerHour, each / offer.gpuCount, inputs.currency());
    scenario.billedPerMonth = hours.billed;
    scenario.acceleratorMemory = offer.gpuMemoryEach * (std::int64_t{offer.gpuCount} * hours.instances);
    scenario.capacity = rental.capacity;
}

} // namespace

std::optional<CostScenario> rentedScenario(const CostInputs& inputs, const Rental& rental, RentalTerms terms)
{
    if (!hasTerms(inputs, rental, terms)) {
        return std::nullopt;
    }
    const bool isKnown = rental.capacity && inputs.requestsKnown();
    const std::optional<RentedHours> hours =
        isKnown ? rentedHours(inputs, rental, terms) : leastRentedHours(inputs, rental, terms);
    if (!hours) {
        return std::nullopt;
    }
    const CloudTerms& cloud = inputs.assumptions.cloud;
    CostScenario scenario;
    scenario.kind = ScenarioKind::Cloud;
    scenario.terms = terms;
    scenario.service = isKnown ? Service::Same : Service::Unverified;
    scenario.name = nameOf(rental, hours->instances, terms);
    scenario.items = {
        instancesItem(inputs, rental, terms, hours->billed),
        perGbItem(inputs, CostCategory::CloudStorage, cloud.storagePerGbMonth,
                  storedGigabytes(inputs, *hours)),
        perGbItem(inputs, CostCategory::CloudEgress, cloud.egressPerGb, sentGigabytes(inputs)),
    };
    scenario.carbon = isKnown ? carbonOf(inputs, rental, *hours) : std::nullopt;
    describe(scenario, inputs, rental, *hours);
    return scenario;
}

std::optional<CostScenario> burstScenario(const CostInputs& inputs, const CostScenario& own,
                                          const Rental& rental)
{
    if (!inputs.capacity || !rental.capacity || rental.offer.pricing != PricingModel::OnDemand) {
        return std::nullopt;
    }
    CostInputs beyond = inputs;
    for (LoadSlot& slot : beyond.slots) {
        slot.rate = std::max(RequestsPerSecond(), slot.rate - *inputs.capacity);
    }
    if (requestsPerMonth(beyond.slots) <= Requests()) {
        return std::nullopt;
    }
    std::optional<CostScenario> burst = rentedScenario(beyond, rental, RentalTerms::AsOffered);
    if (!burst) {
        return std::nullopt;
    }
    burst->kind = ScenarioKind::Burst;
    burst->name = own.name + " + " + burst->name;
    burst->items.insert(burst->items.begin(), own.items.begin(), own.items.end());
    burst->carbon = own.carbon && burst->carbon ? std::optional(*own.carbon + *burst->carbon) : std::nullopt;
    return burst;
}

} // namespace rigwright
