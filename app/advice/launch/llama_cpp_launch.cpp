// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch/benchmark.h"
#include "advice/launch/cluster_parts.h"
#include "advice/launch/model_name.h"
#include "advice/launch/serving_parts.h"
#include "advice/launch/shell_command.h"
#include "builds/hardware.h"
#include "units/format.h"

#include <algorithm>
#include <limits>
#include <numeric>

// llama-server and llama-bench of ggml-org/llama.cpp. Options and their meaning: tools/server/README.md (at 00dc8057),
// tools/llama-bench/README.md (at 08d0baac) and common/arg.cpp, as of autumn 2026; which layer goes where: load_tensors in
// src/llama-model.cpp. --load-mode: pull request 20834 (July 2026), which deprecates --no-mmap and --mlock. --spec-type: without
// draft-simple a draft model is loaded and never asked (its default is none).
namespace rigwright {

namespace {

/// A server's slots are at most so many (LLAMA_MAX_SEQ in src/llama-cparams.h).
constexpr std::int64_t kMostSlots = 256;
constexpr std::int64_t kUsualBatch = 2048;

int layersOf(const LaunchQuestion& question)
{
    return static_cast<int>(question.model.layers.size());
}

/// Some layers on accelerators and some on the CPU, where the head stays too.
bool isPartial(const LaunchQuestion& question)
{
    const int layers = question.placement().gpuLayers;
    return layers > 0 && layers < layersOf(question);
}

/// Shares of all machines' accelerators, which the plan has kind by kind, in the order that the engine has: machine by machine. Those
/// of rpc-servers come first, as --rpc lists them, its own last (src/llama.cpp), so that the head stays on the first machine.
std::vector<std::int64_t> machineByMachine(const std::vector<std::int64_t>& shares,
                                           const LaunchQuestion& question)
{
    std::vector<std::int64_t> ordered;
    for (int machine = 0; machine < question.nodes; ++machine) {
        std::size_t first = 0;
        for (const AcceleratorGroup& group : question.build.hardware.accelerators) {
            const int each = group.count / question.nodes;
            for (int i = 0; i < each; ++i) {
                const std::size_t at = first + static_cast<std::size_t>(machine * each + i);
                ordered.push_back(at < shares.size() ? shares[at] : 0);
            }
            first += static_cast<std::size_t>(group.count);
        }
    }
    return ordered;
}

/// Shares of --tensor-split. The engine gives device i the slots of layers whose number over all is below the sum of the shares up
/// to i; the head is the slot behind the last layer and belongs to the last device that has any.
std::vector<std::int64_t> tensorSplit(const LaunchQuestion& question)
{
    std::vector<std::int64_t> shares;
    if (question.placement().splitRows) {
        for (const DeviceMemory& device : question.build.plan.memory.devices) {
            shares.push_back(static_cast<std::int64_t>(device.capacity.inMib()));
        }
        const std::int64_t common = std::accumulate(shares.begin(), shares.end(), std::int64_t{0},
                                                    [](auto a, auto b) { return std::gcd(a, b); });
        for (std::int64_t& share : shares) {
            share /= std::max<std::int64_t>(common, 1);
        }
        return shares;
    }
    const std::vector<int>& layers = question.placement().deviceLayers;
    shares.assign(layers.begin(), layers.end());
    if (question.nodes > 1) {
        shares = machineByMachine(shares, question);
    }
    if (!shares.empty()) {
        ++shares.back();
    }
    return shares;
}

std::string joinedShares(const std::vector<std::int64_t>& shares, char separator)
{
    std::string text;
    for (const std::int64_t share : shares) {
        text += (text.empty() ? "" : std::string(1, separator)) + std::to_string(share);
    }
    return text;
}

/// "host:port" of every machine but the first, which runs the server.
std::string rpcServers(const LaunchQuestion& question)
{
    std::string servers;
    for (int node = 1; node < question.nodes; ++node) {
        servers +=
            (node == 1 ? "" : ",") + nodeAddress(node) + ":" + std::to_string(meetingPort(Engine::LlamaCpp));
    }
    return servers;
}

/// Where weights lie and what computes them.
void addPlacement(ShellCommand& command, const LaunchQuestion& question, char separator)
{
    const Placement& placement = question.placement();
    if (question.isOnHost() || placement.gpuLayers == 0) {
        command.add("-ngl", 0);
        if (!question.isOnHost()) {
            command.add("--device", std::string("none"));
        }
        return;
    }
    if (question.nodes > 1) {
        command.add("--rpc", rpcServers(question));
    }
    // Layers of a module for multi-token prediction lie behind the others in a file that has them.
    const int more = isPartial(question) ? 0 : question.facts.mtpModules;
    command.add("-ngl", placement.gpuLayers + 1 + more);
    if (isPartial(question)) {
        command.add("--override-tensor", std::string(R"(^(output|token_embd)\.weight$=CPU)"));
    }
    if (placement.splitRows) {
        command.add("--split-mode", std::string("row"));
    }
    const std::vector<std::int64_t> shares = tensorSplit(question);
    if (shares.size() > 1) {
        command.add("--tensor-split", joinedShares(shares, separator));
    }
    if (placement.hostExpertLayers > 0) {
        command.add("--n-cpu-moe", placement.hostExpertLayers);
    }
}

/// The cache's types, the attention and the batch: the same in both programs.
void addComputing(ShellCommand& command, const LaunchQuestion& question)
{
    const Workload& workload = question.workload();
    command.add("-ctk", std::string(cacheTypeName(workload.keyCache)));
    command.add("-ctv", std::string(cacheTypeName(workload.valueCache)));
    command.add("-fa", std::string(workload.flashAttention ? "on" : "off"));
    command.add("-b", std::max(kUsualBatch, workload.microBatch));
    command.add("-ub", workload.microBatch);
    const Host& host = question.build.hardware.host;
    if (!usesHost(question.model, question.build.hardware, question.build.plan)) {
        return;
    }
    if (host.cores > 0) {
        command.add("-t", host.cores);
    }
    if (host.sockets > 1) {
        command.add("--numa", std::string("distribute"));
    }
}

void addServerOptions(ShellCommand& command, const LaunchQuestion& question)
{
    const Workload& workload = question.workload();
    const std::int64_t slots = workload.sequences();
    // The size of the whole cache: each of the slots has its part of it, or all of them share it.
    command.add("-c", workload.context * slots);
    command.add("-np", slots);
    if (slots > 1) {
        command.add(workload.unifiedCache ? "--kv-unified" : "--no-kv-unified");
    }
    addPlacement(command, question, ',');
    addComputing(command, question);
    if (workload.fullWindowCache) {
        command.add("--swa-full");
    }
    if (!workload.memoryMap) {
        command.add("--load-mode", std::string("none"));
    }
    if (workload.speculative) {
        command.add("--spec-type", std::string("draft-simple"));
        command.add("--model-draft", std::string("<DRAFT-MODEL>"));
        command.add("--spec-draft-n-max", workload.speculative->draftTokens);
    }
}

ShellCommand server(const LaunchQuestion& question)
{
    ShellCommand command({"llama-server"});
    command.add("-m", ggufPath(question));
    addServerOptions(command, question);
    command.add("--host", question.listen).add("--port", portOf(Engine::LlamaCpp));
    return command;
}

/// tools/rpc/rpc-server.cpp: it offers all accelerators of its machine.
void addRpcServers(LaunchSheet& sheet, const LaunchQuestion& question)
{
    for (int node = 1; node < question.nodes; ++node) {
        ShellCommand command({"rpc-server"});
        command.add("--host", nodeAddress(node)).add("--port", meetingPort(Engine::LlamaCpp));
        command.add("--cache");
        sheet.texts.push_back({LaunchText::Kind::Command, "rpc-server", command.text(), node});
    }
    if (question.nodes > 1) {
        sheet.texts.front().node = 0;
        sheet.findings.push_back(
            {"launch-rpc-order",
             Severity::Note,
             RIGWRIGHT_TEXT("Finding", "The rpc-servers of the other machines are started before machine 0."),
             {}});
    }
}

/// docs/docker.md: images for each kind of accelerator, whose entry point is the server.
ComposeService service(const LaunchQuestion& question)
{
    ComposeService service = servingService(question);
    const std::string image = "ghcr.io/ggml-org/llama.cpp:server";
    service.image = service.vendor == AcceleratorVendor::Nvidia ? image + "-cuda"
        : service.vendor == AcceleratorVendor::Amd              ? image + "-rocm"
        : service.vendor == AcceleratorVendor::Intel            ? image + "-intel"
                                                                : image;
    service.name = "llama-server";
    service.volumes = {"<FOLDER>:/models:ro"};
    service.passesToken = false;
    ShellCommand command({"-m", "/models/" + ggufFileName(question)});
    addServerOptions(command, question);
    command.add("--host", std::string("0.0.0.0")).add("--port", portOf(Engine::LlamaCpp));
    service.command = command.words();
    return service;
}

/// `depth`: tokens in the cache before each test.
ShellCommand bench(const LaunchQuestion& question, std::int64_t prompt, std::int64_t output,
                   std::int64_t depth)
{
    ShellCommand command({"llama-bench"});
    command.add("-m", ggufPath(question));
    command.add("-p", prompt);
    command.add("-n", output);
    if (depth > 0) {
        command.add("-d", depth);
    }
    addPlacement(command, question, '/');
    addComputing(command, question);
    if (!question.workload().memoryMap) {
        command.add("--load-mode", std::string("none"));
    }
    return command;
}

/// Several sequences at once through the library itself, with a cache like the server's.
ShellCommand batchedBench(const LaunchQuestion& question)
{
    const Workload& workload = question.workload();
    ShellCommand command({"llama-batched-bench"});
    command.add("-m", ggufPath(question));
    command.add("-c", workload.context * workload.sequences());
    command.add("-npp", workload.promptTokens);
    command.add("-ntg", workload.outputTokens);
    command.add("-npl", workload.sequences());
    addPlacement(command, question, ',');
    addComputing(command, question);
    return command;
}

void addServerFindings(LaunchSheet& sheet, const LaunchQuestion& question)
{
    const Workload& workload = question.workload();
    const std::int64_t slots = workload.sequences();
    const std::int64_t cells = workload.context * slots;
    if (slots > kMostSlots) {
        sheet.findings.push_back(
            {"launch-slots",
             Severity::Warning,
             RIGWRIGHT_TEXT("Finding",
                            "llama-server takes at most {most} sequences at once unless it is built for more "
                            "(LLAMA_MAX_SEQ); {asked} are asked for."),
             {{"most", std::to_string(kMostSlots)}, {"asked", std::to_string(slots)}}});
    }
    if (cells > std::numeric_limits<std::int32_t>::max()) {
        sheet.findings.push_back(
            {"launch-context",
             Severity::Warning,
             RIGWRIGHT_TEXT("Finding",
                            "llama-server's -c is a 32-bit number; {tokens} tokens don't go into it."),
             {{"tokens", formatCount(cells)}}});
    }
    if (slots > 1) {
        sheet.findings.push_back(
            {"launch-llama-cpp-cache",
             Severity::Note,
             RIGWRIGHT_TEXT(
                 "Finding",
                 "-c is the cache of all {slots} sequences together, {each} tokens for each. "
                 "--kv-unified and --no-kv-unified are named because -np switches what llama-server "
                 "does without them (since the end of 2025)."),
             {{"slots", std::to_string(slots)}, {"each", formatCount(workload.context)}}});
    }
    if (workload.speculative) {
        sheet.findings.push_back(
            {"launch-draft-model",
             Severity::Note,
             RIGWRIGHT_TEXT(
                 "Finding",
                 "Which draft model is used is yours to say: put its file in place of <DRAFT-MODEL>. Since "
                 "2026 llama-server needs --spec-type to use it; older ones know no such option and call "
                 "the number of tokens --draft-max."),
             {}});
    }
}

void addPlacementFindings(LaunchSheet& sheet, const LaunchQuestion& question)
{
    if (isPartial(question)) {
        sheet.findings.push_back(
            {"launch-llama-cpp-head",
             Severity::Note,
             RIGWRIGHT_TEXT(
                 "Finding",
                 "llama.cpp counts the output head as the first layer of -ngl (since the end of 2025): "
                 "-ngl {all} puts {layers} layers on accelerators, and --override-tensor keeps the head "
                 "in RAM as planned. Older ones want -ngl {layers} and no --override-tensor."),
             {{"all", std::to_string(question.placement().gpuLayers + 1)},
              {"layers", std::to_string(question.placement().gpuLayers)}}});
    }
    if (!question.workload().memoryMap) {
        sheet.findings.push_back({"launch-llama-cpp-load-mode",
                                  Severity::Note,
                                  RIGWRIGHT_TEXT("Finding",
                                                 "--load-mode none came in July 2026; older builds of "
                                                 "llama.cpp call it --no-mmap (llama-bench: --mmap 0)."),
                                  {}});
    }
    sheet.findings.push_back(
        {"launch-llama-cpp-version",
         Severity::Note,
         RIGWRIGHT_TEXT("Finding",
                        "The options are those of llama.cpp from the end of 2025 on; -fa with a word and "
                        "--n-cpu-moe came in August and September 2025."),
         {}});
}

} // namespace

Benchmarks llamaCppBenchmarks(const LaunchQuestion& question)
{
    const Workload& workload = question.workload();
    if (workload.sequences() > 1) {
        const std::string both = batchedBench(question).text();
        return {both, both};
    }
    return {bench(question, workload.promptTokens, 0, 0).text(),
            bench(question, 0, workload.outputTokens, workload.promptTokens).text()};
}

void addLlamaCppLaunch(LaunchSheet& sheet, const LaunchQuestion& question)
{
    const Workload& workload = question.workload();
    if (workload.kind == WorkloadKind::Batch) {
        const ShellCommand command = bench(question, workload.promptTokens, workload.outputTokens, 0);
        sheet.texts.push_back({LaunchText::Kind::Command, "llama-bench", command.text()});
        sheet.findings.push_back(
            {"launch-bench-context",
             Severity::Note,
             RIGWRIGHT_TEXT("Finding",
                            "llama-bench makes its cache as long as prompt and output need, not {context} "
                            "tokens; -d fills it beforehand."),
             {{"context", formatCount(workload.context)}}});
    } else {
        sheet.texts.push_back({LaunchText::Kind::Command, "llama-server", server(question).text()});
        addServerFindings(sheet, question);
        addCompose(sheet, question, service(question));
    }
    addRpcServers(sheet, question);
    addPlacementFindings(sheet, question);
}

} // namespace rigwright
