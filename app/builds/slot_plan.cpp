// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/slot_plan.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <span>

namespace rigwright {

namespace {

/// Every accelerator card has an edge connector of sixteen lanes, however many it uses.
constexpr int kLongSlot = 16;

bool isLong(const PcieSlot& slot)
{
    return slot.physicalLanes >= kLongSlot;
}

double weight(const PcieSlot& slot)
{
    return slot.lanes * static_cast<double>(1 << slot.generation);
}

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

/// The board's slots as this CPU drives them, fastest first; of equal ones the nearer to the CPU.
std::vector<PcieSlot> slotsByBandwidth(const Machine& machine, bool useSharedSlot)
{
    std::vector<PcieSlot> slots = machine.board->slots;
    const int generation = cpuGeneration(machine);
    int shared = 0; // of the first two long slots, those passed
    for (PcieSlot& slot : slots) {
        if (slot.fromCpu && generation > 0) {
            slot.generation = std::min(slot.generation, generation);
        }
        if (machine.board->slotsSplit && isLong(slot) && shared < 2) {
            ++shared;
            slot.lanes = useSharedSlot ? std::min(slot.lanes, kLongSlot / 2) : shared == 1 ? slot.lanes : 0;
        }
    }
    std::erase_if(slots, [](const PcieSlot& slot) { return slot.lanes <= 0; });
    std::ranges::stable_sort(slots, std::ranges::greater{}, weight);
    return slots;
}

/// Takes the first `count` long slots out of `slots`.
std::vector<PcieSlot> takeLong(std::vector<PcieSlot>& slots, int count)
{
    std::vector<PcieSlot> taken;
    std::erase_if(slots, [&](const PcieSlot& slot) {
        const bool take = isLong(slot) && std::ssize(taken) < count;
        if (take) {
            taken.push_back(slot);
        }
        return take;
    });
    return taken;
}

struct Seating {
    std::vector<PcieSlot> cards;
    std::vector<PcieSlot> left;

    [[nodiscard]] bool betterThan(const Seating& other) const
    {
        if (cards.size() != other.cards.size() || cards.empty()) {
            return cards.size() > other.cards.size();
        }
        const auto sum = [](const Seating& s) {
            return std::accumulate(s.cards.begin(), s.cards.end(), 0.0,
                                   [](double total, const PcieSlot& slot) { return total + weight(slot); });
        };
        const double slowest = weight(cards.back());
        const double otherSlowest = weight(other.cards.back());
        return slowest != otherSlowest ? slowest > otherSlowest : sum(*this) > sum(other);
    }
};

Seating seat(const Machine& machine, int count)
{
    const auto seatWith = [&](bool useSharedSlot) {
        Seating seating;
        seating.left = slotsByBandwidth(machine, useSharedSlot);
        seating.cards = takeLong(seating.left, count);
        return seating;
    };
    Seating alone = seatWith(false);
    if (!machine.board->slotsSplit) {
        return alone;
    }
    Seating shared = seatWith(true);
    return shared.betterThan(alone) ? shared : alone;
}

CardLink linkOf(const PcieSlot& slot, const Accelerator& card)
{
    CardLink link;
    link.cardKnown = card.pcieGeneration.has_value() && card.pcieLanes.has_value();
    link.generation = std::min(slot.generation, card.pcieGeneration.value_or(slot.generation));
    link.lanes = std::min(slot.lanes, card.pcieLanes.value_or(slot.lanes));
    link.fromCpu = slot.fromCpu;
    link.asWideAsCard = link.generation >= card.pcieGeneration.value_or(link.generation) &&
        link.lanes >= card.pcieLanes.value_or(link.lanes);
    return link;
}

/// CPUs with fewer lanes than their slots ask for: the board halves links until they do. Which ones is in its manual, so
/// that every card is taken to have the same share.
void shareLanes(SlotPlan& plan)
{
    int onCpu = 0;
    for (const CardLink& link : plan.cards) {
        onCpu += link.fromCpu ? 1 : 0;
        plan.lanesAsked += link.fromCpu ? link.lanes : 0;
    }
    if (onCpu == 0 || !plan.lanesShort()) {
        return;
    }
    const auto share = std::bit_floor(static_cast<unsigned>(*plan.lanesOfCpus / onCpu));
    for (CardLink& link : plan.cards) {
        if (link.fromCpu && link.lanes > static_cast<int>(share)) {
            link.lanes = static_cast<int>(share);
            link.asWideAsCard = false;
        }
    }
}

int nicsWithoutSlot(const Machine& machine, std::vector<PcieSlot> left)
{
    int missing = 0;
    for (const Used<NetworkCard>& card : machine.networkCards) {
        for (int i = 0; i < card.quantity; ++i) {
            const auto slot = std::ranges::find_if(
                left, [&](const PcieSlot& s) { return s.physicalLanes >= card.part->pcieLanes; });
            if (slot == left.end()) {
                ++missing;
            } else {
                left.erase(slot);
            }
        }
    }
    return missing;
}

} // namespace

SlotPlan planSlots(const Machine& machine)
{
    SlotPlan plan;
    if (machine.board == nullptr || machine.board->slots.empty()) {
        return plan;
    }
    plan.slotsKnown = true;
    plan.lanesOfCpus = cpuLanes(machine);
    // The cards that use most lanes go first, to the best slots.
    std::vector<const Accelerator*> cards;
    for (const Used<Accelerator>& used : machine.accelerators) {
        cards.insert(cards.end(), static_cast<std::size_t>(used.quantity), used.part);
    }
    if (machine.accelerators.size() > 1) {
        std::ranges::stable_sort(cards, std::ranges::greater{},
                                 [](const Accelerator* card) { return card->pcieLanes.value_or(kLongSlot); });
    }
    const Seating seating = seat(machine, static_cast<int>(cards.size()));
    plan.cardsWithoutSlot = static_cast<int>(cards.size() - seating.cards.size());
    for (std::size_t i = 0; i < seating.cards.size(); ++i) {
        plan.cards.push_back(linkOf(seating.cards[i], *cards[i]));
    }
    shareLanes(plan);
    const auto slowest = std::ranges::min_element(plan.cards, {}, &CardLink::weight);
    if (slowest != plan.cards.end()) {
        plan.slowest = *slowest;
    }
    plan.nicsWithoutSlot = nicsWithoutSlot(machine, seating.left);
    return plan;
}

} // namespace rigwright
