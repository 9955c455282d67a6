// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/json.h"
#include "speed/energy.h"
#include "speed/loading.h"

#include <iosfwd>
#include <optional>

namespace rigwright {

/// What a model takes beside its speed: the time until it answers, and electricity.
struct RunningAnswer {
    std::optional<LoadingEstimate> loading;
    std::optional<EnergyEstimate> energy;
};

/// Of a workload that runs the model; the plan fits.
[[nodiscard]] RunningAnswer answerRunning(const QuantizedModel& model, const Workload& workload,
                                          const Hardware& hardware, const MemoryPlan& plan,
                                          const SpeedEstimate& speed);

/// Null where unknown.
[[nodiscard]] Json toJson(const std::optional<LoadingEstimate>& loading);
[[nodiscard]] Json toJson(const std::optional<EnergyEstimate>& energy);
void printRunning(std::ostream& out, const RunningAnswer& answer);

} // namespace rigwright
