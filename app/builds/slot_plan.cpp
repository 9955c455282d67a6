// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/slot_plan.h"

#include "builds/seating.h"

#include <algorithm>
#include <bit>
#include <span>

namespace rigwright {

namespace {

int cpuGeneration(const Machine& machine)
{
    int generation = 0;
    for (const Used<Cpu>& cpu : machine.cpus) {
        const int own = cpu.part->pcieGeneration;
        generation = own <= 0 ? generation : generation == 0 ? own : std::min(generation, own);
    }
    return generation;
}

std::optional<int> cpuLanes(const Machine& machine)
{
    int lanes = 0;
    for (const Used<Cpu>& cpu : machine.cpus) {
        if (cpu.part->pcieLanes <= 0) {
            return std::nullopt;
        }
        lanes += cpu.part->pcieLanes * cpu.quantity;
    }
    return machine.cpus.empty() ? std::nullopt : std::optional<int>(lanes);
}

/// Lanes that a slot keeps when every slot that takes some of them is in use.
int leastLanes(const Board& board, int slot, int lanes)
{
    for (const LaneShare& share : board.laneSharing) {
        if (share.used.kind == BoardPort::Kind::Slot &&
            share.affected == BoardPort{BoardPort::Kind::Slot, slot}) {
            lanes = std::min(lanes, share.lanesLeft);
        }
    }
    return lanes;
}

bool takesLanes(const Board& board, int slot)
{
    return std::ranges::any_of(board.laneSharing, [&](const LaneShare& share) {
        return share.used == BoardPort{BoardPort::Kind::Slot, slot} &&
            share.affected.kind == BoardPort::Kind::Slot;
    });
}

/// The board's slots as this CPU drives them; `sharing`: with those in use that take lanes from others, and without what they
/// take.
SlotPlaces placesOf(const Machine& machine, int generation, bool sharing)
{
    const Board& board = *machine.board;
    SlotPlaces places;
    int shared = 0; // of the first two long slots, those passed
    for (std::size_t i = 0; i < board.slots.size() && places.count < kMostSlots; ++i) {
        const PcieSlot& slot = board.slots[i];
        const int number = static_cast<int>(i) + 1;
        SlotPlace place{number,       slot.generation,          slot.lanes, slot.physicalLanes,
                        slot.fromCpu, slot.position.value_or(0)};
        if (slot.fromCpu && generation > 0) {
            place.generation = std::min(place.generation, generation);
        }
        if (board.slotsSplit && place.isLong() && shared < 2) {
            ++shared;
            place.lanes = sharing ? std::min(place.lanes, kLongSlot / 2) : shared == 1 ? place.lanes : 0;
        }
        if (!board.laneSharing.empty()) {
            place.lanes = sharing           ? leastLanes(board, number, place.lanes)
                : takesLanes(board, number) ? 0
                                            : place.lanes;
        }
        if (place.lanes > 0) {
            places.all[places.count++] = place;
        }
    }
    return places;
}

Seating seatOnBoard(const Machine& machine, const CardQueue& cards)
{
    const int generation = cpuGeneration(machine);
    const Board& board = *machine.board;
    const bool others = !machine.networkCards.empty();
    Seating alone = seat(placesOf(machine, generation, false), cards, others);
    if (!board.slotsSplit && board.laneSharing.empty()) {
        return alone;
    }
    Seating shared = seat(placesOf(machine, generation, true), cards, others);
    return shared.betterThan(alone) ? shared : alone;
}

CardLink linkOf(const SlotPlace& place, const Accelerator& card)
{
    CardLink link;
    link.cardKnown = card.pcieGeneration.has_value() && card.pcieLanes.has_value();
    link.generation = std::min(place.generation, card.pcieGeneration.value_or(place.generation));
    link.lanes = std::min(place.lanes, card.pcieLanes.value_or(place.lanes));
    link.fromCpu = place.fromCpu;
    link.asWideAsCard = link.generation >= card.pcieGeneration.value_or(link.generation) &&
        link.lanes >= card.pcieLanes.value_or(link.lanes);
    link.slot = place.slot;
    link.card = &card;
    return link;
}

/// CPUs with fewer lanes than their slots ask for: the board halves links until they do. Which ones is in its manual, so
/// that every card is taken to have the same share.
void shareLanes(SlotPlan& plan)
{
    const int others = plan.lanesAsked; // of network cards
    int onCpu = 0;
    for (const CardLink& link : plan.cards) {
        onCpu += link.fromCpu ? 1 : 0;
        plan.lanesAsked += link.fromCpu ? link.lanes : 0;
    }
    if (onCpu == 0 || !plan.lanesShort()) {
        return;
    }
    const int left = std::max(*plan.lanesOfCpus - others, onCpu);
    const auto share = std::bit_floor(static_cast<unsigned>(left / onCpu));
    for (CardLink& link : plan.cards) {
        if (link.fromCpu && link.lanes > static_cast<int>(share)) {
            link.lanes = static_cast<int>(share);
            link.asWideAsCard = false;
        }
    }
}

void seatNetworkCards(SlotPlan& plan, const Machine& machine, Seating& seating)
{
    for (const Used<NetworkCard>& card : machine.networkCards) {
        for (int i = 0; i < card.quantity; ++i) {
            if (const auto slot = seating.takeFree(card.part->pcieLanes)) {
                plan.nicSlots.push_back(slot->slot);
                plan.lanesAsked += slot->fromCpu ? std::min(slot->lanes, card.part->pcieLanes) : 0;
            } else {
                ++plan.nicsWithoutSlot;
            }
        }
    }
}

} // namespace

std::string linkName(int generation, int lanes)
{
    return "PCIe " + std::to_string(generation) + ".0 x" + std::to_string(lanes);
}

bool isCard(const Accelerator& accelerator)
{
    return accelerator.mounting == Mounting::Card || accelerator.mounting == Mounting::PassiveCard;
}

int countCards(const Machine& machine)
{
    int count = 0;
    for (const Used<Accelerator>& used : machine.accelerators) {
        count += isCard(*used.part) ? used.quantity : 0;
    }
    return count;
}

SlotPlan planSlots(const Machine& machine)
{
    SlotPlan plan;
    if (machine.board == nullptr || machine.board->slots.empty()) {
        return plan;
    }
    plan.slotsKnown = true;
    plan.lanesOfCpus = cpuLanes(machine);
    CardQueue cards;
    for (const Used<Accelerator>& used : machine.accelerators) {
        if (isCard(*used.part)) {
            cards.kinds.push_back({used.part, used.quantity});
        }
    }
    // The cards that use most lanes go first, to the best slots.
    if (cards.kinds.size() > 1) {
        std::ranges::stable_sort(cards.kinds, std::ranges::greater{}, [](const CardQueue::Kind& kind) {
            return kind.card->pcieLanes.value_or(kLongSlot);
        });
    }
    Seating seating = seatOnBoard(machine, cards);
    plan.positionsKnown = seating.positionsKnown;
    plan.cardsWithoutSlot = seating.withoutSlot;
    plan.cardsCovered = seating.covered;
    plan.cards.reserve(seating.seats.size());
    for (const Seating::Seat& taken : seating.seats) {
        plan.cards.push_back(linkOf(taken.place, *taken.card));
    }
    seatNetworkCards(plan, machine, seating);
    shareLanes(plan);
    const auto slowest = std::ranges::min_element(plan.cards, {}, &CardLink::weight);
    if (slowest != plan.cards.end()) {
        plan.slowest = *slowest;
    }
    return plan;
}

} // namespace rigwright
