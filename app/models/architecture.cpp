// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/architecture.h"

#include <array>
#include <cstddef>

namespace rigwright {

namespace {

// No published model comes near these; they keep a hostile description from exhausting memory.
constexpr int kMostLayers = 10'000;
constexpr std::int64_t kLargestDimension = 1'000'000'000;
constexpr int kMostExperts = 100'000;

struct NamedDimension {
    const char* name;
    std::int64_t value;
    bool required;
};

Expected<void> checkDimensions(const ModelFacts& facts)
{
    const bool attends = facts.attention != AttentionKind::Recurrent || facts.fullLayers.period > 0;
    const bool mla = facts.attention == AttentionKind::Mla;
    const bool dense = facts.experts == 0 || facts.firstDenseLayers > 0;
    const std::array dimensions{
        NamedDimension{"hidden", facts.hidden, true},
        NamedDimension{"vocabulary", facts.vocabulary, true},
        NamedDimension{"heads", facts.heads, attends},
        NamedDimension{"kvHeads", facts.kvHeads, attends && !mla},
        NamedDimension{"headDim", facts.headDim, attends && !mla},
        NamedDimension{"kvLoraRank", facts.kvLoraRank, mla},
        NamedDimension{"qkRopeHeadDim", facts.qkRopeHeadDim, mla},
        NamedDimension{"qkNopeHeadDim", facts.qkNopeHeadDim, mla},
        NamedDimension{"vHeadDim", facts.vHeadDim, mla},
        NamedDimension{"window", facts.window, facts.attention == AttentionKind::SlidingWindow},
        NamedDimension{"feedForward", facts.feedForward, dense && attends},
        NamedDimension{"expertFeedForward", facts.expertFeedForward, facts.experts > 0},
        NamedDimension{"expertsPerToken", facts.expertsPerToken, facts.experts > 0},
        NamedDimension{"recurrentStateElements", facts.recurrentStateElements, !facts.recurrentKind.empty()},
    };
    for (const NamedDimension& dimension : dimensions) {
        if (dimension.value < (dimension.required ? 1 : 0) || dimension.value > kLargestDimension) {
            return fail("model '" + facts.id.text() + "': " + dimension.name + " is " +
                        std::to_string(dimension.value) + ", expected a positive number");
        }
    }
    if (facts.layers < 1 || facts.layers > kMostLayers) {
        return fail("model '" + facts.id.text() + "': layers is " + std::to_string(facts.layers) +
                    ", expected 1 to " + std::to_string(kMostLayers));
    }
    if (facts.experts < 0 || facts.experts > kMostExperts || facts.expertsPerToken > facts.experts) {
        return fail("model '" + facts.id.text() + "': " + std::to_string(facts.expertsPerToken) + " of " +
                    std::to_string(facts.experts) + " experts a token can't be");
    }
    if (!facts.layerPattern.empty() && std::ssize(facts.layerPattern) != facts.layers) {
        return fail("model '" + facts.id.text() + "': layerPattern has " +
                    std::to_string(facts.layerPattern.size()) + " letters for " +
                    std::to_string(facts.layers) + " layers");
    }
    return {};
}

AttentionKind kindOfLayer(const ModelFacts& facts, int index)
{
    if (!facts.layerPattern.empty()) {
        switch (facts.layerPattern[static_cast<std::size_t>(index)]) {
        case '*': return AttentionKind::Full;
        case 'M': return AttentionKind::Recurrent;
        default: return AttentionKind::None;
        }
    }
    const LayerPattern& full = facts.fullLayers;
    if (full.period > 0 && (index + 1) % full.period == full.offset % full.period) {
        return AttentionKind::Full;
    }
    return facts.attention;
}

Attention attentionOf(const ModelFacts& facts, int index)
{
    Attention attention;
    attention.kind = kindOfLayer(facts, index);
    switch (attention.kind) {
    case AttentionKind::None: break;
    case AttentionKind::Recurrent:
        attention.stateElements = facts.recurrentStateElements + facts.convStateElements;
        break;
    case AttentionKind::SlidingWindow: attention.window = facts.window; [[fallthrough]];
    case AttentionKind::Full:
        attention.heads = facts.heads;
        attention.kvHeads = facts.kvHeads;
        attention.headDim = facts.headDim;
        break;
    case AttentionKind::Mla:
        attention.heads = facts.heads;
        attention.kvLoraRank = facts.kvLoraRank;
        attention.qLoraRank = facts.qLoraRank;
        attention.ropeDim = facts.qkRopeHeadDim;
        attention.nopeDim = facts.qkNopeHeadDim;
        attention.valueDim = facts.vHeadDim;
        attention.indexerDim = facts.indexerHeads > 0 ? facts.indexerHeadDim : 0;
        break;
    }
    return attention;
}

bool hasExperts(const ModelFacts& facts, int index)
{
    if (!facts.layerPattern.empty()) {
        return facts.layerPattern[static_cast<std::size_t>(index)] == 'E';
    }
    return facts.experts > 0 && index >= facts.firstDenseLayers && index % facts.moeEvery == facts.moeOffset;
}

FeedForward feedForwardOf(const ModelFacts& facts, int index)
{
    if (hasExperts(facts, index)) {
        return {facts.expertFeedForward, facts.sharedExpertFeedForward, facts.experts, facts.expertsPerToken};
    }
    const bool absent =
        !facts.layerPattern.empty() && facts.layerPattern[static_cast<std::size_t>(index)] != '-';
    return {absent ? 0 : facts.feedForward, 0, 0, 0};
}

} // namespace

std::int64_t Attention::keyElementsPerToken() const
{
    return kind == AttentionKind::Mla ? kvLoraRank + ropeDim + indexerDim : kvHeads * headDim;
}

std::int64_t Attention::valueElementsPerToken() const
{
    return kind == AttentionKind::Mla ? 0 : kvHeads * headDim;
}

Expected<Architecture> describe(const ModelFacts& facts)
{
    if (const auto checked = checkDimensions(facts); !checked) {
        return tl::unexpected(checked.error());
    }
    Architecture architecture{facts, {}};
    architecture.layers.reserve(static_cast<std::size_t>(facts.layers));
    for (int index = 0; index < facts.layers; ++index) {
        architecture.layers.push_back({attentionOf(facts, index), feedForwardOf(facts, index)});
    }
    return architecture;
}

} // namespace rigwright
