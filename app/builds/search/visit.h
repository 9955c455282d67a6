// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search/purchase.h"
#include "builds/search/seats.h"

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace rigwright {

/// Accelerators of a machine; none: what the CPUs do by themselves.
struct Configuration {
    struct Kind {
        const Device* device = nullptr;
        int count = 0;
    };
    std::vector<Kind> kinds;
    std::int64_t price = 0; ///< of the cheapest cards
};

/// What a configuration can be bought as.
struct Cards {
    std::vector<Used<Accelerator>> parts;
    std::int64_t price = 0; ///< of all
    int cardsClass = 0;
};

/// Cards that the same slots take, and how they fare on each class of platforms.
struct CardSet {
    struct Member {
        int cards = 0;
        int doubts = 0;
        bool operator==(const Member&) const = default;
    };
    std::vector<Member> members; ///< cheapest first
    std::vector<Purchase> purchases;
    std::vector<std::optional<int>> failures; ///< what none of the members gets past
};

/// Platforms with slots for a configuration.
struct Opening {
    const SlotClass* slots = nullptr;
    Link link;
    std::size_t set = 0; ///< number of the cards that the slots take
};

/// A configuration, as far as it is worked out.
struct Visit {
    Configuration configuration;
    Hardware hardware;        ///< accelerators alone
    std::vector<Cards> cards; ///< cheapest first
    std::vector<CardSet> sets;
    std::vector<Opening> openings;
    bool beyondBudget = false; ///< whatever else the machine is made of
    std::optional<Candidate> cheapest;
    /// By numbers of cards, slot class and completion class: machines alike in these differ in RAM, speed and price alone.
    std::map<std::array<int, 3>, Standing> standings;
};

/// Members of a visit that all have the same fate but for their price.
struct Group {
    const Opening& opening;
    const Platform& platform;
    const MemoryRange& memory;
    SpeedVerdict::State state = SpeedVerdict::State::Unknown;
};

} // namespace rigwright
