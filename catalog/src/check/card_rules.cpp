// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/check/rules.h"

#include <algorithm>
#include <array>

namespace rigwright::checks {

namespace {

/// A slot gives 75 W (PCIe CEM), a 16-pin socket 600 W, an 8-pin 150 W, a 6-pin 75 W.
double suppliedWatts(const PowerConnectors& sockets)
{
    return 75 + 600.0 * sockets.pin16 + 150.0 * sockets.pin8 + 75.0 * sockets.pin6;
}

bool isCard(const Accelerator& accelerator)
{
    return accelerator.mounting == Mounting::Card || accelerator.mounting == Mounting::PassiveCard;
}

std::string socketsText(const PowerConnectors& sockets)
{
    std::string text = "the slot";
    const auto add = [&text](int count, const char* name) {
        if (count > 0) {
            text += " and " + std::to_string(count) + "x " + name;
        }
    };
    add(sockets.pin16, "16-pin");
    add(sockets.pin8, "8-pin");
    add(sockets.pin6, "6-pin");
    return text;
}

/// RTX A5000 draws 230 W from a slot and one 8-pin socket, which together give 225 W.
void boardPowerBeyondSockets(const Catalog& catalog, const RuleReport& report)
{
    constexpr double kTolerance = 1.03;
    eachAccelerator(catalog, [&](const Accelerator& card) {
        if (!isCard(card) || !card.power || !card.boardPower) {
            return;
        }
        const double supplied = suppliedWatts(*card.power);
        if (card.boardPower->value() > supplied * kTolerance) {
            report.error(card.info.id.text(),
                         "board power of " + figure(card.boardPower->value()) + " W; " +
                             socketsText(*card.power) + " give " + figure(supplied) + " W");
        }
    });
}

/// A module or the GPU of a system has neither slots nor a card's sockets.
void cardFiguresOfModule(const Catalog& catalog, const RuleReport& report)
{
    eachAccelerator(catalog, [&](const Accelerator& accelerator) {
        if (!isCard(accelerator) && (accelerator.slotWidth || accelerator.length || accelerator.power)) {
            report.warning(accelerator.info.id.text(),
                           "no card for a slot, but with slots, a length or power sockets");
        }
    });
}

/// No card is shorter than an x1 card of 5 cm; longer than 380 mm none fits the PCIe form factor and its usual overhang.
void cardLength(const Catalog& catalog, const RuleReport& report)
{
    constexpr Bounds kMillimetres{100, 380};
    eachAccelerator(catalog, [&](const Accelerator& card) {
        if (card.length && !kMillimetres.hold(card.length->value())) {
            report.warning(card.info.id.text(),
                           "a card of " + figure(card.length->value()) + " mm; expected " +
                               kMillimetres.text());
        }
    });
}

/// One slot cools 300 W at most (water-cooled A100); 75 W needs no four.
void slotsForPower(const Catalog& catalog, const RuleReport& report)
{
    constexpr double kMostOfOneSlot = 300;
    constexpr double kMostOfFanlessFour = 75;
    eachAccelerator(catalog, [&](const Accelerator& card) {
        if (!isCard(card) || !card.slotWidth || !card.boardPower) {
            return;
        }
        const double watts = card.boardPower->value();
        const bool tooThin = *card.slotWidth == 1 && watts > kMostOfOneSlot;
        const bool tooThick = *card.slotWidth >= 4 && watts <= kMostOfFanlessFour;
        if (tooThin || tooThick) {
            report.warning(card.info.id.text(),
                           figure(watts) + " W on a card of " + std::to_string(*card.slotWidth) + " slots");
        }
    });
}

void cardWithoutSlotLink(const Catalog& catalog, const RuleReport& report)
{
    constexpr std::array kWidths{1, 2, 4, 8, 16};
    eachAccelerator(catalog, [&](const Accelerator& card) {
        if (!isCard(card)) {
            return;
        }
        if (!card.pcieGeneration || !card.pcieLanes) {
            report.warning(card.info.id.text(), "a PCIe card without PCIe generation or lanes");
        } else if (std::ranges::find(kWidths, *card.pcieLanes) == kWidths.end()) {
            report.error(card.info.id.text(),
                         "PCIe x" + std::to_string(*card.pcieLanes) +
                             "; a link is of 1, 2, 4, 8 or 16 lanes");
        }
    });
}

/// A maker's card has the rates of its accelerator, and about its power.
void cardUnlikeItsAccelerator(const Catalog& catalog, const RuleReport& report)
{
    constexpr Bounds kPower{0.7, 1.5};
    for (const Accelerator& card : catalog.cards) {
        const Accelerator* accelerator = findPart(catalog.accelerators, card.variantOf);
        if (accelerator == nullptr) {
            report.error(card.info.id.text(),
                         "a card with '" + card.variantOf.text() + "', which the catalog doesn't have");
            continue;
        }
        if (card.memory != accelerator->memory) {
            report.error(card.info.id.text(),
                         figure(card.memory.inGib()) + " GiB; " + accelerator->info.id.text() + " has " +
                             figure(accelerator->memory.inGib()) + " GiB");
        }
        const double ratio =
            card.boardPower && accelerator->boardPower ? *card.boardPower / *accelerator->boardPower : 1;
        if (!kPower.hold(ratio)) {
            report.warning(card.info.id.text(),
                           "board power of " + figure(card.boardPower->value()) + " W; " +
                               accelerator->info.id.text() + " has " +
                               figure(accelerator->boardPower->value()) + " W");
        }
    }
}

constexpr std::array kRules{
    CatalogRule{"board-power-beyond-sockets", boardPowerBeyondSockets},
    CatalogRule{"card-figures-of-module", cardFiguresOfModule},
    CatalogRule{"card-length", cardLength},
    CatalogRule{"slots-for-power", slotsForPower},
    CatalogRule{"card-without-slot-link", cardWithoutSlotLink},
    CatalogRule{"card-unlike-its-accelerator", cardUnlikeItsAccelerator},
};

} // namespace

std::span<const CatalogRule> cardRules()
{
    return kRules;
}

} // namespace rigwright::checks
