// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/architecture.h"

#include "models/dimension_checks.h"

#include <cstddef>

namespace rigwright {

namespace {

/// What the letters or the period of a model say about one layer, in the words of a list of layers.
LayerFacts layerByPattern(const ModelFacts& facts, int index)
{
    if (!facts.layerPattern.empty()) {
        return layerOfLetter(facts.layerPattern[static_cast<std::size_t>(index)], facts);
    }
    LayerFacts layer;
    const LayerPattern& full = facts.fullLayers;
    const bool isFull = full.period > 0 && (index + 1) % full.period == full.offset % full.period;
    layer.attention = isFull ? AttentionKind::Full : facts.attention;
    return layer;
}

/// Values that the compressor of DeepSeek-V4 collects for its next entry, keys and weights: one window of tokens, or two
/// overlapping ones, each twice as wide, where an indexer picks entries.
std::int64_t compressorState(std::int64_t ratio, std::int64_t width, bool overlaps)
{
    const std::int64_t windows = overlaps ? 2 : 1;
    return 2 * windows * ratio * windows * width;
}

void addSoftmaxAttention(const ModelFacts& facts, const LayerFacts& layer, Attention& attention)
{
    attention.heads = layer.heads.value_or(facts.heads);
    attention.kvHeads = layer.kvHeads.value_or(facts.kvHeads);
    attention.headDim = layer.headDim.value_or(facts.headDim);
    const std::int64_t valueDim = layer.vHeadDim.value_or(facts.vHeadDim);
    attention.valueDim = valueDim > 0 ? valueDim : attention.headDim;
    attention.qLoraRank = facts.qLoraRank;
    attention.keyIsValue = layer.keyIsValue.value_or(facts.keyIsValue);
    attention.valueIsCached = facts.valueIsCached;
    attention.cacheRatio = layer.cacheRatio.value_or(0);
    attention.hasKeys = !layer.sharesCache || facts.sharedLayersHaveKeys;
    if (attention.kind == AttentionKind::SlidingWindow) {
        attention.window = layer.window.value_or(facts.window);
        attention.chunked = facts.chunkedWindow;
    }
    if (attention.cacheRatio > 0) {
        const bool overlaps = attention.indexerHeads > 0;
        attention.stateElements = compressorState(attention.cacheRatio, attention.headDim, overlaps) +
            compressorState(attention.cacheRatio, attention.indexerDim, overlaps);
    }
}

void addLatentAttention(const ModelFacts& facts, const LayerFacts& layer, Attention& attention)
{
    attention.heads = layer.heads.value_or(facts.heads);
    attention.kvLoraRank = facts.kvLoraRank;
    attention.qLoraRank = facts.qLoraRank;
    attention.ropeDim = facts.qkRopeHeadDim;
    attention.nopeDim = facts.qkNopeHeadDim;
    attention.valueDim = layer.vHeadDim.value_or(facts.vHeadDim);
}

void addState(const ModelFacts& facts, Attention& attention)
{
    attention.stateElements += facts.recurrentStateElements + facts.convStateElements;
    attention.convElements = facts.convStateElements;
}

Attention attentionOf(const ModelFacts& facts, const LayerFacts& layer)
{
    Attention attention;
    attention.kind = layer.attention;
    const bool isSoftmax =
        attention.kind != AttentionKind::Recurrent && attention.kind != AttentionKind::None;
    if (isSoftmax) {
        attention.indexerHeads = layer.indexerHeads.value_or(facts.indexerHeads);
        attention.indexerDim = attention.indexerHeads > 0 ? facts.indexerHeadDim : 0;
        attention.sinks = layer.attentionSinks.value_or(facts.attentionSinks);
    }
    if (attention.kind == AttentionKind::Mla) {
        addLatentAttention(facts, layer, attention);
    } else if (isSoftmax) {
        addSoftmaxAttention(facts, layer, attention);
    }
    if (attention.kind == AttentionKind::Recurrent || layer.recurrentBeside) {
        addState(facts, attention);
    }
    return attention;
}

FeedForward feedForwardOf(const ModelFacts& facts, const LayerFacts& layer, int index)
{
    const bool routed =
        facts.experts > 0 && index >= facts.firstDenseLayers && index % facts.moeEvery == facts.moeOffset;
    const int experts = layer.experts.value_or(routed ? facts.experts : 0);
    if (experts > 0) {
        return {layer.expertFeedForward.value_or(facts.expertFeedForward),
                layer.sharedExpertFeedForward.value_or(facts.sharedExpertFeedForward), experts,
                facts.expertsPerToken};
    }
    return {layer.feedForward.value_or(facts.feedForward), 0, 0, 0};
}

/// The last layer of the same kind that keeps a cache of its own; -1: there is none.
int cacheSource(const std::vector<Layer>& layers, const Attention& attention)
{
    for (int index = static_cast<int>(std::ssize(layers)) - 1; index >= 0; --index) {
        const Attention& earlier = layers[static_cast<std::size_t>(index)].attention;
        if (earlier.kind == attention.kind && earlier.ownsCache()) {
            return index;
        }
    }
    return -1;
}

void addLayers(Architecture& architecture)
{
    const ModelFacts& facts = architecture.facts;
    architecture.layers.reserve(static_cast<std::size_t>(facts.layers));
    for (int index = 0; index < facts.layers; ++index) {
        const LayerFacts layer = facts.layerList.empty() ? layerByPattern(facts, index)
                                                         : facts.layerList[static_cast<std::size_t>(index)];
        Layer expanded{attentionOf(facts, layer), feedForwardOf(facts, layer, index), layer.plainMatrices};
        if (layer.sharesCache) {
            expanded.attention.cacheLayer = cacheSource(architecture.layers, expanded.attention);
        }
        architecture.layers.push_back(expanded);
    }
}

void addMtpLayers(Architecture& architecture)
{
    const ModelFacts& facts = architecture.facts;
    if (facts.mtpModules == 0) {
        return;
    }
    std::vector<LayerFacts> layers = facts.mtpLayers;
    if (layers.empty()) {
        layers.emplace_back().attention = architecture.layers.back().attention.kind;
    }
    const int lastIndex = facts.layers - 1;
    for (const LayerFacts& layer : layers) {
        architecture.mtpLayers.push_back(
            {attentionOf(facts, layer), feedForwardOf(facts, layer, lastIndex), 0});
    }
}

} // namespace

std::int64_t Attention::keyElementsPerToken() const
{
    if (!ownsCache()) {
        return 0;
    }
    if (kind == AttentionKind::Mla) {
        return kvLoraRank + ropeDim + indexerDim;
    }
    return kvHeads * headDim + (cacheRatio == 0 ? indexerDim : 0);
}

std::int64_t Attention::valueElementsPerToken() const
{
    const bool keepsValues = ownsCache() && valueIsCached && kind != AttentionKind::Mla;
    return keepsValues ? kvHeads * valueDim : 0;
}

std::int64_t Attention::compressedElementsPerEntry() const
{
    return cacheRatio > 0 && ownsCache() ? kvHeads * headDim + indexerDim : 0;
}

LayerFacts layerOfLetter(char letter, const ModelFacts& facts)
{
    LayerFacts layer;
    layer.attention = letter == '*' ? AttentionKind::Full
        : letter == 'M'             ? AttentionKind::Recurrent
                                    : AttentionKind::None;
    layer.experts = letter == 'E' ? facts.experts : 0;
    if (letter != '-') {
        layer.feedForward = 0;
    }
    return layer;
}

Expected<Architecture> describe(const ModelFacts& facts)
{
    if (const auto checked = checkDimensions(facts); !checked) {
        return tl::unexpected(checked.error());
    }
    Architecture architecture{facts, {}, {}};
    addLayers(architecture);
    addMtpLayers(architecture);
    return architecture;
}

} // namespace rigwright
