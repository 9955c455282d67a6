// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/explorer.h"

#include "builds/search/ranking.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rigwright {

namespace {

constexpr Bytes kNoLimit(std::numeric_limits<std::int64_t>::max());

/// In proportion, and among equal ones the newer generation.
std::pair<double, int> bandwidthOf(const Link& link)
{
    return {link.lanes * std::exp2(link.generation), link.generation};
}

std::vector<Link> linksOf(const Visit& visit)
{
    std::vector<Link> links;
    for (const Opening& opening : visit.openings) {
        links.push_back(opening.link);
    }
    return links;
}

} // namespace

Explorer::Explorer(const Question& question, const Pool& pool, const JudgingOrder& order, Outcome& outcome,
                   std::stop_token stop)
    : question_(question)
    , pool_(pool)
    , order_(order)
    , outcome_(outcome)
    , stop_(std::move(stop))
    , ledger_(question, pool, order, outcome)
    , platforms_(question, pool, order, ledger_.completer(), outcome, stop_)
    , seats_(order, question.demands, platforms_.slotClasses())
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
std::vector<Configuration> Explorer::configurations() const
{
    std::vector<Configuration> all{{}};
    for (const Device& device : pool_.devices) {
        for (int count = 1; count <= kMostAccelerators; ++count) {
            if (const auto cost = device.leastCostOf(count)) {
                all.push_back({{{&device, count}}, *cost});
            }
        }
    }
    for (const Mixture& mixture : mixturesOf(question_, pool_.devices)) {
        if (mixture.price <= question_.requirement.budget.minorUnits()) {
            const auto& [devices, counts, price] = mixture;
            all.push_back({{{devices[0], counts[0]}, {devices[1], counts[1]}}, price});
        }
    }
    std::ranges::stable_sort(all, {}, &Configuration::price);
    return all;
}

std::vector<Cards> Explorer::cardsOf(const Configuration& configuration)
{
    std::vector<Cards> all{{}};
    for (const auto& [device, count] : configuration.kinds) {
        std::vector<Cards> longer;
        for (const Cards& cards : all) {
            for (const Priced<Accelerator>& each : device->cards) {
                if (const auto cost = each.costOf(count)) {
                    longer.push_back(cards);
                    longer.back().parts.push_back({each.part, count});
                    longer.back().price += *cost;
                }
            }
        }
        all = std::move(longer);
    }
    std::ranges::stable_sort(all, {}, &Cards::price);
    for (Cards& cards : all) {
        cards.cardsClass = ledger_.completer().cardsClass(cards.parts);
    }
    return all;
}

/// Of cards that no slots of a class take.
void Explorer::offerExample(int reason, const Visit& visit, const SlotClass& slots)
{
    if (!outcome_.examples().wants(reason, visit.configuration.price)) {
        return;
    }
    const auto excluded = std::ranges::find_if(visit.cards, [&](const Cards& cards) {
        return seats_.of(cards.parts)[static_cast<std::size_t>(slots.number)].failure == reason;
    });
    for (const std::size_t number : slots.cheapest) {
        ExcludedParts parts = partsOf(slots.platforms[number]);
        parts.cards = excluded->parts;
        parts.cardsPrice = excluded->price;
        outcome_.examples().offer(reason, parts);
    }
}

/// Where no card of the device fits, the last reason is what none gets past.
void Explorer::findOpenings(Visit& visit)
{
    std::vector<const std::vector<Seats>*> seatsOf;
    for (const Cards& cards : visit.cards) {
        seatsOf.push_back(&seats_.of(cards.parts));
    }
    std::vector<CardSet::Member> members;
    for (std::size_t i = 0; i < platforms_.slotClasses().size(); ++i) {
        const SlotClass& slots = platforms_.slotClasses()[i];
        Opening opening{&slots, {}, 0};
        members.clear();
        int failure = -1;
        for (std::size_t cards = 0; cards < seatsOf.size(); ++cards) {
            const Seats& seats = (*seatsOf[cards])[i];
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
                members.push_back({static_cast<int>(cards), seats.doubts});
            }
        }
        if (members.empty()) {
            outcome_.exclude(failure, slots.memoryOptions);
            offerExample(failure, visit, slots);
            continue;
        }
        const auto known = std::ranges::find(visit.sets, members, &CardSet::members);
        opening.set = static_cast<std::size_t>(known - visit.sets.begin());
        if (known == visit.sets.end()) {
            visit.sets.push_back({members, {}, {}});
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
    const std::int64_t least =
        configuration.price + platforms_.leastPrice() + ledger_.completer().leastPrice();
    visit.beyondBudget =
        least > question_.requirement.budget.minorUnits() && !outcome_.wantsNearest(order_.budget, least);
    for (const auto& [device, count] : configuration.kinds) {
        visit.hardware.accelerators.push_back({*device->chip, count, std::nullopt, std::nullopt});
    }
    const std::vector<Placed>& placements = placementsFor(visit);
    countUnfit(visit, placements.empty() ? kNoLimit : placements.back().atLeast);
    for (const Placed& placed : placements) {
        visitPlacement(visit, placed);
    }
    if (visit.cheapest) {
        outcome_.offerCheapest(*visit.cheapest);
    }
}

const std::vector<Placed>& Explorer::placementsFor(const Visit& visit)
{
    std::vector<PlanTraits> traits;
    for (const auto& [device, count] : visit.configuration.kinds) {
        const Accelerator& chip = *device->chip;
        traits.push_back(
            {count, chip.memory, chip.vendor, chip.mounting, chip.segment, chip.computeCapability});
    }
    const auto [known, isNew] = placements_.try_emplace(std::move(traits));
    if (isNew) {
        known->second = placementsOf(question_, visit.hardware, platforms_.capacities());
    }
    return known->second;
}

void Explorer::countUnfit(Visit& visit, Bytes leastMemory)
{
    const std::int64_t least =
        visit.configuration.price + platforms_.leastPrice() + ledger_.completer().leastPrice();
    const bool nearer = outcome_.wantsNearest(order_.memoryFit, least);
    for (const Opening& opening : visit.openings) {
        const std::int64_t count = platforms_.tally(*opening.slots, Bytes(), leastMemory).total;
        outcome_.exclude(order_.memoryFit, count);
        if (count == 0 || !nearer) {
            continue;
        }
        for (const Platform& platform : opening.slots->platforms) {
            const MemoryRange memory(*platform.memory, platform.memory->all, Bytes(), leastMemory);
            if (memory.count() > 0) {
                ledger_.offerNearest(order_.memoryFit, visit, {opening, platform, memory});
            }
        }
    }
}

void Explorer::excludeAll(const Visit& visit, const Placed& placed, int reason)
{
    for (const Opening& opening : visit.openings) {
        outcome_.exclude(reason, platforms_.tally(*opening.slots, placed.atLeast, placed.below).total);
    }
}

/// The machines that only the host's part in the work excludes.
void Explorer::offerOnHost(Visit& visit, const Placed& placed)
{
    HostRuns runs(question_, visit.hardware, placed, platforms_, linksOf(visit));
    for (const Opening& opening : visit.openings) {
        for (const Platform& platform : opening.slots->platforms) {
            const HostPower& host = platforms_.hosts()[static_cast<std::size_t>(platform.host)];
            for (const BandwidthShelf& each : platform.memory->byBandwidth) {
                const MemoryRange memory(*platform.memory, each.shelf, placed.atLeast, placed.below);
                const Group group{opening, platform, memory};
                if (memory.count() > 0 && ledger_.mayBeNearest(order_.hostOffload, visit, group) &&
                    runs.stateIn({opening.link, &host, each.bandwidth}) == SpeedVerdict::State::Met) {
                    ledger_.offerNearest(order_.hostOffload, visit, group);
                }
            }
        }
    }
}

void Explorer::visitPlacement(Visit& visit, const Placed& placed)
{
    if (placed.onHost && !question_.requirement.allowHostOffload) {
        excludeAll(visit, placed, order_.hostOffload);
        offerOnHost(visit, placed);
    } else if (placed.needsHost) {
        visitOnHost(visit, placed);
    } else {
        visitResident(visit, placed);
    }
}

void Explorer::visitResident(Visit& visit, const Placed& placed)
{
    LinkRuns runs(question_, visit.hardware, placed, linksOf(visit));
    for (const Opening& opening : visit.openings) {
        if (stopped()) {
            return;
        }
        const SpeedVerdict::State state = runs.stateOn(opening.link);
        if (visit.beyondBudget) {
            ledger_.settleBeyond(visit, opening,
                                 platforms_.tally(*opening.slots, placed.atLeast, placed.below), state);
            continue;
        }
        for (const Platform& platform : opening.slots->platforms) {
            const MemoryRange memory(*platform.memory, platform.memory->all, placed.atLeast, placed.below);
            const Group group{opening, platform, memory, state};
            const auto settled = ledger_.settle(visit, group);
            if (!settled) {
                continue;
            }
            const Standing standing = standingOf(visit, placed, group, *settled);
            if (!outcome_.front().takes(settled->price, runs.bound(), standing)) {
                continue;
            }
            const double speed = runs.speedOn(opening.link);
            if (outcome_.front().takes(settled->price, speed, standing)) {
                outcome_.offer(ledger_.candidateOf(visit, platform, *settled), speed, standing);
            }
        }
    }
}

void Explorer::visitOnHost(Visit& visit, const Placed& placed)
{
    HostRuns runs(question_, visit.hardware, placed, platforms_, linksOf(visit));
    const std::optional<SpeedVerdict::State> common = runs.commonState();
    const bool ranksCapacity = visit.configuration.kinds.empty() && ranksHeadroom(question_);
    for (const Opening& opening : visit.openings) {
        if (stopped()) {
            return;
        }
        if (visit.beyondBudget && common) {
            ledger_.settleBeyond(visit, opening,
                                 platforms_.tally(*opening.slots, placed.atLeast, placed.below), *common);
            continue;
        }
        if (common && !ranksCapacity) {
            visitAlike(visit, placed, opening, *common, runs);
            continue;
        }
        for (const Platform& platform : opening.slots->platforms) {
            visitHost(visit, placed, opening, platform, runs);
        }
    }
    runs.rank(outcome_,
              [&](const HostRun& run) { return ledger_.candidateOf(visit, *run.platform, run.settled); });
}

void Explorer::visitAlike(Visit& visit, const Placed& placed, const Opening& opening,
                          SpeedVerdict::State state, HostRuns& runs)
{
    const std::int64_t budget = question_.requirement.budget.minorUnits();
    for (const Platform& platform : opening.slots->platforms) {
        const HostPower& host = platforms_.hosts()[static_cast<std::size_t>(platform.host)];
        const MemoryRange memory(*platform.memory, platform.memory->all, placed.atLeast, placed.below);
        const Group group{opening, platform, memory, state};
        const auto cheapest = ledger_.settle(visit, group);
        if (!cheapest) {
            continue;
        }
        const std::int64_t fixed = cheapest->price - cheapest->memory->price;
        for (const MemoryOption* option : runs.choicesOf(*platform.memory)) {
            const Settled settled{fixed + option->price, option, cheapest->bought};
            if (settled.price > budget) {
                break;
            }
            runs.offer({opening.link, &host, option->bandwidth}, standingOf(visit, placed, group, settled),
                       {&platform, settled}, outcome_);
        }
    }
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
        const Surroundings surroundings{opening.link, &host, each.bandwidth};
        const Group group{opening, platform, memory, runs.stateIn(surroundings)};
        if (const auto settled = ledger_.settle(visit, group)) {
            addRuns(visit, placed, group, surroundings, *settled, runs);
        }
    }
}

/// Where RAM is all the memory there is and room in it counts, the cheapest machine of each capacity.
void Explorer::addRuns(Visit& visit, const Placed& placed, const Group& group,
                       const Surroundings& surroundings, const Settled& settled, HostRuns& runs)
{
    std::vector<Settled> choices{settled};
    if (visit.configuration.kinds.empty() && ranksHeadroom(question_)) {
        choices = ledger_.largerChoices(group, settled);
    }
    for (const Settled& choice : choices) {
        runs.offer(surroundings, standingOf(visit, placed, group, choice), {&group.platform, choice},
                   outcome_);
    }
}

Standing Explorer::standingOf(Visit& visit, const Placed& placed, const Group& group, const Settled& settled)
{
    if (question_.requirement.objectives.empty()) {
        return {};
    }
    const std::array<int, 3> key{settled.bought.cards, group.opening.slots->number,
                                 group.platform.completionClass};
    const auto [known, isNew] = visit.standings.try_emplace(key);
    if (isNew) {
        known->second = rigwright::standingOf(question_, ledger_.candidateOf(visit, group.platform, settled));
    }
    return withHeadroom(question_, known->second, visit.hardware, placed, settled.memory->capacity);
}

} // namespace rigwright
