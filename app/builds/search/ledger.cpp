// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/ledger.h"

namespace rigwright {

namespace {

/// The best of a set's cards on a class of platforms. Cards come cheapest first, so that those which cost more than a best of
/// which nothing is open, with the cheapest of everything else, can be left out.
template <class GradeOn>
Purchase bestOf(const Visit& visit, const CardSet& set, std::int64_t leastRest, GradeOn gradeOn)
{
    Purchase best;
    for (const CardSet::Member& member : set.members) {
        const Cards& cards = visit.cards[static_cast<std::size_t>(member.cards)];
        const bool settled = best.cards >= 0 && best.grade.sound() && best.grade.doubts == 0;
        if (settled && cards.price + leastRest >= best.grade.price) {
            break;
        }
        const Grade grade = gradeOn(cards) + Grade{Step::kNoReason, member.doubts, cards.price};
        if (best.cards < 0 || grade.betterThan(best.grade)) {
            best = {member.cards, grade};
        }
    }
    return best;
}

template <class Value>
Value& slotFor(std::vector<Value>& values, int index)
{
    const auto place = static_cast<std::size_t>(index);
    if (values.size() <= place) {
        values.resize(place + 1);
    }
    return values[place];
}

} // namespace

Ledger::Ledger(const Question& question, const Pool& pool, const JudgingOrder& order, Outcome& outcome)
    : question_(question)
    , pool_(pool)
    , order_(order)
    , outcome_(outcome)
    , budget_(question.requirement.budget.minorUnits())
    , completer_(pool, order, question.demands)
{ }

const Purchase& Ledger::purchase(Visit& visit, const Opening& opening, int platformClass)
{
    CardSet& set = visit.sets[opening.set];
    Purchase& best = slotFor(set.purchases, platformClass);
    if (best.cards < 0) {
        best = bestOf(visit, set, completer_.leastPrice(),
                      [&](const Cards& cards) { return completer_.grade(cards.cardsClass, platformClass); });
    }
    return best;
}

int Ledger::failureOf(Visit& visit, const Opening& opening, int platformClass)
{
    CardSet& set = visit.sets[opening.set];
    std::optional<int>& failure = slotFor(set.failures, platformClass);
    if (!failure) {
        failure = -1;
        for (const CardSet::Member& member : set.members) {
            const int cardsClass = visit.cards[static_cast<std::size_t>(member.cards)].cardsClass;
            failure = std::max(*failure, completer_.firstFailure(cardsClass, platformClass));
            if (*failure == Step::kNoReason) {
                break;
            }
        }
    }
    return *failure;
}

void Ledger::settleBeyond(Visit& visit, const Opening& opening, const Tally& tally, SpeedVerdict::State state)
{
    if (state != SpeedVerdict::State::Met) {
        const bool missed = state == SpeedVerdict::State::Missed;
        outcome_.exclude(missed ? order_.targets : order_.speedUnknown, tally.total);
        return;
    }
    for (const auto& [platformClass, count] : tally.classes) {
        const int failure = failureOf(visit, opening, platformClass);
        outcome_.exclude(failure == Step::kNoReason ? order_.budget : failure, count);
    }
}

std::optional<Settled> Ledger::settle(Visit& visit, const Group& group)
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
    if (const std::int64_t least = leastPriceOf(visit, group);
        least > budget_ && !outcome_.wantsNearest(order_.budget, least)) {
        // What to buy needn't be known, only that something holds together.
        const int failure = failureOf(visit, group.opening, group.platform.completionClass);
        outcome_.exclude(failure == Step::kNoReason ? order_.budget : failure, count);
        return std::nullopt;
    }
    const Purchase& bought = purchase(visit, group.opening, group.platform.completionClass);
    if (!bought.grade.sound()) {
        outcome_.exclude(bought.grade.firstFailure, count);
        if (bought.grade.firstFailure != order_.noPrice) {
            offerWithout(bought.grade.firstFailure, visit, group);
        }
        return std::nullopt;
    }
    return settleBudget(visit, group, bought);
}

std::optional<Settled> Ledger::settleBudget(Visit& visit, const Group& group, const Purchase& bought)
{
    const std::int64_t fixed = group.platform.price + bought.grade.price;
    const std::int64_t rest = budget_ - fixed;
    const std::int64_t count = group.memory.count();
    const std::int64_t affordable = group.memory.countWithin(rest);
    outcome_.addFeasible(affordable);
    outcome_.exclude(order_.budget, count - affordable);
    if (affordable < count) {
        const MemoryOption& next = *group.memory.cheapestAbove(rest);
        if (outcome_.wantsNearest(order_.budget, fixed + next.price)) {
            outcome_.offerNearest(order_.budget,
                                  candidateOf(visit, group.platform, {fixed + next.price, &next, bought}));
        }
    }
    if (affordable == 0) {
        return std::nullopt;
    }
    const MemoryOption& cheapest = *group.memory.cheapest();
    Settled settled{fixed + cheapest.price, &cheapest, bought};
    if (!visit.cheapest || settled.price < visit.cheapest->price) {
        visit.cheapest = candidateOf(visit, group.platform, settled);
    }
    return settled;
}

std::vector<Settled> Ledger::largerChoices(const Group& group, const Settled& cheapest) const
{
    std::vector<Settled> choices;
    const std::int64_t fixed = cheapest.price - cheapest.memory->price;
    Bytes largest;
    for (const MemoryOption* option : group.memory.within(budget_ - fixed)) {
        if (option->capacity > largest) {
            largest = option->capacity;
            choices.push_back({fixed + option->price, option, cheapest.bought});
        }
    }
    return choices;
}

std::int64_t Ledger::leastPriceOf(const Visit& visit, const Group& group) const
{
    return visit.configuration.price + group.platform.price + group.memory.cheapest()->price +
        completer_.leastPrice();
}

bool Ledger::mayBeNearest(int reason, const Visit& visit, const Group& group) const
{
    const std::int64_t least = leastPriceOf(visit, group);
    return least <= budget_ && outcome_.wantsNearest(reason, least);
}

void Ledger::offerNearest(int reason, Visit& visit, const Group& group)
{
    if (!mayBeNearest(reason, visit, group)) {
        return;
    }
    const Purchase& bought = purchase(visit, group.opening, group.platform.completionClass);
    const MemoryOption& cheapest = *group.memory.cheapest();
    const std::int64_t price = group.platform.price + bought.grade.price + cheapest.price;
    if (bought.grade.sound() && price <= budget_ && outcome_.wantsNearest(reason, price)) {
        outcome_.offerNearest(reason, candidateOf(visit, group.platform, {price, &cheapest, bought}));
    }
}

void Ledger::offerWithout(int reason, const Visit& visit, const Group& group)
{
    if (!mayBeNearest(reason, visit, group)) {
        return;
    }
    const auto known = completersWithout_.try_emplace(reason, pool_, order_, question_.demands, reason).first;
    Completer& completer = known->second;
    const int platformClass = completer.platformClass(*group.platform.board, *group.platform.cpu);
    const auto classOf = [&](const Cards& cards) { return completer.cardsClass(cards.parts); };
    const Purchase best =
        bestOf(visit, visit.sets[group.opening.set], completer.leastPrice(),
               [&](const Cards& cards) { return completer.grade(classOf(cards), platformClass); });
    const MemoryOption& cheapest = *group.memory.cheapest();
    const std::int64_t price = group.platform.price + best.grade.price + cheapest.price;
    if (best.grade.sound() && price <= budget_ && outcome_.wantsNearest(reason, price)) {
        Candidate candidate = candidateOf(visit, group.platform, {price, &cheapest, best});
        candidate.completion =
            completer.complete(classOf(visit.cards[static_cast<std::size_t>(best.cards)]), platformClass);
        outcome_.offerNearest(reason, candidate);
    }
}

Candidate Ledger::candidateOf(const Visit& visit, const Platform& platform, const Settled& settled)
{
    const Cards& cards = visit.cards[static_cast<std::size_t>(settled.bought.cards)];
    Candidate candidate;
    candidate.cards = cards.parts;
    candidate.board = platform.board;
    candidate.cpu = platform.cpu;
    candidate.kit = settled.memory->kit;
    candidate.kits = settled.memory->quantity;
    candidate.completion = completer_.complete(cards.cardsClass, platform.completionClass);
    candidate.price = settled.price;
    return candidate;
}

} // namespace rigwright
