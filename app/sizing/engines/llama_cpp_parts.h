// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/model_facts.h"
#include "models/architecture.h"
#include "sizing/engines/graph_allocator.h"
#include "sizing/engines/llama_cpp_context.h"

// The parts of llama.cpp's graph, each as the tensors that it computes.
namespace rigwright {

/// A stage under construction, with what the sizes of its tensors follow from.
struct StageDraft {
    using Ref = GraphStage::Ref;

    const ModelFacts& facts;
    const LlamaCppContext& context;
    GraphStage& stage;
    /// Inputs of the graph, in the layer that reads them last; none elsewhere.
    Ref positions = GraphStage::kNone;
    Ref keyRotation = GraphStage::kNone;
    Ref valueRotation = GraphStage::kNone;
    Ref keyIndices = GraphStage::kNone;
    Ref valueIndices = GraphStage::kNone;
    Ref mask = GraphStage::kNone;

    /// Bytes of so many FP32 values for each token of the micro-batch.
    [[nodiscard]] std::int64_t rows(std::int64_t valuesPerToken) const
    {
        return kF32 * context.microBatch * valuesPerToken;
    }
    /// A product with a weight matrix.
    Ref project(std::int64_t width, Ref source) { return stage.compute(rows(width), {source}); }
    /// Bias, activation, scale or norm: written over its source where nothing else reads that.
    Ref update(std::int64_t width, Ref source) { return stage.compute(rows(width), {source}, {source}); }

    static constexpr std::int64_t kF32 = 4;
};

/// Tokens that a sparse-attention indexer picks: index_topk of DeepSeek-V3.2 and GLM-5.
inline constexpr std::int64_t kIndexerTokens = 2048;

/// Rows of the square matrix that rotates heads of this width before a quantised cache takes them; 0: none does.
[[nodiscard]] std::int64_t rotationRows(CacheType type, std::int64_t headDim, bool keys);

/// Attention with keys and values per head; yields what its output projection takes.
[[nodiscard]] GraphStage::Ref softmaxAttention(StageDraft& draft, const Attention& attention,
                                               GraphStage::Ref normed);
/// Multi-head latent attention in its absorbed form.
[[nodiscard]] GraphStage::Ref latentAttention(StageDraft& draft, const Attention& attention,
                                              GraphStage::Ref normed);
/// Linear attention, state space or a short convolution.
[[nodiscard]] GraphStage::Ref recurrentPart(StageDraft& draft, const Attention& attention,
                                            GraphStage::Ref normed);
/// Dense network, or routed and shared experts; `tokens`: rows that it still computes.
[[nodiscard]] GraphStage::Ref feedForwardPart(StageDraft& draft, const FeedForward& feedForward,
                                              std::int64_t tokens, GraphStage::Ref normed);

} // namespace rigwright
