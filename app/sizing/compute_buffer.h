// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/architecture.h"
#include "sizing/workload.h"

namespace rigwright {

/// What llama.cpp reserves for the intermediate results of one micro-batch. `withOutput`: the device also computes the logits.
[[nodiscard]] Bytes llamaCppComputeBuffer(const Architecture& architecture, const Workload& workload,
                                          bool withOutput);

} // namespace rigwright
