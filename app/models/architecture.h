// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/model_facts.h"

#include <cstdint>
#include <vector>

namespace rigwright {

/// How one layer attends. Dimensions are elements; those of other kinds stay zero.
struct Attention {
    AttentionKind kind = AttentionKind::Full;
    std::int64_t heads = 0;
    std::int64_t kvHeads = 0;
    std::int64_t headDim = 0;
    std::int64_t window = 0;
    bool chunked = false; ///< the window is a chunk: caches size it like a window
    std::int64_t kvLoraRank = 0;
    std::int64_t qLoraRank = 0;
    std::int64_t ropeDim = 0;
    std::int64_t nopeDim = 0;
    std::int64_t valueDim = 0;
    std::int64_t indexerDim = 0; ///< key values of the sparse-attention indexer
    int indexerHeads = 0;
    bool sinks = false;
    bool hasKeys = true; ///< projections for keys and values; one that reads another's cache may lack them
    bool keyIsValue = false;     ///< no value projection of its own
    bool valueIsCached = true;   ///< false: one cached vector is key and value
    std::int64_t cacheRatio = 0; ///< tokens of one compressed entry; 0: no compressed stream
    int cacheLayer = -1;         ///< the layer whose cache this one reads; -1: its own
    /// Values of recurrent state and of its convolution, a sequence; independent of context. A layer of another kind has them
    /// too where a recurrent part runs beside the attention or a compressed stream collects its next entry.
    std::int64_t stateElements = 0;
    std::int64_t convElements = 0; ///< those of the convolution among them

    [[nodiscard]] bool ownsCache() const { return cacheLayer < 0; }

    /// Values that a token leaves in the cache of this layer: keys, and values (0 where V is a view of K, as in MLA). Where
    /// the layer reads another's cache: none. A window keeps those of its tokens; the compressed stream comes on top.
    [[nodiscard]] std::int64_t keyElementsPerToken() const;
    [[nodiscard]] std::int64_t valueElementsPerToken() const;
    /// Values of one entry of the compressed stream: one each `cacheRatio` tokens of the whole context, with its index key.
    [[nodiscard]] std::int64_t compressedElementsPerEntry() const;
};

struct FeedForward {
    std::int64_t width = 0; ///< of the dense network, or of one expert
    std::int64_t sharedWidth = 0;
    int experts = 0; ///< 0: dense
    int expertsPerToken = 0;
};

struct Layer {
    Attention attention;
    FeedForward feedForward;
    int plainMatrices = 0; ///< hidden × hidden, in place of an attention or a feed-forward part
};

/// A model as the list of its layers.
struct Architecture {
    ModelFacts facts;
    std::vector<Layer> layers;
    std::vector<Layer> mtpLayers; ///< of one module for multi-token prediction; empty: the model has none
};

/// A layer of one part as a pattern writes it: M recurrent, * attention, - dense feed-forward, E experts.
[[nodiscard]] LayerFacts layerOfLetter(char letter, const ModelFacts& facts);

/// Expands a description into layers; an error names the dimension that is missing or contradicts another.
[[nodiscard]] Expected<Architecture> describe(const ModelFacts& facts);

} // namespace rigwright
