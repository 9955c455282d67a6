// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/work.h"

#include "sizing/kv_cache.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

double distinctExperts(int experts, int perToken, double tokens)
{
    const double share = static_cast<double>(perToken) / experts;
    return experts * (1 - std::pow(1 - share, tokens));
}

StepBytes stepBytes(const QuantizedModel& model, const Workload& workload, std::size_t layer,
                    double sequences, double cachedTokensEach)
{
    const Layer& description = model.architecture.layers[layer];
    const LayerWeights& weights = model.layers[layer];
    StepBytes bytes{weights.attention, {}, {}};
    if (const FeedForward& feedForward = description.feedForward; feedForward.experts > 0) {
        const double touched = distinctExperts(feedForward.experts, feedForward.expertsPerToken, sequences) /
            feedForward.experts;
        bytes.experts = weights.experts.scaled(touched);
    }
    const Attention& attention = description.attention;
    const auto tokens = static_cast<double>(
        cachedTokens(attention, static_cast<std::int64_t>(std::max(1.0, cachedTokensEach))));
    const Bytes perToken = cacheBytes(workload.keyCache, attention.keyElementsPerToken()) +
        cacheBytes(workload.valueCache, attention.valueElementsPerToken());
    constexpr double kStateBytes = 4;
    bytes.cache =
        Bytes(static_cast<std::int64_t>(sequences *
                                        (static_cast<double>(perToken.value()) * tokens +
                                         kStateBytes * static_cast<double>(attention.stateElements))));
    return bytes;
}

Flops promptWork(const QuantizedModel& model, double tokens)
{
    double attention = 0;
    for (const Layer& layer : model.architecture.layers) {
        const Attention& kind = layer.attention;
        const double width = kind.kind == AttentionKind::Mla
            ? static_cast<double>(kind.heads * (kind.nopeDim + kind.ropeDim + kind.valueDim)) / 2
            : static_cast<double>(kind.heads * kind.headDim);
        const double seen = kind.kind == AttentionKind::SlidingWindow
            ? std::min(tokens / 2, static_cast<double>(kind.window))
            : tokens / 2;
        attention += 4 * width * tokens * seen;
    }
    return Flops(2.0 * static_cast<double>(model.activeParameters) * tokens + attention);
}

} // namespace rigwright
