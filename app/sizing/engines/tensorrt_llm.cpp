// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/layout.h"
#include "sizing/engines/paged_serving.h"
#include "sizing/engines/serving_step.h"

#include <algorithm>

namespace rigwright {

namespace {

/// free_gpu_memory_fraction where nobody says.
constexpr double kFreeShare = 0.9;

class TensorRtLlmProfile final : public PagedServing {
public:
    [[nodiscard]] Engine engine() const override { return Engine::TensorRtLlm; }
    [[nodiscard]] const char* name() const override { return "tensorrt-llm"; }
    [[nodiscard]] const char* label() const override { return "TensorRT-LLM"; }

    [[nodiscard]] bool loads(WeightFormat format) const override
    {
        switch (format) {
        case WeightFormat::Bf16:
        case WeightFormat::Fp16:
        case WeightFormat::Fp8:
        case WeightFormat::Fp8Channel:
        case WeightFormat::Fp8Tensor:
        case WeightFormat::Int8:
        case WeightFormat::Gptq4:
        case WeightFormat::Awq4:
        case WeightFormat::Int4:
        case WeightFormat::Mxfp4:
        case WeightFormat::Nvfp4: return true;
        default: return false;
        }
    }

protected:
    /// max_num_tokens and the default of its server (tensorrt_llm/llmapi/llm_args.py).
    [[nodiscard]] Step step(const ServingLoad& /*load*/, const Workload& workload,
                            const Placement& /*placement*/) const override
    {
        constexpr std::int64_t kMostTokens = 8192;
        return {workload.serving.batchedTokens.value_or(kMostTokens),
                std::max(workload.serving.mostSequences.value_or(1), workload.sequences())};
    }

    [[nodiscard]] std::optional<double> usualMemoryShare() const override { return kFreeShare; }

    [[nodiscard]] PoolRules poolRules(const Step& step) const override
    {
        PoolRules rules;
        rules.blockTokens =
            32; // tokens_per_block of the PyTorch back end; built engines have 64 (llm_args.py)
        rules.batchedTokens = step.tokens;
        return rules;
    }

    /// free_gpu_memory_fraction, 0.9, is a share of what weights and a step of the most tokens leave free
    /// (_torch/pyexecutor/_util.py, KvCacheCreator).
    [[nodiscard]] MemoryComponents fixedParts(const QuantizedModel& model, const Workload& workload,
                                              const Placement& placement, const ServingLoad& load,
                                              const Step& step) const override
    {
        constexpr std::int64_t kLogitBytes = 6; // 16-bit and FP32 logits of each sequence; sampling is fused
        const int ranks = placement.tensorParallel * placement.pipelineParallel * placement.dataParallel;
        MemoryComponents parts;
        parts.weights = load.weights;
        parts.computeBuffer = forwardPeak(model.architecture, step.tokens, placement);
        if (load.samples) {
            parts.computeBuffer += Bytes(kLogitBytes * step.sequences * model.architecture.facts.vocabulary);
        }
        const Bytes graphs = workload.serving.graphs ? kCapturedGraphs : Bytes();
        const Bytes needed = kDriverContext + (outsideAllocator(ranks) - outsideAllocator(1)) + load.tables;
        const Bytes free = load.visible - needed - parts.weights - parts.computeBuffer;
        const double share = workload.serving.memoryShare.value_or(kFreeShare);
        const Bytes unused = std::max(free - free.scaled(share), graphs);
        parts.engineOverhead = load.capacity - load.visible + needed + unused;
        return parts;
    }

    [[nodiscard]] bool runsOn(AcceleratorVendor vendor) const override
    {
        return vendor == AcceleratorVendor::Nvidia;
    }
    [[nodiscard]] bool runsOnHost() const override { return false; }
};

} // namespace

const EngineProfile& tensorRtLlmProfile()
{
    static const TensorRtLlmProfile profile;
    return profile;
}

} // namespace rigwright
