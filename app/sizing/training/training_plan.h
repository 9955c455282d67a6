// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/plan.h"
#include "sizing/training/training_rules.h"

namespace rigwright {

/// The setup of a workload with every choice made, as the engine with these rules makes it.
[[nodiscard]] TrainingSetup resolveTraining(const Workload& workload, const TrainingRules& rules,
                                            int devices);

/// Lays a training run out on all accelerators: data-parallel copies of a model that tensor and pipeline parallelism may
/// split. Always gives a breakdown, also of what does not fit, and then says what would mend it.
[[nodiscard]] MemoryPlan planTraining(const QuantizedModel& model, const Workload& workload,
                                      const Hardware& hardware, const PlacementRequest& request,
                                      const TrainingRules& rules);

} // namespace rigwright
