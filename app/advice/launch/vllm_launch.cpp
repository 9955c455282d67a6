// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch/benchmark.h"
#include "advice/launch/cluster_parts.h"
#include "advice/launch/serving_parts.h"
#include "advice/launch/shell_command.h"
#include "sizing/engines/engine_profile.h"

#include <algorithm>
#include <cmath>

// `vllm serve`: vllm/engine/arg_utils.py of vllm-project/vllm (2026); docs.vllm.ai, "Using Docker" and, for machines without
// accelerators, "CPU" (VLLM_CPU_KVCACHE_SPACE).
namespace rigwright {

namespace {

void addDegrees(ShellCommand& command, const Placement& placement)
{
    if (placement.tensorParallel > 1) {
        command.add("--tensor-parallel-size", placement.tensorParallel);
    }
    if (placement.pipelineParallel > 1) {
        command.add("--pipeline-parallel-size", placement.pipelineParallel);
    }
    if (placement.dataParallel > 1) {
        command.add("--data-parallel-size", placement.dataParallel);
    }
    if (placement.expertParallel > 1) {
        command.add("--enable-expert-parallel");
    }
}

void addWeights(ShellCommand& command, const LaunchQuestion& question)
{
    const Workload& workload = question.workload();
    const std::string quantization = quantizationOnLoad(workload.engine, workload.weights);
    const CheckpointName checkpoint = servedCheckpoint(question);
    if (!checkpoint.convertsOnLoad) {
        return;
    }
    if (!quantization.empty()) {
        command.add("--quantization", quantization);
    } else {
        command.add("--dtype", std::string(workload.weights == WeightFormat::Fp16 ? "float16" : "bfloat16"));
    }
}

/// GiB for keys and values in RAM, whole.
long long hostCache(const LaunchQuestion& question)
{
    const MemoryComponents& host = question.build.plan.memory.host.used;
    return std::max(1LL, static_cast<long long>(std::ceil((host.kvCache + host.recurrentState).inGib())));
}

void addLimits(ShellCommand& command, const LaunchQuestion& question)
{
    const Workload& workload = question.workload();
    command.add("--max-model-len", workload.context);
    const auto limits =
        engineProfile(workload.engine).servingLimits(question.build.hardware, workload, question.placement());
    if (limits) {
        command.add("--max-num-seqs", limits->sequences);
        command.add("--max-num-batched-tokens", limits->tokens);
        if (limits->memoryShare && !question.isOnHost()) {
            command.add("--gpu-memory-utilization", memoryShareText(*limits->memoryShare));
        }
    }
    command.add("--kv-cache-dtype", std::string(workload.keyCache == CacheType::Fp8 ? "fp8" : "auto"));
    if (!workload.serving.graphs) {
        command.add("--enforce-eager");
    }
    if (workload.speculative) {
        command.add("--speculative-config",
                    R"({"model": "<DRAFT-MODEL>", "num_speculative_tokens": )" +
                        std::to_string(workload.speculative->draftTokens) + "}");
    }
}

void addModelOptions(ShellCommand& command, const LaunchQuestion& question)
{
    addDegrees(command, question.placement());
    addWeights(command, question);
    addLimits(command, question);
}

void addOptions(ShellCommand& command, const LaunchQuestion& question, const std::string& host)
{
    addModelOptions(command, question);
    command.add("--host", host).add("--port", portOf(Engine::Vllm));
}

ComposeService service(const LaunchQuestion& question)
{
    ComposeService service = servingService(question);
    service.image = service.vendor == AcceleratorVendor::Nvidia ? "vllm/vllm-openai:latest"
        : service.vendor == AcceleratorVendor::Amd              ? "rocm/vllm:latest"
                                                                : "<IMAGE>";
    service.entrypoint = {"vllm", "serve"};
    ShellCommand command({servedCheckpoint(question).name});
    addOptions(command, question, "0.0.0.0");
    service.command = command.words();
    if (question.isOnHost()) {
        service.environment = {{"VLLM_CPU_KVCACHE_SPACE", std::to_string(hostCache(question))}};
    }
    return service;
}

/// One of several machines: the first serves, the others only compute.
std::string nodeCommand(const LaunchQuestion& question, int node)
{
    ShellCommand command({"vllm", "serve", servedCheckpoint(question).name});
    addModelOptions(command, question);
    command.add("--nnodes", question.nodes).add("--node-rank", node);
    command.add("--master-addr", nodeAddress(0)).add("--master-port", meetingPort(Engine::Vllm));
    if (node > 0) {
        command.add("--headless");
    } else {
        command.add("--host", question.listen).add("--port", portOf(Engine::Vllm));
    }
    std::vector<std::pair<std::string, std::string>> variables = networkVariables();
    variables.emplace_back("VLLM_HOST_IP", nodeAddress(node));
    return exportLines(variables) + command.text();
}

} // namespace

void addVllmLaunch(LaunchSheet& sheet, const LaunchQuestion& question)
{
    std::vector<std::string> program{"vllm", "serve", servedCheckpoint(question).name};
    if (question.isOnHost()) {
        program.insert(program.begin(), "VLLM_CPU_KVCACHE_SPACE=" + std::to_string(hostCache(question)));
        sheet.findings.push_back({"launch-vllm-cpu",
                                  Severity::Note,
                                  RIGWRIGHT_TEXT("Finding", "vLLM runs on a CPU only as a build for CPUs."),
                                  {}});
    }
    ShellCommand command(program);
    addOptions(command, question, question.listen);
    if (question.nodes > 1) {
        addNodeTexts(sheet, question, "vllm serve", [&](int node) { return nodeCommand(question, node); });
    } else {
        sheet.texts.push_back({LaunchText::Kind::Command, "vllm serve", command.text()});
    }
    addServingFindings(sheet, question);
    if (question.workload().speculative) {
        sheet.findings.push_back(
            {"launch-draft-model",
             Severity::Note,
             RIGWRIGHT_TEXT("Finding",
                            "Which draft model is used is yours to say: put it in place of <DRAFT-MODEL>."),
             {}});
    }
    if (question.placement().dataParallel > 1) {
        sheet.findings.push_back(
            {"launch-vllm-copies",
             Severity::Note,
             RIGWRIGHT_TEXT(
                 "Finding",
                 "--max-num-seqs and --max-num-batched-tokens hold for each of the {copies} copies."),
             {{"copies", std::to_string(question.placement().dataParallel)}}});
    }
    addCompose(sheet, question, service(question));
}

} // namespace rigwright
