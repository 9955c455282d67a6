// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search/grade.h"
#include "builds/search/memory_options.h"

#include <cstdint>

namespace rigwright {

/// The best cards on a platform.
struct Purchase {
    int cards = -1; ///< number of the cards; below 0: not known yet
    Grade grade;    ///< of cards and completing parts
};

/// The cheapest machine of a group within the budget.
struct Settled {
    std::int64_t price = 0;
    const MemoryOption* memory = nullptr;
    Purchase bought;
};

} // namespace rigwright
