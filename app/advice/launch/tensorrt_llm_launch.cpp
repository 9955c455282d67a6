// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch/benchmark.h"
#include "advice/launch/serving_parts.h"
#include "advice/launch/shell_command.h"
#include "sizing/engines/engine_profile.h"

// `trtllm-serve` with its PyTorch back end: nvidia.github.io/TensorRT-LLM, "trtllm-serve" and "LLM API", versions 1.0 and later.
namespace rigwright {

namespace {

constexpr const char* kOptionsFile = "trtllm.yaml";

/// What the command line has no option for; empty: nothing.
std::string extraOptions(const Workload& workload)
{
    std::string text;
    if (workload.keyCache == CacheType::Fp8) {
        text += "kv_cache_config:\n  dtype: fp8\n";
    }
    if (!workload.serving.graphs) {
        text += "cuda_graph_config: null\n";
    }
    return text;
}

void addOptions(ShellCommand& command, const LaunchQuestion& question)
{
    const Workload& workload = question.workload();
    const Placement& placement = question.placement();
    command.add("--tp_size", placement.tensorParallel);
    command.add("--pp_size", placement.pipelineParallel);
    if (placement.expertParallel > 1) {
        command.add("--ep_size", placement.expertParallel);
    }
    const auto limits =
        engineProfile(workload.engine).servingLimits(question.build.hardware, workload, placement);
    if (limits) {
        command.add("--max_batch_size", limits->sequences);
        command.add("--max_num_tokens", limits->tokens);
    }
    command.add("--max_seq_len", workload.context);
    if (limits && limits->memoryShare) {
        command.add("--kv_cache_free_gpu_memory_fraction", memoryShareText(*limits->memoryShare));
    }
}

/// The devices of one copy: device = (copy × stages + stage) × tensor + rank.
std::string devicesOfCopy(const Placement& placement, int copy)
{
    const int each = placement.tensorParallel * placement.pipelineParallel;
    std::string devices;
    for (int i = 0; i < each; ++i) {
        devices += (i == 0 ? "" : ",") + std::to_string(copy * each + i);
    }
    return devices;
}

std::string commandOf(const LaunchQuestion& question, int copy)
{
    const bool several = question.placement().dataParallel > 1;
    std::vector<std::string> program{"trtllm-serve", servedCheckpoint(question).name};
    if (several) {
        program.insert(program.begin(), "CUDA_VISIBLE_DEVICES=" + devicesOfCopy(question.placement(), copy));
    }
    ShellCommand command(program);
    addOptions(command, question);
    const std::string extra = extraOptions(question.workload());
    if (!extra.empty()) {
        command.add("--extra_llm_api_options", std::string(kOptionsFile));
    }
    command.add("--host", std::string("127.0.0.1")).add("--port", portOf(Engine::TensorRtLlm) + copy);
    const std::string file = std::string("cat > ") + kOptionsFile + " <<'END'\n" + extra + "END\n";
    return (extra.empty() ? "" : file) + command.text();
}

ComposeService service(const LaunchQuestion& question)
{
    ComposeService service = servingService(question);
    service.image = "nvcr.io/nvidia/tensorrt-llm/release:<TAG>";
    ShellCommand command({"trtllm-serve", servedCheckpoint(question).name});
    addOptions(command, question);
    if (!extraOptions(question.workload()).empty()) {
        command.add("--extra_llm_api_options", std::string("/") + kOptionsFile);
        service.volumes.push_back(std::string("./") + kOptionsFile + ":/" + kOptionsFile + ":ro");
    }
    command.add("--host", std::string("0.0.0.0")).add("--port", portOf(Engine::TensorRtLlm));
    service.command = command.words();
    return service;
}

} // namespace

void addTensorRtLlmLaunch(LaunchSheet& sheet, const LaunchQuestion& question)
{
    const int copies = question.placement().dataParallel;
    for (int copy = 0; copy < copies; ++copy) {
        sheet.texts.push_back({LaunchText::Kind::Command, "trtllm-serve", commandOf(question, copy)});
    }
    addServingFindings(sheet, question);
    if (question.workload().speculative) {
        sheet.findings.push_back(
            {"launch-speculative",
             Severity::Note,
             RIGWRIGHT_TEXT(
                 "Finding",
                 "TensorRT-LLM's speculative options depend on the kind of draft, which is not known here: "
                 "they are left out."),
             {}});
    }
    if (copies > 1) {
        sheet.findings.push_back(
            {"launch-copies",
             Severity::Note,
             RIGWRIGHT_TEXT(
                 "Finding",
                 "trtllm-serve runs one copy of the model: {copies} servers share the machine, each with "
                 "its own accelerators and port, and something before them has to share the requests out."),
             {{"copies", std::to_string(copies)}}});
        return;
    }
    addCompose(sheet, question, service(question));
}

} // namespace rigwright
