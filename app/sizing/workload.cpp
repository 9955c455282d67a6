// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/workload.h"

#include "sizing/names.h"
#include "sizing/ranges.h"
#include "units/format.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr std::array kKinds{
    Named<WorkloadKind>{WorkloadKind::Chat, "chat"},        Named<WorkloadKind>{WorkloadKind::Serve, "serve"},
    Named<WorkloadKind>{WorkloadKind::Batch, "batch"},      Named<WorkloadKind>{WorkloadKind::Lora, "lora"},
    Named<WorkloadKind>{WorkloadKind::Qlora, "qlora"},      Named<WorkloadKind>{WorkloadKind::Full, "full"},
    Named<WorkloadKind>{WorkloadKind::Pretrain, "pretrain"}};
constexpr std::array kCacheTypes{
    Named<CacheType>{CacheType::F32, "f32"},   Named<CacheType>{CacheType::F16, "f16"},
    Named<CacheType>{CacheType::Bf16, "bf16"}, Named<CacheType>{CacheType::Fp8, "fp8"},
    Named<CacheType>{CacheType::Q8_0, "q8_0"}, Named<CacheType>{CacheType::Q5_1, "q5_1"},
    Named<CacheType>{CacheType::Q5_0, "q5_0"}, Named<CacheType>{CacheType::Q4_1, "q4_1"},
    Named<CacheType>{CacheType::Q4_0, "q4_0"}};

struct CacheBlock {
    std::int64_t elements;
    std::int64_t bytes;
};

CacheBlock cacheBlock(CacheType type)
{
    switch (type) {
    case CacheType::F32: return {1, 4};
    case CacheType::F16:
    case CacheType::Bf16: return {1, 2};
    case CacheType::Fp8: return {1, 1};
    case CacheType::Q8_0: return {32, 34};
    case CacheType::Q5_1: return {32, 24};
    case CacheType::Q5_0: return {32, 22};
    case CacheType::Q4_1: return {32, 20};
    case CacheType::Q4_0: return {32, 18};
    }
    return {1, 2};
}

Expected<void> checkLoads(const Workload& workload)
{
    if (!engineLoads(workload.engine, workload.weights)) {
        return fail(std::string(engineLabel(workload.engine)) + " does not load weights in " +
                    weightFormatLabel(workload.weights) + ": choose another precision or engine");
    }
    return {};
}

/// Weights that are trained have 16 or 32 bits; qlora is for a base of four.
Expected<void> checkBase(const Workload& workload)
{
    const bool wide = workload.weights == WeightFormat::Fp32 || workload.weights == WeightFormat::Bf16 ||
        workload.weights == WeightFormat::Fp16;
    if (!wide && !trainsAdapters(workload.kind)) {
        return fail(std::string(weightFormatLabel(workload.weights)) +
                    " weights can't be trained themselves: choose bf16 or fp32, or the workload qlora");
    }
    if (wide && workload.kind == WorkloadKind::Qlora) {
        return fail("qlora is for a model in few bits: choose nf4-dq or nf4, or the workload lora");
    }
    return {};
}

Expected<void> checkTrainingWorkload(const Workload& workload)
{
    if (!engineRuns(workload.engine, workload.kind)) {
        return fail(std::string(engineLabel(workload.engine)) + " does not run the workload " +
                    workloadKindName(workload.kind));
    }
    if (Expected<void> setup = checkTraining(workload.training, workload.kind); !setup) {
        return setup;
    }
    if (Expected<void> loads = checkLoads(workload); !loads) {
        return loads;
    }
    return checkBase(workload);
}

} // namespace

Expected<WorkloadKind> parseWorkloadKind(std::string_view name)
{
    return parseNamed("workload", kKinds, name);
}

const char* workloadKindName(WorkloadKind kind)
{
    return nameOf(kKinds, kind);
}

Expected<CacheType> parseCacheType(std::string_view name)
{
    return parseNamed("cache type", kCacheTypes, name);
}

const char* cacheTypeName(CacheType type)
{
    return nameOf(kCacheTypes, type);
}

Bytes cacheBytes(CacheType type, std::int64_t elements)
{
    const CacheBlock block = cacheBlock(type);
    return Bytes((elements + block.elements - 1) / block.elements * block.bytes);
}

std::int64_t Workload::sequences() const
{
    return kind == WorkloadKind::Serve ? concurrency : 1;
}

WeightFormat defaultWeights(WorkloadKind kind)
{
    if (kind == WorkloadKind::Qlora) {
        return WeightFormat::Nf4Dq;
    }
    return isTraining(kind) ? WeightFormat::Bf16 : WeightFormat::Q4_K_M;
}

Expected<QuantizedModel> quantizeFor(const ModelFacts& facts, const Workload& workload)
{
    return quantize(facts, workload.weights, {workload.importanceMatrix});
}

namespace {

/// How requests come and are answered, beside their length.
Expected<void> checkTraffic(const Workload& workload)
{
    if (!(workload.prefixCacheHitRate >= 0 && workload.prefixCacheHitRate < 1)) {
        return fail("the hit rate of the prefix cache is " + std::to_string(workload.prefixCacheHitRate) +
                    ": expected 0 to less than 1");
    }
    if (workload.requestRate && !(*workload.requestRate > RequestsPerSecond())) {
        return fail("the request rate must be above zero");
    }
    if (workload.requestRate && workload.kind != WorkloadKind::Serve) {
        return fail("a request rate is for the workload serve");
    }
    if (const auto& guess = workload.speculative) {
        constexpr int kLongestDraft = 64;
        if (guess->draftTokens < 1 || guess->draftTokens > kLongestDraft) {
            return fail("a draft has 1 to 64 tokens, not " + std::to_string(guess->draftTokens));
        }
        if (!(guess->acceptance >= 0 && guess->acceptance <= 1 && guess->draftCost >= 0 &&
              guess->draftCost <= 1)) {
            return fail("acceptance and cost of a draft are shares from 0 to 1");
        }
    }
    return {};
}

} // namespace

Expected<void> check(const Workload& workload)
{
    const std::array ranges{
        checkRange("the context", workload.context, 1, kLargestContext),
        checkRange("the concurrency", workload.concurrency, 1, kLargestConcurrency),
        checkRange("the number of prompt tokens", workload.promptTokens, 1, kLargestContext),
        checkRange("the number of output tokens", workload.outputTokens, 1, kLargestContext),
        checkRange("the micro-batch", workload.microBatch, 1, kLargestMicroBatch),
        checkRange("the number of tokens of a step", workload.serving.batchedTokens.value_or(1), 1,
                   kLargestContext),
        checkRange("the number of sequences of a step", workload.serving.mostSequences.value_or(1), 1,
                   kLargestConcurrency),
    };
    for (const Expected<void>& range : ranges) {
        if (!range) {
            return range;
        }
    }
    const double share = workload.serving.memoryShare.value_or(1);
    if (!(share > 0 && share <= 1)) {
        return fail("the share of memory is " + std::to_string(share) + ": expected more than 0, at most 1");
    }
    if (Expected<void> traffic = checkTraffic(workload); !traffic) {
        return traffic;
    }
    if (workload.kind == WorkloadKind::Chat && workload.concurrency > 1) {
        return fail("chat is for one user: choose the workload serve for " +
                    std::to_string(workload.concurrency) + " concurrent users");
    }
    if (isTraining(workload.kind)) {
        return checkTrainingWorkload(workload);
    }
    if (workload.promptTokens + workload.outputTokens > workload.context) {
        return fail("a prompt of " + formatCount(workload.promptTokens) + " and an output of " +
                    formatCount(workload.outputTokens) + " tokens don't fit a context of " +
                    formatCount(workload.context));
    }
    if (Expected<void> loads = checkLoads(workload); !loads) {
        return loads;
    }
    for (const CacheType type : {workload.keyCache, workload.valueCache}) {
        if (!engineHasCacheType(workload.engine, type)) {
            return fail(std::string(engineLabel(workload.engine)) + " has no key/value cache of type " +
                        cacheTypeName(type));
        }
    }
    return {};
}

} // namespace rigwright
