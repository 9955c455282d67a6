// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/claim_scenario.h"

#include "models/typical_model.h"
#include "units/format.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr double kBillion = 1e9;
constexpr int kShardEverything = 3;

Expected<ModelFacts> modelOf(const Catalog& catalog, const Claim& claim)
{
    if (!claim.model.empty()) {
        return findModel(catalog, claim.model.text()).map([](const ModelFacts* facts) { return *facts; });
    }
    if (claim.parameters) {
        return typicalModel(static_cast<std::int64_t>(*claim.parameters * kBillion));
    }
    return fail("the claim names no model");
}

Expected<Hardware> hardwareOf(const Catalog& catalog, const Claim& claim)
{
    Hardware hardware;
    for (const PartCount& wanted : claim.accelerators) {
        const Expected<const Accelerator*> found = findAccelerator(catalog, wanted.part.text());
        if (!found) {
            return tl::unexpected(found.error());
        }
        hardware.accelerators.push_back({**found, wanted.count, {}, {}});
    }
    if (claim.cpu.empty()) {
        return hardware;
    }
    const Expected<const Cpu*> cpu = findCpu(catalog, claim.cpu.text());
    if (!cpu) {
        return tl::unexpected(cpu.error());
    }
    Host& host = hardware.host;
    host.id = (*cpu)->info.id;
    host.name = (*cpu)->info.name;
    host.sockets = claim.sockets;
    host.cores = (*cpu)->cores * claim.sockets;
    host.baseGigahertz = (*cpu)->baseGhz;
    host.avx512 = (*cpu)->avx512;
    host.amx = (*cpu)->amx;
    host.bandwidth = memoryBandwidth((*cpu)->memoryChannels * claim.sockets,
                                     claim.megatransfers.value_or((*cpu)->memorySpeed));
    return hardware;
}

Expected<Workload> workloadOf(const Claim& claim, const std::string& weights)
{
    Workload workload;
    if (!claim.workload.empty()) {
        const Expected<WorkloadKind> kind = parseWorkloadKind(claim.workload);
        if (!kind) {
            return tl::unexpected(kind.error());
        }
        workload.kind = *kind;
    }
    const Expected<WeightFormat> format = parseWeightFormat(weights);
    if (!format) {
        return tl::unexpected(format.error());
    }
    workload.weights = *format;
    workload.engine = engineFor(workload.kind, *format).value_or(Engine::Vllm);
    if (!claim.engine.empty()) {
        const Expected<Engine> engine = parseEngine(claim.engine);
        if (!engine) {
            return tl::unexpected(engine.error());
        }
        // A ratio compares formats; the engine that the row names may load only one of them.
        workload.engine = engineLoads(*engine, *format) ? *engine : workload.engine;
    }
    if (isTraining(workload.kind) &&
        (workload.engine == Engine::Fsdp || workload.engine == Engine::DeepSpeed)) {
        workload.training.zeroStage = kShardEverything;
    }
    workload.context = claim.context.value_or(workload.context);
    workload.promptTokens = claim.promptTokens.value_or(workload.promptTokens);
    workload.outputTokens = claim.outputTokens.value_or(workload.outputTokens);
    return withRequests(workload, claim.fewestRequests.value_or(1));
}

std::string rangeOf(int low, int high)
{
    return low == high ? std::to_string(low) : std::to_string(low) + "–" + std::to_string(high);
}

/// "7B" without a precision may mean either end.
bool isRange(const Claim& claim)
{
    return claim.quantity == ClaimQuantity::Memory && !claim.otherWeights.empty();
}

std::string labelOf(const std::string& weights)
{
    const Expected<WeightFormat> format = parseWeightFormat(weights);
    return format ? weightFormatLabel(*format) : weights;
}

std::optional<ClaimText> assumptionOf(const std::string& what, const Claim& claim,
                                      const ClaimScenario& scenario)
{
    const Workload& workload = scenario.workload;
    if (what == "model") {
        return ClaimText{RIGWRIGHT_TEXT("Claims", "Model: {model}"), {{"model", scenario.facts.name}}};
    }
    if (what == "precision" && isRange(claim)) {
        return ClaimText{
            RIGWRIGHT_TEXT("Claims", "Weights: from {light} to {weights}"),
            {{"light", labelOf(claim.otherWeights)}, {"weights", weightFormatLabel(workload.weights)}}};
    }
    if (what == "precision") {
        return ClaimText{RIGWRIGHT_TEXT("Claims", "Weights: {weights}"),
                         {{"weights", weightFormatLabel(workload.weights)}}};
    }
    if (what == "engine") {
        return ClaimText{RIGWRIGHT_TEXT("Claims", "Engine: {engine}"),
                         {{"engine", engineLabel(workload.engine)}}};
    }
    if (what == "requests") {
        return ClaimText{RIGWRIGHT_TEXT("Claims", "Requests at once: {requests}"),
                         {{"requests",
                           rangeOf(claim.fewestRequests.value_or(1),
                                   claim.mostRequests.value_or(claim.fewestRequests.value_or(1)))}}};
    }
    if (what == "context") {
        return ClaimText{RIGWRIGHT_TEXT("Claims", "Context: {tokens} tokens a request"),
                         {{"tokens", formatCount(workload.context)}}};
    }
    if (what == "lengths" && mayBeBrief(claim)) {
        return ClaimText{RIGWRIGHT_TEXT("Claims",
                                        "Lengths: prompts of {briefPrompt} to {prompt} and answers of "
                                        "{briefOutput} to {output} tokens"),
                         {{"briefPrompt", formatCount(kBriefPrompt)},
                          {"prompt", formatCount(workload.promptTokens)},
                          {"briefOutput", formatCount(kBriefOutput)},
                          {"output", formatCount(workload.outputTokens)}}};
    }
    if (what == "lengths") {
        return ClaimText{
            RIGWRIGHT_TEXT("Claims", "Lengths: a prompt of {prompt} and an answer of {output} tokens"),
            {{"prompt", formatCount(workload.promptTokens)}, {"output", formatCount(workload.outputTokens)}}};
    }
    if (what == "host") {
        return ClaimText{RIGWRIGHT_TEXT("Claims", "Hardware: {hardware}"),
                         {{"hardware", scenario.hardwareName()}}};
    }
    return std::nullopt;
}

std::optional<ClaimText> wordedAssumption(const std::string& what, const Claim& claim)
{
    if (what == "reading" && claim.quantity == ClaimQuantity::Decode) {
        return ClaimText{RIGWRIGHT_TEXT("Claims", "Read as the speed of each user, not of all together"), {}};
    }
    if (what == "reading" && claim.quantity == ClaimQuantity::FirstToken) {
        return ClaimText{RIGWRIGHT_TEXT("Claims", "Latency: read as the time to the first token"), {}};
    }
    if (what == "reading") {
        return ClaimText{RIGWRIGHT_TEXT("Claims", "Read as a share of memory"), {}};
    }
    if (what == "training" && claim.workload != "full") {
        return ClaimText{
            RIGWRIGHT_TEXT(
                "Claims",
                "Training: from one example of 512 tokens with all activations recomputed to one of 2,048 "
                "with none"),
            {}};
    }
    if (what == "training") {
        return ClaimText{
            RIGWRIGHT_TEXT(
                "Claims",
                "Training: one example of 512 to 4,096 tokens with all activations recomputed; AdamW in "
                "mixed precision"),
            {}};
    }
    if (what == "parts") {
        return ClaimText{
            RIGWRIGHT_TEXT("Claims", "Parts that the guide does not name: ordinary ones of the catalog"), {}};
    }
    return std::nullopt;
}

} // namespace

std::string ClaimScenario::hardwareName() const
{
    std::string text;
    for (const AcceleratorGroup& group : hardware.accelerators) {
        text += (text.empty() ? "" : " + ") + (group.count > 1 ? formatCount(group.count) + " × " : "") +
            group.accelerator.info.name;
    }
    if (text.empty()) {
        text = (hardware.host.sockets > 1 ? std::to_string(hardware.host.sockets) + " × " : "") +
            hardware.host.name;
    }
    return text;
}

Bytes ClaimScenario::capacity() const
{
    Bytes sum;
    for (const AcceleratorGroup& group : hardware.accelerators) {
        sum += group.accelerator.memory * group.count;
    }
    return sum;
}

Workload withRequests(Workload workload, int requests)
{
    workload.concurrency = requests;
    if (!isTraining(workload.kind)) {
        workload.kind = requests > 1 ? WorkloadKind::Serve : WorkloadKind::Chat;
    }
    return workload;
}

Expected<ClaimScenario> scenarioOf(const Catalog& catalog, const Claim& claim, const std::string& weights)
{
    Expected<ModelFacts> facts = modelOf(catalog, claim);
    if (!facts) {
        return tl::unexpected(facts.error());
    }
    const Expected<Workload> workload = workloadOf(claim, weights);
    if (!workload) {
        return tl::unexpected(workload.error());
    }
    Expected<Hardware> hardware = hardwareOf(catalog, claim);
    if (!hardware) {
        return tl::unexpected(hardware.error());
    }
    Expected<QuantizedModel> model = quantizeFor(*facts, *workload);
    if (!model) {
        return tl::unexpected(model.error());
    }
    return ClaimScenario{std::move(*facts), std::move(*model), *workload, std::move(*hardware)};
}

Expected<ClaimScenario> scenarioOf(const Catalog& catalog, const Claim& claim)
{
    return scenarioOf(catalog, claim, claim.weights);
}

bool mayBeBrief(const Claim& claim)
{
    const auto leavesOpen = [&claim](const char* what) {
        return std::ranges::find(claim.unstated, what) != claim.unstated.end();
    };
    return claim.quantity == ClaimQuantity::Requests && leavesOpen("lengths") && leavesOpen("context");
}

std::vector<ClaimText> assumptionsOf(const Claim& claim, const ClaimScenario* scenario,
                                     const std::optional<ClaimText>& reading)
{
    std::vector<ClaimText> texts;
    for (const std::string& what : claim.unstated) {
        std::optional<ClaimText> text =
            what == "reading" && reading ? reading : wordedAssumption(what, claim);
        if (!text && scenario != nullptr) {
            text = assumptionOf(what, claim, *scenario);
        }
        if (text) {
            texts.push_back(std::move(*text));
        }
    }
    return texts;
}

} // namespace rigwright
