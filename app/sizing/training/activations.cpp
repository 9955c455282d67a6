// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/training/activations.h"

#include "sizing/training/lora.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr std::int64_t kBits16 = 2;
constexpr std::int64_t kFp32 = 4;
constexpr std::int64_t kMask = 1; // a dropout keeps one byte for each value

TokenBytes& operator+=(TokenBytes& sum, const TokenBytes& other)
{
    sum.split += other.split;
    sum.streams += other.streams;
    return sum;
}

bool isLayerNorm(const ModelFacts& facts)
{
    return facts.normKind == "ln" || facts.normKind == "ln_nb";
}

/// True when the input of a frozen or trained matrix stays for the backward pass.
bool keepsInputs(const ActivationRules& rules)
{
    return rules.trainsBase || rules.quantizedBase;
}

/// A layer norm is one kernel that keeps its input; an RMS norm of plain operations keeps an FP32 copy of its input, and what
/// its trained scale multiplies.
std::int64_t normBytes(const ModelFacts& facts, const ActivationRules& rules)
{
    if (facts.normKind == "none") {
        return 0;
    }
    if (rules.fusedKernels || isLayerNorm(facts)) {
        return kBits16 * facts.hidden;
    }
    return (kFp32 + (rules.trainsBase ? kBits16 : 0)) * facts.hidden;
}

struct AttentionWidths {
    std::int64_t queries = 0;
    std::int64_t keys = 0;
    std::int64_t values = 0;
    std::int64_t output = 0;
};

AttentionWidths widthsOf(const Attention& attention, const ActivationRules& rules)
{
    if (attention.kind == AttentionKind::Mla) {
        const std::int64_t queryWidth = attention.heads * (attention.nopeDim + attention.ropeDim);
        const std::int64_t values = attention.heads * attention.valueDim;
        return {queryWidth, queryWidth, values, values};
    }
    const std::int64_t queries = attention.heads * attention.headDim;
    const std::int64_t keys =
        (rules.repeatsKeyValues ? attention.heads : attention.kvHeads) * attention.headDim;
    return {queries, keys, keys, queries};
}

std::int64_t widthOfRows(const std::vector<Tensor>& tensors, TensorRole role)
{
    std::int64_t rows = 0;
    for (const Tensor& tensor : tensors) {
        rows += tensor.role == role && !tensor.isVector ? tensor.rows : 0;
    }
    return rows;
}

/// Scores of every head against the sequence: the FP32 softmax and its 16-bit copy.
std::int64_t scoreBytes(const Attention& attention, const TrainingSetup& setup)
{
    const std::int64_t seen =
        attention.window > 0 ? std::min(attention.window, setup.sequence) : setup.sequence;
    return attention.heads * seen * (kFp32 + kBits16);
}

TokenBytes attentionBytes(const ModelFacts& facts, const Layer& layer, const std::vector<Tensor>& tensors,
                          const TrainingSetup& setup, const ActivationRules& rules)
{
    const Attention& attention = layer.attention;
    TokenBytes bytes;
    if (attention.kind == AttentionKind::None) {
        return bytes;
    }
    if (keepsInputs(rules)) {
        bytes.streams += kBits16 * facts.hidden;
    }
    if (attention.kind == AttentionKind::Recurrent) {
        // Projections, what the convolution and the gate make of them, and a state at the border of each chunk.
        constexpr std::int64_t kChunk = 64;
        const std::int64_t projected = widthOfRows(tensors, TensorRole::AttentionOther);
        bytes.split += 2 * kBits16 * projected + kFp32 * attention.stateElements / kChunk;
        return bytes;
    }
    const AttentionWidths widths = widthsOf(attention, rules);
    bytes.split +=
        kBits16 * (widths.queries + widths.keys + widths.values + widths.output) + kFp32 * attention.heads;
    if (attention.kind == AttentionKind::Mla) {
        bytes.streams +=
            (kFp32 + 2 * kBits16) * (attention.kvLoraRank + attention.qLoraRank + attention.ropeDim);
    }
    if (facts.qkNorm == "head" || facts.qkNorm == "full" || facts.qkNorm == "per_head") {
        bytes.split += (kFp32 + (rules.trainsBase ? kBits16 : 0)) *
            (widths.queries + attention.kvHeads * attention.headDim);
    }
    if (!rules.flashAttention) {
        bytes.split += scoreBytes(attention, setup);
    }
    return bytes;
}

/// A network of this width: gate, its activation, up, and their product, which only a kept input needs.
std::int64_t networkBytes(const ModelFacts& facts, std::int64_t width, const ActivationRules& rules)
{
    const bool product = keepsInputs(rules) && !(rules.fusedKernels && !facts.gatedFeedForward);
    const std::int64_t gated = rules.fusedKernels ? 2 : 3;
    return kBits16 * width * ((facts.gatedFeedForward ? gated : 1) + (product ? 1 : 0));
}

TokenBytes feedForwardBytes(const ModelFacts& facts, const FeedForward& feedForward,
                            const ActivationRules& rules)
{
    TokenBytes bytes;
    if (feedForward.width == 0) {
        return bytes;
    }
    if (keepsInputs(rules)) {
        bytes.streams += kBits16 * facts.hidden;
    }
    if (feedForward.experts == 0) {
        bytes.split += networkBytes(facts, feedForward.width, rules);
        return bytes;
    }
    // Each expert that a token meets has its copy of the token and an output that waits for the router's gradient.
    const std::int64_t copies = (keepsInputs(rules) ? 2 : 1) * kBits16 * facts.hidden;
    bytes.split += feedForward.expertsPerToken * (networkBytes(facts, feedForward.width, rules) + copies);
    bytes.split += networkBytes(facts, feedForward.sharedWidth, rules);
    bytes.streams += kFp32 * feedForward.experts;
    return bytes;
}

/// What adapters keep: with dropout each its own thinned copy and mask, else the plain input where nothing else keeps it.
TokenBytes adapterBytes(const Layer& layer, const std::vector<Tensor>& tensors, const TrainingSetup& setup,
                        const ActivationRules& rules)
{
    TokenBytes bytes;
    std::int64_t sharedInput = 0;
    for (const Tensor& tensor : tensors) {
        if (adapterElements(tensor, setup) == 0) {
            continue;
        }
        const std::int64_t times = isRoutedExpert(tensor.role) ? layer.feedForward.expertsPerToken : 1;
        const std::int64_t input = tensor.columns * times;
        if (setup.loraDropout) {
            bytes.split += (kBits16 + kMask) * input;
        } else if (input != sharedInput && !rules.quantizedBase) {
            bytes.split += kBits16 * input; // matrices that stand together read the same input
        }
        sharedInput = input;
    }
    return bytes;
}

} // namespace

LayerActivations layerActivations(const ModelFacts& facts, const Layer& layer,
                                  const std::vector<Tensor>& tensors, const TrainingSetup& setup,
                                  const ActivationRules& rules)
{
    LayerActivations activations;
    activations.input.streams = kBits16 * facts.hidden;
    TokenBytes& kept = activations.kept;
    kept.streams = facts.normsPerLayer * normBytes(facts, rules);
    kept += attentionBytes(facts, layer, tensors, setup, rules);
    kept += feedForwardBytes(facts, layer.feedForward, rules);
    if (!rules.trainsBase) {
        kept += adapterBytes(layer, tensors, setup, rules);
    }
    activations.selective = kept;
    if (rules.everySecondProduct) {
        const AttentionWidths widths = widthsOf(layer.attention, {.repeatsKeyValues = false});
        const FeedForward& feedForward = layer.feedForward;
        const std::int64_t wide =
            feedForward.width * std::max(1, feedForward.expertsPerToken) + feedForward.sharedWidth;
        activations.selective = {kBits16 * (widths.queries + widths.values + widths.output + wide),
                                 kBits16 * 2 * facts.hidden};
    } else if (!rules.flashAttention && layer.attention.heads > 0) {
        activations.selective.split -= scoreBytes(layer.attention, setup);
    }
    activations.selective.split = std::min(activations.selective.split, kept.split);
    activations.selective.streams = std::min(activations.selective.streams, kept.streams);
    return activations;
}

std::int64_t quantizedInputs(const ModelFacts& facts, const Layer& layer)
{
    const AttentionWidths widths = widthsOf(layer.attention, {});
    const FeedForward& feedForward = layer.feedForward;
    return 2 * facts.hidden + widths.output + feedForward.width * std::max(1, feedForward.expertsPerToken) +
        feedForward.sharedWidth;
}

Bytes lossBytes(const ModelFacts& facts, LossMode mode, std::int64_t tokens, std::int64_t vocabularyShares)
{
    constexpr std::int64_t kChunks = 8;
    const std::int64_t logits = tokens * ((facts.vocabulary + vocabularyShares - 1) / vocabularyShares);
    const std::int64_t finalNorm = tokens * facts.hidden * (kFp32 + 2 * kBits16);
    switch (mode) {
    case LossMode::Whole: return Bytes(logits * 3 * kFp32 + finalNorm);
    case LossMode::Compiled: return Bytes(logits * 2 * kBits16 + finalNorm);
    case LossMode::Chunked: return Bytes(logits * kBits16 + logits * kFp32 / kChunks + finalNorm);
    case LossMode::Fused: {
        const std::int64_t piece = tokens * std::min(facts.hidden, facts.vocabulary);
        return Bytes(std::min(logits, piece) * (kBits16 + kFp32) + tokens * facts.hidden * kBits16 +
                     finalNorm);
    }
    }
    return {};
}

} // namespace rigwright
