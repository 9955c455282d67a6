// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tensors.h"

#include "models/inventory.h"

#include <functional>
#include <numeric>

namespace rigwright {

namespace {

/// Manifold-constrained hyper-connections: each sublayer's mapping of `streams` residual streams to itself and back, with a
/// bias for each output and three scales (DeepSeek-V4's report, section 2.2).
void addHyperConnections(Inventory& inventory)
{
    const std::int64_t streams = inventory.facts().hyperConnections;
    for (int sublayer = 0; sublayer < 2; ++sublayer) {
        const std::int64_t mappings = (2 + streams) * streams;
        inventory.matrix(TensorRole::SmallProjection, streams * inventory.facts().hidden, mappings);
        inventory.vector(streams > 0 ? mappings + 3 : 0);
    }
}

/// Altup's predictions and corrections of the residual streams, and the low-rank residual beside the attention (Gemma 3n).
void addPredictedStreams(Inventory& inventory)
{
    const ModelFacts& facts = inventory.facts();
    const std::int64_t streams = facts.altupStreams;
    if (streams > 0) {
        inventory.matrix(TensorRole::SmallProjection, facts.hidden, streams); // router of modalities
        inventory.matrix(TensorRole::SmallProjection, streams, streams * streams + streams);
        inventory.vector(2 * facts.hidden); // the router's norm and the scale of corrections
    }
    if (facts.laurelRank > 0) {
        inventory.matrix(TensorRole::SmallProjection, facts.hidden, facts.laurelRank);
        inventory.matrix(TensorRole::SmallProjection, facts.laurelRank, facts.hidden);
        inventory.vector(facts.hidden);
    }
}

/// A layer without one of its parts lacks that part's norms; one part's single norm stays.
int normsOf(const ModelFacts& facts, const Layer& layer)
{
    const int missing =
        (layer.attention.kind == AttentionKind::None ? 1 : 0) + (layer.feedForward.width == 0 ? 1 : 0);
    if (facts.normsPerLayer < 2 || missing <= layer.plainMatrices) {
        return facts.normsPerLayer;
    }
    return facts.normsPerLayer - (missing - layer.plainMatrices) * (facts.normsPerLayer / 2);
}

void addResiduals(Inventory& inventory)
{
    const ModelFacts& facts = inventory.facts();
    addHyperConnections(inventory);
    addPredictedStreams(inventory);
    if (facts.attentionResiduals) {
        inventory.vector(4 * facts.hidden); // a query and a norm for each of two sublayers
    }
    if (facts.perLayerInput > 0) {
        inventory.matrix(TensorRole::AttentionOther, facts.hidden, facts.perLayerInput);
        inventory.matrix(TensorRole::AttentionOther, facts.perLayerInput, facts.hidden);
        inventory.vector(facts.hidden);
    }
    inventory.vector(facts.otherLayerElements);
}

void addInputs(Inventory& inventory)
{
    const ModelFacts& facts = inventory.facts();
    inventory.matrix(TensorRole::TokenEmbedding, facts.hidden, facts.vocabulary);
    inventory.matrix(TensorRole::PositionEmbedding, facts.hidden, facts.learnedPositions);
    if (facts.embeddingNorm) {
        inventory.vector(inventory.normElements());
    }
    const std::int64_t packed = facts.perLayerInput * facts.layers;
    inventory.matrix(TensorRole::PerLayerEmbedding, packed, facts.perLayerVocabulary);
    inventory.matrix(TensorRole::SmallProjection, facts.hidden, packed);
    inventory.vector(facts.perLayerInput);
    if (facts.altupStreams > 1) { // into the predicted streams and out of them
        inventory.matrix(TensorRole::SmallProjection, facts.hidden,
                         std::int64_t{2} * (facts.altupStreams - 1) * facts.hidden);
    }
}

void addOutputs(Inventory& inventory)
{
    const ModelFacts& facts = inventory.facts();
    inventory.vector(inventory.normElements(), TensorRole::OutputNorm);
    const std::int64_t streams = facts.hyperConnections;
    inventory.vector(streams > 0 ? streams * streams * facts.hidden + streams + 1 : 0,
                     TensorRole::OutputNorm);
    if (facts.attentionResiduals) {
        inventory.vector(2 * facts.hidden, TensorRole::OutputNorm);
    }
    if (!facts.tiedEmbeddings) {
        inventory.matrix(TensorRole::Output, facts.hidden, facts.vocabulary);
    }
    if (facts.headBias) {
        inventory.vector(facts.vocabulary, TensorRole::OutputNorm);
    }
}

} // namespace

bool isRoutedExpert(TensorRole role)
{
    return role == TensorRole::ExpertGate || role == TensorRole::ExpertUp || role == TensorRole::ExpertDown;
}

void addLayerTensors(Inventory& inventory, const Layer& layer, int position)
{
    switch (layer.attention.kind) {
    case AttentionKind::Full:
    case AttentionKind::SlidingWindow:
    case AttentionKind::Mla: addAttentionTensors(inventory, layer.attention); break;
    case AttentionKind::Recurrent:
    case AttentionKind::None: break;
    }
    const bool beside = layer.attention.cacheRatio == 0 && layer.attention.stateElements > 0;
    if (layer.attention.kind == AttentionKind::Recurrent || beside) {
        addRecurrentTensors(inventory);
    }
    addFeedForwardTensors(inventory, layer.feedForward, position);
    for (int matrix = 0; matrix < layer.plainMatrices; ++matrix) {
        inventory.matrix(TensorRole::AttentionOther, inventory.facts().hidden, inventory.facts().hidden);
    }
    for (int norm = 0; norm < normsOf(inventory.facts(), layer); ++norm) {
        inventory.vector(inventory.normElements());
    }
    addResiduals(inventory);
}

std::vector<Tensor> tensorInventory(const Architecture& architecture)
{
    Inventory inventory(architecture.facts);
    addInputs(inventory);
    int index = 0;
    for (const Layer& layer : architecture.layers) {
        inventory.beginLayer(index);
        addLayerTensors(inventory, layer, index);
        ++index;
    }
    inventory.beginLayer(-1);
    addOutputs(inventory);
    return inventory.take();
}

std::int64_t parameterCount(const std::vector<Tensor>& tensors)
{
    return std::transform_reduce(tensors.begin(), tensors.end(), std::int64_t{0}, std::plus<>(),
                                 [](const Tensor& tensor) { return tensor.elements(); });
}

} // namespace rigwright
