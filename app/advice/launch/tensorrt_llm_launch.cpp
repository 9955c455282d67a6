// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch/benchmark.h"
#include "advice/launch/cluster_parts.h"
#include "advice/launch/serving_parts.h"
#include "advice/launch/shell_command.h"
#include "sizing/engines/engine_profile.h"

// `trtllm-serve` with its PyTorch back end: NVIDIA/TensorRT-LLM, docs/source/commands/trtllm-serve/trtllm-serve.rst (at
// 0434755f, 2026) and "LLM API", versions 1.0 and later. Newer versions call --extra_llm_api_options --config and take both.
namespace rigwright {

namespace {

constexpr const char* kOptionsFile = "trtllm.yaml";
constexpr const char* kHostFile = "trtllm-hosts";

/// A shell's command that writes it.
std::string fileText(const char* name, const std::string& content)
{
    return std::string("cat > ") + name + " <<'END'\n" + content + "END\n";
}

std::optional<ServingLimits> limitsOf(const LaunchQuestion& question)
{
    return engineProfile(question.workload().engine)
        .servingLimits(question.build.hardware, question.workload(), question.placement());
}

/// What the command line has no option for; empty: nothing. A block of the file takes the place of the command line's whole
/// block in versions that don't merge them, so that the share of memory stands in both.
std::string extraOptions(const LaunchQuestion& question)
{
    const Workload& workload = question.workload();
    std::string text;
    if (workload.keyCache == CacheType::Fp8) {
        text += "kv_cache_config:\n  dtype: fp8\n";
        if (const auto limits = limitsOf(question); limits && limits->memoryShare) {
            text += "  free_gpu_memory_fraction: " + memoryShareText(*limits->memoryShare) + "\n";
        }
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
    const auto limits = limitsOf(question);
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
    const std::string extra = extraOptions(question);
    if (!extra.empty()) {
        command.add("--extra_llm_api_options", std::string(kOptionsFile));
    }
    command.add("--host", question.listen).add("--port", portOf(Engine::TensorRtLlm) + copy);
    return (extra.empty() ? "" : fileText(kOptionsFile, extra)) + command.text();
}

/// The first of several machines starts the processes of all of them; the launcher keeps one of them as the server
/// (tensorrt_llm/llmapi/trtllm-llmapi-launch; NVIDIA's playbook "TRT LLM for Inference, run on two Sparks"). It splits the
/// server's words at blanks.
std::string nodesCommand(const LaunchQuestion& question)
{
    const int each = question.devices() / question.nodes;
    std::string hosts;
    for (int node = 0; node < question.nodes; ++node) {
        hosts += nodeAddress(node) + " slots=" + std::to_string(each) + "\n";
    }
    ShellCommand command({"mpirun", "-n", std::to_string(question.devices())});
    command.add("--hostfile", std::string(kHostFile));
    command.add("-x", std::string("HF_TOKEN")).add("-x", std::string("NCCL_SOCKET_IFNAME"));
    command.addList("trtllm-llmapi-launch", {"trtllm-serve", servedCheckpoint(question).name});
    addOptions(command, question);
    const std::string extra = extraOptions(question);
    if (!extra.empty()) {
        command.add("--extra_llm_api_options", std::string(kOptionsFile));
    }
    command.add("--host", question.listen).add("--port", portOf(Engine::TensorRtLlm));
    return fileText(kHostFile, hosts) + (extra.empty() ? "" : fileText(kOptionsFile, extra)) +
        exportLines({networkVariables().front()}) + command.text();
}

ComposeService service(const LaunchQuestion& question)
{
    ComposeService service = servingService(question);
    service.image = "nvcr.io/nvidia/tensorrt-llm/release:<TAG>";
    ShellCommand command({"trtllm-serve", servedCheckpoint(question).name});
    addOptions(command, question);
    if (!extraOptions(question).empty()) {
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
    if (question.nodes > 1) {
        sheet.texts.push_back({LaunchText::Kind::Command, "mpirun trtllm-serve", nodesCommand(question), 0});
    }
    for (int copy = 0; question.nodes == 1 && copy < copies; ++copy) {
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
