// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/plan.h"

#include <vector>

namespace rigwright {

/// A change to a training run that takes less of each device.
struct TrainingMend {
    const char* id = "";
    const char* text = ""; ///< template with {need}, the fullest device then, and {host}, RAM then
    Workload workload;
};

/// The changes that are left to a run on so many devices, the cheapest in time first. The setup is resolved.
[[nodiscard]] std::vector<TrainingMend> trainingMends(const Workload& workload, int devices);

[[nodiscard]] Finding mendFinding(const TrainingMend& mend, Bytes need, Bytes host, bool fits);

/// A blocker where more or fewer copies of the model were asked for than the devices make.
void addCopiesProblem(MemoryPlan& plan, const PlacementRequest& request);

/// What a placement or a device can't do, as blockers, and what to know about unequal devices.
void addTrainingProblems(MemoryPlan& plan, const QuantizedModel& model, const Workload& workload,
                         const Hardware& hardware, bool needsCuda);

} // namespace rigwright
