// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/machine.h"

#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// Every accelerator card has an edge connector of sixteen lanes, however many it uses.
inline constexpr int kLongSlot = 16;

/// The link that one accelerator card gets.
struct CardLink {
    int generation = 0;
    int lanes = 0;
    bool fromCpu = true;
    bool asWideAsCard = true; ///< nothing is lost; also when the card's own link is unknown
    bool cardKnown = true;    ///< the catalog knows the card's link
    int slot = 1;             ///< of Board::slots, from 1
    const Accelerator* card = nullptr;

    /// Proportional to bandwidth: lanes doubled with each generation.
    [[nodiscard]] double weight() const { return lanes * static_cast<double>(1 << generation); }
};

/// Which links the cards of a machine get from its board.
struct SlotPlan {
    bool slotsKnown = false;
    bool positionsKnown =
        false;                ///< of all long slots: whether thick cards cover others was taken into account
    int cardsWithoutSlot = 0; ///< accelerators that find no long slot
    int cardsCovered = 0;     ///< accelerators whose slot a thick neighbour covers
    int nicsWithoutSlot = 0;
    std::vector<int> nicSlots;       ///< of Board::slots, from 1, for each network card that has one
    int lanesAsked = 0;              ///< by accelerators and network cards in slots of the CPUs
    std::optional<int> lanesOfCpus;  ///< that the CPUs have for slots; empty: unknown
    std::vector<CardLink> cards;     ///< best slot first; where positions are known, from the CPU outwards
    std::optional<CardLink> slowest; ///< of the cards

    [[nodiscard]] bool lanesShort() const { return lanesOfCpus && lanesAsked > *lanesOfCpus; }
};

/// "PCIe 4.0 x16"
[[nodiscard]] std::string linkName(int generation, int lanes);

/// Whether it goes into a slot: modules and integrated GPUs don't.
[[nodiscard]] bool isCard(const Accelerator& accelerator);
[[nodiscard]] int countCards(const Machine& machine);

/// Puts accelerators into the slots that leave the slowest of them the fastest link, and as far apart as that allows; then
/// network cards into what remains.
[[nodiscard]] SlotPlan planSlots(const Machine& machine);

} // namespace rigwright
