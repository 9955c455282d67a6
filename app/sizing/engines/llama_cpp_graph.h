// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/architecture.h"
#include "sizing/engines/llama_cpp_context.h"

namespace rigwright {

/// The buffer that llama.cpp's graph of a micro-batch needs: its intermediate tensors layer by layer, as src/models/*.cpp
/// and src/llama-graph.cpp of ggml-org/llama.cpp build them, packed as ggml's allocator does. `withOutput`: the part that
/// yields the logits is computed here too.
[[nodiscard]] Bytes llamaCppGraphBytes(const Architecture& architecture, const LlamaCppContext& context,
                                       bool withOutput);

/// The graph's inputs and the embedded tokens: what the host holds of a graph that accelerators compute.
[[nodiscard]] Bytes llamaCppInputBytes(const Architecture& architecture, const LlamaCppContext& context);

} // namespace rigwright
