// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/claim_load.h"
#include "units/format.h"

#include <algorithm>

namespace rigwright {

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
