// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/plan.h"

namespace rigwright {

/// A way to lay the model out that the engine could be told to use, and what came of it.
struct PlacementOption {
    PlacementRequest request;
    MemoryPlan plan; ///< its findings say why it doesn't work

    [[nodiscard]] bool works() const { return plan.fits; }
};

/// Every placement that the engine could be asked for on this hardware. The planner's own choice is among them unless it
/// lies between two (some layers on the host).
[[nodiscard]] std::vector<PlacementOption>
considerPlacements(const QuantizedModel& model, const Workload& workload, const Hardware& hardware);

/// The most sequences of the workload's context at once that fit where everything else stays; nothing when not even one
/// does.
[[nodiscard]] std::optional<std::int64_t> mostSequences(const QuantizedModel& model, const Workload& workload,
                                                        const Hardware& hardware,
                                                        const PlacementRequest& request = {});

} // namespace rigwright
