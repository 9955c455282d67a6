// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/capacity.h"

#include "builds/power.h"
#include "builds/slot_plan.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

Capacity slotsOf(const Machine& machine)
{
    const auto longSlots = std::ranges::count_if(
        machine.board->slots, [](const PcieSlot& slot) { return slot.physicalLanes >= kLongSlot; });
    const int cards = countOf(machine.accelerators) + countOf(machine.networkCards);
    return {Capacity::Kind::Slots, cards,
            machine.board->slots.empty() ? std::nullopt : std::optional(static_cast<int>(longSlots))};
}

Capacity modulesOf(const Machine& machine)
{
    int modules = 0;
    for (const Used<MemoryKit>& kit : machine.memory) {
        modules += kit.part->modules * kit.quantity;
    }
    return {Capacity::Kind::Memory, modules, machine.board->dimmSlots};
}

Capacity drivesOf(const Machine& machine)
{
    int drives = 0;
    for (const Used<Drive>& drive : machine.drives) {
        drives += drive.part->formFactor.starts_with("M.2") ? drive.quantity : 0;
    }
    return {Capacity::Kind::M2, drives, machine.board->m2Slots};
}

} // namespace

std::vector<Capacity> capacitiesOf(const Machine& machine)
{
    std::vector<Capacity> capacities;
    if (machine.board != nullptr) {
        const SlotPlan plan = planSlots(machine);
        capacities.push_back(slotsOf(machine));
        capacities.push_back({Capacity::Kind::Lanes, plan.lanesAsked, plan.lanesOfCpus});
        capacities.push_back(modulesOf(machine));
        capacities.push_back(drivesOf(machine));
    }
    if (!machine.supplies.empty()) {
        capacities.push_back({Capacity::Kind::Power,
                              static_cast<int>(std::lround(sustainedLoad(machine).sum().value())),
                              static_cast<int>(std::lround(supplyRating(machine).value()))});
    }
    return capacities;
}

} // namespace rigwright
