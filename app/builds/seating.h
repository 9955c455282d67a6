// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/slot_plan.h"

#include <array>
#include <optional>
#include <vector>

// Which slots of a board its cards go into.
namespace rigwright {

/// No board has more.
inline constexpr std::size_t kMostSlots = 24;

/// A slot with the lanes that it has in one use of the board.
struct SlotPlace {
    int slot = 1; ///< of Board::slots, from 1
    int generation = 0;
    int lanes = 0;
    int physicalLanes = 0;
    bool fromCpu = true;
    int position = 0; ///< 0: unknown

    [[nodiscard]] bool isLong() const { return physicalLanes >= kLongSlot; }
    /// Proportional to bandwidth.
    [[nodiscard]] double weight() const { return lanes * static_cast<double>(1 << generation); }
};

struct SlotPlaces {
    std::array<SlotPlace, kMostSlots> all;
    std::size_t count = 0;
};

/// Accelerator cards, those first that should have the best slots.
struct CardQueue {
    struct Kind {
        const Accelerator* card = nullptr;
        int quantity = 0;
    };
    std::vector<Kind> kinds;
};

/// The cards that found a slot.
struct Seating {
    struct Seat {
        SlotPlace place;
        const Accelerator* card = nullptr;
    };
    std::vector<Seat> seats;
    std::vector<SlotPlace>
        free; ///< what is neither taken nor covered, fastest first, where that was asked for
    bool positionsKnown = false;
    int withoutSlot = 0;
    int covered = 0; ///< cards that would have a slot, were their neighbours thinner

    [[nodiscard]] bool betterThan(const Seating& other) const;
    /// Takes the fastest free slot that is long enough.
    std::optional<SlotPlace> takeFree(int lanes);
};

/// The seats that leave the slowest card the fastest link, then all together the fastest. Where positions are known, a card
/// covers as many as it is thick, and has a free one behind it where that costs no speed; a card of unknown thickness is
/// taken for two positions.
[[nodiscard]] Seating seat(const SlotPlaces& places, const CardQueue& cards, bool listFree);

} // namespace rigwright
