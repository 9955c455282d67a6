// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/plan.h"

namespace rigwright {

/// What loading and running a model that is placed so ask of RAM, as llama.cpp maps, copies and repacks it;
/// `plan.touched` is set already.
[[nodiscard]] HostDemand llamaCppHostDemand(const MemoryPlan& plan, const QuantizedModel& model,
                                            const Workload& workload, bool unified);

/// Bytes of compute and output buffers that work writes to: of the reserved ones not the room for embeddings in place of
/// tokens, and not logits of tokens that nobody asks for.
[[nodiscard]] Bytes llamaCppTouched(const MemoryPlan& plan, const QuantizedModel& model,
                                    const Workload& workload);

} // namespace rigwright
