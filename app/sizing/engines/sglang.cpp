// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/layout.h"
#include "sizing/engines/paged_serving.h"
#include "sizing/engines/serving_step.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

/// What SGLang chooses by a card's memory (python/sglang/srt/server_args.py, _handle_gpu_memory_settings).
struct MemoryClass {
    Bytes below;
    std::int64_t prefillTokens = 0;
    std::int64_t graphSequences = 0;     ///< up to three tensor-parallel ranks
    std::int64_t graphSequencesWide = 0; ///< from four on
};

constexpr std::array kClasses{
    MemoryClass{20_GiB, 2048, 8, 8},      MemoryClass{35_GiB, 2048, 24, 80},
    MemoryClass{60_GiB, 4096, 32, 160},   MemoryClass{90_GiB, 8192, 256, 512},
    MemoryClass{160_GiB, 8192, 256, 512}, MemoryClass{Bytes::gib(1e6), 16384, 512, 512},
};

const MemoryClass& classOf(Bytes memory)
{
    const auto found =
        std::ranges::find_if(kClasses, [&](const MemoryClass& each) { return memory < each.below; });
    return found == kClasses.end() ? kClasses.back() : *found;
}

/// Memory that isn't for weights and the pool where mem_fraction_static is left to SGLang: half a gigabyte, 1.5 MiB a token
/// of a prefill chunk, 2 MiB a sequence of the largest CUDA graph and an eighth of a gigabyte a rank, 10 GiB at least on
/// cards above 60 GiB (the same function).
Bytes reserveByDefault(Bytes memory, const Placement& placement, std::int64_t prefillTokens)
{
    constexpr std::int64_t kFewestTokens = 2048;
    const MemoryClass& each = classOf(memory);
    const std::int64_t sequences =
        placement.tensorParallel >= 4 ? each.graphSequencesWide : each.graphSequences;
    Bytes reserve = 512_MiB + (1_MiB).scaled(1.5) * std::max(prefillTokens, kFewestTokens) +
        2_MiB * sequences + 128_MiB * placement.tensorParallel * placement.pipelineParallel;
    if (placement.dataParallel > 1) {
        reserve += 3_MiB * sequences * placement.dataParallel;
    }
    return memory > 60_GiB ? std::max(reserve, 10_GiB) : reserve;
}

class SgLangProfile final : public PagedServing {
public:
    [[nodiscard]] Engine engine() const override { return Engine::SgLang; }
    [[nodiscard]] const char* name() const override { return "sglang"; }
    [[nodiscard]] const char* label() const override { return "SGLang"; }

protected:
    [[nodiscard]] Step step(const ServingLoad& load, const Workload& workload,
                            const Placement& /*placement*/) const override
    {
        return {workload.serving.batchedTokens.value_or(classOf(load.visible).prefillTokens),
                std::max(workload.serving.mostSequences.value_or(1), workload.sequences())};
    }

    /// A pool of single tokens for each kind of layer; states beside it.
    [[nodiscard]] PoolRules poolRules(const Step& step) const override
    {
        PoolRules rules;
        rules.blockTokens = 1;
        rules.stateCopies = 3; // with its prefix cache max_running_requests is a third of the states
        rules.batchedTokens = step.tokens;
        return rules;
    }

    /// mem_fraction_static is a share of what is free before the weights are loaded; weights and pool have to fit into it
    /// (profile_max_num_token in model_executor/model_runner.py).
    [[nodiscard]] MemoryComponents fixedParts(const QuantizedModel& model, const Workload& workload,
                                              const Placement& placement, const ServingLoad& load,
                                              const Step& step) const override
    {
        const int ranks = placement.tensorParallel * placement.pipelineParallel * placement.dataParallel;
        const Bytes context = kDriverContext + (outsideAllocator(ranks) - outsideAllocator(1));
        const Bytes free = load.visible - context;
        const double share = workload.serving.memoryShare.value_or(
            1.0 - reserveByDefault(load.visible, placement, step.tokens) / std::max(load.visible, 1_GiB));
        const Bytes reserve = free - free.scaled(share);
        MemoryComponents parts;
        parts.weights = load.weights;
        parts.computeBuffer = forwardPeak(model.architecture, step.tokens, placement);
        const Bytes graphs = workload.serving.graphs ? kCapturedGraphs : Bytes();
        parts.engineOverhead = load.capacity - load.visible + context + load.tables +
            std::max(reserve - parts.computeBuffer, graphs);
        return parts;
    }
};

} // namespace

const EngineProfile& sgLangProfile()
{
    static const SgLangProfile profile;
    return profile;
}

} // namespace rigwright
