// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/training/training_work.h"

#include "sizing/training/lora.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr double kBits16 = 2;

double attentionWidth(const Attention& attention)
{
    if (attention.kind == AttentionKind::Mla) {
        return static_cast<double>(attention.heads *
                                   (attention.nopeDim + attention.ropeDim + attention.valueDim)) /
            2;
    }
    return static_cast<double>(attention.heads * attention.headDim);
}

/// Tokens before a token that it attends to, on average.
double seenTokens(const Attention& attention, double sequence)
{
    switch (attention.kind) {
    case AttentionKind::Full:
    case AttentionKind::Mla: return sequence / 2;
    case AttentionKind::SlidingWindow: return std::min(sequence / 2, static_cast<double>(attention.window));
    case AttentionKind::Recurrent:
    case AttentionKind::None: return 0;
    }
    return 0;
}

/// Values that a layer reads and writes for a token beside its weights: two norms 4 hidden, two residuals 6, the rotation of
/// queries and keys 4, inputs and outputs of the projections 9; and of the feed-forward width 8 with a gate (outputs of two
/// matrices, the activation and the product read and written), 4 without.
double movedValues(const ModelFacts& facts, const Layer& layer)
{
    constexpr double kOfHidden = 23;
    const FeedForward& feedForward = layer.feedForward;
    const double active = feedForward.experts > 0
        ? static_cast<double>(feedForward.width) * feedForward.expertsPerToken
        : static_cast<double>(feedForward.width);
    const double width = active + static_cast<double>(feedForward.sharedWidth);
    // Dispatch and combination write and read every routed copy of a token.
    const double routed =
        feedForward.experts > 0 ? 4.0 * feedForward.expertsPerToken * static_cast<double>(facts.hidden) : 0;
    return kOfHidden * static_cast<double>(facts.hidden) + (facts.gatedFeedForward ? 8 : 4) * width + routed;
}

/// Bytes for each logit in both directions: whole and in chunks they are written in 16 bits, read, cast to FP32, and pass
/// through log-softmax and its gradient; kernels read and write them in 16 bits.
double logitBytes(LossMode mode)
{
    switch (mode) {
    case LossMode::Whole:
    case LossMode::Chunked: return 30;
    case LossMode::Compiled: return 12;
    case LossMode::Fused: return 8;
    }
    return 30;
}

} // namespace

TrainingWork trainingWork(const QuantizedModel& model, const Workload& workload)
{
    const ModelFacts& facts = model.architecture.facts;
    const auto sequence = static_cast<double>(workload.training.sequence);
    TrainingWork work;
    work.head = 2.0 * static_cast<double>(facts.hidden) * static_cast<double>(facts.vocabulary);
    work.matrices = std::max(0.0, 2.0 * static_cast<double>(model.activeParameters) - work.head);
    for (const Layer& layer : model.architecture.layers) {
        work.attention += 4 * attentionWidth(layer.attention) * seenTokens(layer.attention, sequence);
        work.moved += kBits16 * movedValues(facts, layer);
    }
    work.logits = logitBytes(*workload.training.loss) * static_cast<double>(facts.vocabulary);
    if (trainsAdapters(workload.kind)) {
        const double active =
            static_cast<double>(model.activeParameters) / static_cast<double>(model.parameters);
        work.adapterElements = static_cast<double>(adapterElements(model.architecture, workload.training));
        work.adapters = 2.0 * active * work.adapterElements;
    }
    return work;
}

Flops modelWork(const TrainingWork& work, bool frozen)
{
    const double passes = frozen ? 2 : 3;
    // Attention over the whole sequence is twice that over the tokens before each one; its backward pass needs no weights.
    return Flops(passes * (work.matrices + work.head) + 3 * work.adapters + 3 * 2 * work.attention);
}

RecomputedShare recomputedShare(Recompute recompute, bool everySecondProduct, bool flashAttention)
{
    switch (recompute) {
    case Recompute::None: return {0, 0};
    case Recompute::Selective: return {everySecondProduct ? 0.5 : 0.0, flashAttention ? 0.0 : 1.0};
    case Recompute::Full: return {1, 1};
    }
    return {0, 0};
}

} // namespace rigwright
