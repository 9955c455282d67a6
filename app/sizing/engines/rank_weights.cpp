// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/rank_weights.h"

#include "models/format_rules.h"
#include "sizing/engines/serving_placement.h"

#include <algorithm>

namespace rigwright {

namespace {

Bytes tensorBytes(const QuantizedModel& model, TensorRole role, std::int64_t columns, std::int64_t rows = 1)
{
    if (columns <= 0 || rows <= 0) {
        return {};
    }
    ModelShape shape;
    shape.layers = static_cast<int>(model.layers.size());
    shape.experts = model.architecture.facts.experts;
    Tensor tensor;
    tensor.role = role;
    tensor.layer = 0;
    tensor.columns = columns;
    tensor.rows = rows;
    tensor.isVector = role == TensorRole::Norm;
    return storedSize(tensorType(model.format, tensor, shape, TensorPosition{}), columns, rows).total;
}

/// What every rank holds of a layer, however many there are.
Bytes replicated(const QuantizedModel& model, const Layer& layer)
{
    const ModelFacts& facts = model.architecture.facts;
    const Attention& attention = layer.attention;
    Bytes bytes = tensorBytes(model, TensorRole::Norm, facts.normsPerLayer * facts.hidden);
    if (layer.feedForward.experts > 0) {
        bytes += tensorBytes(model, TensorRole::Router, facts.hidden, layer.feedForward.experts);
    }
    if (attention.kind == AttentionKind::Mla) {
        bytes += tensorBytes(model, TensorRole::AttentionOther, facts.hidden, attention.qLoraRank);
        bytes += tensorBytes(model, TensorRole::AttentionOther, facts.hidden,
                             attention.kvLoraRank + attention.ropeDim);
    }
    if (attention.indexerDim > 0) {
        const std::int64_t input = attention.qLoraRank > 0 ? attention.qLoraRank : facts.hidden;
        bytes += tensorBytes(model, TensorRole::AttentionOther, input,
                             attention.indexerDim * attention.indexerHeads);
        bytes += tensorBytes(model, TensorRole::AttentionOther, facts.hidden,
                             attention.indexerDim + attention.indexerHeads);
    }
    return bytes;
}

/// What a rank holds beyond its share of the key and value projections, where heads are copied.
Bytes copiedHeads(const QuantizedModel& model, const Attention& attention, int ranks)
{
    if (attention.kind == AttentionKind::Mla || attention.kvHeads == 0 || ranks <= attention.kvHeads) {
        return {};
    }
    const std::int64_t rows = attention.kvHeads * (attention.headDim + attention.valueDim);
    const Bytes both = tensorBytes(model, TensorRole::AttentionKey, model.architecture.facts.hidden, rows);
    return both / attention.kvHeads - both / ranks;
}

Bytes expertsOnRank(const LayerWeights& weights, const FeedForward& feedForward, const Placement& placement)
{
    const std::int64_t experts = feedForward.experts;
    const std::int64_t ranks = std::int64_t{placement.tensorParallel} * placement.dataParallel;
    if (experts == 0 || placement.expertParallel == 1) {
        return weights.experts / ranks;
    }
    // The first ranks get one expert more where they don't come out even: the rank that holds most decides.
    const std::int64_t groups = placement.expertParallel;
    const std::int64_t largest = (experts + groups - 1) / groups;
    const std::int64_t pieces = std::max<std::int64_t>(1, ranks / groups);
    return Bytes(weights.experts.value() / experts * largest / pieces);
}

Bytes layersOnRank(const QuantizedModel& model, const Placement& placement,
                   std::pair<std::size_t, std::size_t> layers)
{
    const int ranks = placement.tensorParallel;
    Bytes bytes;
    for (std::size_t i = layers.first; i < layers.second; ++i) {
        const Layer& layer = model.architecture.layers[i];
        const LayerWeights& weights = model.layers[i];
        bytes += expertsOnRank(weights, layer.feedForward, placement);
        if (ranks == 1) {
            bytes += weights.attention;
            continue;
        }
        const Bytes everywhere = std::min(weights.attention, replicated(model, layer));
        bytes += everywhere + (weights.attention - everywhere) / ranks +
            copiedHeads(model, layer.attention, ranks);
    }
    return bytes;
}

struct StageEnds {
    bool first = false;
    bool last = false;
};

StageEnds endsOf(const Placement& placement, int stage)
{
    return {stage == 0, stage == placement.pipelineParallel - 1};
}

} // namespace

Bytes rankWeights(const QuantizedModel& model, const Placement& placement, int stage)
{
    const StageEnds ends = endsOf(placement, stage);
    const int ranks = placement.tensorParallel;
    Bytes bytes =
        layersOnRank(model, placement, stageLayers(model.layers.size(), placement.pipelineParallel, stage));
    if (ends.first) {
        bytes += model.inputEmbedding / ranks + model.towers / ranks;
    }
    // A tied head on the stage of the embedding is the same matrix.
    if (ends.last) {
        bytes += (ends.first ? model.ownOutput() : model.output) / ranks;
    }
    return bytes;
}

Bytes rankTables(const QuantizedModel& model, const Placement& placement, int stage)
{
    constexpr std::int64_t kHalf = 2;
    const ModelFacts& facts = model.architecture.facts;
    std::int64_t rotary = 0;
    for (const Layer& layer : model.architecture.layers) {
        rotary = std::max({rotary, layer.attention.headDim, layer.attention.ropeDim});
    }
    Bytes tables(facts.maxContext * rotary * kHalf);
    const StageEnds ends = endsOf(placement, stage);
    const int matrices = (ends.first ? 1 : 0) + (ends.last && !(ends.first && model.outputIsShared) ? 1 : 0);
    const std::int64_t padding = paddedVocabulary(facts.vocabulary) - facts.vocabulary;
    tables += Bytes(padding * facts.hidden * kHalf * matrices / placement.tensorParallel);
    return tables;
}

} // namespace rigwright
