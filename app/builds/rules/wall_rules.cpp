// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/power.h"
#include "builds/rules/rules.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr PartSet kLoad = partSet({PartCategory::PowerSupply, PartCategory::Accelerator, PartCategory::Cpu,
                                   PartCategory::Board, PartCategory::NetworkCard});
constexpr PartSet kLoadOrSystem = kLoad | partSet({PartCategory::System});
/// What most houses of North America have behind an outlet.
constexpr WallCircuit kUsualCircuit{120, 15};
/// From here on supplies of server rooms give their full rating, and circuits carry theirs for long.
constexpr int kHighLine = 200;
/// One watt for an hour is 3.412 BTU.
constexpr double kBtuPerWattHour = 3.412;
/// The smallest air conditioners for rooms carry away 5,000 BTU an hour; less heat needs none of its own.
constexpr Watts kMuchHeat = 1465_W;

bool hasSupply(const Machine& machine)
{
    return !machine.supplies.empty() || machine.system != nullptr;
}

void addCircuit(Evidence& evidence, const WallCircuit& circuit)
{
    if (evidence.wanted()) {
        evidence.add("volts", std::to_string(circuit.volts) + " V");
        evidence.add("amperes", std::to_string(circuit.amperes) + " A");
        evidence.add("circuit", continuousPower(circuit));
    }
}

Verdict wallLimit(const Machine& machine, Evidence& evidence)
{
    if (!machine.demands.maxWallPower || !hasSupply(machine)) {
        return Verdict::Kept;
    }
    const Watts wall = wallPower(machine);
    evidence.add("wall", wall);
    evidence.add("most", *machine.demands.maxWallPower);
    return wall > *machine.demands.maxWallPower ? Verdict::Broken : Verdict::Kept;
}

/// Where nobody said which circuit it is.
Verdict usualCircuit(const Machine& machine, Evidence& evidence)
{
    if (machine.demands.circuit || !hasSupply(machine)) {
        return Verdict::Kept;
    }
    const Watts wall = wallPower(machine);
    evidence.add("wall", wall);
    evidence.add("circuit", continuousPower(kUsualCircuit));
    return wall > continuousPower(kUsualCircuit) ? Verdict::Broken : Verdict::Kept;
}

Verdict givenCircuit(const Machine& machine, Evidence& evidence)
{
    if (!machine.demands.circuit || !hasSupply(machine)) {
        return Verdict::Kept;
    }
    const Watts wall = wallPower(machine);
    evidence.add("wall", wall);
    addCircuit(evidence, *machine.demands.circuit);
    return wall > continuousPower(*machine.demands.circuit) ? Verdict::Broken : Verdict::Kept;
}

/// What a supply gives on a circuit of low voltage; 0: it doesn't start there.
Watts lowLinePower(const PowerSupply& supply)
{
    return supply.needs200Volts ? supply.lowLineRating.value_or(Watts())
                                : supply.lowLineRating.value_or(supply.rating);
}

Verdict circuitVoltage(const Machine& machine, Evidence& evidence)
{
    if (!machine.demands.circuit || machine.demands.circuit->volts >= kHighLine || machine.supplies.empty()) {
        return Verdict::Kept;
    }
    Watts rating;
    bool lower = false;
    for (const Used<PowerSupply>& supply : machine.supplies) {
        const Watts each = lowLinePower(*supply.part);
        const bool spare = isRedundant(*supply.part) && supply.quantity > 1;
        lower = lower || each < supply.part->rating;
        rating += each * (spare ? supply.quantity - 1 : supply.quantity);
    }
    if (!lower) {
        return Verdict::Kept;
    }
    const Watts load = sustainedLoad(machine).sum();
    evidence.add("supply", machine.supplies);
    evidence.add("load", load);
    evidence.add("rating", rating);
    addCircuit(evidence, *machine.demands.circuit);
    return load > rating * kSustainedShare ? Verdict::Broken : Verdict::Kept;
}

/// Two supplies must start together and share a ground; server modules do by themselves.
Verdict supplyCount(const Machine& machine, Evidence& evidence)
{
    evidence.add("supplies", machine.supplies);
    const bool modules =
        std::ranges::all_of(machine.supplies, [](const auto& supply) { return isRedundant(*supply.part); });
    return countOf(machine.supplies) > 1 && !modules ? Verdict::Broken : Verdict::Kept;
}

Verdict inputVoltage(const Machine& machine, Evidence& evidence)
{
    if (machine.demands.circuit) {
        return Verdict::Kept; // circuitVoltage() says more
    }
    for (const Used<PowerSupply>& supply : machine.supplies) {
        if (supply.part->needs200Volts) {
            evidence.add("supply", supply.part->info.name);
            return Verdict::Broken;
        }
    }
    return Verdict::Kept;
}

/// IEC 60320: C13 and C14 carry 10 A, C19 and C20 16 A.
Verdict inlet(const Machine& machine, Evidence& evidence)
{
    for (const Used<PowerSupply>& supply : machine.supplies) {
        // That one needs 200 V says more about its outlet.
        if (supply.part->inlet == "C20" && !supply.part->needs200Volts) {
            evidence.add("supply", supply.part->info.name);
            return Verdict::Broken;
        }
    }
    return Verdict::Kept;
}

Verdict heat(const Machine& machine, Evidence& evidence)
{
    if (!hasSupply(machine)) {
        return Verdict::Kept;
    }
    const Watts wall = wallPower(machine);
    evidence.add("wall", wall);
    evidence.add("heat", static_cast<std::int64_t>(wall.value() * kBtuPerWattHour));
    return wall > kMuchHeat ? Verdict::Broken : Verdict::Kept;
}

constexpr std::array kRules{
    Rule{"wall-power", Severity::Blocker, kLoadOrSystem, wallLimit,
         RIGWRIGHT_TEXT("Finding", "The machine draws {wall} at the wall; at most {most} was asked for."),
         nullptr, RIGWRIGHT_TEXT("Exclusion", "The machine draws more power than allowed")},
    Rule{"circuit", Severity::Blocker, kLoadOrSystem, givenCircuit,
         RIGWRIGHT_TEXT("Finding",
                        "The machine draws {wall} at the wall; a circuit of {volts} and {amperes} carries "
                        "{circuit} for long."),
         nullptr, RIGWRIGHT_TEXT("Exclusion", "The machine draws more power than the circuit carries")},
    Rule{"circuit-voltage", Severity::Blocker, kLoad, circuitVoltage,
         RIGWRIGHT_TEXT("Finding", "At {volts}, {supply} gives {rating}; the parts draw up to {load}."),
         nullptr, RIGWRIGHT_TEXT("Exclusion", "No power supply is strong enough at the circuit's voltage")},
    Rule{"wall-circuit", Severity::Warning, kLoadOrSystem, usualCircuit,
         RIGWRIGHT_TEXT("Finding",
                        "The machine draws {wall} at the wall; a circuit of 120 V and 15 A carries "
                        "{circuit} for long."),
         nullptr},
    Rule{"psu-count", Severity::Warning, partSet({PartCategory::PowerSupply}), supplyCount,
         RIGWRIGHT_TEXT("Finding", "{supplies} must start together and share one ground and phase."),
         nullptr},
    Rule{"psu-voltage", Severity::Note, partSet({PartCategory::PowerSupply}), inputVoltage,
         RIGWRIGHT_TEXT("Finding", "{supply} gives its full rating only at 200 to 240 V."), nullptr},
    Rule{"psu-inlet", Severity::Note, partSet({PartCategory::PowerSupply}), inlet,
         RIGWRIGHT_TEXT(
             "Finding",
             "{supply} has a C20 inlet: it needs a C19 cord and an outlet of 16 A, not the usual C13."),
         nullptr},
    Rule{"heat", Severity::Note, kLoadOrSystem, heat,
         RIGWRIGHT_TEXT("Finding",
                        "The room gets {wall} of heat, {heat} BTU an hour: more than a small air "
                        "conditioner carries away."),
         nullptr},
};

} // namespace

std::span<const Rule> wallRules()
{
    return kRules;
}

} // namespace rigwright
