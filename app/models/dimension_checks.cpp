// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dimension_checks.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace rigwright {

namespace {

// No published model comes near these; they keep a hostile description from exhausting memory and from overflowing 64 bits:
// a layer has fewer than fifty tensors.
constexpr int kMostLayers = 10'000;
constexpr std::int64_t kLargestDimension = 1'000'000'000;
constexpr double kLargestTensor = 1e13;
// What a token leaves in the caches grows by this width times any context: even in a narrow model it must stay small.
constexpr double kLeastWidth = 100'000;
constexpr int kMostExperts = 100'000;
constexpr int kMostModules = 100;
constexpr int kMostStreams = 64;
constexpr int kMostTokens = 1'000'000; // of a convolution or of one compressed entry

struct NamedDimension {
    const char* name;
    std::int64_t value;
    bool required;
};

tl::unexpected<Error> refuse(const ModelFacts& facts, const std::string& what)
{
    return fail("model '" + facts.id.text() + "': " + what);
}

/// The kinds of attention that a description can have layers of.
std::set<AttentionKind> kindsOf(const ModelFacts& facts)
{
    std::set<AttentionKind> kinds;
    for (const LayerFacts& layer : facts.layerList) {
        kinds.insert(layer.attention);
    }
    if (facts.layerList.empty() && facts.layerPattern.empty()) {
        kinds.insert(facts.attention);
        if (facts.fullLayers.period > 0) {
            kinds.insert(AttentionKind::Full);
        }
    }
    if (facts.layerPattern.find('*') != std::string::npos) {
        kinds.insert(AttentionKind::Full);
    }
    if (facts.layerPattern.find('M') != std::string::npos) {
        kinds.insert(AttentionKind::Recurrent);
    }
    return kinds;
}

/// Whether each layer of a list says a dimension itself.
template <class Field>
bool listSays(const ModelFacts& facts, Field LayerFacts::*field)
{
    return !facts.layerList.empty() && std::ranges::all_of(facts.layerList, [field](const LayerFacts& layer) {
        return (layer.*field).has_value() || layer.attention == AttentionKind::None ||
            layer.attention == AttentionKind::Recurrent || layer.attention == AttentionKind::Mla;
    });
}

/// Dimensions that some kind of layer needs.
std::vector<NamedDimension> neededDimensions(const ModelFacts& facts)
{
    const std::set<AttentionKind> kinds = kindsOf(facts);
    const bool mla = kinds.contains(AttentionKind::Mla);
    const bool window = kinds.contains(AttentionKind::SlidingWindow);
    const bool softmax = window || kinds.contains(AttentionKind::Full);
    const bool recurrent = kinds.contains(AttentionKind::Recurrent);
    const bool dense = facts.layerPattern.empty() && facts.layerList.empty() &&
        (facts.experts == 0 || facts.firstDenseLayers > 0);
    return {
        NamedDimension{"hidden", facts.hidden, true},
        NamedDimension{"vocabulary", facts.vocabulary, true},
        NamedDimension{"heads", facts.heads, (softmax && !listSays(facts, &LayerFacts::heads)) || mla},
        NamedDimension{"kvHeads", facts.kvHeads, softmax && !listSays(facts, &LayerFacts::kvHeads)},
        NamedDimension{"headDim", facts.headDim, softmax && !listSays(facts, &LayerFacts::headDim)},
        NamedDimension{"kvLoraRank", facts.kvLoraRank, mla},
        NamedDimension{"qkNopeHeadDim", facts.qkNopeHeadDim, mla},
        NamedDimension{"vHeadDim", facts.vHeadDim, mla},
        NamedDimension{"window", facts.window, window && !listSays(facts, &LayerFacts::window)},
        NamedDimension{"feedForward", facts.feedForward, dense && (softmax || mla)},
        NamedDimension{"expertFeedForward", facts.expertFeedForward, facts.experts > 0},
        NamedDimension{"expertsPerToken", facts.expertsPerToken, facts.experts > 0},
        NamedDimension{"recurrentStateElements", facts.recurrentStateElements,
                       recurrent && facts.recurrentKind != "short_conv"},
        NamedDimension{"recurrentStateSize", facts.recurrentStateSize, facts.recurrentKind == "mamba1"},
        NamedDimension{"outputGroups", facts.outputGroups, facts.outputLoraRank > 0},
        NamedDimension{"indexerHeadDim", facts.indexerHeadDim, facts.indexerHeads > 0},
    };
}

/// Dimensions that may be missing but must not be absurd.
std::vector<NamedDimension> otherDimensions(const ModelFacts& facts)
{
    return {
        NamedDimension{"qLoraRank", facts.qLoraRank, false},
        NamedDimension{"qkRopeHeadDim", facts.qkRopeHeadDim, false},
        NamedDimension{"sharedExpertFeedForward", facts.sharedExpertFeedForward, false},
        NamedDimension{"expertLatentWidth", facts.expertLatentWidth, false},
        NamedDimension{"laurelRank", facts.laurelRank, false},
        NamedDimension{"otherLayerElements", facts.otherLayerElements, false},
        NamedDimension{"perLayerInput", facts.perLayerInput, false},
        NamedDimension{"perLayerVocabulary", facts.perLayerVocabulary, false},
        NamedDimension{"outputLoraRank", facts.outputLoraRank, false},
        NamedDimension{"maxContext", facts.maxContext, false},
        NamedDimension{"learnedPositions", facts.learnedPositions, false},
    };
}

Expected<void> checkOwnDimensions(const ModelFacts& facts)
{
    std::vector<NamedDimension> dimensions = neededDimensions(facts);
    const std::vector<NamedDimension> others = otherDimensions(facts);
    dimensions.insert(dimensions.end(), others.begin(), others.end());
    for (const NamedDimension& dimension : dimensions) {
        if (dimension.value < (dimension.required ? 1 : 0) || dimension.value > kLargestDimension) {
            return refuse(facts,
                          std::string(dimension.name) + " is " + std::to_string(dimension.value) +
                              ", expected a positive number");
        }
    }
    return {};
}

Expected<void> checkCounts(const ModelFacts& facts)
{
    if (facts.layers < 1 || facts.layers > kMostLayers) {
        return refuse(facts,
                      "layers is " + std::to_string(facts.layers) + ", expected 1 to " +
                          std::to_string(kMostLayers));
    }
    if (facts.experts < 0 || facts.experts > kMostExperts || facts.expertsPerToken > facts.experts) {
        return refuse(facts,
                      std::to_string(facts.expertsPerToken) + " of " + std::to_string(facts.experts) +
                          " experts a token can't be");
    }
    for (const int streams : {facts.hyperConnections, facts.altupStreams}) {
        if (streams < 0 || streams > kMostStreams) {
            return refuse(facts, std::to_string(streams) + " residual streams, expected at most 64");
        }
    }
    if (facts.convKernel < 0 || facts.convKernel > kMostTokens) {
        return refuse(facts, "convKernel is " + std::to_string(facts.convKernel));
    }
    if (facts.moeEvery < 1 || facts.mtpModules < 0 || facts.mtpModules > kMostModules) {
        return refuse(facts, "experts in every 0th layer or more MTP modules than a model has");
    }
    if (!facts.layerPattern.empty() && std::ssize(facts.layerPattern) != facts.layers) {
        return refuse(facts,
                      "layerPattern has " + std::to_string(facts.layerPattern.size()) + " letters for " +
                          std::to_string(facts.layers) + " layers");
    }
    if (!facts.layerList.empty() && std::ssize(facts.layerList) != facts.layers) {
        return refuse(facts,
                      "layerList has " + std::to_string(facts.layerList.size()) + " entries for " +
                          std::to_string(facts.layers) + " layers");
    }
    return {};
}

std::int64_t widest(const ModelFacts& facts, std::int64_t own, std::optional<std::int64_t> LayerFacts::*field)
{
    for (const std::vector<LayerFacts>* list : {&facts.layerList, &facts.mtpLayers}) {
        for (const LayerFacts& layer : *list) {
            own = std::max(own, (layer.*field).value_or(0));
        }
    }
    return own;
}

Expected<void> checkLayerList(const ModelFacts& facts)
{
    for (const std::vector<LayerFacts>* list : {&facts.layerList, &facts.mtpLayers}) {
        for (const LayerFacts& layer : *list) {
            for (const auto& value :
                 {layer.heads, layer.kvHeads, layer.headDim, layer.vHeadDim, layer.window, layer.cacheRatio,
                  layer.feedForward, layer.expertFeedForward, layer.sharedExpertFeedForward}) {
                if (value.value_or(0) < 0 || value.value_or(0) > kLargestDimension) {
                    return refuse(facts, "a layer of layerList has a dimension of " + std::to_string(*value));
                }
            }
            if (layer.cacheRatio.value_or(0) > kMostTokens || layer.plainMatrices < 0 ||
                layer.plainMatrices > 2) {
                return refuse(facts, "a layer of layerList has a cacheRatio or plainMatrices out of range");
            }
            const int experts = layer.experts.value_or(0);
            if (experts < 0 || experts > kMostExperts || (experts > 0 && facts.expertsPerToken > experts)) {
                return refuse(facts, "a layer of layerList has " + std::to_string(experts) + " experts");
            }
        }
    }
    return {};
}

Expected<void> checkProducts(const ModelFacts& facts)
{
    const auto heads = static_cast<double>(std::max(widest(facts, facts.heads, &LayerFacts::heads),
                                                    widest(facts, facts.kvHeads, &LayerFacts::kvHeads)));
    const auto headDim = static_cast<double>(std::max({widest(facts, facts.headDim, &LayerFacts::headDim),
                                                       widest(facts, facts.vHeadDim, &LayerFacts::vHeadDim),
                                                       facts.qkNopeHeadDim + facts.qkRopeHeadDim}));
    int experts = std::max(1, facts.experts);
    for (const LayerFacts& layer : facts.layerList) {
        experts = std::max(experts, layer.experts.value_or(0));
    }
    const auto expertWidth =
        static_cast<double>(widest(facts, facts.expertFeedForward, &LayerFacts::expertFeedForward));
    const auto width = static_cast<double>(
        std::max({facts.hidden, facts.kvLoraRank, facts.qLoraRank, facts.outputLoraRank, facts.perLayerInput,
                  facts.expertLatentWidth, facts.recurrentGateRank}));
    const auto recurrent =
        static_cast<double>(facts.recurrentHeads) * static_cast<double>(facts.recurrentHeadDim) +
        static_cast<double>(facts.recurrentGroups) * static_cast<double>(facts.recurrentStateSize);
    const auto rows = static_cast<double>(std::max(
        {facts.vocabulary, facts.learnedPositions, facts.perLayerVocabulary, facts.sharedExpertFeedForward,
         widest(facts, facts.feedForward, &LayerFacts::feedForward)}));
    const double indexer =
        static_cast<double>(facts.indexerHeads) * static_cast<double>(facts.indexerHeadDim) * 4;
    const double lowRankOutput =
        static_cast<double>(facts.outputGroups) * static_cast<double>(facts.outputLoraRank);
    const double largest = std::max(
        {width * rows * std::max(1.0, static_cast<double>(facts.perLayerInput) * facts.layers / width),
         std::max(width, kLeastWidth) * heads * headDim * 2, width * expertWidth * experts,
         width * recurrent * (4 + facts.convKernel), width * indexer, width * lowRankOutput,
         static_cast<double>(facts.recurrentStateElements + facts.convStateElements) * width});
    if (largest > kLargestTensor) {
        return refuse(facts, "its dimensions multiply to a tensor beyond any model's");
    }
    return {};
}

} // namespace

Expected<void> checkDimensions(const ModelFacts& facts)
{
    return checkCounts(facts)
        .and_then([&] { return checkOwnDimensions(facts); })
        .and_then([&] { return checkLayerList(facts); })
        .and_then([&] { return checkProducts(facts); });
}

} // namespace rigwright
