// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/power_cap.h"
#include "builds/rules/rules.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr PartSet kCard = partSet({PartCategory::Accelerator});

Verdict moduleMounting(const Machine& machine, Evidence& evidence)
{
    for (const Used<Accelerator>& used : machine.accelerators) {
        if (used.part->mounting == Mounting::Module || used.part->mounting == Mounting::Integrated) {
            evidence.add("accelerator", used.part->info.name);
            return Verdict::Broken;
        }
    }
    return Verdict::Kept;
}

Verdict vendor(const Machine& machine, Evidence& evidence)
{
    if (!machine.demands.vendor) {
        return Verdict::Kept;
    }
    const auto other = [&](const Accelerator& accelerator) {
        evidence.add("accelerator", accelerator.info.name);
        return accelerator.vendor != *machine.demands.vendor;
    };
    for (const Used<Accelerator>& used : machine.accelerators) {
        if (other(*used.part)) {
            return Verdict::Broken;
        }
    }
    return machine.systemAccelerator != nullptr && other(*machine.systemAccelerator) ? Verdict::Broken
                                                                                     : Verdict::Kept;
}

/// Of the accelerator that a cap holds to the smallest share of its power.
Verdict powerCap(const Machine& machine, Evidence& evidence)
{
    if (!machine.powerCap) {
        return Verdict::Kept;
    }
    evidence.add("cap", *machine.powerCap);
    const auto judged = [&](const Accelerator& accelerator) {
        evidence.add("accelerator", accelerator.info.name);
        evidence.add("power", accelerator.boardPower.value_or(Watts()));
        return accelerator.boardPower ? Verdict::Broken : Verdict::Unverified;
    };
    if (machine.systemAccelerator != nullptr) {
        return judged(*machine.systemAccelerator);
    }
    return machine.accelerators.empty() ? Verdict::Kept : judged(*machine.accelerators.front().part);
}

Verdict powerCapLow(const Machine& machine, Evidence& evidence)
{
    if (!machine.powerCap) {
        return Verdict::Kept;
    }
    const auto tooLow = [&](const Accelerator& accelerator) {
        const bool low =
            accelerator.boardPower && *machine.powerCap < *accelerator.boardPower * kLeastPowerShare;
        if (low) {
            evidence.add("cap", *machine.powerCap);
            evidence.add("accelerator", accelerator.info.name);
            evidence.add("power", *accelerator.boardPower);
        }
        return low;
    };
    const bool low = (machine.systemAccelerator != nullptr && tooLow(*machine.systemAccelerator)) ||
        std::ranges::any_of(machine.accelerators, [&](const auto& used) { return tooLow(*used.part); });
    return low ? Verdict::Broken : Verdict::Kept;
}

constexpr std::array kRules{
    Rule{"module-mounting", Severity::Blocker, kCard, moduleMounting,
         RIGWRIGHT_TEXT("Finding", "{accelerator} is no card: it exists only inside a complete system."),
         nullptr, RIGWRIGHT_TEXT("Exclusion", "The accelerator is no card for a board")},
    Rule{"vendor", Severity::Blocker, kCard | partSet({PartCategory::System}), vendor,
         RIGWRIGHT_TEXT("Finding", "{accelerator} is not of the vendor that was asked for."), nullptr,
         RIGWRIGHT_TEXT("Exclusion", "The accelerator is of another vendor")},
    Rule{"power-cap-low", Severity::Warning, kCard | partSet({PartCategory::System}), powerCapLow,
         RIGWRIGHT_TEXT(
             "Finding",
             "A cap of {cap} is below 40 % of the {power} of {accelerator}: its driver may refuse it, "
             "and answers become slow."),
         nullptr},
    Rule{"power-cap", Severity::Note, kCard | partSet({PartCategory::System}), powerCap,
         RIGWRIGHT_TEXT("Finding",
                        "Counted with accelerators held to {cap} each; {accelerator} may draw {power}."),
         RIGWRIGHT_TEXT("Finding",
                        "Not verified: what a cap of {cap} changes. The power of {accelerator} is unknown.")},
};

} // namespace

std::span<const Rule> cardRules()
{
    return kRules;
}

} // namespace rigwright
