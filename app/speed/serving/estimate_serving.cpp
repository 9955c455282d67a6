// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/serving/estimate_serving.h"

#include "speed/serving/serving_case.h"

#include <algorithm>
#include <optional>

namespace rigwright {

namespace {

struct Spread {
    double low;
    double high;
};

Range<Seconds> timesFor(Seconds mid, Spread spread)
{
    return {mid / spread.high, mid, mid / spread.low};
}

Range<TokensPerSecond> ratesFor(double tokens, const Range<Seconds>& times)
{
    return {TokensPerSecond(tokens / times.high.value()), TokensPerSecond(tokens / times.mid.value()),
            TokensPerSecond(tokens / times.low.value())};
}

Range<Seconds> sum(const Range<Seconds>& one, const Range<Seconds>& other)
{
    return {one.low + other.low, one.mid + other.mid, one.high + other.high};
}

Range<Seconds> scaled(const Range<Seconds>& times, double factor)
{
    return {times.low * factor, times.mid * factor, times.high * factor};
}

/// The class of the slowest devices: its range counts.
ServingConstants constantsOf(const Workload& workload, const Hardware& hardware)
{
    ServingConstants widest;
    for (const AcceleratorGroup& group : hardware.accelerators) {
        const ServingConstants each = servingConstants(workload.engine, deviceClass(group.accelerator));
        if (&group == &hardware.accelerators.front() ||
            each.tokenHigh / each.tokenLow > widest.tokenHigh / widest.tokenLow) {
            widest = each;
        }
    }
    return widest;
}

/// The slowest group of devices: all wait for it.
Expected<ServingTimes> slowest(const QuantizedModel& model, const Workload& workload,
                               const Hardware& hardware, const MemoryPlan& plan)
{
    std::optional<ServingTimes> slowest;
    for (const AcceleratorGroup& group : hardware.accelerators) {
        auto times = ServingCase::of(model, workload, hardware, plan, group).map([&](const auto& on) {
            return on.times(servingConstants(workload.engine, deviceClass(group.accelerator)));
        });
        if (!times) {
            return times;
        }
        if (!slowest || times->tokenTime > slowest->tokenTime) {
            slowest = *times;
        }
    }
    return *slowest;
}

/// The step and what other users' prompts add to it.
StepTime withPrompts(const ServingTimes& times)
{
    StepTime all = times.step;
    const Seconds added = times.tokenTime * times.tokensEach - times.step.total();
    const Seconds prompt = ServingStep::shared(times.prompt);
    if (added > Seconds() && prompt > Seconds()) {
        const double share = added / prompt;
        all.compute += times.prompt.compute * share;
        all.interconnect += times.prompt.interconnect * share;
        all.overhead += times.prompt.overhead * share;
    }
    return all;
}

} // namespace

bool servesOnDevices(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                     const MemoryPlan& plan)
{
    if (hardware.deviceCount() <= 0 || isTraining(workload.kind)) {
        return false;
    }
    switch (workload.engine) {
    case Engine::Vllm:
    case Engine::SgLang:
    case Engine::TensorRtLlm: return true;
    case Engine::Transformers: return plan.placement.gpuLayers >= static_cast<int>(model.layers.size());
    default: return false;
    }
}

Expected<SpeedEstimate> estimateServing(const QuantizedModel& model, const Workload& workload,
                                        const Hardware& hardware, const MemoryPlan& plan)
{
    const auto middle = slowest(model, workload, hardware, plan);
    return middle.map([&](const ServingTimes& times) {
        const ServingConstants constants = constantsOf(workload, hardware);
        const double limit = times.tokenTime / std::max(Seconds(1e-12), times.tokenLimit);
        const Spread tokens{constants.tokenLow, std::max(1.0, std::min(constants.tokenHigh, limit))};
        const Spread first{constants.firstLow, constants.firstHigh};
        const auto output = static_cast<double>(workload.outputTokens);
        SpeedEstimate estimate;
        estimate.timePerOutputToken = timesFor(times.tokenTime, tokens);
        estimate.timeToFirstToken = timesFor(times.firstToken, first);
        estimate.decode = ratesFor(1, estimate.timePerOutputToken);
        const bool alone = times.served <= 1;
        const Range<Seconds> request = alone
            ? scaled(estimate.timePerOutputToken, output)
            : sum(estimate.timeToFirstToken, scaled(estimate.timePerOutputToken, output - 1));
        const auto users = static_cast<double>(workload.sequences());
        estimate.total = ratesFor((alone ? 1 : users) * output, request);
        estimate.prefill =
            ratesFor(static_cast<double>(workload.promptTokens), timesFor(times.prompt.total(), first));
        estimate.decodeStep = withPrompts(times);
        estimate.prompt = times.prompt;
        estimate.bound = estimate.decodeStep.bound();
        estimate.efficiency = std::min(1.0, 1 / limit);
        return estimate;
    });
}

} // namespace rigwright
