// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/serving/serving_work.h"

#include "speed/work.h"

#include <algorithm>

namespace rigwright {

namespace {

// DeepSeek-V3.2 and GLM-5: tokens that the indexer picks (index_topk).
constexpr double kSparseTokens = 2048;
constexpr double kWholeContext = 1e12;

double reachOf(const Attention& attention)
{
    if (attention.kind == AttentionKind::SlidingWindow) {
        return static_cast<double>(attention.window);
    }
    return attention.indexerDim > 0 ? kSparseTokens : kWholeContext;
}

/// Devices that a layer's cache is split over: by key/value heads; MLA's compressed vector lies on each.
double cacheSplit(const Attention& attention, int ranks)
{
    if (attention.kind == AttentionKind::Mla) {
        return 1;
    }
    return static_cast<double>(std::min<std::int64_t>(ranks, std::max<std::int64_t>(1, attention.kvHeads)));
}

double widthOf(const Attention& attention)
{
    const std::int64_t width = attention.kind == AttentionKind::Mla
        ? attention.heads * (attention.nopeDim + attention.ropeDim + attention.valueDim) / 2
        : attention.heads * attention.headDim;
    return static_cast<double>(width);
}

double bytesOf(CacheType type, std::int64_t elements)
{
    return static_cast<double>(cacheBytes(type, elements).value());
}

} // namespace

Expected<ServingWork> ServingWork::of(const QuantizedModel& model, const Workload& workload,
                                      const Placement& placement, const Accelerator& accelerator)
{
    const Architecture& architecture = model.architecture;
    const bool mixture = architecture.facts.experts > 0;
    const auto dense = matrixFormat(accelerator, model.format, false, mixture);
    const auto experts = matrixFormat(accelerator, model.format, true, mixture);
    if (!dense || !experts) {
        return fail("the arithmetic rate of " + accelerator.info.name + " is unknown");
    }
    ServingWork work;
    work.dense = *dense;
    work.experts = *experts;
    work.attentionRate = matrixFormat(accelerator, WeightFormat::Bf16, false, false)->rate;
    work.layers = static_cast<double>(architecture.layers.size());
    work.hidden = static_cast<double>(architecture.facts.hidden);

    const int ranks = std::max(1, placement.tensorParallel);
    const int expertRanks = ranks * std::max(1, placement.dataParallel);
    double routed = 0;
    for (std::size_t i = 0; i < model.layers.size(); ++i) {
        const Layer& layer = architecture.layers[i];
        work.denseBytes += static_cast<double>(model.layers[i].attention.value()) / ranks;
        work.addAttention(architecture, workload, layer.attention, ranks);
        if (layer.feedForward.experts > 0) {
            work.expertBytes += static_cast<double>(model.layers[i].experts.value()) / expertRanks;
            work.expertLayers += 1;
            work.experts_ = layer.feedForward.experts;
            work.expertsPerToken_ = layer.feedForward.expertsPerToken;
            constexpr double kMatrices = 3; // gate, up, down
            routed += kMatrices * layer.feedForward.expertsPerToken * work.hidden *
                static_cast<double>(layer.feedForward.width);
        }
    }
    work.denseBytes += static_cast<double>(model.output.value()) / ranks;
    const auto active = static_cast<double>(model.activeParameters);
    constexpr double kPerParameter = 2;
    work.expertFlops = kPerParameter * std::min(routed, active) / ranks;
    work.denseFlops = kPerParameter * std::max(0.0, active - routed) / ranks;
    return work;
}

void ServingWork::addAttention(const Architecture& architecture, const Workload& workload,
                               const Attention& attention, int ranks)
{
    const Attention& read = attention.ownsCache()
        ? attention
        : architecture.layers[static_cast<std::size_t>(attention.cacheLayer)].attention;
    const double split = cacheSplit(read, ranks);
    indexerLayers += attention.indexerDim > 0 ? 1 : 0;
    constexpr double kStateBytes = 4;
    fixedBytes_ += kStateBytes * static_cast<double>(attention.stateElements) / ranks;
    if (attention.kind == AttentionKind::Recurrent || attention.kind == AttentionKind::None) {
        return;
    }
    constexpr double kScoresAndValues = 4;
    addView({reachOf(read),
             (bytesOf(workload.keyCache, read.keyElementsPerToken()) +
              bytesOf(workload.valueCache, read.valueElementsPerToken())) /
                 split,
             kScoresAndValues * widthOf(read) / ranks});
    if (read.cacheRatio > 0) {
        const auto ratio = static_cast<double>(read.cacheRatio);
        addView({kWholeContext, bytesOf(workload.keyCache, read.compressedElementsPerEntry()) / ratio / split,
                 kScoresAndValues * widthOf(read) / ratio / ranks});
    }
}

void ServingWork::addView(const View& view)
{
    const auto alike =
        std::ranges::find_if(views_, [&](const View& each) { return each.reach == view.reach; });
    if (alike == views_.end()) {
        views_.push_back(view);
        return;
    }
    alike->bytes += view.bytes;
    alike->flops += view.flops;
}

double ServingWork::touchedExperts(double tokens) const
{
    return experts_ == 0 ? 0 : distinctExperts(experts_, expertsPerToken_, tokens) / experts_;
}

double ServingWork::cacheBytes(double tokens) const
{
    double bytes = fixedBytes_;
    for (const View& view : views_) {
        bytes += view.bytes * std::min(tokens, view.reach);
    }
    return bytes;
}

double ServingWork::attentionFlops(double tokens) const
{
    double flops = 0;
    for (const View& view : views_) {
        flops += view.flops * tokens * std::min(tokens / 2, view.reach);
    }
    return flops;
}

} // namespace rigwright
