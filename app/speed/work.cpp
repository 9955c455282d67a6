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

namespace {

/// Bytes of one sequence's cache that one token reads in a layer: what is kept of the tokens, and of each compressed entry.
double cacheRead(const Attention& attention, const Workload& workload, double tokens)
{
    const auto context = static_cast<std::int64_t>(std::max(1.0, tokens));
    const Bytes perToken = cacheBytes(workload.keyCache, attention.keyElementsPerToken()) +
        cacheBytes(workload.valueCache, attention.valueElementsPerToken());
    double bytes =
        static_cast<double>(perToken.value()) * static_cast<double>(cachedTokens(attention, context));
    if (attention.cacheRatio > 0) {
        const Bytes perEntry = cacheBytes(workload.keyCache, attention.compressedElementsPerEntry());
        bytes += static_cast<double>(perEntry.value()) * tokens / static_cast<double>(attention.cacheRatio);
    }
    return bytes;
}

} // namespace

StepBytes stepBytes(const QuantizedModel& model, const Workload& workload, std::size_t layer,
                    double sequences, double cachedTokensEach, double tokensEach)
{
    const Layer& description = model.architecture.layers[layer];
    const LayerWeights& weights = model.layers[layer];
    StepBytes bytes{weights.attention, {}, {}};
    if (const FeedForward& feedForward = description.feedForward; feedForward.experts > 0) {
        const double touched =
            distinctExperts(feedForward.experts, feedForward.expertsPerToken, sequences * tokensEach) /
            feedForward.experts;
        bytes.experts = weights.experts.scaled(touched);
    }
    const Attention& own = description.attention;
    const Attention& read =
        own.ownsCache() ? own : model.architecture.layers[static_cast<std::size_t>(own.cacheLayer)].attention;
    constexpr double kStateBytes = 4;
    bytes.cache = Bytes(static_cast<std::int64_t>(sequences *
                                                  (cacheRead(read, workload, cachedTokensEach) +
                                                   kStateBytes * static_cast<double>(own.stateElements))));
    return bytes;
}

PromptWork promptWork(const QuantizedModel& model, double tokens, double depth)
{
    PromptWork work;
    for (const Layer& layer : model.architecture.layers) {
        const Attention& kind = layer.attention;
        if (kind.kind == AttentionKind::Recurrent || kind.kind == AttentionKind::None) {
            continue;
        }
        const double width = kind.kind == AttentionKind::Mla
            ? static_cast<double>(kind.heads * (kind.nopeDim + kind.ropeDim + kind.valueDim)) / 2
            : static_cast<double>(kind.heads * kind.headDim);
        const double before = depth + tokens / 2;
        const double seen = kind.kind == AttentionKind::SlidingWindow
            ? std::min(before, static_cast<double>(kind.window))
            : before;
        work.attention += Flops(4 * width * tokens * seen);
    }
    const ModelFacts& facts = model.architecture.facts;
    const auto active = static_cast<double>(model.activeParameters);
    const double head =
        std::min(active, static_cast<double>(facts.hidden) * static_cast<double>(facts.vocabulary));
    work.matrices = Flops(2 * ((active - head) * tokens + head));
    return work;
}

} // namespace rigwright
