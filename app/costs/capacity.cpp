// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/capacity.h"

#include "speed/serving/slots.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

/// Where several requests are worked on at once, the total has the time of their prompts in it. Where they are answered one by
/// one, the total is the speed at which one is written, and each prompt is read before.
bool readsPromptsApart(const SpeedEstimate& speed, const Workload& workload)
{
    if (isTraining(workload.kind)) {
        return false;
    }
    constexpr double kRounding = 1e-9;
    const double decode = speed.decode.mid.value();
    return workload.sequences() == 1 || std::abs(speed.total.mid.value() - decode) <= decode * kRounding;
}

/// Tokens of a prompt that the rate of prompts counts: those that llama.cpp computes, all with the other engines.
double countedPrompt(const Workload& workload)
{
    const double share = workload.engine == Engine::LlamaCpp ? 1 - workload.prefixCacheHitRate : 1;
    return static_cast<double>(workload.promptTokens) * share;
}

RequestsPerSecond answered(TokensPerSecond total, TokensPerSecond prefill, double apart,
                           const Workload& workload)
{
    double seconds = outputTokensOf(workload) / total.value();
    if (apart > 0 && prefill.value() > 0) {
        seconds += apart / prefill.value();
    }
    return RequestsPerSecond(1 / seconds);
}

} // namespace

bool isQueued(const Workload& workload)
{
    return workload.kind == WorkloadKind::Batch || isTraining(workload.kind);
}

double promptTokensOf(const Workload& workload)
{
    return isTraining(workload.kind) ? 0 : static_cast<double>(workload.promptTokens);
}

double outputTokensOf(const Workload& workload)
{
    const std::int64_t tokens =
        isTraining(workload.kind) ? workload.training.sequence : workload.outputTokens;
    return static_cast<double>(std::max<std::int64_t>(1, tokens));
}

Range<RequestsPerSecond> capacityOf(const SpeedEstimate& speed, const Workload& workload)
{
    const double apart = readsPromptsApart(speed, workload) ? countedPrompt(workload) : 0;
    return {answered(speed.total.low, speed.prefill.low, apart, workload),
            answered(speed.total.mid, speed.prefill.mid, apart, workload),
            answered(speed.total.high, speed.prefill.high, apart, workload)};
}

Range<RequestsPerSecond> largestCapacity(const SpeedEstimate& speed, const QuantizedModel& model,
                                         const Workload& workload, const Hardware& hardware,
                                         const MemoryPlan& plan, const CalibrationTable& constants)
{
    if (!workload.requestRate) {
        return capacityOf(speed, workload);
    }
    Workload full = workload;
    full.requestRate.reset();
    if (const auto slots = poolSlots(full, hardware, plan)) {
        full.concurrency = static_cast<int>(std::clamp<std::int64_t>(slots->count, 1, kLargestConcurrency));
    }
    const auto atFull = estimateSpeed(model, full, hardware, plan, constants);
    return atFull ? capacityOf(*atFull, full) : capacityOf(speed, workload);
}

} // namespace rigwright
