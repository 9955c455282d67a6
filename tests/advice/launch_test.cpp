// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch.h"
#include "advice/launch_fixture.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <sstream>

using namespace rigwright;
using namespace rigwright::test;

namespace {

LaunchSheet sheetOf(const EvaluatedBuild& build, const Requirement& requirement,
                    const Catalog& catalog = launchCatalog())
{
    auto sheet = launchSheet(catalog, build, requirement);
    BOOST_REQUIRE_MESSAGE(sheet.has_value(), (sheet ? std::string() : sheet.error().message));
    return std::move(*sheet);
}

/// The command's lines without their continuation marks.
std::vector<std::string> optionsOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        line.erase(0, line.find_first_not_of(' '));
        if (line.size() > 2 && line.ends_with(" \\")) {
            line.resize(line.size() - 2);
        }
        lines.push_back(line);
    }
    return lines;
}

void has(const LaunchSheet& sheet, const std::string& option)
{
    BOOST_REQUIRE(!sheet.texts.empty());
    const std::vector<std::string> options = optionsOf(sheet.texts.front().text);
    BOOST_TEST((std::ranges::find(options, option) != options.end()),
               option << " in\n"
                      << sheet.texts.front().text);
}

void hasNot(const LaunchSheet& sheet, const std::string& part)
{
    BOOST_REQUIRE(!sheet.texts.empty());
    BOOST_TEST(sheet.texts.front().text.find(part) == std::string::npos,
               part << " in\n"
                    << sheet.texts.front().text);
}

bool finds(const LaunchSheet& sheet, const std::string& id)
{
    return std::ranges::find(sheet.findings, id, &Finding::id) != sheet.findings.end();
}

const LaunchStep& step(const LaunchSheet& sheet, const std::string& id)
{
    const auto found = std::ranges::find(sheet.checklist, id, &LaunchStep::id);
    BOOST_REQUIRE_MESSAGE(found != sheet.checklist.end(), id);
    return *found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(launch_sheets)

BOOST_AUTO_TEST_CASE(a_server_is_told_layers_shares_and_the_whole_cache)
{
    // Llama 3.1 8B has 32 layers. 32 = 20 + 12; the head is one more slot of the second device (load_tensors in
    // src/llama-model.cpp), so that the shares are 20 and 13 of 33. Four slots of 8,192 tokens are -c 32768
    // (tools/server/README.md: -c is the size of all slots' cache).
    Requirement requirement =
        launchRequirement("llama-3.1-8b", WeightFormat::Q4_K_M, Engine::LlamaCpp, WorkloadKind::Serve);
    requirement.workload.concurrency = 4;
    requirement.workload.keyCache = requirement.workload.valueCache = CacheType::Q8_0;
    EvaluatedBuild build = evaluated(machineWith("rtx-3090", 2), requirement);
    build.plan.placement.deviceLayers = {20, 12};
    const LaunchSheet sheet = sheetOf(build, requirement);
    BOOST_TEST(sheet.texts.front().program == "llama-server");
    for (const char* option : {"llama-server", "-m '<FOLDER>/llama-3.1-8b-q4_k_m.gguf'", "-c 32768", "-np 4",
                               "--kv-unified", "-ngl 33", "--tensor-split 20,13", "-ctk q8_0", "-ctv q8_0",
                               "-fa on", "-b 2048", "-ub 512", "--port 8080"}) {
        has(sheet, option);
    }
    hasNot(sheet, "--n-cpu-moe");
    hasNot(sheet, "--load-mode");
    hasNot(sheet, "--override-tensor");
    BOOST_TEST(finds(sheet, "launch-llama-cpp-cache"));
}

BOOST_AUTO_TEST_CASE(layers_in_ram_leave_the_head_there_too)
{
    // With so many layers as -ngl says the head comes first (ggml-org/llama.cpp pull request 18148): 20 layers and the head
    // are 21, and the head is sent back to the CPU, where the plan has it.
    const Requirement requirement = launchRequirement("llama-3.1-8b", WeightFormat::Q4_K_M);
    EvaluatedBuild build = evaluated(machineWith("rtx-3090", 1), requirement);
    build.plan.placement.gpuLayers = 20;
    build.plan.placement.deviceLayers = {20};
    const LaunchSheet sheet = sheetOf(build, requirement);
    has(sheet, "-ngl 21");
    has(sheet, R"(--override-tensor '^(output|token_embd)\.weight$=CPU')");
    BOOST_TEST(finds(sheet, "launch-llama-cpp-head"));
    hasNot(sheet, "--tensor-split"); // one device
    hasNot(sheet, "--kv-unified");   // one slot
}

BOOST_AUTO_TEST_CASE(experts_rows_windows_and_files_are_told_as_they_were_chosen)
{
    Requirement requirement = launchRequirement("gpt-oss-120b", WeightFormat::MXFP4_MOE);
    requirement.workload.fullWindowCache = true;
    requirement.workload.memoryMap = false;
    requirement.workload.flashAttention = false;
    requirement.workload.microBatch = 4096;
    EvaluatedBuild build = evaluated(machineWith("rtx-4090", 2), requirement);
    build.plan.fits = true;
    build.plan.placement.gpuLayers = 36; // all of gpt-oss-120b's
    build.plan.placement.expertsOnHost = true;
    build.plan.placement.hostExpertLayers = 24;
    build.plan.placement.splitRows = true;
    build.plan.placement.deviceLayers = {};
    const LaunchSheet sheet = sheetOf(build, requirement);
    for (const char* option : {"-ngl 37", "--split-mode row", "--tensor-split 1,1", "--n-cpu-moe 24",
                               "--swa-full", "--load-mode none", "-fa off", "-b 4096", "-ub 4096"}) {
        has(sheet, option);
    }
    BOOST_TEST(finds(sheet, "launch-llama-cpp-load-mode"));
    BOOST_TEST(step(sheet, "huge-pages").command.find("always") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_draft_model_is_named_with_its_kind)
{
    // tools/server/README.md: --spec-type's default is none, and draft-simple is a model of its own.
    Requirement requirement = launchRequirement("llama-3.1-8b", WeightFormat::Q4_K_M);
    requirement.workload.speculative = SpeculativeDecoding{};
    requirement.workload.speculative->draftTokens = 5;
    const LaunchSheet sheet = sheetOf(evaluated(machineWith("rtx-3090", 1), requirement), requirement);
    for (const char* option :
         {"--spec-type draft-simple", "--model-draft '<DRAFT-MODEL>'", "--spec-draft-n-max 5"}) {
        has(sheet, option);
    }
}

BOOST_AUTO_TEST_CASE(a_sheet_says_whose_shell_its_commands_are_for)
{
    const auto platform = [](Engine engine, WeightFormat weights, const char* accelerator) {
        const Requirement requirement = launchRequirement("qwen3-0.6b", weights, engine);
        const LaunchSheet sheet = sheetOf(evaluated(machineWith(accelerator, 1), requirement), requirement);
        const auto found = std::ranges::find(sheet.findings, "launch-platform", &Finding::id);
        return found == sheet.findings.end() ? std::string() : found->message();
    };
    BOOST_TEST(platform(Engine::LlamaCpp, WeightFormat::Q4_K_M, "rtx-4090").find("llama-server.exe") !=
               std::string::npos);
    BOOST_TEST(platform(Engine::Vllm, WeightFormat::Bf16, "rtx-4090").find("WSL 2") != std::string::npos);
    BOOST_TEST(platform(Engine::LlamaCpp, WeightFormat::Q4_K_M, "m4-max-64gb").empty());
}

BOOST_AUTO_TEST_CASE(a_machine_without_accelerators_gets_its_cores_and_sockets)
{
    // Two EPYC 9655 of 96 cores.
    Build build;
    build.lines = {{PartCategory::Cpu, PartId("epyc-9655"), 2}};
    const Requirement requirement = launchRequirement("llama-3.1-8b", WeightFormat::Q4_K_M);
    EvaluatedBuild machine = evaluated(build, requirement);
    machine.plan.fits = true;
    const LaunchSheet sheet = sheetOf(machine, requirement);
    for (const char* option : {"-ngl 0", "-t 192", "--numa distribute"}) {
        has(sheet, option);
    }
    hasNot(sheet, "--device");
    BOOST_TEST(step(sheet, "numa").command.find("numa_balancing") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_batch_is_a_run_of_the_benchmark)
{
    // tools/llama-bench/README.md: shares are separated by slashes, and there is no -c.
    Requirement requirement =
        launchRequirement("llama-3.1-8b", WeightFormat::Q4_K_M, Engine::LlamaCpp, WorkloadKind::Batch);
    requirement.workload.promptTokens = 1024;
    requirement.workload.outputTokens = 128;
    EvaluatedBuild build = evaluated(machineWith("rtx-3090", 2), requirement);
    build.plan.placement.deviceLayers = {16, 16};
    const LaunchSheet sheet = sheetOf(build, requirement);
    BOOST_TEST(sheet.texts.front().program == "llama-bench");
    for (const char* option : {"-p 1024", "-n 128", "-ngl 33", "--tensor-split 16/17"}) {
        has(sheet, option);
    }
    hasNot(sheet, "-c ");
    BOOST_TEST(sheet.texts.size() == 1U);
}

BOOST_AUTO_TEST_CASE(vllm_is_told_its_degrees_and_limits)
{
    // docs.vllm.ai, "Engine arguments". Defaults of an H100 (80 GB): 8,192 tokens and 1,024 sequences a step
    // (get_batch_defaults in vllm/engine/arg_utils.py); 0.92 of the memory since version 0.21.
    Requirement requirement =
        launchRequirement("llama-3.1-8b", WeightFormat::Bf16, Engine::Vllm, WorkloadKind::Serve);
    requirement.workload.concurrency = 32;
    requirement.workload.context = 16384;
    EvaluatedBuild build = evaluated(machineWith("h100-sxm", 4), requirement);
    build.plan.placement.tensorParallel = 2;
    build.plan.placement.pipelineParallel = 1;
    build.plan.placement.dataParallel = 2;
    const LaunchSheet sheet = sheetOf(build, requirement);
    has(sheet, "vllm serve meta-llama/Llama-3.1-8B");
    for (const char* option : {"--tensor-parallel-size 2", "--data-parallel-size 2", "--max-model-len 16384",
                               "--max-num-seqs 1024", "--max-num-batched-tokens 8192",
                               "--gpu-memory-utilization 0.92", "--kv-cache-dtype auto"}) {
        has(sheet, option);
    }
    hasNot(sheet, "--pipeline-parallel-size");
    hasNot(sheet, "--enable-expert-parallel");
    BOOST_REQUIRE(sheet.texts.size() == 2U);
    BOOST_TEST((sheet.texts.back().kind == LaunchText::Kind::Compose));
    BOOST_TEST(sheet.texts.back().text.find("count: 4\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_repository_is_never_made_up)
{
    // Nobody's checkpoint in AWQ is known: the model's own repository holds 16 bits.
    const Requirement requirement =
        launchRequirement("llama-3.1-8b", WeightFormat::Awq4, Engine::Vllm, WorkloadKind::Chat);
    const LaunchSheet sheet = sheetOf(evaluated(machineWith("rtx-4090", 1), requirement), requirement);
    has(sheet, "vllm serve '<MODEL>'");
    BOOST_TEST(finds(sheet, "launch-model-name"));
}

BOOST_AUTO_TEST_CASE(sglang_and_tensorrt_take_their_own_names)
{
    // docs.sglang.io, "Server arguments"; nvidia.github.io/TensorRT-LLM, "trtllm-serve".
    Requirement requirement =
        launchRequirement("llama-3.1-8b", WeightFormat::Bf16, Engine::SgLang, WorkloadKind::Serve);
    requirement.workload.concurrency = 16;
    requirement.workload.serving.memoryShare = 0.85;
    requirement.workload.keyCache = requirement.workload.valueCache = CacheType::Fp8;
    EvaluatedBuild build = evaluated(machineWith("h100-sxm", 2), requirement);
    build.plan.placement.tensorParallel = 2;
    const LaunchSheet sglang = sheetOf(build, requirement);
    for (const char* option : {"--tp-size 2", "--context-length 8192", "--mem-fraction-static 0.85",
                               "--kv-cache-dtype fp8_e4m3", "--max-running-requests 16", "--port 30000"}) {
        has(sglang, option);
    }
    requirement.workload.engine = Engine::TensorRtLlm;
    const LaunchSheet tensorRt = sheetOf(build, requirement);
    for (const char* option :
         {"--tp_size 2", "--pp_size 1", "--max_batch_size 16", "--max_num_tokens 8192", "--max_seq_len 8192",
          "--kv_cache_free_gpu_memory_fraction 0.85", "--extra_llm_api_options trtllm.yaml", "dtype: fp8",
          "free_gpu_memory_fraction: 0.85"}) {
        has(tensorRt, option);
    }
}

BOOST_AUTO_TEST_CASE(copies_of_tensorrt_are_servers_of_their_own)
{
    const Requirement requirement =
        launchRequirement("llama-3.1-8b", WeightFormat::Bf16, Engine::TensorRtLlm, WorkloadKind::Chat);
    EvaluatedBuild build = evaluated(machineWith("h100-sxm", 4), requirement);
    build.plan.placement.tensorParallel = 2;
    build.plan.placement.pipelineParallel = 1;
    build.plan.placement.dataParallel = 2;
    const LaunchSheet sheet = sheetOf(build, requirement);
    BOOST_REQUIRE(sheet.texts.size() == 2U);
    BOOST_TEST(sheet.texts[0].text.starts_with("CUDA_VISIBLE_DEVICES=0,1 trtllm-serve "));
    BOOST_TEST(sheet.texts[1].text.starts_with("CUDA_VISIBLE_DEVICES=2,3 trtllm-serve "));
    BOOST_TEST(sheet.texts[1].text.ends_with("--port 8001"));
    BOOST_TEST(finds(sheet, "launch-copies"));
}

BOOST_AUTO_TEST_CASE(deepspeed_gets_stage_batch_and_offload)
{
    // DeepSpeed, "Configuration JSON": zero_optimization and its offload blocks.
    Requirement requirement =
        launchRequirement("llama-3.1-8b", WeightFormat::Bf16, Engine::DeepSpeed, WorkloadKind::Full);
    requirement.workload.training.zeroStage = 3;
    requirement.workload.training.offloadOptimizer = true;
    requirement.workload.training.microBatch = 2;
    requirement.workload.training.gradientAccumulation = 8;
    requirement.workload.training.recompute = Recompute::Full;
    EvaluatedBuild build = evaluated(machineWith("h100-sxm", 8), requirement);
    build.plan.fits = true;
    const LaunchSheet sheet = sheetOf(build, requirement);
    const std::string& text = sheet.texts.front().text;
    for (const char* part : {"\"train_micro_batch_size_per_gpu\": 2", "\"gradient_accumulation_steps\": 8",
                             "\"stage\": 3", "\"offload_optimizer\": {\"device\": \"cpu\"", "--num_gpus 8",
                             "--per_device_train_batch_size 2", "--gradient_checkpointing true"}) {
        BOOST_TEST(text.find(part) != std::string::npos, part);
    }
    BOOST_TEST(text.find("offload_param") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(adapters_on_four_bits_name_rank_and_targets)
{
    Requirement requirement =
        launchRequirement("llama-3.1-8b", WeightFormat::Nf4Dq, Engine::Transformers, WorkloadKind::Qlora);
    requirement.workload.training.loraRank = 32;
    requirement.workload.training.sequence = 4096;
    EvaluatedBuild build = evaluated(machineWith("rtx-4090", 1), requirement);
    build.plan.fits = true;
    const LaunchSheet sheet = sheetOf(build, requirement);
    for (const char* option : {"--lora_r 32", "--lora_target_modules all-linear", "--load_in_4bit",
                               "--use_bnb_nested_quant", "--optim paged_adamw_8bit", "--max_length 4096"}) {
        has(sheet, option);
    }
}

BOOST_AUTO_TEST_CASE(activations_in_ram_and_a_loss_in_pieces_are_told_to_the_trainer)
{
    // SFTConfig of huggingface/trl: activation_offloading, and loss_type "chunked_nll", not with the Liger kernel.
    Requirement requirement =
        launchRequirement("llama-3.1-8b", WeightFormat::Bf16, Engine::Transformers, WorkloadKind::Lora);
    requirement.workload.training.offloadActivations = true;
    requirement.workload.training.loss = LossMode::Chunked;
    EvaluatedBuild build = evaluated(machineWith("rtx-4090", 1), requirement);
    build.plan.fits = true;
    const LaunchSheet sheet = sheetOf(build, requirement);
    has(sheet, "--activation_offloading true");
    has(sheet, "--loss_type chunked_nll");
    hasNot(sheet, "--use_liger_kernel");
}

BOOST_AUTO_TEST_CASE(servers_are_measured_with_random_tokens_and_nothing_to_download)
{
    // SGLang's bench_serving.md: random-ids are random token ids; TensorRT-LLM's benchmark_serving: --random-ids.
    const auto measured = [](Engine engine) {
        const Requirement requirement =
            launchRequirement("llama-3.1-8b", WeightFormat::Bf16, engine, WorkloadKind::Chat);
        const LaunchSheet sheet = sheetOf(evaluated(machineWith("h100-sxm", 1), requirement), requirement);
        return step(sheet, "measure").command;
    };
    BOOST_TEST(measured(Engine::SgLang).find("--dataset-name random-ids") != std::string::npos);
    BOOST_TEST(measured(Engine::TensorRtLlm).find("--random-ids") != std::string::npos);
    BOOST_TEST(measured(Engine::Vllm).find("--dataset-name random \\") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(megatron_gets_its_degrees_and_the_global_batch)
{
    // 8 devices as 2 × 2 leave 2 copies: 1 × 4 × 2 examples a step.
    Requirement requirement =
        launchRequirement("llama-3.1-8b", WeightFormat::Bf16, Engine::Megatron, WorkloadKind::Pretrain);
    requirement.workload.training.gradientAccumulation = 4;
    EvaluatedBuild build = evaluated(machineWith("h100-sxm", 8), requirement);
    build.plan.fits = true;
    build.plan.placement.tensorParallel = 2;
    build.plan.placement.pipelineParallel = 2;
    build.plan.placement.dataParallel = 2;
    const LaunchSheet sheet = sheetOf(build, requirement);
    for (const char* option :
         {"--tensor-model-parallel-size 2", "--pipeline-model-parallel-size 2", "--global-batch-size 8",
          "--num-layers 32", "--use-distributed-optimizer", "--sequence-parallel"}) {
        has(sheet, option);
    }
}

BOOST_AUTO_TEST_CASE(unequal_accelerators_are_named_in_the_order_of_their_shares)
{
    const Requirement requirement = launchRequirement("llama-3.1-8b", WeightFormat::Q4_K_M);
    Build build = machineWith("rtx-3090", 1);
    build.lines.push_back({PartCategory::Accelerator, PartId("rtx-4090"), 2});
    const LaunchSheet sheet = sheetOf(evaluated(build, requirement), requirement);
    const auto found = std::ranges::find(sheet.findings, "launch-device-order", &Finding::id);
    BOOST_REQUIRE((found != sheet.findings.end()));
    BOOST_TEST(found->message().find("1 × GeForce RTX 3090, 2 × GeForce RTX 4090") != std::string::npos,
               found->message());
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_not_started)
{
    const Requirement requirement = launchRequirement("llama-3.1-70b", WeightFormat::Bf16, Engine::Vllm);
    const LaunchSheet sheet = sheetOf(evaluated(machineWith("rtx-3090", 1), requirement), requirement);
    BOOST_TEST(sheet.texts.empty());
    BOOST_TEST(finds(sheet, "launch-does-not-fit"));
}

BOOST_AUTO_TEST_CASE(drivers_follow_the_compute_capability)
{
    // Release notes of CUDA 13.1, "CUDA Toolkit and corresponding driver versions": 12.8 GA with 570.26, 11.8 GA with 520.61.05,
    // 11.0.2 GA with 450.51.05, 12.9 GA with 575.51.03. PTX ISA, "Release history": sm_121 and sm_103 with CUDA 12.9. ROCm's
    // compatibility-matrix-historical-6.0.csv: gfx942, gfx908 and gfx1030 at 6.0.0; its release notes of 5.7.0: end of the MI50.
    const Requirement requirement = launchRequirement("llama-3.1-8b", WeightFormat::Q4_K_M);
    const auto driver = [&](const char* accelerator) {
        const LaunchSheet sheet = sheetOf(evaluated(machineWith(accelerator, 1), requirement), requirement);
        const LaunchStep& found = step(sheet, "driver");
        return fillIn(found.text, found.evidence);
    };
    BOOST_TEST(driver("rtx-5090").find("570.26 or newer") != std::string::npos);
    BOOST_TEST(driver("rtx-4090").find("520.61.05 or newer") != std::string::npos);
    BOOST_TEST(driver("tesla-p40").find("branch 580 at most") != std::string::npos);
    BOOST_TEST(driver("mi300x").find("ROCm 6.0") != std::string::npos);
    BOOST_TEST(driver("a100-80gb-sxm").find("450.51.05 or newer") != std::string::npos);
    BOOST_TEST(driver("gb10").find("575.51.03 or newer, for an engine built with CUDA 12.9") !=
               std::string::npos);
    BOOST_TEST(driver("jetson-agx-xavier-32gb").find("the next line dropped it") != std::string::npos);
    BOOST_TEST(driver("jetson-agx-thor-128gb").find("JetPack 7.0") != std::string::npos);
    BOOST_TEST(driver("mi100").find("ROCm 6.0 or newer") != std::string::npos);
    BOOST_TEST(driver("rx-9070-xt").find("ROCm 6.4.1") != std::string::npos);
    BOOST_TEST(driver("mi50-32gb").find("ROCm 5.7, the last") != std::string::npos);
    BOOST_TEST(driver("ryzen-ai-max-395-128gb").find("unverified") != std::string::npos);
    BOOST_TEST(driver("arc-b580").find("unverified") != std::string::npos);
    BOOST_TEST(driver("arc-b580").find("oneAPI 2025.1") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_power_cap_is_set_and_its_watts_are_those_of_the_build)
{
    const Requirement requirement = launchRequirement("llama-3.1-8b", WeightFormat::Q4_K_M);
    Build build = machineWith("rtx-3090", 2);
    build.powerCap = 250_W;
    const LaunchSheet sheet = sheetOf(evaluated(build, requirement), requirement);
    BOOST_TEST(step(sheet, "power-cap").command == "sudo nvidia-smi --power-limit=250");
    BOOST_TEST(step(sheet, "persistence").command == "sudo nvidia-smi --persistence-mode=1");
    BOOST_TEST(step(sheet, "health").command == "curl --fail http://127.0.0.1:8080/health");
}

BOOST_AUTO_TEST_SUITE_END()
