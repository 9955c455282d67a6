// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quantized_model.h"
#include "sizing/workload.h"

namespace rigwright {

/// What one decode step reads in a range of layers.
struct StepBytes {
    Bytes weights; ///< attention, norms, dense and shared feed-forward
    Bytes experts; ///< routed experts that the tokens of a step touch
    Bytes cache;   ///< keys and values of all sequences
};

/// For so many sequences, each with so many tokens in its cache. A step that checks a draft works on several tokens of each
/// sequence at once.
[[nodiscard]] StepBytes stepBytes(const QuantizedModel& model, const Workload& workload, std::size_t layer,
                                  double sequences, double cachedTokens, double tokensEach = 1);

/// Experts that `tokens` tokens meet when each picks k of E at random: E (1 − (1 − k/E)^tokens). Real routing is skewed, so
/// this is the most.
[[nodiscard]] double distinctExperts(int experts, int perToken, double tokens);

/// Operations of a prompt.
struct PromptWork {
    Flops matrices;  ///< 2 per active parameter and token; only the last token meets the output head
    Flops attention; ///< scores and values over what each token sees

    [[nodiscard]] Flops total() const { return matrices + attention; }
};

/// For `tokens` tokens after `depth` that are in the cache already.
[[nodiscard]] PromptWork promptWork(const QuantizedModel& model, double tokens, double depth = 0);

} // namespace rigwright
