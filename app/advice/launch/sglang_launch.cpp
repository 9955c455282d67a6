// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch/benchmark.h"
#include "advice/launch/cluster_parts.h"
#include "advice/launch/serving_parts.h"
#include "advice/launch/shell_command.h"
#include "sizing/engines/engine_profile.h"

// `python3 -m sglang.launch_server`: sgl-project/sglang, docs/advanced_features/server_arguments.md (at 004813e1, 2026).
namespace rigwright {

namespace {

void addDegrees(ShellCommand& command, const Placement& placement)
{
    if (placement.tensorParallel > 1) {
        command.add("--tp-size", placement.tensorParallel);
    }
    if (placement.pipelineParallel > 1) {
        command.add("--pp-size", placement.pipelineParallel);
    }
    if (placement.dataParallel > 1) {
        command.add("--dp-size", placement.dataParallel);
    }
    if (placement.expertParallel > 1) {
        command.add("--ep-size", placement.expertParallel);
    }
}

void addModelOptions(ShellCommand& command, const LaunchQuestion& question)
{
    const Workload& workload = question.workload();
    addDegrees(command, question.placement());
    const CheckpointName checkpoint = servedCheckpoint(question);
    const std::string quantization = quantizationOnLoad(workload.engine, workload.weights);
    if (checkpoint.convertsOnLoad && !quantization.empty()) {
        command.add("--quantization", quantization);
    } else if (checkpoint.convertsOnLoad) {
        command.add("--dtype", std::string(workload.weights == WeightFormat::Fp16 ? "float16" : "bfloat16"));
    }
    command.add("--context-length", workload.context);
    const auto limits =
        engineProfile(workload.engine).servingLimits(question.build.hardware, workload, question.placement());
    if (limits) {
        command.add("--max-running-requests", limits->sequences);
        command.add("--chunked-prefill-size", limits->tokens);
        if (limits->memoryShare && !question.isOnHost()) {
            command.add("--mem-fraction-static", memoryShareText(*limits->memoryShare));
        }
    }
    command.add("--kv-cache-dtype", std::string(workload.keyCache == CacheType::Fp8 ? "fp8_e4m3" : "auto"));
    if (!workload.serving.graphs) {
        command.add("--disable-cuda-graph");
    }
    if (question.isOnHost()) {
        command.add("--device", std::string("cpu"));
    }
}

void addOptions(ShellCommand& command, const LaunchQuestion& question, const std::string& host)
{
    addModelOptions(command, question);
    command.add("--host", host).add("--port", portOf(Engine::SgLang));
}

ComposeService service(const LaunchQuestion& question)
{
    ComposeService service = servingService(question);
    service.image = service.vendor == AcceleratorVendor::Nvidia ? "lmsysorg/sglang:latest" : "<IMAGE>";
    service.entrypoint = {"python3", "-m", "sglang.launch_server"};
    ShellCommand command({"--model-path", servedCheckpoint(question).name});
    addOptions(command, question, "0.0.0.0");
    service.command = command.words();
    return service;
}

/// One of several machines: the first serves, the others only compute ("Multi-Node Deployment").
std::string nodeCommand(const LaunchQuestion& question, int node)
{
    ShellCommand command({"python3", "-m", "sglang.launch_server"});
    command.add("--model-path", servedCheckpoint(question).name);
    addModelOptions(command, question);
    command.add("--nnodes", question.nodes).add("--node-rank", node);
    command.add("--dist-init-addr", nodeAddress(0) + ":" + std::to_string(meetingPort(Engine::SgLang)));
    if (node == 0) {
        command.add("--host", question.listen).add("--port", portOf(Engine::SgLang));
    }
    return exportLines(networkVariables()) + command.text();
}

} // namespace

void addSgLangLaunch(LaunchSheet& sheet, const LaunchQuestion& question)
{
    ShellCommand command({"python3", "-m", "sglang.launch_server"});
    command.add("--model-path", servedCheckpoint(question).name);
    addOptions(command, question, question.listen);
    if (question.nodes > 1) {
        addNodeTexts(sheet, question, "sglang.launch_server",
                     [&](int node) { return nodeCommand(question, node); });
    } else {
        sheet.texts.push_back({LaunchText::Kind::Command, "sglang.launch_server", command.text()});
    }
    addServingFindings(sheet, question);
    if (question.workload().speculative) {
        sheet.findings.push_back(
            {"launch-speculative",
             Severity::Note,
             RIGWRIGHT_TEXT(
                 "Finding",
                 "SGLang's speculative options depend on the kind of draft, which is not known here: they "
                 "are left out."),
             {}});
    }
    addCompose(sheet, question, service(question));
}

} // namespace rigwright
