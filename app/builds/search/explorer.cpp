// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/explorer.h"

#include "builds/slot_plan.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rigwright {

namespace {

/// In proportion, and among equal ones the newer generation.
std::pair<double, int> bandwidthOf(const Link& link)
{
    return {link.lanes * std::exp2(link.generation), link.generation};
}

} // namespace

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
    for (const Device& device : pool_.devices) {
        const auto cheapest = std::ranges::min_element(device.cards, {}, &Priced<Accelerator>::price);
        for (int count = 1; count <= kMostAccelerators; ++count) {
            all.push_back({&device, count, cheapest->price * count});
        }
    }
    std::ranges::stable_sort(all, {}, &Configuration::price);
    return all;
}

std::vector<Explorer::Card> Explorer::cardsOf(const Configuration& configuration)
{
    if (configuration.device == nullptr) {
        return {{nullptr, 0, completer_.cardsClass(nullptr, 0)}};
    }
    std::vector<Card> cards;
    for (const Priced<Accelerator>& each : configuration.device->cards) {
        cards.push_back({each.part, each.price * configuration.count,
                         completer_.cardsClass(each.part, configuration.count)});
    }
    return cards;
}

Explorer::Seats Explorer::seatOn(const SlotClass& slots, const Card& card, int count) const
{
    const Platform& platform = slots.platforms.front();
    Machine machine;
    machine.demands = question_.demands;
    machine.board = platform.board;
    machine.cpus = {{platform.cpu, socketsOf(*platform.board)}};
    if (count > 0) {
        machine.accelerators = {{card.part, count}};
    }
    Seats seats;
    seats.failure = firstFailure(order_.cards, machine);
    for (const Step& step : order_.cards) {
        seats.doubts += verdictOf(*step.rule, machine) == Verdict::Unverified ? 1 : 0;
    }
    if (const auto slowest = planSlots(machine).slowest) {
        seats.link = {slowest->generation, slowest->lanes};
    }
    return seats;
}

const std::vector<Explorer::Seats>& Explorer::seatsFor(const Card& card, int count)
{
    SlotUse use;
    if (const Accelerator* accelerator = card.part) {
        use = {count,
               accelerator->mounting,
               accelerator->vendor,
               accelerator->slotWidth,
               accelerator->pcieGeneration,
               accelerator->pcieLanes};
    }
    std::vector<Seats>& seats = seats_[use];
    if (seats.empty()) {
        for (const SlotClass& slots : platforms_.slotClasses()) {
            seats.push_back(seatOn(slots, card, count));
        }
    }
    return seats;
}

/// Where no card of the device fits, the last reason is what none gets past.
void Explorer::findOpenings(Visit& visit)
{
    std::vector<const std::vector<Seats>*> seatsOf;
    for (const Card& card : visit.cards) {
        seatsOf.push_back(&seatsFor(card, visit.configuration.count));
    }
    for (std::size_t i = 0; i < platforms_.slotClasses().size(); ++i) {
        const SlotClass& slots = platforms_.slotClasses()[i];
        Opening opening{&slots, {}, 0};
        std::vector<CardSet::Member> members;
        int failure = -1;
        for (std::size_t card = 0; card < seatsOf.size(); ++card) {
            const Seats& seats = (*seatsOf[card])[i];
            failure = std::max(failure, seats.failure);
            if (seats.failure != Step::kNoReason) {
                continue;
            }
            // A thicker card may leave its neighbours a slower slot: it is no choice where a thinner one is sold.
            if (members.empty() || bandwidthOf(seats.link) > bandwidthOf(opening.link)) {
                members.clear();
                opening.link = seats.link;
            }
            if (bandwidthOf(seats.link) == bandwidthOf(opening.link)) {
                members.push_back({static_cast<int>(card), seats.doubts});
            }
        }
        if (members.empty()) {
            outcome_.exclude(failure, slots.memoryOptions);
            continue;
        }
        const auto known = std::ranges::find(visit.sets, members, &CardSet::members);
        opening.cards = static_cast<std::size_t>(known - visit.sets.begin());
        if (known == visit.sets.end()) {
            visit.sets.push_back({std::move(members), {}});
        }
        visit.openings.push_back(opening);
    }
}

void Explorer::visitConfiguration(const Configuration& configuration)
{
    Visit visit;
    visit.configuration = configuration;
    visit.cards = cardsOf(configuration);
    findOpenings(visit);
    if (visit.openings.empty()) {
        return;
    }
    if (configuration.count > 0) {
        visit.hardware.accelerators.push_back(
            {*configuration.device->chip, configuration.count, std::nullopt, std::nullopt});
    }
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
    if (visit.configuration.device != nullptr) {
        const Accelerator* accelerator = visit.configuration.device->chip;
        traits = {visit.configuration.count, accelerator->memory,  accelerator->vendor,
                  accelerator->mounting,     accelerator->segment, accelerator->computeCapability};
    }
    const auto [known, isNew] = placements_.try_emplace(traits);
    if (isNew) {
        known->second = placementsOf(question_, visit.hardware, platforms_.capacities());
    }
    return known->second;
}

void Explorer::countUnfit(Visit& visit, Bytes leastMemory)
{
    for (const Opening& opening : visit.openings) {
        for (const Platform& platform : opening.slots->platforms) {
            const MemoryRange memory(*platform.memory, platform.memory->all, Bytes(), leastMemory);
            if (memory.count() > 0) {
                outcome_.exclude(order_.memoryFit, memory.count());
                offerNearest(order_.memoryFit, visit, {opening, platform, memory, {}});
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
            const auto cheapest = settle(visit, {opening, platform, memory, speed.state});
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
            visitHost(visit, placed, opening, platform, runs);
        }
    }
    runs.rank(outcome_);
}

void Explorer::visitHost(Visit& visit, const Placed& placed, const Opening& opening, const Platform& platform,
                         HostRuns& runs)
{
    const HostPower& host = platforms_.hosts()[static_cast<std::size_t>(platform.host)];
    for (const BandwidthShelf& each : platform.memory->byBandwidth) {
        const MemoryRange memory(*platform.memory, each.shelf, placed.atLeast, placed.below);
        if (memory.count() == 0) {
            continue;
        }
        const Surroundings surroundings{opening.link, host, each.bandwidth};
        const auto cheapest = settle(visit, {opening, platform, memory, runs.stateIn(surroundings)});
        if (cheapest) {
            runs.add(surroundings, *cheapest, outcome_);
        }
    }
}

Explorer::Purchase Explorer::purchase(Visit& visit, const Opening& opening, int platformClass)
{
    CardSet& set = visit.sets[opening.cards];
    const auto buy = [&](const CardSet::Member& member) {
        const Card& card = visit.cards[static_cast<std::size_t>(member.card)];
        const Completion& completion = completer_.complete(card.cardsClass, platformClass);
        return Purchase{completion, member.card,
                        completion.grade + Grade{Step::kNoReason, member.doubts, card.price}};
    };
    if (set.members.size() == 1) {
        return buy(set.members.front());
    }
    const auto index = static_cast<std::size_t>(platformClass);
    if (set.purchases.size() <= index) {
        set.purchases.resize(index + 1);
    }
    std::optional<Purchase>& best = set.purchases[index];
    if (!best) {
        for (const CardSet::Member& member : set.members) {
            const Purchase tried = buy(member);
            if (!best || tried.grade.betterThan(best->grade)) {
                best = tried;
            }
        }
    }
    return *best;
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
            offerNearest(order_.targets, visit, group);
        }
        return std::nullopt;
    }
    const Purchase bought = purchase(visit, group.opening, group.platform.completionClass);
    if (!bought.grade.sound()) {
        outcome_.exclude(bought.grade.firstFailure, count);
        if (bought.grade.firstFailure == order_.wallPower) {
            offerWithoutWallLimit(visit, group);
        }
        return std::nullopt;
    }
    return settleBudget(visit, group, bought);
}

std::optional<Candidate> Explorer::settleBudget(Visit& visit, const Group& group, const Purchase& bought)
{
    const std::int64_t rest = budget_ - group.platform.price - bought.grade.price;
    const std::int64_t count = group.memory.count();
    const std::int64_t affordable = group.memory.countWithin(rest);
    outcome_.addFeasible(affordable);
    outcome_.exclude(order_.budget, count - affordable);
    if (affordable < count) {
        const MemoryOption& next = *group.memory.cheapestAbove(rest);
        if (outcome_.wantsNearest(order_.budget, budget_ - rest + next.price)) {
            outcome_.offerNearest(order_.budget, candidateOf(visit, group.platform, next, bought));
        }
    }
    if (affordable == 0) {
        return std::nullopt;
    }
    const Candidate candidate = candidateOf(visit, group.platform, *group.memory.cheapest(), bought);
    if (!visit.cheapest || candidate.price < visit.cheapest->price) {
        visit.cheapest = candidate;
    }
    return candidate;
}

void Explorer::offerNearest(int reason, Visit& visit, const Group& group)
{
    const std::int64_t least =
        visit.configuration.price + group.platform.price + group.memory.cheapest()->price;
    if (least <= budget_ && outcome_.wantsNearest(reason, least)) {
        offerNearest(reason, visit, group, purchase(visit, group.opening, group.platform.completionClass));
    }
}

void Explorer::offerWithoutWallLimit(const Visit& visit, const Group& group)
{
    const std::int64_t least =
        visit.configuration.price + group.platform.price + group.memory.cheapest()->price;
    if (least > budget_ || !outcome_.wantsNearest(order_.wallPower, least)) {
        return;
    }
    const int platformClass = withoutWallLimit_.platformClass(*group.platform.board, *group.platform.cpu);
    std::optional<Purchase> best;
    for (const CardSet::Member& member : visit.sets[group.opening.cards].members) {
        const Card& card = visit.cards[static_cast<std::size_t>(member.card)];
        const int cardsClass = withoutWallLimit_.cardsClass(card.part, visit.configuration.count);
        const Completion& completion = withoutWallLimit_.complete(cardsClass, platformClass);
        const Grade grade = completion.grade + Grade{Step::kNoReason, member.doubts, card.price};
        if (!best || grade.betterThan(best->grade)) {
            best = Purchase{completion, member.card, grade};
        }
    }
    offerNearest(order_.wallPower, visit, group, *best);
}

void Explorer::offerNearest(int reason, const Visit& visit, const Group& group, const Purchase& bought)
{
    const Candidate candidate = candidateOf(visit, group.platform, *group.memory.cheapest(), bought);
    if (bought.grade.sound() && candidate.price <= budget_) {
        outcome_.offerNearest(reason, candidate);
    }
}

Candidate Explorer::candidateOf(const Visit& visit, const Platform& platform, const MemoryOption& option,
                                const Purchase& bought) const
{
    Candidate candidate;
    candidate.accelerator = visit.cards[static_cast<std::size_t>(bought.card)].part;
    candidate.count = visit.configuration.count;
    candidate.board = platform.board;
    candidate.cpu = platform.cpu;
    candidate.kit = option.kit;
    candidate.kits = option.quantity;
    candidate.completion = bought.completion;
    candidate.price = platform.price + option.price + bought.grade.price;
    return candidate;
}

} // namespace rigwright
