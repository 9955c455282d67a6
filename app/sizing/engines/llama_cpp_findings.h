// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/engines/llama_cpp_split.h"

namespace rigwright {

/// What to know about how the model lies on this machine.
void addLlamaCppFindings(MemoryPlan& plan, const LlamaCppSplit& split);

/// Settings that llama.cpp refuses to start with (llama_init_from_model in src/llama-context.cpp); each is a blocker.
void addLlamaCppRefusals(MemoryPlan& plan, const QuantizedModel& model, const Workload& workload);

} // namespace rigwright
