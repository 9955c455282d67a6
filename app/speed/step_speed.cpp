// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/step_speed.h"

#include "speed/step_timer.h"

#include <algorithm>
#include <cmath>

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

/// One step of the model and what it yields.
struct DraftedStep {
    DecodeStep step;
    double tokens = 1; ///< for each sequence
};

/// With a draft of k tokens, each right with chance a, a step yields (1 − a^(k+1)) / (1 − a) tokens and lasts as long as
/// checking k + 1 at once and guessing k (Leviathan et al. 2023, arXiv:2211.17192).
DraftedStep draftedStep(const StepTimer& timer, const Workload& workload, double sequences, double cached)
{
    if (!workload.speculative) {
        return {timer.decode(sequences, cached), 1};
    }
    const SpeculativeDecoding& draft = *workload.speculative;
    const double checked = draft.draftTokens + 1;
    DraftedStep drafted{timer.decode(sequences, cached, checked), checked};
    if (draft.acceptance < 1) {
        drafted.tokens = (1 - std::pow(draft.acceptance, checked)) / (1 - draft.acceptance);
    }
    drafted.step.time.overhead +=
        timer.decode(sequences, cached).time.total() * (draft.draftTokens * draft.draftCost);
    return drafted;
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
    const double processed = std::max(1.0, prompt * (1 - workload.prefixCacheHitRate));
    const double cached = prompt + output / 2;
    const StepTime prefill = timer.prefill(processed, prompt - processed);
    const DraftedStep drafted = draftedStep(timer, workload, sequences, cached);
    const StepTime& decode = drafted.step.time;

    // In continuous batching the prompts of new requests share the steps: prompt over output tokens for each sequence.
    const bool shared = sequences > 1;
    const Seconds interference = shared ? prefill.total() * (sequences / output) : Seconds();
    const Seconds perToken = decode.total() / drafted.tokens + interference;

    SpeedEstimate estimate;
    estimate.bound = decode.bound();
    estimate.decodeStep = decode;
    estimate.prompt = prefill;
    const Calibration& decoding = timer.constantsFor(estimate.bound);
    const Calibration& prompting = timer.constantsFor(prefill.bound());
    estimate.efficiency = decoding.bandwidthShare;
    const double limit = perToken / std::max(Seconds(1e-9), drafted.step.limit / drafted.tokens);
    const Spread spread{decoding.decodeLow, std::max(1.0, std::min(decoding.decodeHigh, limit))};
    const Spread promptSpread{prompting.prefillLow, prompting.prefillHigh};
    estimate.decode = ratesFor(1, perToken, spread);
    estimate.total = ratesFor(sequences, perToken, spread);
    estimate.timePerOutputToken = timesFor(perToken, spread);
    estimate.prefill = ratesFor(processed, prefill.total(), promptSpread);
    // The first token comes from the prompt's last pass; with others at work it waits for the step that runs.
    estimate.timeToFirstToken = timesFor(
        prefill.total() + timer.decode(sequences, prompt).time.total() * (shared ? 2 : 1), promptSpread);
    return estimate;
}

} // namespace rigwright
