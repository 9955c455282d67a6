// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/rules/rules.h"
#include "builds/slot_plan.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr PartSet kOnBoard =
    partSet({PartCategory::Accelerator, PartCategory::Cpu, PartCategory::Board, PartCategory::NetworkCard});

/// Of the slot in the case; 0: unknown.
int positionOf(const Machine& machine, const CardLink& link)
{
    return machine.board->slots[static_cast<std::size_t>(link.slot - 1)].position.value_or(0);
}

/// Of all slots that cards go into.
bool positionsKnown(const Board& board)
{
    return !board.slots.empty() && std::ranges::all_of(board.slots, [](const PcieSlot& slot) {
        return slot.physicalLanes < kLongSlot || slot.position.has_value();
    });
}

Verdict pcieSlots(const Machine& machine, Evidence& evidence)
{
    const int cards = countCards(machine) + countOf(machine.networkCards);
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

/// Where the positions of the slots are unknown. The last card may overhang the board, so that n cards of width w need
/// (n - 1) × w + 1 positions.
Verdict spacingByFormFactor(const Machine& machine)
{
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

bool widthsKnown(const Machine& machine)
{
    return std::ranges::all_of(machine.accelerators,
                               [](const auto& used) { return used.part->slotWidth.has_value(); });
}

Verdict cardSpacing(const Machine& machine, Evidence& evidence)
{
    if (machine.board == nullptr || countCards(machine) < 2) {
        return Verdict::Kept;
    }
    evidence.add("cards", machine.accelerators);
    evidence.add("board", machine.board->info.name);
    if (!positionsKnown(*machine.board)) {
        return spacingByFormFactor(machine);
    }
    if (!widthsKnown(machine)) {
        return Verdict::Unverified;
    }
    return planSlots(machine).cardsCovered > 0 ? Verdict::Broken : Verdict::Kept;
}

/// Cards with a blower draw 300 W at most; others of this size blow their heat into the case and breathe from beside them.
bool isOpenAir(const Accelerator& card)
{
    constexpr Watts kMostOfBlower = 300_W;
    return card.mounting == Mounting::Card &&
        (card.segment == Segment::Consumer || card.boardPower.value_or(Watts()) > kMostOfBlower);
}

Verdict cardsAdjacent(const Machine& machine, Evidence& evidence)
{
    const bool some =
        std::ranges::any_of(machine.accelerators, [](const auto& used) { return isOpenAir(*used.part); });
    if (machine.board == nullptr || countCards(machine) < 2 || !some) {
        return Verdict::Kept;
    }
    const SlotPlan plan = planSlots(machine);
    evidence.add("cards", machine.accelerators);
    evidence.add("board", machine.board->info.name);
    if (plan.cards.size() < 2) {
        return Verdict::Kept;
    }
    if (!plan.positionsKnown || !widthsKnown(machine)) {
        return Verdict::Unverified;
    }
    for (std::size_t i = 0; i + 1 < plan.cards.size(); ++i) {
        const int end = positionOf(machine, plan.cards[i]) + *plan.cards[i].card->slotWidth;
        if (isOpenAir(*plan.cards[i].card) && positionOf(machine, plan.cards[i + 1]) <= end) {
            return Verdict::Broken;
        }
    }
    return Verdict::Kept;
}

/// The bracket of a thick card needs slots of the case beside that of the board.
Verdict cardOverhang(const Machine& machine, Evidence& evidence)
{
    if (machine.board == nullptr || machine.enclosure == nullptr || !machine.enclosure->expansionSlots) {
        return Verdict::Kept;
    }
    for (const CardLink& link : planSlots(machine).cards) {
        const int position = positionOf(machine, link);
        const int last = position + link.card->slotWidth.value_or(1) - 1;
        if (position > 0 && last > *machine.enclosure->expansionSlots) {
            evidence.add("card", link.card->info.name);
            evidence.add("position", last);
            evidence.add("case", machine.enclosure->info.name);
            evidence.add("slots", *machine.enclosure->expansionSlots);
            return Verdict::Broken;
        }
    }
    return Verdict::Kept;
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
        evidence.add("link", linkName(plan.slowest->generation, plan.slowest->lanes));
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

/// So many cards of an address range each that the firmware must place above 4 GiB; firmware of servers does.
Verdict largeBars(const Machine& machine, Evidence& evidence)
{
    constexpr int kMany = 4;
    constexpr Bytes kLarge = 16_GiB;
    if (machine.board == nullptr || machine.board->bmc.value_or(false)) {
        return Verdict::Kept;
    }
    int large = 0;
    for (const Used<Accelerator>& used : machine.accelerators) {
        large += used.part->memory >= kLarge ? used.quantity : 0;
    }
    evidence.add("count", large);
    evidence.add("board", machine.board->info.name);
    return large > kMany ? Verdict::Broken : Verdict::Kept;
}

/// Links of eight lanes that the firmware can split a slot into; where nobody knows its ways, the one that it is.
int linksOfEight(const PcieSlot& slot)
{
    constexpr int kEnough = 8;
    int most = 1;
    for (const std::vector<int>& way : slot.splits) {
        most = std::max(
            most, static_cast<int>(std::ranges::count_if(way, [](int lanes) { return lanes >= kEnough; })));
    }
    return most;
}

/// Cards beyond the slots, on risers that divide a slot.
Verdict bifurcation(const Machine& machine, Evidence& evidence)
{
    if (machine.board == nullptr || planSlots(machine).cardsWithoutSlot == 0) {
        return Verdict::Kept;
    }
    const int cards = countCards(machine);
    int links = 0;
    for (const PcieSlot& slot : machine.board->slots) {
        links += slot.physicalLanes >= kLongSlot ? linksOfEight(slot) : 0;
    }
    evidence.add("cards", cards);
    evidence.add("board", machine.board->info.name);
    evidence.add("links", links);
    return links >= cards ? Verdict::Broken : Verdict::Kept;
}

constexpr std::array kRules{
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
    Rule{
        "cards-adjacent", Severity::Warning, kOnBoard, cardsAdjacent,
        RIGWRIGHT_TEXT(
            "Finding",
            "{cards} stand on {board} without a free slot between them, and breathe each other's heat: "
            "cards with a blower do better."),
        RIGWRIGHT_TEXT("Finding", "Not verified: whether {cards} have a free slot between them on {board}.")},
    Rule{"card-overhang", Severity::Warning, kOnBoard | partSet({PartCategory::Case}), cardOverhang,
         RIGWRIGHT_TEXT("Finding", "{card} reaches to slot {position} of {case}, which has {slots}."),
         nullptr, nullptr, false, false},
    Rule{
        "large-bars", Severity::Note, kOnBoard, largeBars,
        RIGWRIGHT_TEXT("Finding",
                       "{count} cards need firmware that places their memory above 4 GiB (above 4G decoding, "
                       "resizable BAR): try it on {board} before all are bought."),
        nullptr},
    Rule{"bifurcation", Severity::Note, kOnBoard, bifurcation,
         RIGWRIGHT_TEXT(
             "Finding",
             "{board} can split its slots into {links} links of eight lanes: with risers, and room outside a "
             "common case, they serve {cards} cards."),
         nullptr},
};

} // namespace

std::span<const Rule> slotRules()
{
    return kRules;
}

} // namespace rigwright
