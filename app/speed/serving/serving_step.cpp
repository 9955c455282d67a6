// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/serving/serving_step.h"

#include "speed/interconnect.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

double by(const std::array<double, 3>& shares, Precision precision)
{
    return shares[static_cast<std::size_t>(precision)];
}

} // namespace

ServingStep::ServingStep(const ServingWork& work, const AcceleratorGroup& group, const Placement& placement,
                         const ServingConstants& constants, bool graphs)
    : work_(work)
    , group_(group)
    , placement_(placement)
    , constants_(constants)
    , bandwidth_(*group.accelerator.bandwidth)
    , graphs_(graphs)
{ }

double ServingStep::denseShare() const
{
    return work_.dense.isGrouped ? constants_.groupedShare : by(constants_.weightShare, work_.dense.stored);
}

double ServingStep::expertShare() const
{
    return work_.experts.isGrouped
        ? constants_.groupedExperts
        : by(constants_.weightShare, work_.experts.stored) * constants_.expertShare;
}

Seconds ServingStep::weightTime(double tokens) const
{
    const double dense = work_.denseBytes / denseShare();
    const double copies = std::max(1, placement_.dataParallel);
    const double experts = work_.expertBytes * work_.touchedExperts(tokens * copies) / expertShare();
    return Seconds((dense + experts) / bandwidth_.value());
}

/// What is reached of a peak: the greater it is, the less of it.
double ServingStep::reached(const MatrixFormat& format) const
{
    constexpr double kReference = 1e15;
    constexpr double kMost = 0.87; // the largest matrix products on an A100 (stas00/ml-engineering)
    const double share = by(constants_.computeShare, format.multiplied) *
        std::pow(kReference / format.rate.value(), constants_.computeTaper);
    return format.rate.value() * std::min(kMost, share);
}

Seconds ServingStep::matrixTime(double tokens) const
{
    const double dense = work_.denseFlops / reached(work_.dense);
    const double experts = work_.expertFlops / (reached(work_.experts) * constants_.expertCompute);
    return Seconds(tokens * (dense + experts));
}

/// Two all-reduces a layer, after attention and after the feed-forward part; where sequences are dealt out to copies and experts
/// are not, tokens go to their experts and back instead. Stages of a pipeline hand tokens on.
Seconds ServingStep::exchangeTime(double tokens) const
{
    constexpr double kBytes = 2;
    const Bytes message(static_cast<std::int64_t>(tokens * work_.hidden * kBytes));
    Seconds time;
    if (placement_.tensorParallel > 1) {
        AllReduce exchange = allReduceOver(group_, placement_.tensorParallel);
        exchange.latency = exchange.latency * constants_.exchangeLatency;
        const double times = 2 * work_.layers;
        time += exchange.time(message, placement_.tensorParallel) * times;
    }
    if (placement_.dataParallel > 1 && work_.expertLayers > 0) {
        const int ranks = placement_.tensorParallel * placement_.dataParallel;
        time += allToAll(group_, message * placement_.dataParallel, ranks) * (2 * work_.expertLayers);
    }
    if (placement_.pipelineParallel > 1) {
        time += pointToPoint(group_, message) * (placement_.pipelineParallel - 1);
    }
    return time;
}

double ServingStep::perStage(double sequences) const
{
    return std::max(1.0, sequences / std::max(1, placement_.pipelineParallel));
}

StepTime ServingStep::decode(double sequences, double cachedTokens, double tokensEach) const
{
    const double together = perStage(sequences);
    const double tokens = together * tokensEach;
    const double cache = together * work_.cacheBytes(cachedTokens);
    const Seconds layer =
        graphs_ ? constants_.perLayer : std::max(constants_.perLayer, constants_.promptLayer);
    StepTime time;
    time.deviceMemory = weightTime(tokens) + Seconds(cache / (bandwidth_.value() * constants_.cacheShare));
    time.compute = matrixTime(tokens);
    time.interconnect = exchangeTime(tokens);
    time.overhead = layer * work_.layers + constants_.perExpertLayer * work_.expertLayers +
        constants_.perIndexer * work_.indexerLayers + constants_.perStep + constants_.perSequence * together;
    return time;
}

StepTime ServingStep::prompt(double tokens, double found) const
{
    const double fresh = tokens - found;
    const double scores = work_.attentionFlops(tokens) - work_.attentionFlops(found);
    StepTime time;
    time.compute =
        matrixTime(fresh) + Seconds(scores / (work_.attentionRate.value() * constants_.attentionCompute));
    time.deviceMemory = std::max(Seconds(), weightTime(fresh) - time.compute);
    time.interconnect = exchangeTime(fresh);
    time.overhead = constants_.promptLayer * work_.layers + constants_.promptExpertLayer * work_.expertLayers;
    return time;
}

Seconds ServingStep::shared(const StepTime& prompt)
{
    return prompt.compute + prompt.interconnect + prompt.overhead;
}

Seconds ServingStep::limit(double sequences, double cachedTokens) const
{
    const double together = perStage(sequences);
    const double copies = std::max(1, placement_.dataParallel);
    const double bytes = work_.denseBytes + work_.expertBytes * work_.touchedExperts(1) / copies +
        together * work_.cacheBytes(cachedTokens);
    const double seconds = together *
        (work_.denseFlops / work_.dense.rate.value() + work_.expertFlops / work_.experts.rate.value());
    return std::max(Seconds(bytes / bandwidth_.value()), Seconds(seconds));
}

} // namespace rigwright
