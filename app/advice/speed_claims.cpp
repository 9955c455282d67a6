// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/claim_load.h"
#include "units/format.h"

#include <algorithm>

namespace rigwright {

namespace {

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
                           "A token reads {read} GB of weights, and {hardware} can read {rate} GB/s: no more "
                           "than {limit} tokens/s are possible"),
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

/// From the fewest requests to the most, of each user and of all together.
ClaimRange eachOf(const LoadedSpeed& few, const LoadedSpeed& many)
{
    return {many.speed.decode.low.value(), (few.speed.decode.mid.value() + many.speed.decode.mid.value()) / 2,
            few.speed.decode.high.value()};
}

ClaimRange allOf(const LoadedSpeed& few, const LoadedSpeed& many)
{
    const auto& [least, middle, most] = few.speed.total;
    const Range<TokensPerSecond>& loaded = many.speed.total;
    return {std::min(least.value(), loaded.low.value()), (middle.value() + loaded.mid.value()) / 2,
            std::max(most.value(), loaded.high.value())};
}

ClaimText readingOf(const ReadJudgement& read)
{
    if (read.judgement.verdict == ClaimVerdict::Open) {
        return {RIGWRIGHT_TEXT(
                    "Claims", "Reading: too high as the speed of each user, too low as that of all together"),
                {}};
    }
    if (read.reading == Reading::All) {
        return {
            RIGWRIGHT_TEXT("Claims",
                           "Read as the speed of all users together; as that of each it would be too high"),
            {}};
    }
    if (read.otherwise == ClaimVerdict::Agrees) {
        return {
            RIGWRIGHT_TEXT("Claims", "Read as the speed of each user; as that of all together it agrees too"),
            {}};
    }
    if (read.judgement.verdict == ClaimVerdict::Agrees) {
        return {RIGWRIGHT_TEXT("Claims",
                               "Read as the speed of each user; as that of all together it would be too low"),
                {}};
    }
    return {
        RIGWRIGHT_TEXT(
            "Claims", "Read as the speed of each user; as that of all together it would be even further off"),
        {}};
}

/// Where the reading decides, that comes first.
ClaimText readReason(const ClaimScenario& scenario, const LoadedSpeed& few, const LoadedSpeed& many,
                     int asked, const ReadJudgement& read)
{
    const ClaimRange each = eachOf(few, many);
    const ClaimRange all = allOf(few, many);
    const std::vector<std::pair<std::string, std::string>> evidence{
        {"many", std::to_string(many.requests)},
        {"each", figureRange(each.low, each.high)},
        {"all", figureRange(all.low, all.high)}};
    if (read.judgement.verdict == ClaimVerdict::Open) {
        return {RIGWRIGHT_TEXT(
                    "Claims",
                    "Up to {many} requests at once: each gets {each} tokens/s, all together {all}; the "
                    "claim lies between and does not say which it means"),
                evidence};
    }
    if (read.reading == Reading::All) {
        return {
            RIGWRIGHT_TEXT("Claims",
                           "Up to {many} requests at once get {all} tokens/s all together; each gets {each}"),
            evidence};
    }
    return loadReason(scenario, few, many, asked);
}

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
    const ClaimRange each = eachOf(few, many);
    if (std::ranges::find(question.claim.unstated, "reading") == question.claim.unstated.end()) {
        return ClaimAnswer{each,
                           judge(question.claim, each),
                           asked == 1 ? oneUserReason(scenario) : loadReason(scenario, few, many, asked),
                           {}};
    }
    const ClaimRange all = allOf(few, many);
    const ReadJudgement read = judgeReadings(question.claim, each, all);
    return ClaimAnswer{read.reading == Reading::All ? all : each, read.judgement,
                       readReason(scenario, few, many, asked, read), readingOf(read)};
}

namespace {

ClaimText firstTokenReason(const ClaimScenario& scenario, const LoadedSpeed& few, const LoadedSpeed& many)
{
    const auto seconds = [](const Range<Seconds>& time) {
        return figuresWithUnit(time.low.value(), time.high.value(), ClaimUnit::Seconds);
    };
    return {RIGWRIGHT_TEXT(
                "Claims",
                "A prompt of {prompt} tokens alone gets its first token after {alone}, with {many} requests "
                "at once after {loaded}"),
            {{"prompt", formatCount(scenario.workload.promptTokens)},
             {"alone", seconds(few.speed.timeToFirstToken)},
             {"many", std::to_string(many.requests)},
             {"loaded", seconds(many.speed.timeToFirstToken)}}};
}

} // namespace

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
    return ClaimAnswer{ours, judge(question.claim, ours), firstTokenReason(scenario, few, many)};
}

} // namespace rigwright
