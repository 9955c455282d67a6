// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/kv_cache.h"

#include "sizing/engines/llama_cpp_context.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr std::int64_t kStateBytes = 4; // recurrent states are FP32 in both engines

} // namespace

std::int64_t paddedCells(std::int64_t tokens)
{
    constexpr std::int64_t kPadding = 256;
    return (tokens + kPadding - 1) / kPadding * kPadding;
}

std::int64_t cachedTokens(const Attention& attention, std::int64_t context)
{
    switch (attention.kind) {
    case AttentionKind::SlidingWindow: return std::min(context, attention.window);
    case AttentionKind::Full:
    case AttentionKind::Mla: return context;
    case AttentionKind::Recurrent:
    case AttentionKind::None: return 0;
    }
    return 0;
}

LayerCache llamaCppCache(const Attention& attention, const Workload& workload, std::int64_t widestValues)
{
    LayerCache cache;
    cache.recurrentState = Bytes(attention.stateElements * kStateBytes * workload.sequences());
    if (attention.kind == AttentionKind::Recurrent || attention.kind == AttentionKind::None) {
        return cache;
    }
    const LlamaCppContext context = llamaCppContext(workload);
    std::int64_t values = attention.valueElementsPerToken();
    if (!context.flashAttention && values > 0) {
        values = std::max(values, widestValues);
    }
    const Bytes cell = cacheBytes(workload.keyCache, attention.keyElementsPerToken()) +
        cacheBytes(workload.valueCache, values);
    cache.keysAndValues = cell * (context.cellsOf(attention) * context.streams);
    if (attention.cacheRatio > 0) { // src/llama-kv-cache-dsv4.cpp
        const std::int64_t entries = (context.cells + attention.cacheRatio - 1) / attention.cacheRatio;
        cache.keysAndValues += cacheBytes(workload.keyCache, attention.compressedElementsPerEntry()) *
            (entries * context.streams);
    }
    return cache;
}

} // namespace rigwright
