// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/claim_estimates.h"
#include "sizing/placements.h"
#include "speed/serving/load.h"
#include "units/format.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

/// The speed at so many requests at once, or at as many as fit.
struct LoadedSpeed {
    SpeedEstimate speed;
    int requests = 1;
};

Expected<LoadedSpeed> speedAt(const ClaimScenario& scenario, int requests, const CalibrationTable& constants)
{
    Workload workload = withRequests(scenario.workload, requests);
    MemoryPlan plan = placeClaim(scenario, workload);
    if (!plan.fits && requests > 1) {
        requests = static_cast<int>(std::min<std::int64_t>(
            mostSequences(scenario.model, workload, scenario.hardware).value_or(1), requests));
        workload = withRequests(workload, std::max(1, requests));
        plan = placeClaim(scenario, workload);
    }
    return estimateSpeed(scenario.model, workload, scenario.hardware, plan, constants)
        .map([&](const SpeedEstimate& speed) {
            return LoadedSpeed{speed, workload.concurrency};
        });
}

/// What the model takes with one request is more than the hardware has: there is no speed to speak of.
std::optional<ClaimAnswer> doesNotRun(const ClaimScenario& scenario)
{
    const MemoryPlan plan = placeClaim(scenario, withRequests(scenario.workload, 1));
    if (plan.fits || scenario.hardware.accelerators.empty()) {
        return std::nullopt;
    }
    return ClaimAnswer{
        std::nullopt,
        {Verdict::Impossible, std::nullopt, false},
        {RIGWRIGHT_TEXT(
             "Claims",
             "It does not run there: one request takes {needs} GiB ({weights} GiB of it weights), and "
             "{hardware} has {has} GiB"),
         {{"needs", figureText(plan.memory.onDevices().inGib())},
          {"weights", figureText(plan.memory.sum().weights.inGib())},
          {"hardware", scenario.hardwareName()},
          {"has", figureText(scenario.capacity().inGib())}}}};
}

/// GB/s that one step reads weights with: tensor parallel devices read at once, stages of layers one after the other.
std::optional<double> readRate(const ClaimScenario& scenario)
{
    if (scenario.hardware.accelerators.empty()) {
        return scenario.hardware.host.bandwidth ? std::optional(scenario.hardware.host.bandwidth->inGb())
                                                : std::nullopt;
    }
    const auto& bandwidth = scenario.hardware.accelerators.front().accelerator.bandwidth;
    const int parallel = placeClaim(scenario, withRequests(scenario.workload, 1)).placement.tensorParallel;
    return bandwidth ? std::optional(bandwidth->inGb() * parallel) : std::nullopt;
}

ClaimText oneUserReason(const ClaimScenario& scenario)
{
    const double read = scenario.model.readPerToken().inGb();
    const std::optional<double> rate = readRate(scenario);
    return {RIGWRIGHT_TEXT("Claims",
                           "A token reads {read} GB of weights, and {hardware} reads {rate} GB/s at most: "
                           "the ceiling is {limit} tokens/s"),
            {{"read", figureText(read)},
             {"hardware", scenario.hardwareName()},
             {"rate", rate ? figureText(*rate) : "?"},
             {"limit", rate ? figureText(*rate / read) : "?"}}};
}

ClaimText loadReason(const ClaimScenario& scenario, const LoadedSpeed& few, const LoadedSpeed& many,
                     int asked)
{
    const char* text =
        RIGWRIGHT_TEXT("Claims",
                       "With {few} requests at once each gets {quick} tokens/s, with {many} {slow}, and "
                       "all together then {total}");
    if (many.requests < asked) {
        text = RIGWRIGHT_TEXT(
            "Claims",
            "Not {asked} but {many} requests of {tokens} tokens fit at once; each then gets {slow} "
            "tokens/s, all together {total}");
    } else if (few.requests == many.requests) {
        text = RIGWRIGHT_TEXT(
            "Claims", "With {many} requests at once each gets {slow} tokens/s, and all together {total}");
    }
    const auto rates = [](const Range<TokensPerSecond>& range) {
        return figureRange(range.low.value(), range.high.value());
    };
    return {text,
            {{"asked", std::to_string(asked)},
             {"few", std::to_string(few.requests)},
             {"many", std::to_string(many.requests)},
             {"tokens", formatCount(scenario.workload.context)},
             {"quick", rates(few.speed.decode)},
             {"slow", rates(many.speed.decode)},
             {"total", rates(many.speed.total)}}};
}

struct Loads {
    ClaimScenario scenario;
    LoadedSpeed few;
    LoadedSpeed many;
    int asked = 1;
};

/// The claim's scenario at its fewest and its most requests, or an answer where it does not run.
struct LoadsOrAnswer {
    std::optional<Loads> loads;
    std::optional<ClaimAnswer> answer;
};

Expected<LoadsOrAnswer> loadsOf(const ClaimQuestion& question)
{
    Expected<ClaimScenario> scenario = scenarioOf(question.catalog, question.claim);
    if (!scenario) {
        return tl::unexpected(scenario.error());
    }
    if (std::optional<ClaimAnswer> answer = doesNotRun(*scenario)) {
        return LoadsOrAnswer{std::nullopt, std::move(answer)};
    }
    const int fewest = question.claim.fewestRequests.value_or(1);
    const int most = question.claim.mostRequests.value_or(fewest);
    const Expected<LoadedSpeed> few = speedAt(*scenario, fewest, question.constants);
    const Expected<LoadedSpeed> many = speedAt(*scenario, most, question.constants);
    if (!few || !many) {
        return tl::unexpected(!few ? few.error() : many.error());
    }
    return LoadsOrAnswer{Loads{std::move(*scenario), *few, *many, most}, std::nullopt};
}

/// Requests answered in a second while so many are at work, each user asking anew at once (Little's law).
double requestRate(int requests, double firstToken, double perToken, double outputTokens)
{
    return requests / (firstToken + perToken * outputTokens);
}

struct BestLoad {
    double rate = 0;
    int requests = 0; ///< 0: not even one is within the latency
};

} // namespace

Expected<ClaimAnswer> answerDecode(const ClaimQuestion& question)
{
    Expected<LoadsOrAnswer> loads = loadsOf(question);
    if (!loads) {
        return tl::unexpected(loads.error());
    }
    if (loads->answer) {
        return std::move(*loads->answer);
    }
    const auto& [scenario, few, many, asked] = *loads->loads;
    const ClaimRange ours{many.speed.decode.low.value(),
                          (few.speed.decode.mid.value() + many.speed.decode.mid.value()) / 2,
                          few.speed.decode.high.value()};
    return ClaimAnswer{ours, judge(question.claim, ours),
                       asked == 1 ? oneUserReason(scenario) : loadReason(scenario, few, many, asked)};
}

Expected<ClaimAnswer> answerFirstToken(const ClaimQuestion& question)
{
    Expected<LoadsOrAnswer> loads = loadsOf(question);
    if (!loads) {
        return tl::unexpected(loads.error());
    }
    if (loads->answer) {
        return std::move(*loads->answer);
    }
    const auto& [scenario, few, many, asked] = *loads->loads;
    const ClaimRange ours{few.speed.timeToFirstToken.low.value(),
                          (few.speed.timeToFirstToken.mid.value() + many.speed.timeToFirstToken.mid.value()) /
                              2,
                          many.speed.timeToFirstToken.high.value()};
    return ClaimAnswer{
        ours,
        judge(question.claim, ours),
        {RIGWRIGHT_TEXT("Claims", "A prompt of {prompt} tokens is read at {rate} tokens/s"),
         {{"prompt", formatCount(scenario.workload.promptTokens)},
          {"rate", figureRange(few.speed.prefill.low.value(), few.speed.prefill.high.value())}}}};
}

namespace {

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
            {Verdict::TooHigh, std::nullopt, false},
            {RIGWRIGHT_TEXT(
                 "Claims",
                 "One request alone takes about {seconds} s for {tokens} tokens, so none is answered "
                 "within {limit} s"),
             {{"seconds", figureText(aloneSeconds)},
              {"tokens", formatCount(scenario.workload.outputTokens)},
              {"limit", figureText(claim.latencySeconds.value_or(0))}}}};
    }
    const BestLoad& shown = middle.requests > 0 ? middle : fast;
    return ClaimAnswer{
        ours,
        judge(claim, ours),
        {RIGWRIGHT_TEXT(
             "Claims",
             "Answers of {tokens} tokens stay within {limit} s with up to {requests} at once, and then "
             "take {seconds} s"),
         {{"requests", std::to_string(shown.requests)},
          {"limit", figureText(claim.latencySeconds.value_or(0))},
          {"tokens", formatCount(scenario.workload.outputTokens)},
          {"seconds", figureText(shown.requests / shown.rate)}}}};
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
    return question.claim.latencySeconds ? requestsWithin(question, *scenario)
                                         : sustainedRequests(question, *scenario);
}

Expected<ClaimAnswer> answerSpeedRatio(const ClaimQuestion& question)
{
    const Claim& claim = question.claim;
    const Expected<ClaimScenario> one = scenarioOf(question.catalog, claim);
    const Expected<ClaimScenario> other = scenarioOf(question.catalog, claim, claim.otherWeights);
    if (!one || !other) {
        return tl::unexpected(!one ? one.error() : other.error());
    }
    const auto ratio = [&](int requests) -> Expected<double> {
        const Expected<LoadedSpeed> a = speedAt(*one, requests, question.constants);
        const Expected<LoadedSpeed> b = speedAt(*other, requests, question.constants);
        if (!a || !b) {
            return tl::unexpected(!a ? a.error() : b.error());
        }
        return a->speed.decode.mid / b->speed.decode.mid;
    };
    const int most = claim.mostRequests.value_or(1);
    const Expected<double> alone = ratio(1);
    const Expected<double> loaded = ratio(most);
    if (!alone || !loaded) {
        return tl::unexpected(!alone ? alone.error() : loaded.error());
    }
    const ClaimRange ours{std::min(*alone, *loaded), (*alone + *loaded) / 2, std::max(*alone, *loaded)};
    return ClaimAnswer{
        ours,
        judge(claim, ours),
        {RIGWRIGHT_TEXT("Claims",
                        "A step reads {from} GB of weights instead of {to} GB: {alone} times the "
                        "speed with one request, {loaded} times with {requests}"),
         {{"from", figureText(one->model.readPerToken().inGb())},
          {"to", figureText(other->model.readPerToken().inGb())},
          {"alone", formatFixed(*alone, 2)},
          {"loaded", formatFixed(*loaded, 2)},
          {"requests", std::to_string(most)}}}};
}

Expected<ClaimAnswer> answerBatchingRatio(const ClaimQuestion& question)
{
    Expected<LoadsOrAnswer> loads = loadsOf(question);
    if (!loads) {
        return tl::unexpected(loads.error());
    }
    if (loads->answer) {
        return std::move(*loads->answer);
    }
    const auto& [scenario, few, many, asked] = *loads->loads;
    const Expected<LoadedSpeed> alone = speedAt(scenario, 1, question.constants);
    if (!alone) {
        return tl::unexpected(alone.error());
    }
    const double least = few.speed.total.mid / alone->speed.decode.mid;
    const double most = many.speed.total.mid / alone->speed.decode.mid;
    const ClaimRange ours{std::min(least, most), (least + most) / 2, std::max(least, most)};
    return ClaimAnswer{
        ours,
        judge(question.claim, ours),
        {RIGWRIGHT_TEXT("Claims",
                        "One request gets {alone} tokens/s; {few} at once get {least} times as much "
                        "together, {many} at once {most} times"),
         {{"alone", figureText(alone->speed.decode.mid.value())},
          {"few", std::to_string(few.requests)},
          {"least", formatFixed(least, 1)},
          {"many", std::to_string(many.requests)},
          {"most", formatFixed(most, 1)}}}};
}

Expected<ClaimAnswer> answerSplitRatio(const ClaimQuestion& question)
{
    Expected<LoadsOrAnswer> loads = loadsOf(question);
    if (!loads) {
        return tl::unexpected(loads.error());
    }
    if (loads->answer) {
        return std::move(*loads->answer);
    }
    const auto& [scenario, few, many, asked] = *loads->loads;
    ClaimScenario single = scenario;
    single.hardware.accelerators.front().count = 1;
    if (std::optional<ClaimAnswer> answer = doesNotRun(single)) {
        return std::move(*answer);
    }
    const Expected<LoadedSpeed> alone = speedAt(single, few.requests, question.constants);
    const Expected<LoadedSpeed> loaded = speedAt(single, many.requests, question.constants);
    if (!alone || !loaded) {
        return tl::unexpected(!alone ? alone.error() : loaded.error());
    }
    const double one = few.speed.decode.mid / alone->speed.decode.mid;
    const double several = many.speed.total.mid / loaded->speed.total.mid;
    const ClaimRange ours{std::min(one, several), (one + several) / 2, std::max(one, several)};
    return ClaimAnswer{
        ours,
        judge(question.claim, ours),
        {RIGWRIGHT_TEXT("Claims",
                        "{hardware} against one: {one} times the speed with one request, {several} "
                        "times the throughput with {requests}"),
         {{"hardware", scenario.hardwareName()},
          {"one", formatFixed(one, 2)},
          {"several", formatFixed(several, 2)},
          {"requests", std::to_string(many.requests)}}}};
}

} // namespace rigwright
