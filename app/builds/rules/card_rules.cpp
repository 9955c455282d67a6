// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/power_cap.h"
#include "builds/rules/rules.h"
#include "builds/slot_plan.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr PartSet kCard = partSet({PartCategory::Accelerator});
constexpr PartSet kOnBoard =
    partSet({PartCategory::Accelerator, PartCategory::Cpu, PartCategory::Board, PartCategory::NetworkCard});

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

Verdict pcieSlots(const Machine& machine, Evidence& evidence)
{
    const int cards = countOf(machine.accelerators) + countOf(machine.networkCards);
    if (machine.board == nullptr || cards == 0) {
        return Verdict::Kept;
    }
    const SlotPlan plan = planSlots(machine);
    evidence.add("cards", cards);
    evidence.add("board", machine.board->info.name);
    evidence.add("fitting", cards - plan.cardsWithoutSlot - plan.nicsWithoutSlot);
    if (!plan.slotsKnown) {
        return Verdict::Unverified;
    }
    return plan.cardsWithoutSlot + plan.nicsWithoutSlot > 0 ? Verdict::Broken : Verdict::Kept;
}

/// Slot positions of a form factor: ATX 2.2 and SSI EEB/CEB have seven, microATX four, Mini-ITX one. Nothing: unknown.
std::optional<int> slotPositions(const std::string& formFactor)
{
    if (formFactor == "Mini-ITX") {
        return 1;
    }
    if (formFactor == "mATX") {
        return 4;
    }
    if (formFactor == "ATX" || formFactor == "E-ATX" || formFactor == "SSI-CEB" || formFactor == "SSI-EEB") {
        return 7;
    }
    return std::nullopt;
}

/// The last card may overhang the board, so that n cards of width w need (n - 1) × w + 1 positions.
Verdict cardSpacing(const Machine& machine, Evidence& evidence)
{
    const int cards = countOf(machine.accelerators);
    if (machine.board == nullptr || cards < 2) {
        return Verdict::Kept;
    }
    evidence.add("cards", machine.accelerators);
    evidence.add("board", machine.board->info.name);
    const std::optional<int> positions = slotPositions(machine.board->formFactor);
    int needed = 0;
    int widest = 0;
    for (const Used<Accelerator>& used : machine.accelerators) {
        if (!used.part->slotWidth || !positions) {
            return Verdict::Unverified;
        }
        needed += *used.part->slotWidth * used.quantity;
        widest = std::max(widest, *used.part->slotWidth);
    }
    if (needed - widest + 1 > *positions) {
        return Verdict::Broken;
    }
    // Double-width cards are what boards with many long slots are spaced for; wider ones are not.
    return widest > 2 ? Verdict::Unverified : Verdict::Kept;
}

Verdict pcieLanes(const Machine& machine, Evidence& evidence)
{
    const SlotPlan plan = planSlots(machine);
    if (plan.cards.empty() || machine.cpus.empty()) {
        return Verdict::Kept;
    }
    evidence.add("asked", plan.lanesAsked);
    evidence.add("lanes", plan.lanesOfCpus.value_or(0));
    if (!plan.lanesOfCpus) {
        return Verdict::Unverified;
    }
    return plan.lanesShort() ? Verdict::Broken : Verdict::Kept;
}

std::string linkText(int generation, int lanes)
{
    return "PCIe " + std::to_string(generation) + ".0 x" + std::to_string(lanes);
}

Verdict pcieWidth(const Machine& machine, Evidence& evidence)
{
    const SlotPlan plan = planSlots(machine);
    bool known = true;
    for (const CardLink& link : plan.cards) {
        known = known && link.cardKnown;
    }
    const auto narrow = std::ranges::find(plan.cards, false, &CardLink::asWideAsCard);
    if (evidence.wanted() && plan.slowest) {
        evidence.add("card", machine.accelerators.front().part->info.name);
        evidence.add("link", linkText(plan.slowest->generation, plan.slowest->lanes));
        evidence.add("narrow",
                     static_cast<int>(std::ranges::count(plan.cards, false, &CardLink::asWideAsCard)));
    }
    if (narrow != plan.cards.end()) {
        return Verdict::Broken;
    }
    return known ? Verdict::Kept : Verdict::Unverified;
}

Verdict pcieChipset(const Machine& machine, Evidence& evidence)
{
    const SlotPlan plan = planSlots(machine);
    const auto behind = std::ranges::count(plan.cards, false, &CardLink::fromCpu);
    evidence.add("count", static_cast<std::int64_t>(behind));
    return behind > 0 ? Verdict::Broken : Verdict::Kept;
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
    Rule{"pcie-slots", Severity::Blocker, kOnBoard, pcieSlots,
         RIGWRIGHT_TEXT("Finding", "{cards} cards; {board} has long enough slots for {fitting}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: which slots {board} has for {cards} cards."),
         RIGWRIGHT_TEXT("Exclusion", "The board has too few slots for the cards"), true},
    Rule{"card-spacing", Severity::Blocker, kOnBoard, cardSpacing,
         RIGWRIGHT_TEXT("Finding", "{cards} are too wide to stand side by side on {board}."),
         RIGWRIGHT_TEXT("Finding",
                        "Not verified: whether the slots of {board} are far enough apart for {cards}."),
         RIGWRIGHT_TEXT("Exclusion", "The cards are too wide to stand side by side")},
    Rule{"pcie-lanes", Severity::Warning, kOnBoard, pcieLanes,
         RIGWRIGHT_TEXT("Finding", "The cards ask for {asked} PCIe lanes; the CPUs have {lanes}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: how many PCIe lanes the CPUs have.")},
    // PCIe 3.0 x16 carries 15.75 GB/s in each direction, each generation twice that (PCI-SIG).
    Rule{"pcie-width", Severity::Warning, kOnBoard, pcieWidth,
         RIGWRIGHT_TEXT("Finding", "{narrow} of the cards get less than their own link: down to {link}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether the slots are as fast as {card}.")},
    Rule{"pcie-chipset", Severity::Warning, kOnBoard, pcieChipset,
         RIGWRIGHT_TEXT("Finding", "{count} of the cards are behind the chipset and share its link."),
         nullptr},
};

} // namespace

std::span<const Rule> cardRules()
{
    return kRules;
}

} // namespace rigwright
