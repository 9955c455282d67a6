// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory.h"

namespace rigwright {

namespace {

void addDense(Inventory& inventory, std::int64_t width)
{
    const ModelFacts& facts = inventory.facts();
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

void addSharedExpert(Inventory& inventory, std::int64_t width)
{
    const ModelFacts& facts = inventory.facts();
    if (facts.gatedFeedForward) {
        inventory.matrix(TensorRole::SharedGate, facts.hidden, width);
    }
    inventory.matrix(TensorRole::SharedUp, facts.hidden, width);
    inventory.matrix(TensorRole::SharedDown, width, facts.hidden);
    if (facts.sharedExpertGate && width > 0) {
        inventory.vector(facts.hidden);
    }
}

void addRouter(Inventory& inventory, std::int64_t experts, int layer)
{
    const ModelFacts& facts = inventory.facts();
    inventory.matrix(TensorRole::Router, facts.hidden, experts);
    if (facts.feedForwardBias) {
        inventory.vector(experts);
    }
    if (facts.routerCorrection && layer >= facts.hashRouterLayers) {
        inventory.vector(experts);
    }
    if (facts.routerScale) {
        inventory.vector(facts.hidden + experts);
    }
}

void addExperts(Inventory& inventory, const FeedForward& feedForward, int layer)
{
    const ModelFacts& facts = inventory.facts();
    const std::int64_t experts = feedForward.experts;
    const std::int64_t outside = facts.expertLatentWidth > 0 ? facts.expertLatentWidth : facts.hidden;
    addRouter(inventory, experts, layer);
    if (facts.gatedFeedForward) {
        inventory.matrix(TensorRole::ExpertGate, outside, feedForward.width, experts);
    }
    inventory.matrix(TensorRole::ExpertUp, outside, feedForward.width, experts);
    inventory.matrix(TensorRole::ExpertDown, feedForward.width, outside, experts);
    if (facts.feedForwardBias) {
        inventory.vector(experts * (outside + feedForward.width * (facts.gatedFeedForward ? 2 : 1)));
    }
    if (facts.expertLatentWidth > 0) {
        inventory.matrix(TensorRole::AttentionOther, facts.hidden, outside);
        inventory.matrix(TensorRole::AttentionOther, outside, facts.hidden);
        inventory.vector(facts.expertLatentNorm ? outside : 0);
    }
    addSharedExpert(inventory, feedForward.sharedWidth);
}

} // namespace

void addFeedForwardTensors(Inventory& inventory, const FeedForward& feedForward, int layer)
{
    if (feedForward.experts > 0) {
        addExperts(inventory, feedForward, layer);
    } else {
        addDense(inventory, feedForward.width);
    }
}

} // namespace rigwright
