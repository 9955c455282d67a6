// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/rental.h"

#include "builds/power.h"
#include "builds/question.h"
#include "costs/capacity.h"
#include "costs/cash_flow.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace rigwright {

namespace {

/// What of a model must lie somewhere.
Bytes modelBytes(const MemoryComponents& used)
{
    return used.weights + used.kvCache + used.recurrentState;
}

/// What a rental must hold.
struct Demand {
    /// On accelerators. Caches and buffers are left to the plan of each rental: engines keep copies of some on every device.
    Bytes weights;
    Bytes onHost;
    bool hostOnly = false;
};

Demand demandOf(const MemoryPlan& plan)
{
    Demand demand;
    for (const DeviceMemory& device : plan.memory.devices) {
        demand.weights += device.used.weights;
    }
    demand.hostOnly = demand.weights == Bytes(0);
    // Without accelerators all that the engine needs is in RAM, its buffers as well.
    demand.onHost = demand.hostOnly ? plan.memory.host.used.total() : modelBytes(plan.memory.host.used);
    return demand;
}

/// The fewest instances with as much memory in all; nothing when that is unknown or more than the limit.
std::optional<int> fewestInstances(const CloudOffer& offer, const Demand& demand)
{
    const std::optional<Bytes> each =
        demand.hostOnly ? offer.memory : std::optional(offer.gpuMemoryEach * offer.gpuCount);
    if (!each || *each <= Bytes(0)) {
        return std::nullopt;
    }
    const double needed = std::ceil((demand.hostOnly ? demand.onHost : demand.weights) / *each);
    return needed > kMostInstances ? std::nullopt : std::optional(std::max(1, static_cast<int>(needed)));
}

struct Candidates {
    std::vector<Rental> rentals;
    RentalExclusions excluded;
};

/// The offers that their figures alone don't rule out.
Expected<Candidates> candidatesOf(const Catalog& catalog, const Demand& demand, Currency currency)
{
    Candidates candidates;
    for (const CloudOffer& offer : catalog.cloudOffers) {
        if (offer.gpuCount < 1 || offer.gpuMemoryEach.value() < 1) {
            ++candidates.excluded.unknownGpus;
            continue;
        }
        const std::optional<int> instances = fewestInstances(offer, demand);
        if (!instances) {
            ++candidates.excluded.tooSmall;
            continue;
        }
        const Expected<double> exchange =
            exchangeFactor(catalog.rates, offer.pricePerHour.currency(), currency);
        if (!exchange) {
            return tl::unexpected(exchange.error());
        }
        candidates.rentals.push_back({offer, *instances, *exchange, std::nullopt});
    }
    return candidates;
}

/// The offer's accelerator with the memory that is rented, or what little is known of one that the catalog lacks.
Accelerator acceleratorOf(const CloudOffer& offer, const Accelerator* known)
{
    Accelerator accelerator;
    if (known != nullptr) {
        accelerator = *known;
    } else {
        accelerator.info.name = offer.gpuName;
    }
    accelerator.memory = offer.gpuMemoryEach;
    return accelerator;
}

Hardware hardwareOf(const Rental& rental, const Accelerator* known)
{
    const CloudOffer& offer = rental.offer;
    Hardware hardware;
    hardware.accelerators.push_back(
        {acceleratorOf(offer, known), offer.gpuCount * rental.instances, std::nullopt, std::nullopt});
    if (offer.memory) {
        hardware.host.memory = *offer.memory * rental.instances;
    }
    return hardware;
}

bool holds(const MemoryPlan& plan, const Demand& demand, const QuantizedModel& model, bool hostMemoryKnown)
{
    if (!plan.fits) {
        return false;
    }
    const MemoryComponents& host = plan.memory.host.used;
    // Every engine may keep the input embedding in RAM; unknown RAM is trusted with nothing else.
    const Bytes allowed =
        hostMemoryKnown ? std::max(demand.onHost, model.inputEmbedding) : model.inputEmbedding;
    return modelBytes(host) <= allowed;
}

/// Half a GPU has a share of its speed that no source states.
bool isWhole(const CloudOffer& offer, const Accelerator& accelerator)
{
    return offer.gpuMemoryEach / accelerator.memory > 0.9;
}

/// Instances are parts of servers: what one draws follows from its accelerators as for a complete system, a slice of one by
/// its memory.
void addPower(Rental& rental, const Accelerator* known)
{
    if (known == nullptr || !known->boardPower || known->memory <= Bytes(0)) {
        return;
    }
    Accelerator accelerator = *known;
    if (!isWhole(rental.offer, *known)) {
        accelerator.boardPower = *known->boardPower * (rental.offer.gpuMemoryEach / known->memory);
    }
    CompleteSystem server;
    server.acceleratorCount = rental.offer.gpuCount * rental.instances;
    Machine machine;
    machine.system = &server;
    machine.systemAccelerator = &accelerator;
    rental.loadPower = wallPower(machine);
    rental.idlePower = idlePower(machine);
}

/// The hardware of so many instances on which the model fits, with the plan.
struct Placed {
    Hardware hardware;
    MemoryPlan plan;
};

/// What decides how a model lies on an instance and how fast it runs there. Many offers differ in price and region alone.
using InstanceHardware = std::tuple<PartId, int, Bytes, std::optional<Bytes>>;

InstanceHardware hardwareKey(const CloudOffer& offer)
{
    return {offer.accelerator, offer.gpuCount, offer.gpuMemoryEach, offer.memory};
}

enum class Verdict { Suits, TooSmall, TooSlow };

/// How a model fares on so many instances of one kind of hardware.
struct Outcome {
    Verdict verdict = Verdict::TooSmall;
    Rental rental; ///< of the first offer with this hardware
};

/// What one model asks of every offer.
struct Search {
    const Catalog& catalog;
    const Requirement& requirement;
    const QuantizedModel& model;
    const Workload& workload;
    Demand demand;
    const CalibrationTable& constants;

    [[nodiscard]] std::optional<Placed> tryOn(Hardware hardware) const
    {
        MemoryPlan plan = planMemory(model, workload, hardware);
        if (!holds(plan, demand, model, hardware.host.memory.has_value())) {
            return std::nullopt;
        }
        return Placed{std::move(hardware), std::move(plan)};
    }

    [[nodiscard]] std::optional<Placed> placed(const Rental& rental, const Accelerator* known) const
    {
        Hardware hardware = hardwareOf(rental, known);
        std::optional<Placed> result = tryOn(hardware);
        if (!result && demand.hostOnly) {
            hardware.accelerators.clear();
            result = tryOn(std::move(hardware));
        }
        return result;
    }

    /// Times a rental where its hardware is known. A slice of a GPU and a network between instances have speeds that no
    /// offer states.
    void addSpeed(Rental& rental, const Accelerator* known, const Placed& place) const
    {
        if (known == nullptr || !isWhole(rental.offer, *known) || rental.instances > 1) {
            return;
        }
        const auto speed = estimateSpeed(model, workload, place.hardware, place.plan, constants);
        if (speed) {
            rental.speed = *speed;
            rental.capacity = largestCapacity(*speed, model, workload, place.hardware, place.plan, constants);
        }
    }

    /// As few instances as hold the model, at most so many.
    [[nodiscard]] Outcome outcomeOf(Rental rental, int mostInstances) const
    {
        const Accelerator* known = acceleratorOf(catalog, rental.offer.accelerator);
        for (; rental.instances <= mostInstances; ++rental.instances) {
            if (const std::optional<Placed> place = placed(rental, known)) {
                addSpeed(rental, known, *place);
                addPower(rental, known);
                const bool slow = rental.speed && !meetsTargets(requirement, *rental.speed);
                return {slow ? Verdict::TooSlow : Verdict::Suits, std::move(rental)};
            }
        }
        return {};
    }

    [[nodiscard]] Rentals completeAll(const Candidates& candidates, int mostInstances) const
    {
        Rentals completed{{}, candidates.excluded};
        std::map<InstanceHardware, Outcome> outcomes;
        for (const Rental& candidate : candidates.rentals) {
            const auto [known, isNew] = outcomes.try_emplace(hardwareKey(candidate.offer));
            Outcome& outcome = known->second;
            if (isNew) {
                outcome = outcomeOf(candidate, mostInstances);
            }
            switch (outcome.verdict) {
            case Verdict::Suits: completed.rentals.push_back(like(outcome.rental, candidate)); break;
            case Verdict::TooSmall: ++completed.excluded.tooSmall; break;
            case Verdict::TooSlow: ++completed.excluded.tooSlow; break;
            }
        }
        return completed;
    }

private:
    /// The same hardware at another offer's price.
    static Rental like(const Rental& known, const Rental& candidate)
    {
        Rental rental = known;
        rental.offer = candidate.offer;
        rental.exchange = candidate.exchange;
        return rental;
    }
};

bool isOnDemand(const Rental& rental)
{
    return rental.offer.pricing == PricingModel::OnDemand;
}

} // namespace

MoneyRate Rental::pricePerHour(Currency currency) const
{
    return exchanged(offer.pricePerHour, exchange * instances, currency);
}

Expected<Rentals> rentalsFor(const Catalog& catalog, const EvaluatedBuild& build,
                             const Requirement& requirement, const CalibrationTable& constants)
{
    const Expected<QuantizedModel> model =
        findModel(catalog, requirement.model.text()).and_then([&](const ModelFacts* facts) {
            return quantizeFor(*facts, requirement.workload);
        });
    if (!model) {
        return tl::unexpected(model.error());
    }
    const Search search{catalog, requirement, *model, requirement.workload, demandOf(build.plan), constants};
    const auto candidates = candidatesOf(catalog, search.demand, requirement.budget.currency());
    if (!candidates) {
        return tl::unexpected(candidates.error());
    }
    Rentals single = search.completeAll(*candidates, 1);
    return std::ranges::any_of(single.rentals, isOnDemand) ? std::move(single)
                                                           : search.completeAll(*candidates, kMostInstances);
}

} // namespace rigwright
