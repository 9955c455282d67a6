// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/claim_load.h"
#include "speed/serving/load.h"
#include "units/format.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

/// Requests answered in a second while so many are at work, each user asking anew at once (Little's law).
double requestRate(int requests, double firstToken, double perToken, double outputTokens)
{
    return requests / (firstToken + perToken * outputTokens);
}

struct BestLoad {
    double rate = 0;
    int requests = 0; ///< 0: not even one is within the latency
};

/// Without a latency: the rate above which requests come faster than they are answered.
Expected<ClaimAnswer> sustainedRequests(const ClaimQuestion& question, const ClaimScenario& scenario)
{
    const Claim& claim = question.claim;
    Workload workload = scenario.workload;
    workload.kind = WorkloadKind::Serve;
    workload.concurrency = claim.mostRequests.value_or(1);
    workload.requestRate = RequestsPerSecond(claim.low.value_or(1));
    return estimateLoad(scenario.model, workload, scenario.hardware, {}, question.constants)
        .map([&](const LoadEstimate& load) {
            const ClaimRange ours{load.largestRate.low.value(), load.largestRate.mid.value(),
                                  load.largestRate.high.value()};
            return ClaimAnswer{
                ours,
                judge(claim, ours),
                {RIGWRIGHT_TEXT("Claims",
                                "Above {ours} requests/s of {prompt} + {output} tokens more come than are "
                                "answered, and the queue grows without end"),
                 {{"ours", figureRange(ours.low, ours.high)},
                  {"prompt", formatCount(workload.promptTokens)},
                  {"output", formatCount(workload.outputTokens)}}}};
        });
}

/// Within a latency: the best closed loop in which every answer is in time.
Expected<ClaimAnswer> requestsWithin(const ClaimQuestion& question, const ClaimScenario& scenario)
{
    constexpr std::array kLoads{1, 2, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256};
    const Claim& claim = question.claim;
    const auto output = static_cast<double>(scenario.workload.outputTokens);
    BestLoad slow;
    BestLoad middle;
    BestLoad fast;
    double aloneSeconds = 0;
    const auto take = [&](BestLoad& best, int requests, Seconds first, Seconds each) {
        const double seconds = first.value() + each.value() * output;
        const double rate = requestRate(requests, first.value(), each.value(), output);
        if (rate > best.rate && seconds <= claim.latencySeconds.value_or(seconds)) {
            best = {rate, requests};
        }
        return seconds;
    };
    for (const int requests : kLoads) {
        const Expected<LoadedSpeed> loaded = speedAt(scenario, requests, question.constants);
        if (!loaded) {
            return tl::unexpected(loaded.error());
        }
        if (requests > claim.mostRequests.value_or(requests) || loaded->requests < requests) {
            break;
        }
        const SpeedEstimate& speed = loaded->speed;
        take(slow, requests, speed.timeToFirstToken.high, speed.timePerOutputToken.high);
        const double seconds =
            take(middle, requests, speed.timeToFirstToken.mid, speed.timePerOutputToken.mid);
        take(fast, requests, speed.timeToFirstToken.low, speed.timePerOutputToken.low);
        aloneSeconds = requests == 1 ? seconds : aloneSeconds;
    }
    const ClaimRange ours{slow.rate, middle.rate, fast.rate};
    if (fast.requests == 0) {
        return ClaimAnswer{
            ours,
            {ClaimVerdict::TooHigh, std::nullopt, false},
            {RIGWRIGHT_TEXT(
                 "Claims",
                 "One request alone takes about {seconds} s for {tokens} tokens, so none is answered "
                 "within {limit} s"),
             {{"seconds", figureText(aloneSeconds)},
              {"tokens", formatCount(scenario.workload.outputTokens)},
              {"limit", figureText(claim.latencySeconds.value_or(0))}}}};
    }
    const bool luck = middle.requests == 0;
    const BestLoad& shown = luck ? fast : middle;
    return ClaimAnswer{
        ours,
        judge(claim, ours),
        {luck
             ? RIGWRIGHT_TEXT("Claims",
                              "One request alone takes about {alone} s for {tokens} tokens; at best "
                              "{requests} at once stay "
                              "within {limit} s")
             : RIGWRIGHT_TEXT(
                   "Claims",
                   "Answers of {tokens} tokens stay within {limit} s with up to {requests} at once, and then "
                   "take {seconds} s"),
         {{"requests", std::to_string(shown.requests)},
          {"limit", figureText(claim.latencySeconds.value_or(0))},
          {"alone", figureText(aloneSeconds)},
          {"tokens", formatCount(scenario.workload.outputTokens)},
          {"seconds", figureText(shown.requests / shown.rate)}}}};
}

Expected<ClaimAnswer> requestsAt(const ClaimQuestion& question, const ClaimScenario& scenario)
{
    return question.claim.latencySeconds ? requestsWithin(question, scenario)
                                         : sustainedRequests(question, scenario);
}

/// Too high for ordinary lengths and right for brief ones: the guide has to say which.
Judgement judgeLengths(const Judgement& ordinary, const Judgement& brief)
{
    if (ordinary.verdict != ClaimVerdict::TooHigh) {
        return ordinary;
    }
    return brief.verdict == ClaimVerdict::TooHigh ? brief
                                                  : Judgement{ClaimVerdict::Open, std::nullopt, false};
}

ClaimText lengthsReason(const ClaimRange& ordinary, const Workload& ordinaryWork, const ClaimRange& brief,
                        const Workload& briefWork, bool isOpen)
{
    return {isOpen ? RIGWRIGHT_TEXT(
                         "Claims",
                         "{ordinary} requests/s of {prompt} + {output} tokens, or {brief} of {briefPrompt} + "
                         "{briefOutput}: it depends on their length, and the guide does not say it")
                   : RIGWRIGHT_TEXT(
                         "Claims",
                         "{ordinary} requests/s of {prompt} + {output} tokens, or {brief} of {briefPrompt} + "
                         "{briefOutput}; more are not answered in time"),
            {{"ordinary", figureRange(ordinary.low, ordinary.high)},
             {"prompt", formatCount(ordinaryWork.promptTokens)},
             {"output", formatCount(ordinaryWork.outputTokens)},
             {"brief", figureRange(brief.low, brief.high)},
             {"briefPrompt", formatCount(briefWork.promptTokens)},
             {"briefOutput", formatCount(briefWork.outputTokens)}}};
}

} // namespace

Expected<ClaimAnswer> answerRequests(const ClaimQuestion& question)
{
    const Expected<ClaimScenario> scenario = scenarioOf(question.catalog, question.claim);
    if (!scenario) {
        return tl::unexpected(scenario.error());
    }
    if (std::optional<ClaimAnswer> answer = doesNotRun(*scenario)) {
        return std::move(*answer);
    }
    Expected<ClaimAnswer> ordinary = requestsAt(question, *scenario);
    if (!ordinary || !mayBeBrief(question.claim)) {
        return ordinary;
    }
    ClaimScenario briefly = *scenario;
    briefly.workload.promptTokens = kBriefPrompt;
    briefly.workload.outputTokens = kBriefOutput;
    const Expected<ClaimAnswer> brief = requestsAt(question, briefly);
    if (!brief || !brief->ours || !ordinary->ours) {
        return ordinary;
    }
    const Judgement judgement = judgeLengths(ordinary->judgement, brief->judgement);
    return ClaimAnswer{ClaimRange{ordinary->ours->low, ordinary->ours->mid,
                                  std::max(ordinary->ours->high, brief->ours->high)},
                       judgement,
                       lengthsReason(*ordinary->ours, scenario->workload, *brief->ours, briefly.workload,
                                     judgement.verdict == ClaimVerdict::Open)};
}

} // namespace rigwright
