// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quantized_model.h"
#include "sizing/workload.h"

namespace rigwright {

/// What one decode step reads in a range of layers.
struct StepBytes {
    Bytes weights; ///< attention, norms, dense and shared feed-forward
    Bytes experts; ///< routed experts that the sequences of a step touch
    Bytes cache;   ///< keys and values of all sequences
};

/// For so many sequences, each with so many tokens in its cache.
[[nodiscard]] StepBytes stepBytes(const QuantizedModel& model, const Workload& workload, std::size_t layer,
                                  double sequences, double cachedTokens);

/// Experts that `tokens` tokens meet when each picks k of E at random: E (1 − (1 − k/E)^tokens). Real routing is skewed, so
/// this is the most.
[[nodiscard]] double distinctExperts(int experts, int perToken, double tokens);

/// Operations for a prompt of n tokens: 2 per active parameter and token, and the scores and values of attention
/// over what each token sees.
[[nodiscard]] Flops promptWork(const QuantizedModel& model, double tokens);

} // namespace rigwright
