// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/step_speed.h"

#include "speed/step_timer.h"

#include <algorithm>

namespace rigwright {

namespace {

struct Spread {
    double low;
    double high;
};

Range<TokensPerSecond> ratesFor(double tokens, Seconds mid, Spread spread)
{
    const double rate = tokens / mid.value();
    return {TokensPerSecond(rate * spread.low), TokensPerSecond(rate), TokensPerSecond(rate * spread.high)};
}

/// Times run against rates: the low rate takes the long time.
Range<Seconds> timesFor(Seconds mid, Spread spread)
{
    return {mid / spread.high, mid, mid / spread.low};
}

/// Users that the key/value memory really serves at once.
double servedSequences(const Workload& workload, const MemoryPlan& plan)
{
    const std::int64_t wanted = workload.sequences();
    const std::int64_t held = plan.concurrentSequences.value_or(wanted);
    return static_cast<double>(std::max<std::int64_t>(1, std::min(wanted, held)));
}

} // namespace

Expected<SpeedEstimate> estimateSteps(const QuantizedModel& model, const Workload& workload,
                                      const Hardware& hardware, const MemoryPlan& plan,
                                      const CalibrationTable& constants)
{
    const StepTimer timer(model, workload, hardware, plan, constants);
    if (const auto known = timer.checkFigures(); !known) {
        return tl::unexpected(known.error());
    }
    const double sequences = servedSequences(workload, plan);
    const auto prompt = static_cast<double>(workload.promptTokens);
    const auto output = static_cast<double>(workload.outputTokens);
    const StepTime decode = timer.decode(sequences, prompt + output / 2);
    const StepTime prefill = timer.prefill(prompt);

    // In continuous batching the prompts of new requests share the steps: prompt over output tokens for each sequence.
    const bool shared = sequences > 1;
    const Seconds interference = shared ? prefill.total() * (sequences / output) : Seconds();
    const Seconds perToken = decode.total() + interference;

    SpeedEstimate estimate;
    estimate.bound = decode.bound();
    estimate.decodeStep = decode;
    estimate.prompt = prefill;
    const Calibration& decoding = timer.constantsFor(estimate.bound);
    const Calibration& prompting = timer.constantsFor(prefill.bound());
    estimate.efficiency = decoding.bandwidthShare;
    const double limit = perToken / std::max(Seconds(1e-9), timer.decodeLimit(decode));
    const Spread spread{decoding.decodeLow, std::max(1.0, std::min(decoding.decodeHigh, limit))};
    const Spread promptSpread{prompting.prefillLow, prompting.prefillHigh};
    estimate.decode = ratesFor(1, perToken, spread);
    estimate.total = ratesFor(sequences, perToken, spread);
    estimate.timePerOutputToken = timesFor(perToken, spread);
    estimate.prefill = ratesFor(prompt, prefill.total(), promptSpread);
    estimate.timeToFirstToken =
        timesFor(prefill.total() + (shared ? decode.total() : Seconds()), promptSpread);
    return estimate;
}

} // namespace rigwright
