// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speed/estimate.h"

namespace rigwright {

/// True when this file's model is the one for an engine and a plan: vLLM, SGLang, TensorRT-LLM and Transformers with all layers
/// on accelerators.
[[nodiscard]] bool servesOnDevices(const QuantizedModel& model, const Workload& workload,
                                   const Hardware& hardware, const MemoryPlan& plan);

/// The speed of continuous batching for as many users as the workload has, each asking anew as soon as it is answered. The plan
/// fits. More users than the engine holds at once wait for each other.
[[nodiscard]] Expected<SpeedEstimate> estimateServing(const QuantizedModel& model, const Workload& workload,
                                                      const Hardware& hardware, const MemoryPlan& plan);

} // namespace rigwright
