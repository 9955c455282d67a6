// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_cli.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>

using namespace rigwright;
using namespace rigwright::test;

namespace {

// The dimensions of Llama 3.2 1B as its model card and config.json give them: 1,235,814,400 parameters.
constexpr const char* kLlama1b = R"({
  "architectures": ["LlamaForCausalLM"], "model_type": "llama", "torch_dtype": "bfloat16",
  "hidden_size": 2048, "num_hidden_layers": 16, "num_attention_heads": 32, "num_key_value_heads": 8,
  "head_dim": 64, "intermediate_size": 8192, "vocab_size": 128256, "tie_word_embeddings": true,
  "max_position_embeddings": 131072
})";

std::string writeConfig(const TemporaryFolder& folder, const std::string& text)
{
    const auto path = folder.path() / "config.json";
    std::ofstream(path) << text;
    return path.string();
}

} // namespace

BOOST_AUTO_TEST_SUITE(model_files)

BOOST_AUTO_TEST_CASE(a_config_is_imported_with_what_was_read)
{
    const TemporaryFolder folder;
    const CliRun run = runCli("models import " + writeConfig(folder, kLlama1b) + " --json");
    BOOST_REQUIRE(run.status == 0);
    const auto json = run.json();
    BOOST_TEST(json["models"][0]["parameters"] == 1'235'814'400);
    BOOST_TEST(json["models"][0]["max_context"] == 131'072);
    bool layersRead = false;
    for (const auto& note : json["notes"]) {
        layersRead = layersRead ||
            (note["key"] == "num_hidden_layers" && note["kind"] == "read" && note["value"] == "16");
    }
    BOOST_TEST(layersRead);
}

BOOST_AUTO_TEST_CASE(a_config_takes_the_place_of_a_model)
{
    const TemporaryFolder folder;
    const std::string config = writeConfig(folder, kLlama1b);
    const CliRun size =
        runCli("size --hf-config " + config + " --weights bf16 --context 4096 --accelerator rtx-3090 --json");
    BOOST_REQUIRE(size.status == 0);
    // 16 layers · 2 · 8 heads · 64 · 2 bytes · 4,096 tokens = 128 MiB
    BOOST_TEST(size.json()["memory"]["components"]["kv_cache_bytes"] == 134'217'728);
    const CliRun builds = runCli("builds --hf-config " + config + " --budget 1500 --limit 1 --json");
    BOOST_TEST(builds.status == 0);
    BOOST_TEST(builds.json()["builds"].size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_parameter_count_alone_is_answered_with_a_warning)
{
    const CliRun run = runCli("size --params 7B --accelerator rtx-3090 --json");
    BOOST_REQUIRE(run.status == 0);
    const auto json = run.json();
    BOOST_TEST(json["model"]["parameters"].get<double>() == 7e9, boost::test_tools::tolerance(0.01));
    BOOST_TEST(json["findings"].back()["id"] == "typical-model");
}

BOOST_AUTO_TEST_CASE(the_answers_of_a_size_agree_with_each_other)
{
    const std::string question = "size --model llama-3.1-8b --weights bf16 --engine vllm --workload serve "
                                 "--concurrency 4 --context 8192 --accelerator rtx-4090 --placements --json";
    const auto json = runCli(question).json();
    const auto most = json["most_concurrent_requests"].get<std::int64_t>();
    BOOST_TEST(most >= 4);
    const auto asked = [&](std::int64_t users) {
        return runCli(
            "size --model llama-3.1-8b --weights bf16 --engine vllm --workload serve --concurrency " +
            std::to_string(users) + " --context 8192 --accelerator rtx-4090");
    };
    BOOST_TEST(asked(most).status == 0);
    BOOST_TEST(asked(most + 1).status == 1);
    BOOST_TEST(json["placements"].size() == 1U);
}

BOOST_AUTO_TEST_CASE(training_is_sized)
{
    const CliRun run = runCli("size --model llama-3.1-8b --workload full --optimizer adamw --zero 3 "
                              "--accelerator h100-sxm --count 8 --sequence 2048 --recompute full --json");
    const auto json = run.json();
    const auto& components = json["memory"]["components"];
    // Over all devices: 8,030,261,248 parameters with two FP32 moments and an FP32 master copy, 12 bytes each.
    BOOST_TEST(components["optimizer_bytes"].get<double>() == 12.0 * 8'030'261'248,
               boost::test_tools::tolerance(0.01));
    BOOST_TEST(components["gradients_bytes"].get<std::int64_t>() > 0);
    BOOST_TEST(components["activations_bytes"].get<std::int64_t>() > 0);
    BOOST_TEST(components["kv_cache_bytes"] == 0);
}

BOOST_AUTO_TEST_CASE(training_is_timed)
{
    const std::string base = "size --model llama-3.1-8b --workload full --accelerator h100-sxm --count 8 "
                             "--sequence 4096 --json --recompute full";
    const auto json = runCli(base).json();
    const double trained = json["speed"]["total_tokens_per_s"]["mid"].get<double>();
    // 8 N operations a token: at most 8 × 989.4e12 / (8 × 7.5e9) tokens a second.
    BOOST_TEST(trained < 8 * 989.4e12 / (8 * 7.5e9));
    BOOST_TEST(trained > 0.25 * 8 * 989.4e12 / (8 * 7.5e9));
    BOOST_TEST(json["speed"]["bound"] == "compute");
    const auto budgeted =
        runCli(base + " --token-budget 2B --gradient-accumulation 8 --checkpoint-every 500");
    BOOST_TEST(budgeted.status == 0);
    const auto training = budgeted.json()["training"];
    double parts = 0;
    for (const auto& part : training["parts"]) {
        parts += part.get<double>();
    }
    BOOST_TEST(parts == training["step_s"]["mid"].get<double>(), boost::test_tools::tolerance(1e-6));
    BOOST_TEST(training["tokens_per_step"] == 8 * 8 * 4096);
    // 2e9 / 262,144 = 7,629.4 steps; device-hours are hours of eight devices.
    BOOST_TEST(training["run"]["steps"] == 7630);
    BOOST_TEST(training["run"]["device_hours"]["mid"].get<double>() ==
                   training["run"]["time_s"]["mid"].get<double>() * 8 / 3600,
               boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_training_that_does_not_fit_is_timed_and_says_so)
{
    const CliRun run = runCli("size --model llama-3.1-70b --workload full --accelerator rtx-4090 --json");
    BOOST_TEST(run.status == 1);
    const auto json = run.json();
    BOOST_TEST(json["fits"] == false);
    BOOST_TEST(json["training"]["trained_tokens_per_s"]["mid"].get<double>() > 0);
    BOOST_TEST(std::ranges::any_of(json["findings"], [](const auto& finding) {
        return finding["id"] == "training-speed-if-it-fitted";
    }));
}

BOOST_AUTO_TEST_SUITE_END()
