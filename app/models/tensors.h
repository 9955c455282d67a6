// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/architecture.h"

#include <cstdint>
#include <vector>

namespace rigwright {

/// What a tensor is for: formats choose its type by this, placements its device.
enum class TensorRole {
    TokenEmbedding,
    PositionEmbedding,
    PerLayerEmbedding, ///< a look-up table for every layer (Gemma 3n)
    Output,
    OutputNorm, ///< and every other vector beside the output head
    Norm,       ///< and every other vector of a layer: biases, sinks
    AttentionQuery,
    AttentionKey,
    AttentionValue,
    AttentionQkv, ///< query, key and value in one matrix
    AttentionOutput,
    LatentKey,       ///< MLA: from the latent to the keys, a matrix for each head
    LatentValue,     ///< MLA: from the latent to the values, a matrix for each head
    AttentionOther,  ///< compressions of MLA, projections of recurrent layers
    SmallProjection, ///< kept in 16 bits by llama.cpp: its altup, laurel and per-layer projections
    Convolution,     ///< small, never quantised
    Router,
    FeedForwardGate,
    FeedForwardUp,
    FeedForwardDown,
    SharedGate,
    SharedUp,
    SharedDown,
    ExpertGate,
    ExpertUp,
    ExpertDown,
};

[[nodiscard]] bool isRoutedExpert(TensorRole role);

/// A weight tensor, or one for each expert.
struct Tensor {
    TensorRole role = TensorRole::Norm;
    int layer = -1;           ///< -1: of the whole model
    std::int64_t columns = 0; ///< values of a row: the length that a block type must divide
    std::int64_t rows = 1;
    std::int64_t experts = 1;
    bool isVector = false; ///< one dimension: never quantised

    [[nodiscard]] std::int64_t elements() const { return columns * rows * experts; }
};

/// Every weight tensor that an architecture implies. A tied output head is not a tensor of its own.
[[nodiscard]] std::vector<Tensor> tensorInventory(const Architecture& architecture);

[[nodiscard]] std::int64_t parameterCount(const std::vector<Tensor>& tensors);

} // namespace rigwright
