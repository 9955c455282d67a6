// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/architecture.h"
#include "sizing/workload.h"

// What a llama.cpp context is set up for: llama-server with a slot for each sequence, or plain libllama.
namespace rigwright {

struct LlamaCppContext {
    std::int64_t sequences = 1;
    std::int64_t streams = 1;        ///< separate caches: one that all sequences share, or one for each
    std::int64_t cells = 0;          ///< of one stream's cache for the whole context
    std::int64_t contextTokens = 0;  ///< of all sequences together, as the engine rounds it
    std::int64_t microBatch = 0;     ///< tokens that the graph computes at once
    std::int64_t outputRows = 0;     ///< rows of logits that the graph is reserved for
    std::int64_t fullMicroBatch = 0; ///< as asked for, also where the context is shorter
    bool unified = true;
    bool fullWindows = false; ///< sliding-window layers keep the whole context
    bool flashAttention = true;
    CacheType keys = CacheType::F16;
    CacheType values = CacheType::F16;

    /// Cells of one stream's cache in a layer that sees so many tokens (src/llama-kv-cache-iswa.cpp).
    [[nodiscard]] std::int64_t windowCells(std::int64_t window) const;
    [[nodiscard]] std::int64_t cellsOf(const Attention& attention) const;
};

[[nodiscard]] LlamaCppContext llamaCppContext(const Workload& workload);

/// The most value elements that a token leaves in any layer. Without flash attention the values lie transposed, and every
/// layer's cache is as wide as the widest (src/llama-kv-cache.cpp).
[[nodiscard]] std::int64_t widestCachedValues(const Architecture& architecture);

/// True for cache types with block scales.
[[nodiscard]] bool isQuantised(CacheType type);

} // namespace rigwright
