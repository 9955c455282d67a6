// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch/cluster_parts.h"

#include "advice/launch/benchmark.h"
#include "advice/launch/shell_command.h"

// vLLM: docs/serving/parallelism_scaling.md ("Running vLLM with MultiProcessing", at 096bd6a4) and its port in ParallelConfig; NCCL:
// "Environment variables" of its documentation; llama.cpp: tools/rpc/README.md (at 038514c9).
namespace rigwright {

namespace {

std::optional<std::string> versionCommand(std::optional<AcceleratorVendor> vendor)
{
    if (vendor == AcceleratorVendor::Nvidia) {
        return "nvidia-smi --query-gpu=name,driver_version --format=csv";
    }
    if (vendor == AcceleratorVendor::Amd) {
        return "amd-smi version";
    }
    return std::nullopt;
}

void addSameness(LaunchSheet& sheet, const LaunchQuestion& question)
{
    sheet.checklist.push_back(
        {"same-versions",
         RIGWRIGHT_TEXT("Launch",
                        "All {nodes} machines have the same versions of driver, engine and libraries."),
         {{"nodes", std::to_string(question.nodes)}},
         versionCommand(vendorOf(question.build.hardware)).value_or("")});
    sheet.checklist.push_back(
        question.workload().engine == Engine::LlamaCpp
            ? LaunchStep{"same-path",
                         RIGWRIGHT_TEXT(
                             "Launch",
                             "The model's file lies on machine 0 alone; the others keep what it sends "
                             "them in ~/.cache/llama.cpp/rpc. llama.cpp is built with GGML_RPC=ON."),
                         {},
                         ""}
            : LaunchStep{"same-path",
                         RIGWRIGHT_TEXT("Launch",
                                        "The model's files lie on every machine under the same path, or on a "
                                        "file system that all of them see."),
                         {},
                         ""});
}

void addNetwork(LaunchSheet& sheet, const LaunchQuestion& question)
{
    sheet.checklist.push_back(
        {"network-interface",
         RIGWRIGHT_TEXT(
             "Launch",
             "Each machine has an address in the network between them, and reaches the others; its "
             "interface takes the place of {interface}."),
         {{"interface", kInterfacePlaceholder}},
         "ip -brief address"});
    sheet.checklist.push_back(
        question.workload().engine == Engine::LlamaCpp
            ? LaunchStep{"rdma",
                         RIGWRIGHT_TEXT(
                             "Launch",
                             "Where the network does RDMA (RoCE v2), its port is active; llama.cpp uses "
                             "it by itself if libibverbs was there when it was built."),
                         {},
                         "ibv_devinfo"}
            : LaunchStep{
                  "rdma",
                  RIGWRIGHT_TEXT("Launch",
                                 "Where the network does RDMA, its port is active and NCCL, started with "
                                 "NCCL_DEBUG=INFO, says NET/IB, not NET/Socket."),
                  {},
                  "ibv_devinfo"});
    sheet.checklist.push_back(
        {"firewall",
         RIGWRIGHT_TEXT("Launch",
                        "Port {port} is open between the machines, and those that NCCL and Gloo choose; to "
                        "nobody else, as what goes there is neither encrypted nor asked for a password."),
         {{"port", std::to_string(meetingPort(question.workload().engine))}},
         "ss --listening --tcp --numeric"});
}

} // namespace

std::string nodeAddress(int node)
{
    return "<NODE-" + std::to_string(node) + "-ADDRESS>";
}

int meetingPort(Engine engine)
{
    constexpr int kVllm = 29501;
    constexpr int kSgLang = 20000;
    constexpr int kSsh = 22; // mpirun starts the other machines' processes over it
    constexpr int kRpc = 50052;
    switch (engine) {
    case Engine::Vllm: return kVllm;
    case Engine::SgLang: return kSgLang;
    case Engine::TensorRtLlm: return kSsh;
    default: return kRpc;
    }
}

std::string exportLines(const std::vector<std::pair<std::string, std::string>>& variables)
{
    std::string lines;
    for (const auto& [name, value] : variables) {
        lines += "export " + name + "=" + shellWord(value) + "\n";
    }
    return lines;
}

std::vector<std::pair<std::string, std::string>> networkVariables()
{
    return {{"NCCL_SOCKET_IFNAME", kInterfacePlaceholder}, {"GLOO_SOCKET_IFNAME", kInterfacePlaceholder}};
}

void addAddressFinding(LaunchSheet& sheet, const LaunchQuestion& question)
{
    sheet.findings.push_back(
        {"launch-addresses",
         Severity::Note,
         RIGWRIGHT_TEXT(
             "Finding",
             "There is a command for each machine. In angle brackets stand the machines' addresses, "
             "{first} to {last}: yours are to be put in."),
         {{"first", nodeAddress(0)}, {"last", nodeAddress(question.nodes - 1)}}});
}

void addNetworkSteps(LaunchSheet& sheet, const LaunchQuestion& question)
{
    addSameness(sheet, question);
    addNetwork(sheet, question);
    if (question.workload().engine == Engine::TensorRtLlm) {
        sheet.checklist.push_back(
            {"ssh",
             RIGWRIGHT_TEXT("Launch",
                            "Machine 0 reaches each other machine by ssh without a password, where the same "
                            "container or installation of TensorRT-LLM waits."),
             {},
             "ssh -o BatchMode=yes " + shellWord(nodeAddress(1)) + " true"});
    }
}

} // namespace rigwright
