// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/serving_step.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr std::int64_t kHalf = 2;

std::int64_t attentionElements(const Attention& attention, int ranks)
{
    const std::int64_t headWidth = attention.kind == AttentionKind::Mla
        ? 2 * (attention.nopeDim + attention.ropeDim + attention.valueDim)
        : 2 * attention.headDim;
    const std::int64_t cached = 2 * attention.kvHeads * attention.headDim;
    return (attention.heads * headWidth + cached) / ranks;
}

std::int64_t feedForwardElements(const FeedForward& feedForward, std::int64_t hidden, int ranks)
{
    if (feedForward.experts == 0) {
        return 3 * feedForward.width / ranks;
    }
    // Fused kernels have two work spaces with a row for each expert of a token: gate with up or the results in one, their
    // product or the results in the other (vLLM, fused_moe's TritonExperts::workspace_shapes).
    const std::int64_t width = feedForward.width / ranks;
    const std::int64_t row = std::max(2 * width, hidden) + std::max(width, hidden);
    return feedForward.expertsPerToken * row + 3 * feedForward.sharedWidth / ranks;
}

} // namespace

Bytes visibleMemory(const Accelerator& accelerator)
{
    const Bytes memory = usableMemory(accelerator);
    constexpr Bytes kWhole = 1_GiB;
    const bool reported = memory.value() % kWhole.value() != 0;
    const bool nvidia = accelerator.vendor == AcceleratorVendor::Nvidia;
    if (reported || !nvidia || accelerator.mounting == Mounting::Integrated) {
        return memory;
    }
    const double capability = accelerator.computeCapability.value_or(0);
    constexpr double kTuring = 7.5;
    constexpr double kAmpereGddr = 8.6;
    constexpr double kAda = 8.9;
    const bool inBandEcc = accelerator.segment == Segment::Datacenter &&
        (capability == kTuring || capability == kAmpereGddr || capability == kAda);
    constexpr double kDriverShare = 0.006;
    constexpr Bytes kDriver = 400_MiB;
    constexpr std::int64_t kEccPart = 16;
    const Bytes left = memory - memory.scaled(kDriverShare) - kDriver;
    return inBandEcc ? left - memory / kEccPart : left;
}

Bytes forwardPeak(const Architecture& architecture, std::int64_t tokens, const Placement& placement)
{
    const std::int64_t hidden = architecture.facts.hidden;
    const int ranks = placement.tensorParallel;
    std::int64_t widest = 0;
    bool sparse = false;
    for (const Layer& layer : architecture.layers) {
        widest = std::max({widest, attentionElements(layer.attention, ranks),
                           feedForwardElements(layer.feedForward, hidden, ranks)});
        sparse = sparse || layer.attention.indexerDim > 0;
    }
    // The indexer scores its keys in pieces of at most this (vLLM, VLLM_SPARSE_INDEXER_MAX_LOGITS_MB).
    constexpr Bytes kIndexScores = 512_MiB;
    const Bytes layers(kHalf * tokens * (widest + 3 * hidden));
    return sparse ? layers + kIndexScores : layers;
}

Bytes samplingPeak(const Architecture& architecture, std::int64_t sequences)
{
    constexpr std::int64_t kBytesPerLogit = 39;
    return Bytes(kBytesPerLogit * sequences * architecture.facts.vocabulary);
}

Bytes outsideAllocator(int ranks)
{
    constexpr Bytes kAlone = 300_MiB;
    constexpr Bytes kNcclTwo = Bytes::gb(0.342);
    constexpr Bytes kNcclMore = Bytes::gb(0.392);
    if (ranks <= 1) {
        return kAlone;
    }
    return ranks == 2 ? kNcclTwo : kNcclMore;
}

} // namespace rigwright
