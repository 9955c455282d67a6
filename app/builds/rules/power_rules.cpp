// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/power.h"
#include "builds/power_cap.h"
#include "builds/rules/rules.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr PartSet kLoad = partSet({PartCategory::PowerSupply, PartCategory::Accelerator, PartCategory::Cpu,
                                   PartCategory::Board, PartCategory::NetworkCard});
constexpr PartSet kLeads = partSet({PartCategory::PowerSupply, PartCategory::Accelerator});
constexpr PartSet kEps = partSet({PartCategory::PowerSupply, PartCategory::Board, PartCategory::Cpu});

/// Measured by a vendor: an RTX A6000 of 300 W reaches 654 W (Lenovo, ThinkSystem ST650 V2 manual, chapter 4). Intel's
/// estimate for a card of 300 W on an older supply, 1,100 W beside 300 W of CPU and 150 W of the rest, gives the same.
constexpr double kCardExcursion = 2.18;
/// Intel, ATX 3.0 design guide: 200 % of the rating for 100 µs with a 12VHPWR lead, 150 % without one.
constexpr double kAtx3Excursion = 2.0;
constexpr double kAtx3ExcursionOldLeads = 1.5;
/// A 12V-2x6 adapter for a card of up to 450 W takes three leads of 150 W.
constexpr int kLeadsPerAdapter = 3;

Verdict wattage(const Machine& machine, Evidence& evidence)
{
    if (machine.supplies.empty()) {
        return Verdict::Kept;
    }
    const PowerDraw load = sustainedLoad(machine);
    const Watts usable = supplyRating(machine) * kSustainedShare;
    evidence.add("load", load.sum());
    evidence.add("supply", machine.supplies);
    evidence.add("rating", supplyRating(machine));
    evidence.add("usable", usable);
    if (load.sum() > usable) {
        return Verdict::Broken;
    }
    return load.cardsKnown ? Verdict::Kept : Verdict::Unverified;
}

/// What all supplies together bear for 100 µs at least, and at most where the catalog doesn't know their standard.
struct Excursion {
    Watts sure;
    Watts perhaps;
};

Excursion excursionOf(const Machine& machine)
{
    Excursion sum;
    for (const Used<PowerSupply>& supply : machine.supplies) {
        const double modern = supply.part->connectors.pin16 > 0 ? kAtx3Excursion : kAtx3ExcursionOldLeads;
        const bool known = supply.part->atxVersion.has_value();
        const double sure = known && *supply.part->atxVersion >= 3.0 ? modern : 1.0;
        sum.sure += supply.part->rating * (sure * supply.quantity);
        sum.perhaps += supply.part->rating * ((known ? sure : modern) * supply.quantity);
    }
    return sum;
}

Verdict transients(const Machine& machine, Evidence& evidence)
{
    if (machine.supplies.empty() || machine.accelerators.empty()) {
        return Verdict::Kept;
    }
    const PowerDraw load = sustainedLoad(machine);
    const Watts peak = load.cards * kCardExcursion + load.cpus + load.rest;
    const Excursion bears = excursionOf(machine);
    evidence.add("peak", peak);
    evidence.add("supply", machine.supplies);
    evidence.add("bears", bears.perhaps);
    if (peak > bears.perhaps) {
        return Verdict::Broken;
    }
    return peak > bears.sure || !load.cardsKnown ? Verdict::Unverified : Verdict::Kept;
}

struct Leads {
    PowerConnectors needed;
    PowerConnectors there;
    bool known = true;
    bool allCounted = true; ///< false: there may be more than are there
    int adapters = 0;       ///< 16-pin sockets fed by 8-pin leads
    bool enough = false;
};

void addTimes(PowerConnectors& sum, const PowerConnectors& each, int count)
{
    sum.pin16 += each.pin16 * count;
    sum.pin8 += each.pin8 * count;
    sum.pin6 += each.pin6 * count;
}

/// An 8-pin lead also feeds a 6-pin socket: two of its pins come off.
Leads countLeads(const Machine& machine)
{
    Leads leads;
    for (const Used<Accelerator>& card : machine.accelerators) {
        leads.known = leads.known && card.part->power.has_value();
        addTimes(leads.needed, card.part->power.value_or(PowerConnectors()), card.quantity);
    }
    for (const Used<PowerSupply>& supply : machine.supplies) {
        addTimes(leads.there, supply.part->connectors, supply.quantity);
        // Server modules feed the board of their chassis, which has the leads.
        const bool module = supply.part->formFactor == "CRPS";
        leads.allCounted = leads.allCounted && supply.part->connectorsKnown && !module;
    }
    leads.adapters = std::max(0, leads.needed.pin16 - leads.there.pin16);
    const int onEight = std::max(0, leads.needed.pin6 - leads.there.pin6);
    leads.enough = leads.needed.pin8 + onEight + leads.adapters * kLeadsPerAdapter <= leads.there.pin8;
    return leads;
}

std::string text(const PowerConnectors& connectors)
{
    return std::to_string(connectors.pin16) + " × 16-pin, " + std::to_string(connectors.pin8) + " × 8-pin, " +
        std::to_string(connectors.pin6) + " × 6-pin";
}

Verdict connectors(const Machine& machine, Evidence& evidence)
{
    if (machine.supplies.empty()) {
        return Verdict::Kept;
    }
    const Leads leads = countLeads(machine);
    if (evidence.wanted()) {
        evidence.add("supply", machine.supplies);
        evidence.add("needed", text(leads.needed));
        evidence.add("there", text(leads.there));
    }
    if (!leads.enough && leads.allCounted) {
        return Verdict::Broken;
    }
    return leads.known && leads.enough ? Verdict::Kept : Verdict::Unverified;
}

Verdict adapters(const Machine& machine, Evidence& evidence)
{
    if (machine.supplies.empty()) {
        return Verdict::Kept;
    }
    const Leads leads = countLeads(machine);
    evidence.add("adapters", leads.adapters);
    return leads.enough && leads.adapters > 0 ? Verdict::Broken : Verdict::Kept;
}

/// A slot gives 75 W (PCI Express Card Electromechanical Specification); the sockets of a card carry the rest.
Watts perLead(const Machine& machine, const Accelerator& card)
{
    constexpr Watts kFromSlot = 75_W;
    const Watts rest = heldPower(machine, card).value_or(Watts()) - kFromSlot;
    return card.power && card.power->pin16 > 0 ? rest / card.power->pin16 : Watts();
}

/// The sense pins of a 16-pin lead tell a card what it carries: 150, 300, 450 or 600 W; the card keeps to that.
Verdict leadRating(const Machine& machine, Evidence& evidence)
{
    constexpr Watts kUsual = 450_W;
    Watts most;
    for (const Used<Accelerator>& card : machine.accelerators) {
        most = std::max(most, perLead(machine, *card.part));
    }
    bool known = true;
    for (const Used<PowerSupply>& supply : machine.supplies) {
        if (supply.part->connectors.pin16 == 0) {
            continue;
        }
        known = known && (supply.part->pin16Rating || most <= kUsual);
        evidence.add("supply", supply.part->info.name);
        evidence.add("draw", most);
        if (supply.part->pin16Rating && *supply.part->pin16Rating < most) {
            evidence.add("rating", *supply.part->pin16Rating);
            return Verdict::Broken;
        }
    }
    return known ? Verdict::Kept : Verdict::Unverified;
}

/// ATX 3.0 asks of a supply what cards of this size do to it.
Verdict supplyStandard(const Machine& machine, Evidence& evidence)
{
    constexpr Watts kLarge = 450_W;
    for (const Used<Accelerator>& card : machine.accelerators) {
        if (heldPower(machine, *card.part).value_or(Watts()) < kLarge) {
            continue;
        }
        for (const Used<PowerSupply>& supply : machine.supplies) {
            if (supply.part->atxVersion && *supply.part->atxVersion < 3.0) {
                evidence.add("card", card.part->info.name);
                evidence.add("supply", supply.part->info.name);
                return Verdict::Broken;
            }
        }
    }
    return Verdict::Kept;
}

struct EpsLeads {
    std::optional<int> onBoard;
    std::optional<int> there;
    int sockets = 1;
};

EpsLeads epsLeads(const Machine& machine)
{
    EpsLeads eps;
    eps.onBoard = machine.board->epsConnectors;
    eps.sockets = std::max(1, countOf(machine.cpus));
    eps.there = 0;
    for (const Used<PowerSupply>& supply : machine.supplies) {
        const auto each = supply.part->epsConnectors;
        eps.there =
            eps.there && each ? std::optional<int>(*eps.there + *each * supply.quantity) : std::nullopt;
    }
    return eps;
}

/// Every CPU needs one EPS lead at least.
Verdict epsConnectors(const Machine& machine, Evidence& evidence)
{
    if (machine.supplies.empty() || machine.board == nullptr) {
        return Verdict::Kept;
    }
    const EpsLeads eps = epsLeads(machine);
    evidence.add("supply", machine.supplies);
    evidence.add("there", eps.there.value_or(0));
    evidence.add("needed", eps.sockets);
    if (!eps.there) {
        return Verdict::Unverified;
    }
    return *eps.there < eps.sockets ? Verdict::Broken : Verdict::Kept;
}

/// Two leads for each CPU that needs one: as many as boards have sockets for, but for a few that overclock. A lead carries
/// 336 W: four pins of 7 A at 12 V.
bool enoughForAnyBoard(const Machine& machine, const EpsLeads& eps)
{
    constexpr Watts kPerLead = 336_W;
    const bool light = std::ranges::all_of(machine.cpus, [&](const Used<Cpu>& cpu) {
        return std::max(cpu.part->turboPower.value_or(cpu.part->power), cpu.part->power) <= kPerLead;
    });
    return light && eps.there && *eps.there >= 2 * eps.sockets;
}

Verdict epsAll(const Machine& machine, Evidence& evidence)
{
    if (machine.supplies.empty() || machine.board == nullptr) {
        return Verdict::Kept;
    }
    const EpsLeads eps = epsLeads(machine);
    evidence.add("board", machine.board->info.name);
    evidence.add("onBoard", eps.onBoard.value_or(0));
    evidence.add("supply", machine.supplies);
    evidence.add("there", eps.there.value_or(0));
    if (!eps.onBoard) {
        return enoughForAnyBoard(machine, eps) ? Verdict::Kept : Verdict::Unverified;
    }
    return eps.there && *eps.there < *eps.onBoard ? Verdict::Broken : Verdict::Kept;
}

constexpr std::array kRules{
    Rule{"psu-wattage", Severity::Blocker, kLoad, wattage,
         RIGWRIGHT_TEXT("Finding",
                        "The parts draw up to {load}; {supply} should carry {usable} for long, 80 % of "
                        "its {rating}."),
         RIGWRIGHT_TEXT("Finding",
                        "Not verified: whether {supply} is strong enough. The power of an accelerator "
                        "is unknown."),
         RIGWRIGHT_TEXT("Exclusion", "No power supply is strong enough"), true},
    Rule{"psu-transients", Severity::Blocker, kLoad, transients,
         RIGWRIGHT_TEXT("Finding", "Short peaks of the cards reach {peak}; {supply} bears {bears}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {supply} bears short peaks of {peak}."),
         RIGWRIGHT_TEXT("Exclusion", "No power supply bears the peaks of the cards")},
    Rule{"psu-connectors", Severity::Blocker, kLeads, connectors,
         RIGWRIGHT_TEXT("Finding", "The cards need {needed}; {supply} has {there}."),
         RIGWRIGHT_TEXT(
             "Finding",
             "Not verified: whether {supply} has the leads that the cards need. Known are {there}."),
         RIGWRIGHT_TEXT("Exclusion", "No power supply has enough leads for the cards")},
    Rule{"psu-adapter", Severity::Warning, kLeads, adapters,
         RIGWRIGHT_TEXT("Finding", "{adapters} cards need an adapter from three 8-pin leads to 16 pins."),
         nullptr},
    Rule{"psu-lead-rating", Severity::Warning, kLeads, leadRating,
         RIGWRIGHT_TEXT("Finding",
                        "A card draws {draw} over a 16-pin lead; those of {supply} carry {rating}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether a 16-pin lead of {supply} carries {draw}.")},
    Rule{"psu-standard", Severity::Warning, kLeads, supplyStandard,
         RIGWRIGHT_TEXT("Finding", "{supply} is older than ATX 3.0, which cards like {card} are made for."),
         nullptr},
    Rule{"eps-connectors", Severity::Blocker, kEps, epsConnectors,
         RIGWRIGHT_TEXT("Finding", "The CPUs need {needed} EPS leads; {supply} has {there}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: how many EPS leads {supply} has."),
         RIGWRIGHT_TEXT("Exclusion", "No power supply has enough leads for the CPUs")},
    Rule{"eps-all", Severity::Warning, kEps, epsAll,
         RIGWRIGHT_TEXT("Finding", "{board} has {onBoard} EPS sockets; {supply} has {there} leads."),
         RIGWRIGHT_TEXT("Finding", "Not verified: how many EPS leads {board} needs.")},
};

} // namespace

std::span<const Rule> powerRules()
{
    return kRules;
}

} // namespace rigwright
