// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checkpoint_extras.h"

#include "models/inventory.h"

namespace rigwright {

namespace {

/// DeepSeek-V3's report, section 2.2: a module joins the hidden state and the next token's embedding, each with a norm, and
/// runs a layer of its own before a norm and the (mostly shared) head.
void addMtpModule(Inventory& inventory, const Architecture& architecture)
{
    const ModelFacts& facts = architecture.facts;
    inventory.matrix(TensorRole::AttentionOther, 2 * facts.hidden, facts.hidden);
    for (int norm = 0; norm < 3; ++norm) {
        inventory.vector(inventory.normElements());
    }
    for (const Layer& layer : architecture.mtpLayers) {
        addLayerTensors(inventory, layer, facts.layers);
    }
    if (facts.mtpOwnEmbeddings) {
        inventory.matrix(TensorRole::TokenEmbedding, facts.hidden, facts.vocabulary);
        inventory.matrix(TensorRole::Output, facts.hidden, facts.vocabulary);
    }
}

void addTower(Inventory& inventory, const TowerFacts& tower)
{
    for (int layer = 0; layer < tower.layers; ++layer) {
        inventory.matrix(TensorRole::AttentionQuery, tower.hidden, tower.queryWidth);
        inventory.matrix(TensorRole::AttentionKey, tower.hidden, tower.kvWidth);
        inventory.matrix(TensorRole::AttentionValue, tower.hidden, tower.kvWidth);
        inventory.matrix(TensorRole::AttentionOutput, tower.queryWidth, tower.hidden);
        inventory.matrix(TensorRole::FeedForwardGate, tower.gatedFeedForward ? tower.hidden : 0,
                         tower.feedForward);
        inventory.matrix(TensorRole::FeedForwardUp, tower.hidden, tower.feedForward);
        inventory.matrix(TensorRole::FeedForwardDown, tower.feedForward, tower.hidden);
        inventory.vector(tower.layerVectors);
    }
    inventory.vector(tower.otherElements);
}

} // namespace

CheckpointExtras checkpointExtras(const Architecture& architecture)
{
    Inventory mtp(architecture.facts);
    for (int module = 0; module < architecture.facts.mtpModules; ++module) {
        addMtpModule(mtp, architecture);
    }
    Inventory towers(architecture.facts);
    for (const TowerFacts& tower : architecture.facts.towers) {
        addTower(towers, tower);
    }
    return {mtp.take(), towers.take()};
}

} // namespace rigwright
