// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/compute_buffer.h"

#include "sizing/engines/llama_cpp_graph.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr std::int64_t kF32 = 4;
constexpr std::int64_t kF16 = 2;

} // namespace

Bytes llamaCppComputeBuffer(const Architecture& architecture, const Workload& workload, bool withOutput)
{
    const LlamaCppBuffers buffers = llamaCppBuffers(architecture, llamaCppContext(workload));
    return withOutput ? buffers.withOutput : buffers.withoutOutput;
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
