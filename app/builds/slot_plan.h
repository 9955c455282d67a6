// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/machine.h"

#include <optional>
#include <vector>

namespace rigwright {

/// The link that one accelerator card gets.
struct CardLink {
    int generation = 0;
    int lanes = 0;
    bool fromCpu = true;
    bool asWideAsCard = true; ///< nothing is lost; also when the card's own link is unknown
    bool cardKnown = true;    ///< the catalog knows the card's link

    /// Proportional to bandwidth: lanes doubled with each generation.
    [[nodiscard]] double weight() const { return lanes * static_cast<double>(1 << generation); }
};

/// Which links the cards of a machine get from its board.
struct SlotPlan {
    bool slotsKnown = false;
    int cardsWithoutSlot = 0; ///< accelerators that find no long slot
    int nicsWithoutSlot = 0;
    int lanesAsked = 0;              ///< by accelerators in slots of the CPUs
    std::optional<int> lanesOfCpus;  ///< that the CPUs have for slots; empty: unknown
    std::vector<CardLink> cards;     ///< best slot first
    std::optional<CardLink> slowest; ///< of the cards

    [[nodiscard]] bool lanesShort() const { return lanesOfCpus && lanesAsked > *lanesOfCpus; }
};

/// Puts accelerators into the slots that leave the slowest of them the fastest link, then network cards into what remains.
[[nodiscard]] SlotPlan planSlots(const Machine& machine);

} // namespace rigwright
