// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/machine.h"

#include <optional>
#include <vector>

namespace rigwright {

/// How much of what a machine has is taken.
struct Capacity {
    enum class Kind {
        Slots,  ///< long slots, by accelerators and network cards
        Lanes,  ///< of the CPUs, by accelerators
        Memory, ///< DIMM slots
        M2,     ///< M.2 slots
        Power,  ///< watts of the supplies, by the load that firmware holds in the long run
    };
    Kind kind = Kind::Slots;
    int used = 0;
    std::optional<int> total; ///< empty: unknown

    [[nodiscard]] bool isExceeded() const { return total && used > *total; }
};

/// Of a machine that is put together from parts; what it has no part for is left out.
[[nodiscard]] std::vector<Capacity> capacitiesOf(const Machine& machine);

} // namespace rigwright
