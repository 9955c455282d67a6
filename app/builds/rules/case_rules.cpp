// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/rules/rules.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr PartSet kCooling = partSet({PartCategory::Cooler, PartCategory::Cpu});
constexpr PartSet kCardsInCase = partSet({PartCategory::Case, PartCategory::Accelerator});

bool contains(const std::vector<std::string>& list, const std::string& text)
{
    return std::ranges::find(list, text) != list.end();
}

Verdict coolerSocket(const Machine& machine, Evidence& evidence)
{
    bool known = true;
    for (const Used<Cooler>& cooler : machine.coolers) {
        for (const Used<Cpu>& cpu : machine.cpus) {
            known = known && !cooler.part->sockets.empty();
            evidence.add("cooler", cooler.part->info.name);
            evidence.add("socket", cpu.part->socket);
            if (!cooler.part->sockets.empty() && !contains(cooler.part->sockets, cpu.part->socket)) {
                return Verdict::Broken;
            }
        }
    }
    return known ? Verdict::Kept : Verdict::Unverified;
}

Verdict coolerCount(const Machine& machine, Evidence& evidence)
{
    const int coolers = countOf(machine.coolers);
    const int cpus = countOf(machine.cpus);
    evidence.add("coolers", coolers);
    evidence.add("cpus", cpus);
    return coolers > 0 && coolers < cpus ? Verdict::Broken : Verdict::Kept;
}

Verdict coolerRating(const Machine& machine, Evidence& evidence)
{
    bool known = true;
    for (const Used<Cooler>& cooler : machine.coolers) {
        for (const Used<Cpu>& cpu : machine.cpus) {
            const Watts heat = std::max(cpu.part->turboPower.value_or(cpu.part->power), cpu.part->power);
            known = known && cooler.part->rating.has_value();
            evidence.add("cooler", cooler.part->info.name);
            evidence.add("cpu", cpu.part->info.name);
            evidence.add("heat", heat);
            if (cooler.part->rating && *cooler.part->rating < heat) {
                evidence.add("rating", *cooler.part->rating);
                return Verdict::Broken;
            }
        }
    }
    return known ? Verdict::Kept : Verdict::Unverified;
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
    return known ? Verdict::Kept : Verdict::Unverified;
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

Verdict coolerHeight(const Machine& machine, Evidence& evidence)
{
    if (machine.enclosure == nullptr) {
        return Verdict::Kept;
    }
    const std::optional<Millimetres> most = machine.enclosure->maxCoolerHeight;
    bool known = true;
    evidence.add("case", machine.enclosure->info.name);
    evidence.add("cooler", machine.coolers);
    for (const Used<Cooler>& cooler : machine.coolers) {
        if (cooler.part->liquid) {
            continue;
        }
        known = known && most && cooler.part->height;
        if (most && cooler.part->height && *cooler.part->height > *most) {
            evidence.add("height", *cooler.part->height);
            evidence.add("most", *most);
            return Verdict::Broken;
        }
    }
    return known ? Verdict::Kept : Verdict::Unverified;
}

/// The catalog doesn't say which radiators a case takes.
Verdict radiator(const Machine& machine, Evidence& evidence)
{
    if (machine.enclosure == nullptr) {
        return Verdict::Kept;
    }
    evidence.add("case", machine.enclosure->info.name);
    evidence.add("cooler", machine.coolers);
    return std::ranges::any_of(machine.coolers, [](const auto& cooler) { return cooler.part->liquid; })
        ? Verdict::Unverified
        : Verdict::Kept;
}

constexpr PartSet kCoolerInCase = partSet({PartCategory::Case, PartCategory::Cooler});

constexpr std::array kRules{
    Rule{"cooler-socket", Severity::Blocker, kCooling, coolerSocket,
         RIGWRIGHT_TEXT("Finding", "{cooler} has no mount for socket {socket}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {cooler} mounts on socket {socket}."),
         RIGWRIGHT_TEXT("Exclusion", "No cooler fits the CPU"), true},
    Rule{"cooler-count", Severity::Warning, kCooling, coolerCount,
         RIGWRIGHT_TEXT("Finding", "{coolers} cooler for {cpus} CPUs."), nullptr},
    Rule{"cooler-rating", Severity::Warning, kCooling, coolerRating,
         RIGWRIGHT_TEXT("Finding", "{cooler} is rated for {rating}; {cpu} may draw {heat}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {cooler} can cool {cpu} ({heat}).")},
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
    Rule{"card-length", Severity::Blocker, kCardsInCase, cardLength,
         RIGWRIGHT_TEXT("Finding", "{cards}: {length} long; {case} takes cards up to {most}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {cards} is short enough for {case}."),
         RIGWRIGHT_TEXT("Exclusion", "No case is long enough for the cards")},
    Rule{"cooler-height", Severity::Blocker, kCoolerInCase, coolerHeight,
         RIGWRIGHT_TEXT("Finding", "{cooler} is {height} high; {case} takes coolers up to {most}."),
         RIGWRIGHT_TEXT("Finding", "Not verified: whether {cooler} is low enough for {case}."),
         RIGWRIGHT_TEXT("Exclusion", "No case is wide enough for a cooler")},
    Rule{"radiator", Severity::Warning, kCoolerInCase, radiator, "",
         RIGWRIGHT_TEXT("Finding", "Not verified: whether the radiator of {cooler} fits into {case}.")},
};

} // namespace

std::span<const Rule> caseRules()
{
    return kRules;
}

} // namespace rigwright
