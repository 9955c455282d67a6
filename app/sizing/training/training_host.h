// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/plan.h"
#include "sizing/training/rank_memory.h"

namespace rigwright {

/// What a training run with these ranks keeps in RAM, and what loading and feeding it ask for beside that.
void addTrainingHost(MemoryPlan& plan, const QuantizedModel& model, const Workload& workload,
                     const std::vector<RankMemory>& ranks);

} // namespace rigwright
