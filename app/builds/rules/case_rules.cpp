// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/rules/rules.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr PartSet kCardsInCase = partSet({PartCategory::Case, PartCategory::Accelerator});

bool contains(const std::vector<std::string>& list, const std::string& text)
{
    return std::ranges::find(list, text) != list.end();
}

Verdict caseFormFactor(const Machine& machine, Evidence& evidence)
{
    if (machine.enclosure == nullptr || machine.board == nullptr) {
        return Verdict::Kept;
    }
    const auto& taken = machine.enclosure->boardFormFactors;
    evidence.add("case", machine.enclosure->info.name);
    evidence.add("taken", taken);
    evidence.add("board", machine.board->info.name);
    evidence.add("formFactor", machine.board->formFactor);
    if (taken.empty() || machine.board->formFactor.empty()) {
        return Verdict::Unverified;
    }
    return contains(taken, machine.board->formFactor) ? Verdict::Kept : Verdict::Broken;
}

Verdict enclosureKind(const Machine& machine, Evidence& evidence)
{
    const Enclosure wanted = machine.demands.enclosure;
    if (wanted == Enclosure::Any || (machine.enclosure == nullptr && machine.system == nullptr)) {
        return Verdict::Kept;
    }
    const bool rack = machine.system != nullptr ? machine.system->rackUnits.has_value()
                                                : machine.enclosure->rackUnits.has_value();
    evidence.add("case",
                 machine.system != nullptr ? machine.system->info.name : machine.enclosure->info.name);
    return rack == (wanted == Enclosure::Rack) ? Verdict::Kept : Verdict::Broken;
}

Verdict passiveCooling(const Machine& machine, Evidence& evidence)
{
    if (machine.enclosure == nullptr || machine.enclosure->ductedAirflow) {
        return Verdict::Kept;
    }
    evidence.add("case", machine.enclosure->info.name);
    for (const Used<Accelerator>& card : machine.accelerators) {
        if (card.part->mounting == Mounting::PassiveCard) {
            evidence.add("card", card.part->info.name);
            return Verdict::Broken;
        }
    }
    return Verdict::Kept;
}

/// True when the maker says that the case holds as many double-width cards.
bool holdsByMaker(const Machine& machine)
{
    return machine.enclosure->doubleWidthCards.value_or(0) >= countOf(machine.accelerators) &&
        std::ranges::all_of(machine.accelerators,
                            [](const auto& card) { return card.part->slotWidth.value_or(3) <= 2; });
}

Verdict caseSlots(const Machine& machine, Evidence& evidence)
{
    if (machine.enclosure == nullptr || machine.accelerators.empty()) {
        return Verdict::Kept;
    }
    int needed = 0;
    bool known = machine.enclosure->expansionSlots.has_value();
    for (const Used<Accelerator>& card : machine.accelerators) {
        known = known && card.part->slotWidth.has_value();
        needed += card.part->slotWidth.value_or(1) * card.quantity;
    }
    evidence.add("cards", machine.accelerators);
    evidence.add("needed", needed);
    evidence.add("case", machine.enclosure->info.name);
    evidence.add("slots", machine.enclosure->expansionSlots.value_or(0));
    if (machine.enclosure->expansionSlots && needed > *machine.enclosure->expansionSlots) {
        return Verdict::Broken;
    }
    if (!machine.enclosure->expansionSlots && holdsByMaker(machine)) {
        return Verdict::Kept;
    }
    return known ? Verdict::Kept : Verdict::Unverified;
}

/// What the maker says that the case holds, be its slots as many as they may.
Verdict caseCards(const Machine& machine, Evidence& evidence)
{
    if (machine.enclosure == nullptr || !machine.enclosure->doubleWidthCards) {
        return Verdict::Kept;
    }
    int wide = 0;
    for (const Used<Accelerator>& card : machine.accelerators) {
        wide += card.part->slotWidth.value_or(1) >= 2 ? card.quantity : 0;
    }
    evidence.add("cards", wide);
    evidence.add("case", machine.enclosure->info.name);
    evidence.add("most", *machine.enclosure->doubleWidthCards);
    return wide > *machine.enclosure->doubleWidthCards ? Verdict::Broken : Verdict::Kept;
}

/// A card is 111 mm high (PCI Express Card Electromechanical Specification); two rack units are 89 mm.
Verdict caseHeight(const Machine& machine, Evidence& evidence)
{
    constexpr int kTooLow = 2;
    if (machine.enclosure == nullptr || machine.accelerators.empty() || machine.enclosure->doubleWidthCards ||
        machine.enclosure->rackUnits.value_or(kTooLow + 1) > kTooLow) {
        return Verdict::Kept;
    }
    evidence.add("cards", machine.accelerators);
    evidence.add("case", machine.enclosure->info.name);
    evidence.add("units", *machine.enclosure->rackUnits);
    return Verdict::Broken;
}

/// Tolerances, cables and the frame of a front fan take a few millimetres.
Verdict cardMargin(const Machine& machine, Evidence& evidence)
{
    constexpr double kMargin = 10;
    if (machine.enclosure == nullptr || !machine.enclosure->maxCardLength) {
        return Verdict::Kept;
    }
    const Millimetres most = *machine.enclosure->maxCardLength;
    for (const Used<Accelerator>& card : machine.accelerators) {
        const double left = card.part->length ? most.value() - card.part->length->value() : kMargin;
        if (left >= 0 && left < kMargin) {
            evidence.add("card", card.part->info.name);
            evidence.add("case", machine.enclosure->info.name);
            evidence.add("left", Millimetres(left));
            return Verdict::Broken;
        }
    }
    return Verdict::Kept;
}

Verdict cardLength(const Machine& machine, Evidence& evidence)
{
    if (machine.enclosure == nullptr) {
        return Verdict::Kept;
    }
    const std::optional<Millimetres> most = machine.enclosure->maxCardLength;
    bool known = true;
    evidence.add("case", machine.enclosure->info.name);
    evidence.add("cards", machine.accelerators);
    for (const Used<Accelerator>& card : machine.accelerators) {
        known = known && most && card.part->length;
        if (most && card.part->length && *card.part->length > *most) {
            evidence.add("length", *card.part->length);
            evidence.add("most", *most);
            return Verdict::Broken;
        }
    }
    return known ? Verdict::Kept : Verdict::Unverified;
}

constexpr std::array kRules{
    Rule{"case-form-factor", Severity::Blocker, partSet({PartCategory::Case, PartCategory::Board}),
         caseFormFactor, RIGWRIGHT_TEXT("Finding", "{board} is {formFactor}; {case} takes {taken}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {board} fits into {case}."),
         RIGWRIGHT_TEXT("Exclusion", "No case takes the board"), true},
    Rule{"enclosure", Severity::Blocker, partSet({PartCategory::Case, PartCategory::System}), enclosureKind,
         RIGWRIGHT_TEXT("Finding", "{case} is not the kind of case that was asked for."), nullptr,
         RIGWRIGHT_TEXT("Exclusion", "No case of the wanted kind")},
    Rule{"passive-cooling", Severity::Blocker, kCardsInCase, passiveCooling,
         RIGWRIGHT_TEXT("Finding", "{card} has no fan; {case} has no ducted airflow for it."), nullptr,
         RIGWRIGHT_TEXT("Exclusion", "No case cools cards without fans")},
    Rule{"case-slots", Severity::Blocker, kCardsInCase, caseSlots,
         RIGWRIGHT_TEXT("Finding", "{cards} take {needed} expansion slots; {case} has {slots}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {case} has expansion slots for {cards}."),
         RIGWRIGHT_TEXT("Exclusion", "No case has enough slots for the cards")},
    Rule{"case-cards", Severity::Blocker, kCardsInCase, caseCards,
         RIGWRIGHT_TEXT("Finding", "{cards} cards of double width; {case} holds {most}."), nullptr,
         RIGWRIGHT_TEXT("Exclusion", "No case holds so many cards")},
    Rule{"case-height", Severity::Warning, kCardsInCase, caseHeight,
         RIGWRIGHT_TEXT("Finding",
                        "{cards} of full height do not stand upright in {case} of {units} rack units: it "
                        "takes low cards, "
                        "or cards on risers."),
         nullptr},
    Rule{"card-length", Severity::Blocker, kCardsInCase, cardLength,
         RIGWRIGHT_TEXT("Finding", "{cards}: {length} long; {case} takes cards up to {most}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {cards} is short enough for {case}."),
         RIGWRIGHT_TEXT("Exclusion", "No case is long enough for the cards")},
    Rule{"card-margin", Severity::Warning, kCardsInCase, cardMargin,
         RIGWRIGHT_TEXT("Finding",
                        "{card} leaves {left} in {case}: cables and a front fan may be in the way."),
         nullptr},
};

} // namespace

std::span<const Rule> caseRules()
{
    return kRules;
}

} // namespace rigwright
