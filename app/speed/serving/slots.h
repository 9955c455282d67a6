// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/plan.h"

#include <cstdint>
#include <optional>

namespace rigwright {

/// What keeps an engine from working on more requests at once.
enum class SlotLimit { KeyValueMemory, MaxSequences };

struct Slots {
    std::int64_t count = 1; ///< requests at once, of all copies of the model
    SlotLimit limit = SlotLimit::MaxSequences;
};

/// For the engines with a pool of key/value blocks: requests of the workload's prompt and output that the pool holds, and the
/// engine's own limit of sequences in a step. Empty: the plan has no pool.
[[nodiscard]] std::optional<Slots> poolSlots(const Workload& workload, const Hardware& hardware,
                                             const MemoryPlan& plan);

} // namespace rigwright
