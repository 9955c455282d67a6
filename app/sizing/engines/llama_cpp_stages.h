// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/engines/llama_cpp_context.h"
#include "sizing/engines/llama_cpp_parts.h"

#include <vector>

namespace rigwright {

/// Inputs of the graph that a layer is the last one to read.
struct LastReads {
    bool positions = false;
    bool cacheInputs = false; ///< rotations, indices and mask of the layer's kind of attention
    bool outputRows = false;  ///< which rows yield logits: the layer goes on with them alone

    bool operator==(const LastReads&) const = default;
};

/// Where a model picks the rows that yield logits: most right after the attention of the last layer.
enum class RowSelection { InLastLayer, BeforeFinalNorm, AfterFinalNorm };

/// Sizes of the inputs that attention of one kind reads, in the order in which the graph allocates them.
struct CacheInputBytes {
    std::int64_t keyRotation = 0;
    std::int64_t valueRotation = 0;
    std::int64_t keyIndices = 0;
    std::int64_t valueIndices = 0;
    std::int64_t mask = 0;

    [[nodiscard]] std::vector<std::int64_t> list() const
    {
        return {keyRotation, valueRotation, keyIndices, valueIndices, mask};
    }
};

/// Lists the tensors that llama.cpp computes in a layer and at the output (src/llama-graph.cpp, src/models/*.cpp,
/// ggml-org/llama.cpp), in the order in which they are computed.
class StageBuilder {
public:
    StageBuilder(const Architecture& architecture, const LlamaCppContext& context)
        : facts_(architecture.facts)
        , context_(context)
        , widestValues_(widestCachedValues(architecture))
    { }

    /// Inputs: the residual stream, then those of `last`: positions, cache inputs, rows.
    [[nodiscard]] GraphStage layerStage(const Layer& layer, const LastReads& last) const;
    /// The final norm and the logits; inputs: the residual stream, and the rows where no layer selects them.
    [[nodiscard]] GraphStage outputStage() const;
    [[nodiscard]] RowSelection rowSelection() const;

    [[nodiscard]] std::int64_t positionBytes() const;
    [[nodiscard]] std::int64_t rowIndexBytes() const;
    [[nodiscard]] CacheInputBytes cacheInputBytes(const Attention& attention) const;

private:
    void readInputs(StageDraft& draft, const Layer& layer, const LastReads& last) const;
    [[nodiscard]] GraphStage::Ref added(StageDraft& draft, std::int64_t tokens, GraphStage::Ref out,
                                        GraphStage::Ref residual) const;
    [[nodiscard]] GraphStage::Ref attentionBlock(StageDraft& draft, const Layer& layer,
                                                 GraphStage::Ref residual) const;
    [[nodiscard]] GraphStage::Ref parallelBlocks(StageDraft& draft, const Layer& layer,
                                                 GraphStage::Ref residual) const;
    [[nodiscard]] bool hasParallelBlocks(const Layer& layer) const;

    const ModelFacts& facts_;
    const LlamaCppContext& context_;
    std::int64_t widestValues_;
};

} // namespace rigwright
