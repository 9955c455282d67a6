// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/machine.h"

#include "facts/nearest.h"
#include "facts/part_ids.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

/// Two lines of one part are one use of it.
template <class Part>
void add(std::vector<Used<Part>>& used, const Part* part, int quantity)
{
    const auto same = std::ranges::find(used, part, &Used<Part>::part);
    if (same != used.end()) {
        same->quantity += quantity;
    } else {
        used.push_back({part, quantity});
    }
}

template <class Part>
Expected<void> addOnly(const Part*& place, const Part* part, int quantity, const char* kind)
{
    if (quantity != 1 || place != nullptr) {
        return fail(std::string("a build is one machine, so it can have only one ") + kind);
    }
    place = part;
    return {};
}

Expected<void> addSystem(Machine& machine, const Catalog& catalog, const CompleteSystem& system, int quantity)
{
    if (!system.accelerator.empty()) {
        machine.systemAccelerator = acceleratorOf(catalog, system.accelerator);
        if (machine.systemAccelerator == nullptr) {
            return fail("the catalog has no accelerator '" + system.accelerator.text() + "', which '" +
                        system.info.id.text() + "' contains");
        }
    }
    return addOnly(machine.system, &system, quantity, "complete system");
}

Expected<void> addLine(Machine& machine, const Catalog& catalog, const BuildLine& line)
{
    const PartId& id = line.part;
    if (const Accelerator* part = acceleratorOf(catalog, id)) {
        add(machine.accelerators, part, line.quantity);
    } else if (const Cpu* cpu = findPart(catalog.cpus, id)) {
        add(machine.cpus, cpu, line.quantity);
    } else if (const Board* board = findPart(catalog.boards, id)) {
        return addOnly(machine.board, board, line.quantity, "board");
    } else if (const MemoryKit* kit = findPart(catalog.memory, id)) {
        add(machine.memory, kit, line.quantity);
    } else if (const Drive* drive = findPart(catalog.drives, id)) {
        add(machine.drives, drive, line.quantity);
    } else if (const PowerSupply* supply = findPart(catalog.powerSupplies, id)) {
        add(machine.supplies, supply, line.quantity);
    } else if (const Case* enclosure = findPart(catalog.cases, id)) {
        return addOnly(machine.enclosure, enclosure, line.quantity, "case");
    } else if (const Cooler* cooler = findPart(catalog.coolers, id)) {
        add(machine.coolers, cooler, line.quantity);
    } else if (const NetworkCard* card = findPart(catalog.networkCards, id)) {
        add(machine.networkCards, card, line.quantity);
    } else if (const CompleteSystem* system = findPart(catalog.systems, id)) {
        return addSystem(machine, catalog, *system, line.quantity);
    } else {
        return fail(unknownNameMessage("part", id.text(), allPartIds(catalog)));
    }
    return {};
}

Expected<Machine> withPowerCap(Machine machine, std::optional<Watts> cap)
{
    if (cap && !(cap->value() > 0 && std::isfinite(cap->value()))) {
        return fail("the power cap must be above zero");
    }
    if (cap && machine.accelerators.empty() && machine.systemAccelerator == nullptr) {
        return fail("the build has a power cap for accelerators, but no accelerator");
    }
    machine.powerCap = cap;
    return machine;
}

} // namespace

Expected<Machine> lookUp(const Catalog& catalog, const Build& build)
{
    if (build.lines.empty()) {
        return fail("the build has no parts");
    }
    Machine machine;
    for (const BuildLine& line : build.lines) {
        if (line.quantity < 1 || line.quantity > kLargestQuantity) {
            return fail("the quantity of '" + line.part.text() + "' is " + std::to_string(line.quantity) +
                        "; it must be from 1 to " + std::to_string(kLargestQuantity));
        }
        if (auto added = addLine(machine, catalog, line); !added) {
            return tl::unexpected(added.error());
        }
    }
    if (machine.system != nullptr && machine.board != nullptr) {
        return fail("a build is one machine: it can't have both '" + machine.system->info.id.text() +
                    "' and the board '" + machine.board->info.id.text() + "'");
    }
    return withPowerCap(std::move(machine), build.powerCap);
}

} // namespace rigwright
