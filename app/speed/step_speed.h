// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speed/estimate.h"

namespace rigwright {

/// The speed of llama.cpp: steps of one prompt, or of one token for each sequence, timed layer by layer. The plan fits.
[[nodiscard]] Expected<SpeedEstimate> estimateSteps(const QuantizedModel& model, const Workload& workload,
                                                    const Hardware& hardware, const MemoryPlan& plan,
                                                    const CalibrationTable& constants);

} // namespace rigwright
