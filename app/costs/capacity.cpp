// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/capacity.h"

#include <algorithm>

namespace rigwright {

namespace {

RequestsPerSecond answered(TokensPerSecond total, TokensPerSecond prefill, const Workload& workload)
{
    const double output = outputTokensOf(workload);
    double seconds = output / total.value();
    // Engines that serve count prompts in their total; one that answers request by request reads each prompt first.
    if (!isTraining(workload.kind) && workload.sequences() == 1 && prefill.value() > 0) {
        seconds += static_cast<double>(workload.promptTokens) / prefill.value();
    }
    return RequestsPerSecond(1 / seconds);
}

} // namespace

double outputTokensOf(const Workload& workload)
{
    const std::int64_t tokens =
        isTraining(workload.kind) ? workload.training.sequence : workload.outputTokens;
    return static_cast<double>(std::max<std::int64_t>(1, tokens));
}

Range<RequestsPerSecond> capacityOf(const SpeedEstimate& speed, const Workload& workload)
{
    return {answered(speed.total.low, speed.prefill.low, workload),
            answered(speed.total.mid, speed.prefill.mid, workload),
            answered(speed.total.high, speed.prefill.high, workload)};
}

} // namespace rigwright
