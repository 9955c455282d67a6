// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory.h"

namespace rigwright {

namespace {

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

/// A projection by way of a low rank, or straight where the rank is 0.
void addGate(Inventory& inventory, std::int64_t columns, std::int64_t rank, std::int64_t rows)
{
    if (rank == 0) {
        inventory.matrix(TensorRole::AttentionOther, columns, rows);
        return;
    }
    inventory.matrix(TensorRole::AttentionOther, columns, rank);
    inventory.matrix(TensorRole::AttentionOther, rank, rows);
}

/// Kimi Delta Attention: a gated delta rule with a decay for each channel.
void addKimiDelta(Inventory& inventory, const ModelFacts& facts)
{
    const std::int64_t inner = facts.recurrentHeads * facts.recurrentHeadDim;
    inventory.matrix(TensorRole::AttentionQuery, facts.hidden, inner);
    inventory.matrix(TensorRole::AttentionKey, facts.hidden, inner);
    inventory.matrix(TensorRole::AttentionValue, facts.hidden, inner);
    inventory.matrix(TensorRole::Convolution, facts.convKernel, 3 * inner);
    addGate(inventory, facts.hidden, facts.recurrentHeadDim, inner);                  // decay
    inventory.matrix(TensorRole::AttentionOther, facts.hidden, facts.recurrentHeads); // step
    addGate(inventory, facts.hidden, facts.recurrentGateRank, inner);                 // output gate
    inventory.vector(facts.recurrentHeads + inner);                                   // decay and its bias
    inventory.vector(facts.recurrentHeadDim);
    inventory.matrix(TensorRole::AttentionOutput, inner, facts.hidden);
}

void addMamba2(Inventory& inventory, const ModelFacts& facts)
{
    const std::int64_t inner = facts.recurrentHeads * facts.recurrentHeadDim;
    const std::int64_t mixed = inner + 2 * facts.recurrentGroups * facts.recurrentStateSize;
    inventory.matrix(TensorRole::AttentionOther, facts.hidden, inner + mixed + facts.recurrentHeads);
    inventory.matrix(TensorRole::Convolution, facts.convKernel, mixed);
    inventory.vector(mixed);                    // convolution bias
    inventory.vector(3 * facts.recurrentHeads); // A, D and the bias of the time step
    inventory.vector(facts.recurrentNorm ? inner : 0);
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

/// A gated convolution over a few tokens (LFM2): the state is its window.
void addShortConvolution(Inventory& inventory, const ModelFacts& facts)
{
    inventory.matrix(TensorRole::AttentionOther, facts.hidden, 3 * facts.hidden);
    inventory.matrix(TensorRole::Convolution, facts.convKernel, facts.hidden);
    inventory.matrix(TensorRole::AttentionOther, facts.hidden, facts.hidden);
}

} // namespace

void addRecurrentTensors(Inventory& inventory)
{
    const ModelFacts& facts = inventory.facts();
    if (facts.recurrentKind == "gated_deltanet") {
        addGatedDeltaNet(inventory, facts);
    } else if (facts.recurrentKind == "kda") {
        addKimiDelta(inventory, facts);
    } else if (facts.recurrentKind == "mamba2") {
        addMamba2(inventory, facts);
    } else if (facts.recurrentKind == "mamba1") {
        addMamba1(inventory, facts);
    } else if (facts.recurrentKind == "short_conv") {
        addShortConvolution(inventory, facts);
    } else {
        addLightning(inventory, facts);
    }
}

} // namespace rigwright
