// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search/host_runs.h"

#include <map>
#include <vector>

namespace rigwright {

/// How a slot class suits accelerators.
struct Seats {
    int failure = Step::kNoReason;
    int doubts = 0; ///< about what only the board's manual tells
    Link link;
};

/// Judges accelerators on every slot class, each kind of them once.
class SeatTable {
public:
    SeatTable(const JudgingOrder& order, const Demands& demands, const std::vector<SlotClass>& slotClasses)
        : order_(order)
        , demands_(demands)
        , slotClasses_(slotClasses)
    { }

    /// On each slot class.
    [[nodiscard]] const std::vector<Seats>& of(const std::vector<Used<Accelerator>>& cards);

private:
    /// What card rules and links read of accelerators of one kind.
    struct SlotUse {
        int count = 0;
        Mounting mounting = Mounting::Card;
        AcceleratorVendor vendor = AcceleratorVendor::Other;
        std::optional<int> slotWidth;
        std::optional<int> generation;
        std::optional<int> lanes;
        auto operator<=>(const SlotUse&) const = default;
    };

    [[nodiscard]] Seats seatOn(const SlotClass& slots, Machine& machine) const;

    const JudgingOrder& order_;
    Demands demands_;
    const std::vector<SlotClass>& slotClasses_;
    std::map<std::vector<SlotUse>, std::vector<Seats>> seats_;
};

} // namespace rigwright
