// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory.h"

namespace rigwright {

namespace {

void addQueryKeyNorms(Inventory& inventory, const Attention& attention)
{
    const std::string& norm = inventory.facts().qkNorm;
    const std::int64_t keys = attention.hasKeys ? 1 : 0;
    if (norm == "head") {
        inventory.vector((1 + keys) * attention.headDim);
    } else if (norm == "full" || norm == "per_head") {
        inventory.vector((attention.heads + keys * attention.kvHeads) * attention.headDim);
    } else if (norm == "key") {
        inventory.vector(keys * attention.headDim);
    }
}

/// Queries, by way of a low rank where the model has one.
void addQuery(Inventory& inventory, const Attention& attention, std::int64_t width)
{
    const std::int64_t hidden = inventory.facts().hidden;
    if (attention.qLoraRank == 0) {
        inventory.matrix(TensorRole::AttentionQuery, hidden, width);
        return;
    }
    inventory.matrix(TensorRole::AttentionOther, hidden, attention.qLoraRank);
    inventory.vector(attention.qLoraRank);
    inventory.matrix(TensorRole::AttentionOther, attention.qLoraRank, width);
}

void addProjections(Inventory& inventory, const Attention& attention)
{
    const ModelFacts& facts = inventory.facts();
    const std::int64_t queries = attention.heads * attention.headDim;
    const std::int64_t keys = attention.kvHeads * attention.headDim;
    const std::int64_t values =
        attention.keyIsValue || !attention.valueIsCached ? 0 : attention.kvHeads * attention.valueDim;
    const std::int64_t gate = facts.attentionGate ? attention.heads * attention.valueDim : 0;
    if (!attention.hasKeys) {
        addQuery(inventory, attention, queries + gate);
    } else if (facts.fusedQkv) {
        inventory.matrix(TensorRole::AttentionQkv, facts.hidden, queries + gate + keys + values);
    } else {
        addQuery(inventory, attention, queries + gate);
        inventory.matrix(TensorRole::AttentionKey, facts.hidden, keys);
        inventory.matrix(TensorRole::AttentionValue, facts.hidden, values);
    }
    if (facts.qkvBias) {
        inventory.vector(attention.hasKeys ? queries + keys + values : queries);
    }
}

void addOutput(Inventory& inventory, const Attention& attention)
{
    const ModelFacts& facts = inventory.facts();
    const std::int64_t width = attention.heads * attention.valueDim;
    if (facts.outputLoraRank == 0) {
        inventory.matrix(TensorRole::AttentionOutput, width, facts.hidden);
    } else {
        const std::int64_t mixed = facts.outputGroups * facts.outputLoraRank;
        inventory.matrix(TensorRole::AttentionOther, width / facts.outputGroups, mixed);
        inventory.matrix(TensorRole::AttentionOutput, mixed, facts.hidden);
    }
    if (facts.outputBias) {
        inventory.vector(facts.hidden);
    }
}

/// Pools tokens into entries: keys with their weights, a bias for each position of the window and a norm. Where windows
/// overlap each token counts for two entries.
void addCompressor(Inventory& inventory, const Attention& attention, std::int64_t width)
{
    const std::int64_t hidden = inventory.facts().hidden;
    const std::int64_t wide = attention.indexerHeads > 0 ? 2 * width : width;
    inventory.matrix(TensorRole::AttentionOther, hidden, wide);
    inventory.matrix(TensorRole::AttentionOther, hidden, wide);
    inventory.vector(attention.cacheRatio * wide);
    inventory.vector(width);
}

void addIndexer(Inventory& inventory, const Attention& attention)
{
    const std::int64_t hidden = inventory.facts().hidden;
    const std::int64_t heads = attention.indexerHeads;
    if (attention.kind == AttentionKind::Mla) {
        inventory.matrix(TensorRole::AttentionOther, attention.qLoraRank, heads * attention.indexerDim);
        inventory.matrix(TensorRole::AttentionOther, hidden, attention.indexerDim);
        inventory.vector(2 * attention.indexerDim); // layer norm of the keys
        inventory.matrix(TensorRole::AttentionOther, hidden, heads);
    } else if (attention.cacheRatio > 0) {
        addCompressor(inventory, attention, attention.indexerDim);
        inventory.matrix(TensorRole::AttentionOther, attention.qLoraRank, heads * attention.indexerDim);
        inventory.matrix(TensorRole::AttentionOther, hidden, heads);
    } else { // MiniMax-M3: block scores straight from queries and keys
        inventory.matrix(TensorRole::AttentionOther, hidden, heads * attention.indexerDim);
        inventory.matrix(TensorRole::AttentionOther, hidden, attention.indexerDim);
        inventory.vector(2 * attention.indexerDim);
    }
}

void addSoftmaxTensors(Inventory& inventory, const Attention& attention)
{
    addProjections(inventory, attention);
    addOutput(inventory, attention);
    addQueryKeyNorms(inventory, attention);
    if (inventory.facts().attentionHeadGate) {
        inventory.matrix(TensorRole::AttentionOther, inventory.facts().hidden, attention.heads);
    }
    if (attention.cacheRatio > 0) {
        addCompressor(inventory, attention, attention.headDim);
    }
}

void addLatentTensors(Inventory& inventory, const Attention& attention)
{
    const ModelFacts& facts = inventory.facts();
    const std::int64_t heads = attention.heads;
    addQuery(inventory, attention, heads * (attention.nopeDim + attention.ropeDim));
    inventory.matrix(TensorRole::AttentionOther, facts.hidden, attention.kvLoraRank + attention.ropeDim);
    inventory.vector(attention.kvLoraRank);
    // GGUF stores kv_b as k_b (transposed for each head) and v_b.
    inventory.matrix(TensorRole::LatentKey, attention.nopeDim, attention.kvLoraRank * heads);
    inventory.matrix(TensorRole::LatentValue, attention.kvLoraRank, attention.valueDim * heads);
    inventory.matrix(TensorRole::AttentionOutput, heads * attention.valueDim, facts.hidden);
    if (facts.attentionGate) {
        inventory.matrix(TensorRole::AttentionOther, facts.hidden, heads * attention.valueDim);
    }
}

} // namespace

void addAttentionTensors(Inventory& inventory, const Attention& attention)
{
    if (attention.kind == AttentionKind::Mla) {
        addLatentTensors(inventory, attention);
    } else {
        addSoftmaxTensors(inventory, attention);
    }
    if (attention.sinks) {
        inventory.vector(attention.heads);
    }
    if (attention.indexerHeads > 0) {
        addIndexer(inventory, attention);
    }
}

} // namespace rigwright
