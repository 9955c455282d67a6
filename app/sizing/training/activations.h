// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tensors.h"
#include "sizing/training/training_setup.h"
#include "units/units.h"

#include <cstdint>
#include <vector>

// What the forward pass keeps for the backward pass. The counts follow what PyTorch's autograd saves for each operation:
// a matrix product keeps its input when the matrix is trained, a product of two activations keeps both, flash attention its
// inputs, its output and a row of statistics (arXiv:2205.05198 counts the same way for GPT-3's layers).
namespace rigwright {

/// How a framework and its kernels treat activations.
struct ActivationRules {
    bool trainsBase = true;       ///< matrices and norms of the model are trained, not adapters alone
    bool quantizedBase = false;   ///< a frozen matrix of 8 or 4 bits keeps its input (bitsandbytes)
    bool flashAttention = true;   ///< without it the scores of every head are written out
    bool fusedKernels = false;    ///< norms and activation functions keep their 16-bit inputs alone
    bool repeatsKeyValues = true; ///< keys and values are repeated for every query head before attention
    bool everySecondProduct =
        true; ///< selective recomputation keeps every second matrix product; else all but the scores
};

/// Bytes that one token leaves, by what tensor parallelism does with them.
struct TokenBytes {
    std::int64_t split = 0; ///< inside attention and feed-forward: shared out
    std::int64_t streams =
        0; ///< norms, residuals and inputs of matrices: shared out by sequence parallelism alone
};

/// What one layer keeps for each token.
struct LayerActivations {
    TokenBytes kept;      ///< without recomputation
    TokenBytes selective; ///< with selective recomputation
    TokenBytes input;     ///< with full recomputation: what enters the layer
};

/// `tensors` are those of the layer.
[[nodiscard]] LayerActivations layerActivations(const ModelFacts& facts, const Layer& layer,
                                                const std::vector<Tensor>& tensors,
                                                const TrainingSetup& setup, const ActivationRules& rules);

/// Values that enter the quantised matrices of a layer, for each token.
[[nodiscard]] std::int64_t quantizedInputs(const ModelFacts& facts, const Layer& layer);

/// The logits of so many tokens over a vocabulary at the worst moment of the loss, and the final norm. Whole: the FP32
/// log-softmax, the gradient that the loss gives it and the one that it gives the logits; compiled: 16-bit logits and gradient;
/// chunked: 16-bit logits and FP32 for one of torchtune's eight chunks; fused: as many tokens at a time as the hidden width is
/// of the vocabulary (Liger).
[[nodiscard]] Bytes lossBytes(const ModelFacts& facts, LossMode mode, std::int64_t tokens,
                              std::int64_t vocabularyShares);

} // namespace rigwright
