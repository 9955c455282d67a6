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
    std::int64_t kvLoraRank = 0;
    std::int64_t qLoraRank = 0;
    std::int64_t ropeDim = 0;
    std::int64_t nopeDim = 0;
    std::int64_t valueDim = 0;
    std::int64_t indexerDim = 0; ///< key values of the sparse-attention indexer
    /// Values of recurrent state and of its convolution, a sequence; independent of context.
    std::int64_t stateElements = 0;

    /// Values that a token leaves in the cache of this layer: keys, and values (0 where V is a view of K, as in MLA).
    [[nodiscard]] std::int64_t keyElementsPerToken() const;
    [[nodiscard]] std::int64_t valueElementsPerToken() const;
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
};

/// A model as the list of its layers.
struct Architecture {
    ModelFacts facts;
    std::vector<Layer> layers;
};

/// Expands a description into layers; an error names the dimension that is missing or contradicts another.
[[nodiscard]] Expected<Architecture> describe(const ModelFacts& facts);

} // namespace rigwright
