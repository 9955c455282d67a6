// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/llama_cpp_context.h"

#include "sizing/kv_cache.h"

#include <algorithm>

namespace rigwright {

std::int64_t LlamaCppContext::windowCells(std::int64_t window) const
{
    if (fullWindows) {
        return cells;
    }
    const std::int64_t windows = window * (unified ? sequences : 1);
    return std::min(cells, paddedCells(windows + fullMicroBatch));
}

std::int64_t LlamaCppContext::cellsOf(const Attention& attention) const
{
    return attention.kind == AttentionKind::SlidingWindow ? windowCells(attention.window) : cells;
}

LlamaCppContext llamaCppContext(const Workload& workload)
{
    LlamaCppContext context;
    context.sequences = workload.sequences();
    context.unified = workload.unifiedCache;
    context.fullWindows = workload.fullWindowCache;
    context.flashAttention = workload.flashAttention;
    context.keys = workload.keyCache;
    context.values = workload.valueCache;
    context.streams = context.unified ? 1 : context.sequences;
    constexpr std::int64_t kMostCells = std::int64_t{1} << 32; // n_ctx is an uint32_t
    context.cells =
        std::min(kMostCells, paddedCells(workload.context * (context.unified ? context.sequences : 1)));
    context.contextTokens = context.cells * context.streams;
    context.fullMicroBatch = workload.microBatch;
    context.microBatch = std::min(workload.microBatch, context.contextTokens);
    const bool everyToken = workload.kind == WorkloadKind::Batch;
    context.outputRows = everyToken ? context.microBatch : std::min(context.microBatch, context.sequences);
    return context;
}

std::int64_t widestCachedValues(const Architecture& architecture)
{
    std::int64_t widest = 0;
    for (const Layer& layer : architecture.layers) {
        widest = std::max(widest, layer.attention.valueElementsPerToken());
    }
    return widest;
}

bool isQuantised(CacheType type)
{
    return type != CacheType::F32 && type != CacheType::F16 && type != CacheType::Bf16;
}

} // namespace rigwright
