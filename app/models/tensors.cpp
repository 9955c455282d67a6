// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tensors.h"

#include <functional>
#include <numeric>
#include <utility>

namespace rigwright {

namespace {

/// Collects the tensors of one layer after the other.
class Inventory {
public:
    explicit Inventory(const ModelFacts& facts)
        : facts_(facts)
    { }

    void beginLayer(int layer) { layer_ = layer; }

    void matrix(TensorRole role, std::int64_t columns, std::int64_t rows, std::int64_t experts = 1)
    {
        if (columns > 0 && rows > 0 && experts > 0) {
            tensors_.push_back({role, layer_, columns, rows, experts, false});
        }
    }

    void vector(std::int64_t elements, TensorRole role = TensorRole::Norm)
    {
        if (elements > 0) {
            tensors_.push_back({role, layer_, elements, 1, 1, true});
        }
    }

    [[nodiscard]] std::int64_t normElements() const
    {
        if (facts_.normKind == "none") {
            return 0;
        }
        return facts_.normKind == "ln" ? 2 * facts_.hidden : facts_.hidden;
    }

    [[nodiscard]] std::vector<Tensor> take() { return std::move(tensors_); }

private:
    const ModelFacts& facts_;
    int layer_ = -1;
    std::vector<Tensor> tensors_;
};

void addQueryKeyNorms(Inventory& inventory, const ModelFacts& facts)
{
    if (facts.qkNorm == "head") {
        inventory.vector(2 * facts.headDim);
    } else if (facts.qkNorm == "full" || facts.qkNorm == "per_head") {
        inventory.vector((facts.heads + facts.kvHeads) * facts.headDim);
    }
}

void addAttention(Inventory& inventory, const ModelFacts& facts, const Attention& attention)
{
    const std::int64_t queries = attention.heads * attention.headDim;
    const std::int64_t keys = attention.kvHeads * attention.headDim;
    const std::int64_t gate = facts.attentionGate ? queries : 0;
    if (facts.fusedQkv) {
        inventory.matrix(TensorRole::AttentionQkv, facts.hidden, queries + gate + 2 * keys);
    } else {
        inventory.matrix(TensorRole::AttentionQuery, facts.hidden, queries + gate);
        inventory.matrix(TensorRole::AttentionKey, facts.hidden, keys);
        inventory.matrix(TensorRole::AttentionValue, facts.hidden, keys);
    }
    inventory.matrix(TensorRole::AttentionOutput, queries, facts.hidden);
    if (facts.qkvBias) {
        inventory.vector(queries + 2 * keys);
    }
    if (facts.outputBias) {
        inventory.vector(facts.hidden);
    }
    addQueryKeyNorms(inventory, facts);
    if (facts.attentionSinks) {
        inventory.vector(attention.heads);
    }
}

void addIndexer(Inventory& inventory, const ModelFacts& facts)
{
    const std::int64_t heads = facts.indexerHeads;
    inventory.matrix(TensorRole::AttentionOther, facts.qLoraRank, heads * facts.indexerHeadDim);
    inventory.matrix(TensorRole::AttentionOther, facts.hidden, facts.indexerHeadDim);
    inventory.vector(2 * facts.indexerHeadDim); // layer norm of the keys
    inventory.matrix(TensorRole::AttentionOther, facts.hidden, heads);
}

void addLatentAttention(Inventory& inventory, const ModelFacts& facts, const Attention& attention)
{
    const std::int64_t queryWidth = attention.heads * (attention.nopeDim + attention.ropeDim);
    if (attention.qLoraRank > 0) {
        inventory.matrix(TensorRole::AttentionOther, facts.hidden, attention.qLoraRank);
        inventory.vector(attention.qLoraRank);
        inventory.matrix(TensorRole::AttentionOther, attention.qLoraRank, queryWidth);
    } else {
        inventory.matrix(TensorRole::AttentionQuery, facts.hidden, queryWidth);
    }
    inventory.matrix(TensorRole::AttentionOther, facts.hidden, attention.kvLoraRank + attention.ropeDim);
    inventory.vector(attention.kvLoraRank);
    // GGUF stores kv_b as k_b (transposed for each head) and v_b.
    inventory.matrix(TensorRole::LatentKey, attention.nopeDim, attention.kvLoraRank * attention.heads);
    inventory.matrix(TensorRole::LatentValue, attention.kvLoraRank, attention.valueDim * attention.heads);
    inventory.matrix(TensorRole::AttentionOutput, attention.heads * attention.valueDim, facts.hidden);
    if (facts.indexerHeads > 0) {
        addIndexer(inventory, facts);
    }
}

void addGatedDeltaNet(Inventory& inventory, const ModelFacts& facts)
{
    const std::int64_t values = facts.recurrentHeads * facts.recurrentHeadDim;
    const std::int64_t keys = facts.recurrentGroups * facts.recurrentStateSize;
    inventory.matrix(TensorRole::AttentionQkv, facts.hidden, 2 * keys + values);
    inventory.matrix(TensorRole::AttentionOther, facts.hidden, values); // output gate
    inventory.matrix(TensorRole::AttentionOther, facts.hidden, 2 * facts.recurrentHeads);
    inventory.matrix(TensorRole::Convolution, facts.convKernel, 2 * keys + values);
    inventory.vector(2 * facts.recurrentHeads); // decay and its bias
    inventory.vector(facts.recurrentHeadDim);
    inventory.matrix(TensorRole::AttentionOther, values, facts.hidden);
}

void addMamba2(Inventory& inventory, const ModelFacts& facts)
{
    const std::int64_t inner = facts.recurrentHeads * facts.recurrentHeadDim;
    const std::int64_t mixed = inner + 2 * facts.recurrentGroups * facts.recurrentStateSize;
    inventory.matrix(TensorRole::AttentionOther, facts.hidden, inner + mixed + facts.recurrentHeads);
    inventory.matrix(TensorRole::Convolution, facts.convKernel, mixed);
    inventory.vector(mixed);                    // convolution bias
    inventory.vector(3 * facts.recurrentHeads); // A, D and the bias of the time step
    inventory.vector(inner);                    // norm
    inventory.matrix(TensorRole::AttentionOther, inner, facts.hidden);
}

void addMamba1(Inventory& inventory, const ModelFacts& facts)
{
    const std::int64_t inner = facts.recurrentStateElements / facts.recurrentStateSize;
    const std::int64_t rank = (facts.hidden + 15) / 16; // the reference code's dt_rank = "auto"
    inventory.matrix(TensorRole::AttentionOther, facts.hidden, 2 * inner);
    inventory.matrix(TensorRole::Convolution, facts.convKernel, inner);
    inventory.vector(inner); // convolution bias
    inventory.matrix(TensorRole::AttentionOther, inner, rank + 2 * facts.recurrentStateSize);
    inventory.matrix(TensorRole::AttentionOther, rank, inner);
    inventory.vector(inner); // bias of the time step
    inventory.matrix(TensorRole::Convolution, facts.recurrentStateSize, inner);
    inventory.vector(inner); // D
    inventory.matrix(TensorRole::AttentionOther, inner, facts.hidden);
    if (facts.recurrentStepNorms) {
        inventory.vector(rank + 2 * facts.recurrentStateSize);
    }
}

void addLightning(Inventory& inventory, const ModelFacts& facts)
{
    const std::int64_t inner = facts.heads * facts.headDim;
    inventory.matrix(TensorRole::AttentionOther, facts.hidden, 3 * inner);
    inventory.matrix(TensorRole::AttentionOther, facts.hidden, inner); // output gate
    inventory.vector(inner);
    inventory.matrix(TensorRole::AttentionOutput, inner, facts.hidden);
}

void addRecurrent(Inventory& inventory, const ModelFacts& facts)
{
    if (facts.recurrentKind == "gated_deltanet") {
        addGatedDeltaNet(inventory, facts);
    } else if (facts.recurrentKind == "mamba2") {
        addMamba2(inventory, facts);
    } else if (facts.recurrentKind == "mamba1") {
        addMamba1(inventory, facts);
    } else {
        addLightning(inventory, facts);
    }
}

void addDenseFeedForward(Inventory& inventory, const ModelFacts& facts, std::int64_t width)
{
    if (width == 0) {
        return;
    }
    if (facts.gatedFeedForward) {
        inventory.matrix(TensorRole::FeedForwardGate, facts.hidden, width);
    }
    inventory.matrix(TensorRole::FeedForwardUp, facts.hidden, width);
    inventory.matrix(TensorRole::FeedForwardDown, width, facts.hidden);
    if (facts.feedForwardBias) {
        inventory.vector(facts.hidden + width * (facts.gatedFeedForward ? 2 : 1));
    }
}

void addExperts(Inventory& inventory, const ModelFacts& facts, const FeedForward& feedForward)
{
    const std::int64_t experts = feedForward.experts;
    inventory.matrix(TensorRole::Router, facts.hidden, experts);
    if (facts.gatedFeedForward) {
        inventory.matrix(TensorRole::ExpertGate, facts.hidden, feedForward.width, experts);
        inventory.matrix(TensorRole::SharedGate, facts.hidden, feedForward.sharedWidth);
    }
    inventory.matrix(TensorRole::ExpertUp, facts.hidden, feedForward.width, experts);
    inventory.matrix(TensorRole::ExpertDown, feedForward.width, facts.hidden, experts);
    inventory.matrix(TensorRole::SharedUp, facts.hidden, feedForward.sharedWidth);
    inventory.matrix(TensorRole::SharedDown, feedForward.sharedWidth, facts.hidden);
    if (facts.feedForwardBias) {
        inventory.vector(experts); // of the router
        inventory.vector(experts * (facts.hidden + feedForward.width * (facts.gatedFeedForward ? 2 : 1)));
    }
    if (facts.routerCorrection) {
        inventory.vector(experts);
    }
    if (facts.sharedExpertGate) {
        inventory.vector(facts.hidden);
    }
}

void addLayer(Inventory& inventory, const ModelFacts& facts, const Layer& layer)
{
    switch (layer.attention.kind) {
    case AttentionKind::Full:
    case AttentionKind::SlidingWindow: addAttention(inventory, facts, layer.attention); break;
    case AttentionKind::Mla: addLatentAttention(inventory, facts, layer.attention); break;
    case AttentionKind::Recurrent: addRecurrent(inventory, facts); break;
    case AttentionKind::None: break;
    }
    if (layer.feedForward.experts > 0) {
        addExperts(inventory, facts, layer.feedForward);
    } else {
        addDenseFeedForward(inventory, facts, layer.feedForward.width);
    }
    for (int norm = 0; norm < facts.normsPerLayer; ++norm) {
        inventory.vector(inventory.normElements());
    }
}

} // namespace

bool isRoutedExpert(TensorRole role)
{
    return role == TensorRole::ExpertGate || role == TensorRole::ExpertUp || role == TensorRole::ExpertDown;
}

std::vector<Tensor> tensorInventory(const Architecture& architecture)
{
    const ModelFacts& facts = architecture.facts;
    Inventory inventory(facts);
    inventory.matrix(TensorRole::TokenEmbedding, facts.hidden, facts.vocabulary);
    inventory.matrix(TensorRole::PositionEmbedding, facts.hidden, facts.learnedPositions);
    if (facts.embeddingNorm) {
        inventory.vector(inventory.normElements());
    }
    int index = 0;
    for (const Layer& layer : architecture.layers) {
        inventory.beginLayer(index++);
        addLayer(inventory, facts, layer);
    }
    inventory.beginLayer(-1);
    inventory.vector(inventory.normElements(), TensorRole::OutputNorm);
    if (!facts.tiedEmbeddings) {
        inventory.matrix(TensorRole::Output, facts.hidden, facts.vocabulary);
    }
    if (facts.headBias) {
        inventory.vector(facts.vocabulary, TensorRole::OutputNorm);
    }
    return inventory.take();
}

std::int64_t parameterCount(const std::vector<Tensor>& tensors)
{
    return std::transform_reduce(tensors.begin(), tensors.end(), std::int64_t{0}, std::plus<>(),
                                 [](const Tensor& tensor) { return tensor.elements(); });
}

} // namespace rigwright
