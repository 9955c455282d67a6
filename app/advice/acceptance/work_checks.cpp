// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/acceptance/acceptance_checks.h"
#include "advice/launch/benchmark.h"
#include "units/format.h"

#include <cmath>

namespace rigwright {

namespace {

using Evidence = std::vector<std::pair<std::string, std::string>>;

std::string rateText(TokensPerSecond rate)
{
    return formatRate(rate.value());
}

Evidence rangeOf(const Range<TokensPerSecond>& range)
{
    return {{"low", rateText(range.low)}, {"high", rateText(range.high)}};
}

constexpr const char* kRateExpected = RIGWRIGHT_TEXT(
    "Acceptance", "at least {low} tokens/s; our estimate, not a maker's promise, is {low} to {high}");

void addServing(AcceptanceChecks& checks, const LaunchQuestion& question, const SpeedEstimate& speed)
{
    const Benchmarks benchmarks = benchmarksOf(question);
    checks.push_back({"prefill-speed", RIGWRIGHT_TEXT("Acceptance", "Reading the prompt"), kRateExpected,
                      rangeOf(speed.prefill), benchmarks.prefill});
    checks.push_back({"decode-speed", RIGWRIGHT_TEXT("Acceptance", "Writing the answer, for one user"),
                      kRateExpected, rangeOf(speed.decode), benchmarks.decode});
    if (question.workload().sequences() > 1) {
        checks.push_back({"total-speed",
                          RIGWRIGHT_TEXT("Acceptance", "Writing answers, for all users together"),
                          kRateExpected, rangeOf(speed.total), benchmarks.decode});
    }
    const Range<Seconds>& first = speed.timeToFirstToken;
    checks.push_back(
        {"first-token",
         RIGWRIGHT_TEXT("Acceptance", "Time until the answer begins"),
         RIGWRIGHT_TEXT("Acceptance",
                        "at most {high} s; our estimate, not a maker's promise, is {low} to {high}"),
         {{"low", formatFixed(first.low.value(), 2)}, {"high", formatFixed(first.high.value(), 2)}},
         benchmarks.prefill});
}

void addPower(AcceptanceChecks& checks, const LaunchQuestion& question)
{
    const Watts wall = question.build.wallPower;
    if (wall <= Watts(0)) {
        return;
    }
    const bool managed = question.machine.system == nullptr && question.machine.board != nullptr &&
        question.machine.board->bmc.value_or(false);
    const bool rated = question.machine.system != nullptr && question.machine.system->maxPower;
    checks.push_back(
        {"wall-power",
         RIGWRIGHT_TEXT("Acceptance", "Power at the wall while it works"),
         rated ? RIGWRIGHT_TEXT("Acceptance",
                                "at most {watts} W, as its maker states; read on a meter at the plug")
               : RIGWRIGHT_TEXT("Acceptance", "about {watts} W by our estimate; read on a meter at the plug"),
         {{"watts", formatFixed(std::round(wall.value()), 0)}},
         managed ? "sudo ipmitool dcmi power reading" : ""});
}

} // namespace

void addWorkChecks(AcceptanceChecks& checks, const LaunchQuestion& question)
{
    addPower(checks, question);
    if (!question.build.speed) {
        return;
    }
    if (isTraining(question.workload().kind)) {
        checks.push_back({"training-speed", RIGWRIGHT_TEXT("Acceptance", "Training"), kRateExpected,
                          rangeOf(question.build.speed->total), ""});
        return;
    }
    addServing(checks, question, *question.build.speed);
}

} // namespace rigwright
