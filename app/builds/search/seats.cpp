// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/search/seats.h"

#include "builds/slot_plan.h"

namespace rigwright {

Seats SeatTable::seatOn(const SlotClass& slots, Machine& machine) const
{
    const Platform& platform = slots.platforms.front();
    machine.board = platform.board;
    machine.cpus = {{platform.cpu, socketsOf(*platform.board)}};
    Seats seats;
    for (const Step& step : order_.cards) {
        const Verdict verdict = verdictOf(*step.rule, machine);
        if (excludes(step, verdict)) {
            seats.failure = step.reason;
            return seats;
        }
        seats.doubts += verdict == Verdict::Unverified ? 1 : 0;
    }
    if (const auto slowest = planSlots(machine).slowest) {
        seats.link = {slowest->generation, slowest->lanes};
    }
    return seats;
}

const std::vector<Seats>& SeatTable::of(const std::vector<Used<Accelerator>>& cards)
{
    std::vector<SlotUse> uses;
    for (const auto& [card, count] : cards) {
        uses.push_back(
            {count, card->mounting, card->vendor, card->slotWidth, card->pcieGeneration, card->pcieLanes});
    }
    const auto [known, isNew] = seats_.try_emplace(std::move(uses));
    if (isNew) {
        Machine machine;
        machine.demands = demands_;
        machine.accelerators = cards;
        for (const SlotClass& slots : slotClasses_) {
            known->second.push_back(seatOn(slots, machine));
        }
    }
    return known->second;
}

} // namespace rigwright
