// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/compute_buffer.h"

#include "sizing/kv_cache.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr std::int64_t kF32 = 4;
constexpr std::int64_t kF16 = 2;

/// Output rows that the graph is reserved for: llama-server one a slot, plain libllama one for each token.
std::int64_t outputRows(const Workload& workload, std::int64_t batch)
{
    return workload.kind == WorkloadKind::Batch ? batch : std::min(batch, workload.sequences());
}

std::int64_t feedForwardStage(const FeedForward& feedForward, std::int64_t hidden)
{
    // Gate, up and their product live beside the residual stream; with experts for each one that a token uses.
    if (feedForward.experts > 0) {
        return 4 * hidden + feedForward.expertsPerToken * (3 * feedForward.width + hidden);
    }
    return 3 * hidden + 3 * feedForward.width;
}

std::int64_t attentionStage(const Attention& attention, std::int64_t hidden)
{
    const std::int64_t width = attention.kind == AttentionKind::Mla
        ? attention.heads * (attention.kvLoraRank + attention.ropeDim)
        : attention.heads * attention.headDim;
    return 2 * hidden + 2 * width;
}

/// The attention mask of full layers, and a second, shorter one where sliding windows occur.
std::int64_t maskCells(const Architecture& architecture, const Workload& workload)
{
    bool full = false;
    bool sliding = false;
    for (const Layer& layer : architecture.layers) {
        full =
            full || layer.attention.kind == AttentionKind::Full || layer.attention.kind == AttentionKind::Mla;
        sliding = sliding || layer.attention.kind == AttentionKind::SlidingWindow;
    }
    const std::int64_t context = paddedCells(workload.context);
    const std::int64_t window = architecture.facts.window + workload.microBatch;
    return (full ? context : 0) + (sliding ? std::min(context, window) : 0);
}

} // namespace

Bytes llamaCppComputeBuffer(const Architecture& architecture, const Workload& workload, bool withOutput)
{
    const std::int64_t hidden = architecture.facts.hidden;
    const std::int64_t context = paddedCells(workload.context);
    const std::int64_t batch = std::min(workload.microBatch, context);
    std::int64_t stage = 0;
    for (const Layer& layer : architecture.layers) {
        // Without flash attention the scores of every head against the whole cache are written out.
        const bool scores = !workload.flashAttention && layer.attention.heads > 0;
        const std::int64_t attention =
            attentionStage(layer.attention, hidden) + (scores ? context * layer.attention.heads : 0);
        stage = std::max({stage, attention, feedForwardStage(layer.feedForward, hidden)});
    }
    const std::int64_t maskBytes = workload.flashAttention ? kF16 : kF32;
    const std::int64_t layers =
        batch * (kF32 * (stage + hidden) + maskBytes * maskCells(architecture, workload));
    const std::int64_t logits =
        kF32 * (outputRows(workload, batch) * (architecture.facts.vocabulary + hidden) + batch * hidden);
    return Bytes(withOutput ? std::max(layers, logits) : layers);
}

Bytes vllmActivationPeak(const Architecture& architecture, const Workload& workload, int tensorParallel)
{
    // Defaults of vLLM's scheduler for a server: 8,192 batched tokens (engine/arg_utils.py), at most 256 sequences.
    constexpr std::int64_t kBatchedTokens = 8192;
    constexpr std::int64_t kMostSequences = 256;
    const std::int64_t hidden = architecture.facts.hidden;
    std::int64_t widest = 0;
    for (const Layer& layer : architecture.layers) {
        const FeedForward& feedForward = layer.feedForward;
        const std::int64_t experts = std::max(1, feedForward.expertsPerToken);
        widest = std::max(widest, feedForward.width * experts + feedForward.sharedWidth);
    }
    const std::int64_t tokens = std::max(kBatchedTokens, workload.sequences());
    const std::int64_t activations = kF16 * tokens * (3 * widest / tensorParallel + 3 * hidden);
    // Logits and their softmax, both FP32.
    const std::int64_t logits = kMostSequences * architecture.facts.vocabulary * 2 * kF32;
    return Bytes(activations + logits);
}

} // namespace rigwright
