// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/explorer.h"

#include "builds/slot_plan.h"

#include <algorithm>
#include <limits>

namespace rigwright {

Explorer::Explorer(const Question& question, const Pool& pool, const JudgingOrder& order, Outcome& outcome,
                   std::stop_token stop)
    : question_(question)
    , pool_(pool)
    , order_(order)
    , outcome_(outcome)
    , stop_(std::move(stop))
    , budget_(question.requirement.budget.minorUnits())
    , completer_(pool, order, question.demands)
    , withoutWallLimit_(pool, order, question.demands, order.wallPower)
    , platforms_(question, pool, order, completer_, outcome, stop_)
{ }

bool Explorer::run()
{
    for (const Configuration& configuration : configurations()) {
        if (stopped()) {
            return false;
        }
        visitConfiguration(configuration);
    }
    return !stopped();
}

/// Cheap ones first: what they put on the front spares many a dear one the work.
std::vector<Explorer::Configuration> Explorer::configurations() const
{
    std::vector<Configuration> all{{nullptr, 0, 0}};
    for (const Priced<Accelerator>& accelerator : pool_.accelerators) {
        for (int count = 1; count <= kMostAccelerators; ++count) {
            all.push_back({accelerator.part, count, accelerator.price * count});
        }
    }
    std::ranges::stable_sort(all, {}, &Configuration::price);
    return all;
}

Explorer::Seats Explorer::seatOn(const SlotClass& slots, const Configuration& configuration) const
{
    const Platform& platform = slots.platforms.front();
    Machine machine;
    machine.demands = question_.demands;
    machine.board = platform.board;
    machine.cpus = {{platform.cpu, socketsOf(*platform.board)}};
    if (configuration.count > 0) {
        machine.accelerators = {{configuration.accelerator, configuration.count}};
    }
    Seats seats;
    seats.failure = firstFailure(order_.cards, machine);
    if (const auto slowest = planSlots(machine).slowest) {
        seats.link = {slowest->generation, slowest->lanes};
    }
    return seats;
}

const std::vector<Explorer::Seats>& Explorer::seatsFor(const Configuration& configuration)
{
    SlotUse use;
    if (const Accelerator* accelerator = configuration.accelerator) {
        use = {configuration.count,    accelerator->mounting,       accelerator->vendor,
               accelerator->slotWidth, accelerator->pcieGeneration, accelerator->pcieLanes};
    }
    std::vector<Seats>& seats = seats_[use];
    if (seats.empty()) {
        for (const SlotClass& slots : platforms_.slotClasses()) {
            seats.push_back(seatOn(slots, configuration));
        }
    }
    return seats;
}

void Explorer::visitConfiguration(const Configuration& configuration)
{
    Visit visit;
    visit.configuration = configuration;
    const std::vector<Seats>& seats = seatsFor(configuration);
    for (std::size_t i = 0; i < seats.size(); ++i) {
        const SlotClass& slots = platforms_.slotClasses()[i];
        if (seats[i].failure == Step::kNoReason) {
            visit.openings.push_back({&slots, seats[i].link});
        } else {
            outcome_.exclude(seats[i].failure, slots.memoryOptions);
        }
    }
    if (visit.openings.empty()) {
        return;
    }
    if (configuration.count > 0) {
        visit.hardware.accelerators.push_back(
            {*configuration.accelerator, configuration.count, std::nullopt, std::nullopt});
    }
    visit.cardsClass = completer_.cardsClass(configuration.accelerator, configuration.count);
    const std::vector<Placed>& placements = placementsFor(visit);
    countUnfit(visit,
               placements.empty() ? Bytes(std::numeric_limits<std::int64_t>::max())
                                  : placements.back().atLeast);
    for (const Placed& placed : placements) {
        visitPlacement(visit, placed);
    }
    if (visit.cheapest) {
        outcome_.offerCheapest(*visit.cheapest);
    }
}

const std::vector<Placed>& Explorer::placementsFor(const Visit& visit)
{
    PlanTraits traits;
    if (const Accelerator* accelerator = visit.configuration.accelerator) {
        traits = {visit.configuration.count, accelerator->memory,  accelerator->vendor,
                  accelerator->mounting,     accelerator->segment, accelerator->computeCapability};
    }
    const auto [known, isNew] = placements_.try_emplace(traits);
    if (isNew) {
        known->second = placementsOf(question_, visit.hardware, platforms_.capacities());
    }
    return known->second;
}

void Explorer::countUnfit(const Visit& visit, Bytes leastMemory)
{
    for (const Opening& opening : visit.openings) {
        for (const Platform& platform : opening.slots->platforms) {
            const MemoryRange memory(*platform.memory, platform.memory->all, Bytes(), leastMemory);
            if (memory.count() > 0) {
                outcome_.exclude(order_.memoryFit, memory.count());
                offerNearest(order_.memoryFit, visit, platform, memory, completer_);
            }
        }
    }
}

void Explorer::excludeAll(const Visit& visit, const Placed& placed, int reason)
{
    for (const Opening& opening : visit.openings) {
        for (const Platform& platform : opening.slots->platforms) {
            outcome_.exclude(
                reason,
                MemoryRange(*platform.memory, platform.memory->all, placed.atLeast, placed.below).count());
        }
    }
}

void Explorer::visitPlacement(Visit& visit, const Placed& placed)
{
    if (placed.onHost && !question_.requirement.allowHostOffload) {
        excludeAll(visit, placed, order_.hostOffload);
    } else if (placed.needsHost) {
        visitOnHost(visit, placed);
    } else {
        visitResident(visit, placed);
    }
}

void Explorer::visitResident(Visit& visit, const Placed& placed)
{
    std::map<Link, SpeedVerdict> speeds;
    for (const Opening& opening : visit.openings) {
        if (stopped()) {
            return;
        }
        const auto [known, isNew] = speeds.try_emplace(opening.link);
        if (isNew) {
            known->second =
                speedOf(question_, within(visit.hardware, {opening.link, {}, std::nullopt}), placed);
        }
        const SpeedVerdict& speed = known->second;
        for (const Platform& platform : opening.slots->platforms) {
            const MemoryRange memory(*platform.memory, platform.memory->all, placed.atLeast, placed.below);
            const auto cheapest = settle(visit, {platform, memory, speed.state});
            if (cheapest && outcome_.front().takes(cheapest->price, speed.ranked)) {
                outcome_.offer(*cheapest, speed.ranked);
            }
        }
    }
}

void Explorer::visitOnHost(Visit& visit, const Placed& placed)
{
    HostRuns runs(question_, visit.hardware, placed);
    std::vector<Link> links;
    for (const Opening& opening : visit.openings) {
        links.push_back(opening.link);
    }
    runs.setBound(platforms_.hosts(), links, platforms_.fastestMemory());
    for (const Opening& opening : visit.openings) {
        if (stopped()) {
            return;
        }
        for (const Platform& platform : opening.slots->platforms) {
            visitHost(visit, placed, platform, opening.link, runs);
        }
    }
    runs.rank(outcome_);
}

void Explorer::visitHost(Visit& visit, const Placed& placed, const Platform& platform, const Link& link,
                         HostRuns& runs)
{
    const HostPower& host = platforms_.hosts()[static_cast<std::size_t>(platform.host)];
    for (const BandwidthShelf& each : platform.memory->byBandwidth) {
        const MemoryRange memory(*platform.memory, each.shelf, placed.atLeast, placed.below);
        if (memory.count() == 0) {
            continue;
        }
        const Surroundings surroundings{link, host, each.bandwidth};
        const auto cheapest = settle(visit, {platform, memory, runs.stateIn(surroundings)});
        if (cheapest) {
            runs.add(surroundings, *cheapest, outcome_);
        }
    }
}

std::optional<Candidate> Explorer::settle(Visit& visit, const Group& group)
{
    const std::int64_t count = group.memory.count();
    if (count == 0) {
        return std::nullopt;
    }
    if (group.state != SpeedVerdict::State::Met) {
        const bool missed = group.state == SpeedVerdict::State::Missed;
        outcome_.exclude(missed ? order_.targets : order_.speedUnknown, count);
        if (missed) {
            offerNearest(order_.targets, visit, group.platform, group.memory, completer_);
        }
        return std::nullopt;
    }
    const Completion& completion = completer_.complete(visit.cardsClass, group.platform.completionClass);
    if (!completion.grade.sound()) {
        outcome_.exclude(completion.grade.firstFailure, count);
        if (completion.grade.firstFailure == order_.wallPower) {
            offerNearest(order_.wallPower, visit, group.platform, group.memory, withoutWallLimit_);
        }
        return std::nullopt;
    }
    return settleBudget(visit, group, completion);
}

std::optional<Candidate> Explorer::settleBudget(Visit& visit, const Group& group,
                                                const Completion& completion)
{
    const std::int64_t rest =
        budget_ - visit.configuration.price - group.platform.price - completion.grade.price;
    const std::int64_t count = group.memory.count();
    const std::int64_t affordable = group.memory.countWithin(rest);
    outcome_.addFeasible(affordable);
    outcome_.exclude(order_.budget, count - affordable);
    if (affordable < count) {
        const MemoryOption& next = *group.memory.cheapestAbove(rest);
        if (outcome_.wantsNearest(order_.budget, budget_ - rest + next.price)) {
            outcome_.offerNearest(order_.budget, candidateOf(visit, group.platform, next, completion));
        }
    }
    if (affordable == 0) {
        return std::nullopt;
    }
    const Candidate candidate = candidateOf(visit, group.platform, *group.memory.cheapest(), completion);
    if (!visit.cheapest || candidate.price < visit.cheapest->price) {
        visit.cheapest = candidate;
    }
    return candidate;
}

void Explorer::offerNearest(int reason, const Visit& visit, const Platform& platform,
                            const MemoryRange& memory, Completer& completer)
{
    const MemoryOption& option = *memory.cheapest();
    const std::int64_t withoutCompletion = visit.configuration.price + platform.price + option.price;
    if (withoutCompletion > budget_ || !outcome_.wantsNearest(reason, withoutCompletion)) {
        return;
    }
    const int cardsClass = completer.cardsClass(visit.configuration.accelerator, visit.configuration.count);
    const int platformClass = completer.platformClass(*platform.board, *platform.cpu);
    const Completion completion = completer.complete(cardsClass, platformClass);
    if (completion.grade.sound() && withoutCompletion + completion.grade.price <= budget_) {
        outcome_.offerNearest(reason, candidateOf(visit, platform, option, completion));
    }
}

Candidate Explorer::candidateOf(const Visit& visit, const Platform& platform, const MemoryOption& option,
                                const Completion& completion) const
{
    Candidate candidate;
    candidate.accelerator = visit.configuration.accelerator;
    candidate.count = visit.configuration.count;
    candidate.board = platform.board;
    candidate.cpu = platform.cpu;
    candidate.kit = option.kit;
    candidate.kits = option.quantity;
    candidate.completion = completion;
    candidate.price = visit.configuration.price + platform.price + option.price + completion.grade.price;
    return candidate;
}

} // namespace rigwright
