// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/serving/slots.h"

#include <algorithm>

namespace rigwright {

namespace {

/// Sequences of one copy's step where the user set none: vLLM's server takes 1,024 from 70 GiB on and 256 otherwise
/// (get_batch_defaults in engine/arg_utils.py), TensorRT-LLM's 2,048 (max_batch_size in llmapi/llm_args.py), SGLang's 2,048 or
/// more (max_running_requests in managers/scheduler.py).
std::int64_t mostSequences(const Workload& workload, const Hardware& hardware)
{
    constexpr std::int64_t kMost = 2048;
    if (workload.serving.mostSequences) {
        return *workload.serving.mostSequences;
    }
    if (workload.engine != Engine::Vllm || hardware.accelerators.empty()) {
        return kMost;
    }
    return hardware.accelerators.front().accelerator.memory >= 70_GiB ? 1024 : 256;
}

} // namespace

std::optional<Slots> poolSlots(const Workload& workload, const Hardware& hardware, const MemoryPlan& plan)
{
    if (!plan.concurrentSequences) {
        return std::nullopt;
    }
    const std::int64_t copies = std::max(1, plan.placement.dataParallel);
    const std::int64_t request = std::max<std::int64_t>(1, workload.promptTokens + workload.outputTokens);
    // The plan counts sequences of the whole context; a request takes only what it has of tokens.
    const std::int64_t held =
        std::max(*plan.concurrentSequences, plan.poolTokens.value_or(0) / request * copies);
    const std::int64_t most = mostSequences(workload, hardware) * copies;
    return held < most ? Slots{std::max<std::int64_t>(1, held), SlotLimit::KeyValueMemory}
                       : Slots{most, SlotLimit::MaxSequences};
}

} // namespace rigwright
