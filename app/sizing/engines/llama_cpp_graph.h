// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/architecture.h"
#include "sizing/engines/llama_cpp_context.h"

namespace rigwright {

/// Buffers that llama.cpp reserves for the graph of a micro-batch: its intermediate tensors layer by layer, as
/// src/models/*.cpp and src/llama-graph.cpp of ggml-org/llama.cpp build them, packed as ggml's allocator does.
struct LlamaCppBuffers {
    Bytes inputs; ///< the inputs and the embedded tokens: what the host holds where accelerators compute
    Bytes withoutOutput; ///< where the logits are computed elsewhere
    Bytes withOutput;
};

[[nodiscard]] LlamaCppBuffers llamaCppBuffers(const Architecture& architecture,
                                              const LlamaCppContext& context);

} // namespace rigwright
