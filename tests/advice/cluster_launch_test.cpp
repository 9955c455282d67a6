// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/acceptance.h"
#include "advice/launch.h"
#include "advice/launch_fixture.h"
#include "builds/question.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <regex>

using namespace rigwright;
using namespace rigwright::test;

namespace {

/// So many machines, each with so many H100, that share the layers of Llama 3.1 70B.
ClusterProposal pipelineOf(int nodes, int each, const Requirement& requirement,
                           const PlacementRequest& request = {})
{
    ClusterProposal cluster;
    cluster.kind = ClusterKind::Pipeline;
    cluster.nodes = nodes;
    cluster.node = evaluated(machineWith("h100-sxm", each), requirement);
    const Question question = ask(launchCatalog(), requirement).value();
    cluster.plan = planMemory(question.model, requirement.workload,
                              joinedHardware(cluster.node.hardware, nodes), request);
    BOOST_REQUIRE(cluster.plan->fits);
    return cluster;
}

/// Stages over the machines, tensors within each.
PlacementRequest stages(int nodes, int each)
{
    PlacementRequest request;
    request.tensorParallel = each;
    request.pipelineParallel = nodes;
    request.dataParallel = 1;
    return request;
}

LaunchSheet sheetOf(const ClusterProposal& cluster, const Requirement& requirement)
{
    auto sheet = launchSheet(launchCatalog(), cluster, requirement);
    BOOST_REQUIRE_MESSAGE(sheet.has_value(), (sheet ? std::string() : sheet.error().message));
    for (const LaunchText& text : sheet->texts) {
        BOOST_TEST(isShell(text.text), text.text);
        // No address is made up: none but this machine's own.
        const std::string others = std::regex_replace(text.text, std::regex("127\\.0\\.0\\.1"), "");
        BOOST_TEST(!std::regex_search(others, std::regex("[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+")), text.text);
    }
    for (const LaunchStep& step : sheet->checklist) {
        BOOST_TEST(isShell(step.command), step.command);
        BOOST_TEST(fillIn(step.text, step.evidence).find('{') == std::string::npos, step.text);
    }
    return *std::move(sheet);
}

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

void hasAll(const std::string& text, const std::vector<std::string>& parts)
{
    for (const std::string& part : parts) {
        BOOST_TEST(contains(text, part), part << " in\n" << text);
    }
}

bool asksFor(const LaunchSheet& sheet, const char* id)
{
    return std::ranges::find(sheet.checklist, id, &LaunchStep::id) != sheet.checklist.end();
}

} // namespace

BOOST_AUTO_TEST_SUITE(cluster_launch)

BOOST_AUTO_TEST_CASE(vllm_gets_a_command_for_each_machine_and_one_that_serves)
{
    // vllm-project/vllm, docs/serving/parallelism_scaling.md, "Running vLLM with MultiProcessing": 8 GPUs on each of two machines
    // are --tensor-parallel-size 8 --pipeline-parallel-size 2 --nnodes 2 --node-rank 0 --master-addr …; the second has rank 1
    // and --headless.
    const Requirement requirement = launchRequirement("llama-3.1-70b", WeightFormat::Bf16, Engine::Vllm);
    const LaunchSheet sheet = sheetOf(pipelineOf(2, 8, requirement, stages(2, 8)), requirement);
    BOOST_REQUIRE(sheet.texts.size() == 2U);
    for (int node = 0; node < 2; ++node) {
        const LaunchText& text = sheet.texts[static_cast<std::size_t>(node)];
        BOOST_TEST(text.node.value() == node);
        hasAll(text.text,
               {"vllm serve", "--tensor-parallel-size 8", "--pipeline-parallel-size 2", "--nnodes 2",
                "--node-rank " + std::to_string(node), "--master-addr '<NODE-0-ADDRESS>'",
                "--master-port 29501", "export NCCL_SOCKET_IFNAME='<INTERFACE>'",
                "export VLLM_HOST_IP='<NODE-" + std::to_string(node) + "-ADDRESS>'"});
    }
    BOOST_TEST(contains(sheet.texts[0].text, "--port 8000"));
    BOOST_TEST(!contains(sheet.texts[0].text, "--headless"));
    BOOST_TEST(contains(sheet.texts[1].text, "--headless"));
    BOOST_TEST(!contains(sheet.texts[1].text, "--port "));
    for (const char* id : {"same-versions", "same-path", "network-interface", "rdma", "firewall", "health"}) {
        BOOST_TEST(asksFor(sheet, id), id);
    }
}

BOOST_AUTO_TEST_CASE(sglang_gets_its_ranks_and_the_first_machines_address)
{
    // sgl-project/sglang, docs/advanced_features/server_arguments.md: --nnodes, --node-rank, --dist-init-addr host:port.
    const Requirement requirement = launchRequirement("llama-3.1-70b", WeightFormat::Bf16, Engine::SgLang);
    const LaunchSheet sheet = sheetOf(pipelineOf(3, 4, requirement, stages(3, 4)), requirement);
    BOOST_REQUIRE(sheet.texts.size() == 3U);
    for (int node = 0; node < 3; ++node) {
        hasAll(sheet.texts[static_cast<std::size_t>(node)].text,
               {"--tp-size 4", "--pp-size 3", "--nnodes 3", "--node-rank " + std::to_string(node),
                "--dist-init-addr '<NODE-0-ADDRESS>:20000'"});
    }
}

BOOST_AUTO_TEST_CASE(tensorrt_is_started_on_all_machines_by_the_first)
{
    // tensorrt_llm/llmapi/trtllm-llmapi-launch under mpirun, a process for each GPU: two machines of four are eight.
    const Requirement requirement =
        launchRequirement("llama-3.1-70b", WeightFormat::Bf16, Engine::TensorRtLlm);
    const LaunchSheet sheet = sheetOf(pipelineOf(2, 4, requirement, stages(2, 4)), requirement);
    BOOST_REQUIRE(sheet.texts.size() == 1U);
    hasAll(sheet.texts[0].text,
           {"<NODE-0-ADDRESS> slots=4\n<NODE-1-ADDRESS> slots=4\n", "mpirun -n 8", "--hostfile trtllm-hosts",
            "trtllm-llmapi-launch trtllm-serve meta-llama/Llama-3.1-70B", "--tp_size 4", "--pp_size 2"});
    BOOST_TEST(asksFor(sheet, "ssh"));
}

BOOST_AUTO_TEST_CASE(llama_cpp_reaches_the_others_by_rpc_and_keeps_the_head)
{
    // tools/rpc/README.md: --rpc host:port,…; src/llama.cpp puts the servers' devices before its own. Three machines of one card
    // share 80 layers; the head is one more slot of the last device, which is the first machine's own.
    const Requirement requirement = launchRequirement("llama-3.1-70b", WeightFormat::Q8_0);
    ClusterProposal cluster = pipelineOf(3, 1, requirement);
    cluster.plan->placement.deviceLayers = {27, 27, 26};
    const LaunchSheet sheet = sheetOf(cluster, requirement);
    BOOST_REQUIRE(sheet.texts.size() == 3U);
    hasAll(sheet.texts[0].text,
           {"llama-server", "--rpc '<NODE-1-ADDRESS>:50052,<NODE-2-ADDRESS>:50052'", "-ngl 81",
            "--tensor-split 27,27,27"});
    BOOST_TEST(sheet.texts[0].node.value() == 0);
    for (int node = 1; node < 3; ++node) {
        const LaunchText& text = sheet.texts[static_cast<std::size_t>(node)];
        BOOST_TEST(text.program == "rpc-server");
        hasAll(text.text,
               {"--host '<NODE-" + std::to_string(node) + "-ADDRESS>'", "--port 50052", "--cache"});
    }
}

BOOST_AUTO_TEST_CASE(unequal_cards_are_told_machine_by_machine)
{
    // Two machines of one RTX 4090 and one RTX 3090: the plan has both 4090 first, the engine each machine's two cards.
    const Requirement requirement = launchRequirement("llama-3.1-70b", WeightFormat::Q4_K_M);
    Build build = machineWith("rtx-4090", 1);
    build.lines.push_back({PartCategory::Accelerator, PartId("rtx-3090"), 1});
    ClusterProposal cluster;
    cluster.kind = ClusterKind::Pipeline;
    cluster.node = evaluated(build, requirement);
    const Question question = ask(launchCatalog(), requirement).value();
    cluster.plan = planMemory(question.model, requirement.workload, joinedHardware(cluster.node.hardware, 2));
    BOOST_REQUIRE(cluster.plan->fits);
    cluster.plan->placement.deviceLayers = {24, 23, 17, 16};
    // Machine 1: 24 and 17; machine 0: 23 and 16, and the head.
    BOOST_TEST(contains(sheetOf(cluster, requirement).texts[0].text, "--tensor-split 24,17,23,17"));
}

BOOST_AUTO_TEST_CASE(machines_that_each_hold_the_model_serve_their_share_of_the_users)
{
    Requirement requirement =
        launchRequirement("llama-3.1-8b", WeightFormat::Q4_K_M, Engine::LlamaCpp, WorkloadKind::Serve);
    requirement.workload.concurrency = 10;
    ClusterProposal cluster;
    cluster.nodes = 3;
    Requirement share = requirement;
    share.workload.concurrency = 4; // ⌈10 / 3⌉
    cluster.node = evaluated(machineWith("rtx-4090", 1), share);
    const LaunchSheet sheet = sheetOf(cluster, requirement);
    BOOST_REQUIRE(sheet.texts.size() == 3U);
    for (int node = 0; node < 3; ++node) {
        hasAll(sheet.texts[static_cast<std::size_t>(node)].text,
               {"-np 4", "--host '<NODE-" + std::to_string(node) + "-ADDRESS>'"});
        BOOST_TEST(!contains(sheet.texts[static_cast<std::size_t>(node)].text, "--rpc"));
    }
    const auto health = std::ranges::find(sheet.checklist, "health", &LaunchStep::id);
    BOOST_REQUIRE((health != sheet.checklist.end()));
    BOOST_TEST(health->command == "curl --fail 'http://<NODE-0-ADDRESS>:8080/health'");
    BOOST_TEST((std::ranges::find(sheet.findings, "launch-balance", &Finding::id) != sheet.findings.end()));
}

BOOST_AUTO_TEST_CASE(the_checks_are_of_each_machine_and_the_speed_of_all)
{
    const Requirement requirement = launchRequirement("llama-3.1-70b", WeightFormat::Bf16, Engine::Vllm);
    ClusterProposal cluster = pipelineOf(2, 2, requirement, stages(2, 2));
    cluster.speed = SpeedEstimate{};
    cluster.speed->decode = {TokensPerSecond(21), TokensPerSecond(25), TokensPerSecond(30)};
    const auto checks = acceptanceChecks(launchCatalog(), cluster, requirement);
    BOOST_REQUIRE(checks);
    const auto accelerators = std::ranges::find(*checks, "accelerators", &AcceptanceCheck::id);
    BOOST_REQUIRE((accelerators != checks->end()));
    BOOST_TEST(contains(fillIn(accelerators->expected, accelerators->evidence), "2 × H100"));
    const auto decode = std::ranges::find(*checks, "decode-speed", &AcceptanceCheck::id);
    BOOST_REQUIRE((decode != checks->end()));
    BOOST_TEST(contains(fillIn(decode->expected, decode->evidence), "at least 21 tokens/s"));
}

BOOST_AUTO_TEST_SUITE_END()
