// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/paged_serving.h"
#include "sizing/engines/serving_step.h"

#include <algorithm>

namespace rigwright {

namespace {

// gpu_memory_utilization, a share of *total* memory: 0.9 up to version 0.21, 0.92 since.
constexpr double kMemoryShare = 0.92;

class VllmProfile final : public PagedServing {
public:
    [[nodiscard]] Engine engine() const override { return Engine::Vllm; }
    [[nodiscard]] const char* name() const override { return "vllm"; }
    [[nodiscard]] const char* label() const override { return "vLLM"; }

protected:
    [[nodiscard]] ExpertGroups expertGroups() const override { return ExpertGroups::AllRanks; }

    /// Defaults of its server: 8,192 tokens and 1,024 sequences a step from 70 GiB on, but not on an A100, and 2,048 and 256
    /// otherwise (get_batch_defaults in engine/arg_utils.py).
    [[nodiscard]] Step step(const ServingLoad& load, const Workload& workload,
                            const Placement& /*placement*/) const override
    {
        const bool large = load.visible >= 70_GiB && !load.isA100;
        Step step{workload.serving.batchedTokens.value_or(large ? 8192 : 2048),
                  workload.serving.mostSequences.value_or(large ? 1024 : 256)};
        step.sequences = std::max(step.sequences, workload.sequences());
        step.tokens = std::max(step.tokens, step.sequences);
        return step;
    }

    [[nodiscard]] std::optional<double> usualMemoryShare() const override { return kMemoryShare; }

    [[nodiscard]] PoolRules poolRules(const Step& step) const override
    {
        PoolRules rules;
        rules.oneSize = true;
        rules.stateCopies =
            2; // with prefix caching: the running state and the last one that is cached ("align")
        rules.batchedTokens = step.tokens;
        return rules;
    }

    /// The budget is a share of all memory. What a profiling run of one whole step takes at its peak is kept free, and since
    /// version 0.21 what the CUDA graphs take.
    [[nodiscard]] MemoryComponents fixedParts(const QuantizedModel& model, const Workload& workload,
                                              const Placement& placement, const ServingLoad& load,
                                              const Step& step) const override
    {
        const double share = workload.serving.memoryShare.value_or(kMemoryShare);
        MemoryComponents parts;
        parts.weights = load.weights;
        parts.computeBuffer = forwardPeak(model.architecture, step.tokens, placement);
        if (load.samples) {
            parts.computeBuffer =
                std::max(parts.computeBuffer, samplingPeak(model.architecture, step.sequences));
        }
        const int ranks = placement.tensorParallel * placement.pipelineParallel * placement.dataParallel;
        parts.engineOverhead = load.capacity - load.visible.scaled(share) + load.tables +
            outsideAllocator(ranks) + (workload.serving.graphs ? kCapturedGraphs : Bytes());
        return parts;
    }
};

} // namespace

const EngineProfile& vllmProfile()
{
    static const VllmProfile profile;
    return profile;
}

} // namespace rigwright
