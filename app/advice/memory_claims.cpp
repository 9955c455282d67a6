// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/claim_estimates.h"
#include "builds/hardware.h"
#include "sizing/placements.h"
#include "units/format.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr double kPercent = 100;
constexpr int kBitsOfByte = 8;
constexpr std::int64_t kShortExample = 512;
constexpr std::int64_t kLongExample = 4096;

/// The least that people get a training to take without offloading: one short example, activations computed anew.
Workload sparing(Workload workload)
{
    workload.training.sequence = kShortExample;
    workload.training.recompute = Recompute::Full;
    return workload;
}

/// What it takes with long examples: nobody trains all weights of a large model without recomputing activations.
Workload generous(Workload workload)
{
    if (!trainsAdapters(workload.kind)) {
        workload.training.sequence = kLongExample;
        workload.training.recompute = Recompute::Full;
    }
    return workload;
}

int mostRequestsOf(const Claim& claim)
{
    return claim.mostRequests.value_or(claim.fewestRequests.value_or(1));
}

Workload leastOf(const ClaimScenario& scenario)
{
    return isTraining(scenario.workload.kind) ? sparing(scenario.workload)
                                              : withRequests(scenario.workload, 1);
}

Workload mostOf(const Claim& claim, const ClaimScenario& scenario)
{
    return isTraining(scenario.workload.kind) ? generous(scenario.workload)
                                              : withRequests(scenario.workload, mostRequestsOf(claim));
}

ClaimRange ordered(double a, double b)
{
    return {std::min(a, b), (a + b) / 2, std::max(a, b)};
}

/// A guide that names hardware below what it asks for itself contradicts itself.
std::optional<ClaimAnswer> contradiction(const Claim& claim, const ClaimRange& ours)
{
    const double has = claim.high.value_or(claim.low.value_or(0));
    if (!claim.guideNeeds || has >= *claim.guideNeeds || has <= 0) {
        return std::nullopt;
    }
    return ClaimAnswer{
        ours,
        {ClaimVerdict::Impossible, *claim.guideNeeds / has, false},
        {RIGWRIGHT_TEXT("Claims",
                        "The guide itself asks for {needs} GB in all, and what it names has {has} GB; it "
                        "takes {ours} GB."),
         {{"needs", figureText(*claim.guideNeeds)},
          {"has", figureText(has)},
          {"ours", figureRange(ours.low, ours.high)}}}};
}

ClaimText trainingReason(const Claim& claim, const MemoryComponents& least)
{
    return {
        RIGWRIGHT_TEXT(
            "Claims",
            "At least {weights} {unit} of weights, {states} {unit} of gradients and optimiser states, and "
            "{activations} {unit} of activations"),
        {{"weights", figureText(inUnitOf(claim, least.weights))},
         {"states", figureText(inUnitOf(claim, least.gradients + least.optimizer))},
         {"activations", figureText(inUnitOf(claim, least.activations))},
         {"unit", claimUnitName(claim.unit)}}};
}

/// Weights that lie on the devices: llama.cpp keeps the embeddings in RAM.
double weightsOf(const Claim& claim, const ClaimScenario& scenario)
{
    Bytes weights;
    for (const DeviceMemory& device : placeClaim(scenario, leastOf(scenario)).memory.devices) {
        weights += device.used.weights;
    }
    return inUnitOf(claim, weights);
}

ClaimText runningReason(const Claim& claim, const ClaimScenario& lighter, const ClaimScenario& scenario,
                        const ClaimRange& ours)
{
    const bool one = mostRequestsOf(claim) == 1;
    const bool range = lighter.model.format != scenario.model.format;
    const char* text = one
        ? RIGWRIGHT_TEXT(
              "Claims",
              "{weights} {unit} of weights; with the cache of {tokens} tokens and the engine {ours} "
              "{unit}")
        : RIGWRIGHT_TEXT("Claims",
                         "{weights} {unit} of weights; with the cache of 1–{requests} requests of {tokens} "
                         "tokens and the engine {ours} {unit}");
    if (range) {
        text = one ? RIGWRIGHT_TEXT(
                         "Claims",
                         "{weights} {unit} of weights from {light} to {heavy}; with the cache of {tokens} "
                         "tokens and the engine {ours} {unit}")
                   : RIGWRIGHT_TEXT("Claims",
                                    "{weights} {unit} of weights from {light} to {heavy}; with the cache of "
                                    "1–{requests} requests of {tokens} tokens and the engine {ours} {unit}");
    }
    return {text,
            {{"weights", figureRange(weightsOf(claim, lighter), weightsOf(claim, scenario))},
             {"light", weightFormatLabel(lighter.model.format)},
             {"heavy", weightFormatLabel(scenario.model.format)},
             {"unit", claimUnitName(claim.unit)},
             {"requests", std::to_string(mostRequestsOf(claim))},
             {"tokens", formatCount(scenario.workload.context)},
             {"ours", figureRange(ours.low, ours.high)}}};
}

Bytes onDevices(const ClaimScenario& scenario, const Workload& workload)
{
    return placeClaim(scenario, workload).memory.onDevices();
}

/// The fewest accelerators of a kind that hold the workload; empty: not even the most that are tried.
std::optional<int> fewestDevices(ClaimScenario scenario, const Workload& workload)
{
    constexpr std::array kCounts{1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 48, 64, 96, 128};
    for (const int count : kCounts) {
        scenario.hardware.accelerators.front().count = count;
        if (placeClaim(scenario, workload).fits) {
            return count;
        }
    }
    return std::nullopt;
}

} // namespace

MemoryPlan placeClaim(const ClaimScenario& scenario, const Workload& workload)
{
    PlacementRequest request;
    if (workload.engine == Engine::LlamaCpp && !scenario.hardware.accelerators.empty()) {
        request.gpuLayers = static_cast<int>(scenario.model.layers.size());
    }
    return planMemory(scenario.model, workload, scenario.hardware, request);
}

double inUnitOf(const Claim& claim, Bytes amount)
{
    return claim.unit == ClaimUnit::Gibibytes ? amount.inGib() : amount.inGb();
}

Expected<ClaimAnswer> answerMemory(const ClaimQuestion& question)
{
    const Claim& claim = question.claim;
    const Expected<ClaimScenario> scenario = scenarioOf(question.catalog, claim);
    if (!scenario) {
        return tl::unexpected(scenario.error());
    }
    const Expected<ClaimScenario> lighter =
        claim.otherWeights.empty() ? *scenario : scenarioOf(question.catalog, claim, claim.otherWeights);
    if (!lighter) {
        return tl::unexpected(lighter.error());
    }
    const MemoryPlan least = placeClaim(*lighter, leastOf(*lighter));
    const ClaimRange ours = ordered(inUnitOf(claim, least.memory.onDevices()),
                                    inUnitOf(claim, onDevices(*scenario, mostOf(claim, *scenario))));
    if (std::optional<ClaimAnswer> answer = contradiction(claim, ours)) {
        return std::move(*answer);
    }
    return ClaimAnswer{ours,
                       judge(claim, ours),
                       isTraining(scenario->workload.kind) ? trainingReason(claim, least.memory.sum())
                                                           : runningReason(claim, *lighter, *scenario, ours),
                       {}};
}

Expected<ClaimAnswer> answerHostMemory(const ClaimQuestion& question)
{
    const Claim& claim = question.claim;
    const Expected<ClaimScenario> scenario = scenarioOf(question.catalog, claim);
    if (!scenario) {
        return tl::unexpected(scenario.error());
    }
    const Bytes used = placeClaim(*scenario, leastOf(*scenario)).memory.host.used.total();
    const ClaimRange ours = ordered(inUnitOf(claim, used), inUnitOf(claim, used + kSystemMemory));
    return ClaimAnswer{
        ours,
        judge(claim, ours),
        {RIGWRIGHT_TEXT("Claims",
                        "The model takes {used} {unit} with its cache; the operating system and its "
                        "caches want up to {system} {unit} beside it"),
         {{"used", figureText(ours.low)},
          {"system", figureText(inUnitOf(claim, kSystemMemory))},
          {"unit", claimUnitName(claim.unit)}}}};
}

Expected<ClaimAnswer> answerDevices(const ClaimQuestion& question)
{
    const Claim& claim = question.claim;
    const Expected<ClaimScenario> scenario = scenarioOf(question.catalog, claim);
    if (!scenario) {
        return tl::unexpected(scenario.error());
    }
    if (scenario->hardware.accelerators.empty()) {
        return fail("the claim names no accelerator");
    }
    const std::optional<int> fewest = fewestDevices(*scenario, leastOf(*scenario));
    const std::optional<int> most = fewestDevices(*scenario, mostOf(claim, *scenario));
    if (!fewest || !most) {
        return fail("no number of these accelerators holds the model");
    }
    const ClaimRange ours = ordered(*fewest, *most);
    const Workload largest = mostOf(claim, *scenario);
    const bool trains = isTraining(largest.kind);
    const bool same = *fewest == *most;
    return ClaimAnswer{
        ours,
        judge(claim, ours),
        {trains && same ? RIGWRIGHT_TEXT("Claims",
                                         "{low} × {device} hold an example of up to {tokens} tokens with "
                                         "everything sharded")
             : same
             ? RIGWRIGHT_TEXT("Claims",
                              "{weights} GB of weights and {requests} requests of {tokens} tokens fit on "
                              "{low} × {device}")
             : trains
             ? RIGWRIGHT_TEXT("Claims",
                              "{low} × {device} hold one short example with everything sharded, {high} "
                              "× one of {tokens} tokens")
             : RIGWRIGHT_TEXT("Claims",
                              "{weights} GB of weights and one request fit on {low} × {device}; "
                              "{requests} requests of {tokens} tokens on {high} ×"),
         {{"low", std::to_string(*fewest)},
          {"high", std::to_string(*most)},
          {"device", scenario->hardware.accelerators.front().accelerator.info.name},
          {"weights", figureText(scenario->model.total().inGb())},
          {"requests", std::to_string(mostRequestsOf(claim))},
          {"tokens", formatCount(trains ? largest.training.sequence : largest.context)}}}};
}

Expected<ClaimAnswer> answerSequences(const ClaimQuestion& question)
{
    constexpr int kShorter = 4;
    const Claim& claim = question.claim;
    const Expected<ClaimScenario> scenario = scenarioOf(question.catalog, claim);
    if (!scenario) {
        return tl::unexpected(scenario.error());
    }
    Workload workload = withRequests(scenario->workload, 2);
    const auto count = [&](std::int64_t context) {
        workload.context = context;
        return static_cast<double>(mostSequences(scenario->model, workload, scenario->hardware).value_or(0));
    };
    const std::int64_t longest = scenario->workload.context;
    const ClaimRange ours = ordered(count(longest), count(longest / kShorter));
    return ClaimAnswer{
        ours,
        judge(claim, ours),
        {RIGWRIGHT_TEXT("Claims",
                        "What the weights leave holds {low} requests of {long} tokens, or {high} of {short}"),
         {{"low", figureText(ours.low)},
          {"high", figureText(ours.high)},
          {"long", formatCount(longest)},
          {"short", formatCount(longest / kShorter)}}}};
}

Expected<ClaimAnswer> answerWeights(const ClaimQuestion& question)
{
    const Claim& claim = question.claim;
    const Expected<ClaimScenario> scenario = scenarioOf(question.catalog, claim);
    if (!scenario) {
        return tl::unexpected(scenario.error());
    }
    const QuantizedModel& model = scenario->model;
    const double amount = inUnitOf(claim, model.total());
    const ClaimRange ours{amount, amount, amount};
    const double bits =
        kBitsOfByte * static_cast<double>(model.total().value()) / static_cast<double>(model.parameters);
    return ClaimAnswer{
        ours,
        judge(claim, ours),
        {RIGWRIGHT_TEXT(
             "Claims",
             "{parameters} parameters take {bits} bits each in {weights}, with scales and with what "
             "stays in more bits"),
         {{"parameters", formatParameters(model.parameters)},
          {"bits", formatFixed(bits, 2)},
          {"weights", weightFormatLabel(model.format)}}}};
}

Expected<ClaimAnswer> answerMemorySaving(const ClaimQuestion& question)
{
    const Claim& claim = question.claim;
    const Expected<ClaimScenario> small = scenarioOf(question.catalog, claim);
    const Expected<ClaimScenario> large = scenarioOf(question.catalog, claim, claim.otherWeights);
    if (!small || !large) {
        return tl::unexpected(!small ? small.error() : large.error());
    }
    const double saved = kPercent * (1 - small->model.total() / large->model.total());
    const ClaimRange ours{saved, saved, saved};
    return ClaimAnswer{
        ours,
        judge(claim, ours),
        {RIGWRIGHT_TEXT(
             "Claims",
             "{from} GB of weights shrink to {to} GB in {weights}: scales, and tensors that stay in "
             "more bits, cost the rest"),
         {{"from", figureText(large->model.total().inGb())},
          {"to", figureText(small->model.total().inGb())},
          {"weights", weightFormatLabel(small->model.format)}}}};
}

Expected<ClaimAnswer> answerTrainingShare(const ClaimQuestion& question)
{
    const Claim& claim = question.claim;
    const Expected<ClaimScenario> scenario = scenarioOf(question.catalog, claim);
    if (!scenario) {
        return tl::unexpected(scenario.error());
    }
    const auto share = [&](Workload workload) {
        const Bytes adapters = onDevices(*scenario, workload);
        workload.kind = WorkloadKind::Full;
        return kPercent * (adapters / onDevices(*scenario, workload));
    };
    // The same example and the same recomputation on both sides.
    const ClaimRange shares = ordered(share(sparing(scenario->workload)), share(scenario->workload));
    const bool saving = claim.quantity == ClaimQuantity::TrainingSaving;
    const ClaimRange ours = saving ? ordered(kPercent - shares.low, kPercent - shares.high) : shares;
    return ClaimAnswer{
        ours,
        judge(claim, ours),
        {RIGWRIGHT_TEXT("Claims",
                        "Adapters spare gradients and optimiser states; the {weights} GB of weights and the "
                        "activations stay: {share} % of a full fine-tune's memory"),
         {{"weights", figureText(scenario->model.total().inGb())},
          {"share", figureRange(shares.low, shares.high)}}}};
}

} // namespace rigwright
