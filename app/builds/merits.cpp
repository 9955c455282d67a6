// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/merits.h"

#include "builds/rules/rules.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

/// No board has more long slots; bifurcation and expanders aside.
constexpr int kMostCards = 16;

/// A double-width workstation card of 300 W with its own fan, as an RTX A6000 or RTX 6000 Ada is (267 mm, 16-pin).
Accelerator commonCard()
{
    Accelerator card;
    card.info.id = PartId("common-card");
    card.info.name = "300 W";
    card.segment = Segment::Workstation;
    card.boardPower = 300_W;
    card.pcieGeneration = 4;
    card.pcieLanes = 16;
    card.slotWidth = 2;
    card.length = 267_mm;
    card.power = PowerConnectors{1, 0, 0};
    return card;
}

/// Rules that more cards may break.
const std::vector<const Rule*>& cardBlockers()
{
    static const std::vector<const Rule*> blockers = [] {
        std::vector<const Rule*> found;
        for (const Rule& rule : allRules()) {
            if (rule.severity == Severity::Blocker &&
                (rule.reads & partSet({PartCategory::Accelerator})) != 0) {
                found.push_back(&rule);
            }
        }
        return found;
    }();
    return blockers;
}

bool holds(const Machine& machine)
{
    return std::ranges::all_of(cardBlockers(), [&](const Rule* rule) {
        const Verdict verdict = verdictOf(*rule, machine);
        return verdict == Verdict::Kept || (verdict == Verdict::Unverified && !rule->mustBeKnown);
    });
}

Bytes freeOn(const DeviceMemory& device)
{
    return std::max(Bytes(), device.capacity - device.used.total());
}

} // namespace

// Sounds that have nothing to do with each other add up by their energy: two of 30 dB(A) are 33.
std::optional<double> noiseOf(const Machine& machine)
{
    double energy = 0;
    for (const Used<Cooler>& cooler : machine.coolers) {
        if (!cooler.part->noiseDb) {
            return std::nullopt;
        }
        energy += cooler.quantity * std::pow(10, *cooler.part->noiseDb / 10);
    }
    return energy > 0 ? std::optional<double>(10 * std::log10(energy)) : std::nullopt;
}

Bytes headroomOf(const MemoryPlan& plan, const Hardware& hardware)
{
    const auto& devices = plan.memory.devices;
    if (hardware.accelerators.empty() || devices.empty()) {
        return freeOn(plan.memory.host);
    }
    Bytes least = freeOn(devices.front());
    for (const DeviceMemory& device : devices) {
        least = std::min(least, freeOn(device));
    }
    return least;
}

int roomForCards(const Machine& machine)
{
    if (machine.system != nullptr || machine.board == nullptr) {
        return 0;
    }
    static const Accelerator common = commonCard();
    Machine larger = machine;
    larger.demands = {}; // what the user asks of this machine is no limit of its parts
    if (larger.accelerators.empty()) {
        larger.accelerators.push_back({&common, 0});
    }
    const int own = countOf(larger.accelerators);
    int room = 0;
    do {
        ++larger.accelerators.front().quantity;
    } while (own + room < kMostCards && holds(larger) && ++room > 0);
    return room;
}

Merits meritsOf(const Machine& machine, const MemoryPlan& plan, const Hardware& hardware)
{
    return {noiseOf(machine), headroomOf(plan, hardware), roomForCards(machine)};
}

} // namespace rigwright
