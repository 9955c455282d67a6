// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/serving/serving_case.h"

#include "speed/serving/slots.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

/// Tokens that a step yields for a sequence: the guesses up to the first wrong one, and one of the model's own.
double tokensOfStep(const Workload& workload)
{
    if (!workload.speculative) {
        return 1;
    }
    const double right = workload.speculative->acceptance;
    const int draft = workload.speculative->draftTokens;
    return right >= 1 ? draft + 1 : (1 - std::pow(right, draft + 1)) / (1 - right);
}

/// Checks a draft's tokens and the next one in one step, after they have been guessed one by one.
StepTime stepWithDraft(const ServingStep& step, const Workload& workload, double sequences, double cached)
{
    if (!workload.speculative) {
        return step.decode(sequences, cached);
    }
    const SpeculativeDecoding& draft = *workload.speculative;
    StepTime time = step.decode(sequences, cached, draft.draftTokens + 1);
    time.overhead += step.decode(sequences, cached).total() * (draft.draftCost * draft.draftTokens);
    return time;
}

} // namespace

Expected<ServingCase> ServingCase::of(const QuantizedModel& model, const Workload& workload,
                                      const Hardware& hardware, const MemoryPlan& plan,
                                      const AcceleratorGroup& group)
{
    if (!group.accelerator.bandwidth) {
        return fail("the memory bandwidth of " + group.accelerator.info.name + " is unknown");
    }
    return ServingWork::of(model, workload, plan.placement, group.accelerator).map([&](ServingWork work) {
        return ServingCase(std::move(work), workload, hardware, plan, group);
    });
}

ServingCase::ServingCase(ServingWork work, const Workload& workload, const Hardware& hardware,
                         const MemoryPlan& plan, const AcceleratorGroup& group)
    : work_(std::move(work))
    , workload_(workload)
    , group_(group)
    , placement_(plan.placement)
    , copies_(std::max(1, plan.placement.dataParallel))
{
    const auto users = static_cast<double>(workload.sequences());
    const auto slots = poolSlots(workload, hardware, plan);
    const double served = slots ? std::min(users, static_cast<double>(slots->count)) : users;
    sequences_ = std::max(1.0, served / copies_);
    waiting_ = std::max(0.0, users / served - 1);
}

ServingTimes ServingCase::times(const ServingConstants& constants) const
{
    const ServingStep step(work_, group_, placement_, constants, workload_.serving.graphs);
    const auto prompt = static_cast<double>(workload_.promptTokens);
    const auto output = static_cast<double>(workload_.outputTokens);
    const double cached = prompt + output / 2;
    ServingTimes times;
    times.served = sequences_ * copies_;
    times.tokensEach = tokensOfStep(workload_);
    times.step = stepWithDraft(step, workload_, sequences_, cached);
    times.prompt = step.prompt(prompt, prompt * workload_.prefixCacheHitRate);

    // In the time of one user's tokens comes a prompt of each other's.
    const bool shared = sequences_ > 1;
    const Seconds prompts = shared ? ServingStep::shared(times.prompt) * (sequences_ / output) : Seconds();
    times.tokenTime = times.step.total() / times.tokensEach + prompts * constants.interference;
    times.tokenLimit = step.limit(sequences_, cached) / times.tokensEach;

    const double others = sequences_ - 1;
    const double busy = prompts / times.tokenTime;
    const double ahead = shared ? constants.promptsAhead * others + constants.promptShare * busy +
            constants.promptBunch * busy * others
                                : 0;
    times.firstToken = constants.firstToken + times.step.total() * (shared ? constants.stepsWaited : 0) +
        times.prompt.total() * (1 + ahead);
    times.firstToken += (times.firstToken + times.tokenTime * (output - 1)) * waiting_;
    return times;
}

} // namespace rigwright
