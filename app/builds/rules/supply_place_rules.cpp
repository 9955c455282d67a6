// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/power.h"
#include "builds/rules/rules.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr PartSet kInCase = partSet({PartCategory::Case, PartCategory::PowerSupply});
constexpr PartSet kCaseAndLoad =
    partSet({PartCategory::Case, PartCategory::PowerSupply, PartCategory::Accelerator, PartCategory::Cpu,
             PartCategory::Board, PartCategory::NetworkCard});

/// A case for ATX boards takes an ATX supply; that is what the ATX specification is about.
Verdict supplyFormFactor(const Machine& machine, Evidence& evidence)
{
    if (machine.enclosure == nullptr) {
        return Verdict::Kept;
    }
    const auto& taken = machine.enclosure->powerSupplyFormFactors;
    const auto& boards = machine.enclosure->boardFormFactors;
    const bool atxCase = !machine.enclosure->rackUnits && std::ranges::find(boards, "ATX") != boards.end();
    evidence.add("case", machine.enclosure->info.name);
    evidence.add("taken", taken);
    evidence.add("supply", machine.supplies);
    bool known = true;
    for (const Used<PowerSupply>& supply : machine.supplies) {
        const std::string& formFactor = supply.part->formFactor;
        evidence.add("formFactor", formFactor);
        known = known && (!taken.empty() || (atxCase && formFactor == "ATX"));
        if (!taken.empty() && std::ranges::find(taken, formFactor) == taken.end()) {
            return Verdict::Broken;
        }
    }
    return known ? Verdict::Kept : Verdict::Unverified;
}

Verdict supplyPlaces(const Machine& machine, Evidence& evidence)
{
    if (machine.enclosure == nullptr || !machine.enclosure->powerSupplies) {
        return Verdict::Kept;
    }
    const int count = countOf(machine.supplies);
    evidence.add("count", count);
    evidence.add("case", machine.enclosure->info.name);
    evidence.add("places", *machine.enclosure->powerSupplies);
    return count > *machine.enclosure->powerSupplies ? Verdict::Broken : Verdict::Kept;
}

Verdict supplyLength(const Machine& machine, Evidence& evidence)
{
    if (machine.enclosure == nullptr || !machine.enclosure->maxPowerSupplyLength) {
        return Verdict::Kept;
    }
    const Millimetres most = *machine.enclosure->maxPowerSupplyLength;
    bool known = true;
    for (const Used<PowerSupply>& supply : machine.supplies) {
        known = known && supply.part->length;
        evidence.add("supply", supply.part->info.name);
        evidence.add("case", machine.enclosure->info.name);
        evidence.add("most", most);
        if (supply.part->length && *supply.part->length > most) {
            evidence.add("length", *supply.part->length);
            return Verdict::Broken;
        }
    }
    return known ? Verdict::Kept : Verdict::Unverified;
}

Verdict supplyIncluded(const Machine& machine, Evidence& evidence)
{
    if (machine.enclosure == nullptr || machine.enclosure->includedSupplies.value_or(0) == 0 ||
        machine.supplies.empty()) {
        return Verdict::Kept;
    }
    evidence.add("case", machine.enclosure->info.name);
    evidence.add("count", *machine.enclosure->includedSupplies);
    evidence.add("supply", machine.supplies);
    return Verdict::Broken;
}

/// Several that come with a case stand in for each other.
Verdict includedWattage(const Machine& machine, Evidence& evidence)
{
    const int count = machine.enclosure == nullptr ? 0 : machine.enclosure->includedSupplies.value_or(0);
    if (count == 0 || !machine.supplies.empty()) {
        return Verdict::Kept;
    }
    const auto each = machine.enclosure->includedSupplyPower;
    const Watts load = sustainedLoad(machine).sum();
    const Watts usable = each.value_or(Watts()) * (std::max(1, count - 1) * kSustainedShare);
    evidence.add("case", machine.enclosure->info.name);
    evidence.add("load", load);
    evidence.add("usable", usable);
    if (!each) {
        return Verdict::Unverified;
    }
    return load > usable ? Verdict::Broken : Verdict::Kept;
}

constexpr std::array kRules{
    Rule{"psu-form-factor", Severity::Blocker, kInCase, supplyFormFactor,
         RIGWRIGHT_TEXT("Finding", "{supply} is {formFactor}; {case} takes {taken}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {supply} fits into {case}."),
         RIGWRIGHT_TEXT("Exclusion", "No power supply fits the case")},
    Rule{"psu-places", Severity::Blocker, kInCase, supplyPlaces,
         RIGWRIGHT_TEXT("Finding", "{count} power supplies; {case} has places for {places}."), nullptr,
         RIGWRIGHT_TEXT("Exclusion", "No case has places for the power supplies")},
    Rule{"psu-length", Severity::Blocker, kInCase, supplyLength,
         RIGWRIGHT_TEXT("Finding", "{supply} is {length} long; {case} takes power supplies up to {most}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {supply} is short enough for {case} ({most})."),
         RIGWRIGHT_TEXT("Exclusion", "No power supply is short enough for the case")},
    Rule{"psu-included", Severity::Note, kInCase, supplyIncluded,
         RIGWRIGHT_TEXT("Finding", "{case} comes with {count} power supplies: {supply} may be needless."),
         nullptr},
    Rule{"psu-included-wattage", Severity::Warning, kCaseAndLoad, includedWattage,
         RIGWRIGHT_TEXT("Finding",
                        "The parts draw up to {load}; the power supplies of {case} should carry {usable} for "
                        "long, one of "
                        "them being a spare."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether the power supplies of {case} carry {load}."),
         nullptr, false, false},
};

} // namespace

std::span<const Rule> supplyPlaceRules()
{
    return kRules;
}

} // namespace rigwright
