// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_cli.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <fstream>

using namespace rigwright;
using namespace rigwright::test;

namespace {

constexpr const char* kSize = "size --model deepseek-r1-distill-qwen-32b --weights q4_k_m --context 8192 "
                              "--accelerator rtx-3090";
constexpr const char* kBuilds = "builds --model deepseek-r1-distill-qwen-32b --weights q4_k_m --context 8192 "
                                "--budget 3000 --currency USD";

} // namespace

BOOST_AUTO_TEST_SUITE(answers)

BOOST_AUTO_TEST_CASE(four_bit_floats_go_by_their_gguf_type_on_llama_cpp)
{
    const CliRun run = runCli("size --model gpt-oss-20b --weights mxfp4 --engine llama.cpp "
                              "--accelerator rtx-4090 --json");
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.json()["model"]["weights"] == "mxfp4_moe");
    BOOST_TEST(run.out.find("sized as its type mxfp4_moe") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(serving_says_how_many_users_keep_within_the_targets_and_what_a_queue_does)
{
    const CliRun run = runCli("size --model llama-3.1-8b --weights bf16 --engine vllm --workload serve "
                              "--concurrency 16 --context 4096 --accelerator rtx-6000-ada --ttft-ms 3000 "
                              "--tpot-ms 100 --qps 0.2 --json");
    BOOST_TEST(run.status == 0);
    const auto traffic = run.json()["traffic"];
    BOOST_TEST(traffic["over_users"]["points"].size() >= 4);
    BOOST_TEST(traffic["users_within_targets"]["careful"] <= traffic["users_within_targets"]["middle"]);
    const auto queue = traffic["load"]["queue"];
    BOOST_TEST(queue["ttft_s"]["p50"] <= queue["ttft_s"]["p95"]);
    BOOST_TEST(queue["utilization"] < 1);
}

BOOST_AUTO_TEST_CASE(requests_shorter_than_the_context_are_timed_where_they_fit)
{
    // 64 × 8,192 tokens of 128 KiB are 64 GiB beside 8 GB of weights; 64 × 1,536 tokens are 12 GiB.
    const CliRun run =
        runCli("size --model llama-3.1-8b --weights fp8 --engine vllm --workload serve --concurrency 64 "
               "--prompt-tokens 1024 --output-tokens 512 --accelerator h100-sxm --json");
    BOOST_TEST(run.status == 1);
    const auto json = run.json();
    BOOST_TEST(json["fits"] == false);
    BOOST_TEST(json["speed"]["total_tokens_per_s"]["mid"] > json["speed"]["decode_tokens_per_s"]["mid"]);
    BOOST_TEST(run.out.find("speed-of-shorter-requests") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(training_says_what_a_budget_of_tokens_takes)
{
    const CliRun run =
        runCli("size --model llama-3.2-1b --workload full --accelerator h100-sxm --sequence 2048 "
               "--token-budget 1B --json");
    BOOST_TEST(run.status == 0);
    const auto json = run.json();
    const auto training = json["training"];
    BOOST_TEST(training["run"]["tokens"] == 1'000'000'000);
    const double time = training["run"]["time_s"]["mid"];
    const double rate = training["trained_tokens_per_s"]["mid"];
    BOOST_TEST(time == 1e9 / rate, boost::test_tools::tolerance(0.01));
    BOOST_TEST(json["speed"]["total_tokens_per_s"]["mid"] == rate);
    BOOST_TEST(json["traffic"].is_null());
    BOOST_TEST(training["model_flop_utilization"]["high"] <= 1);
}

BOOST_AUTO_TEST_CASE(a_slow_drive_for_checkpoints_slows_training)
{
    const std::string run =
        "size --model llama-3.2-1b --workload full --accelerator h100-sxm --sequence 2048 "
        "--checkpoint-every 10 --json --storage-write ";
    const auto fast = runCli(run + "100").json()["training"];
    const auto slow = runCli(run + "0.5").json()["training"];
    // A fast drive takes a two-hundredth of the time.
    const double ratio =
        slow["parts"]["checkpoints_s"].get<double>() / fast["parts"]["checkpoints_s"].get<double>();
    BOOST_TEST(ratio == 200, boost::test_tools::tolerance(1e-6));
    BOOST_TEST(slow["trained_tokens_per_s"]["mid"] < fast["trained_tokens_per_s"]["mid"]);
}

BOOST_AUTO_TEST_CASE(loading_and_energy_are_said_beside_the_speed)
{
    const auto json = runCli(std::string(kSize) + " --json").json();
    BOOST_TEST(json["loading"]["warm_s"]["low"] <= json["loading"]["warm_s"]["high"]);
    // A million tokens at the middle of both: power over rate.
    const double watts = json["energy"]["decode_watts"]["mid"];
    const double rate = json["speed"]["total_tokens_per_s"]["mid"];
    const double energy = json["energy"]["watt_hours_per_million_output_tokens"]["mid"];
    BOOST_TEST(energy == watts * 1e6 / rate / 3600, boost::test_tools::tolerance(0.02));
}

BOOST_AUTO_TEST_CASE(size_speaks_the_contract)
{
    const CliRun run = runCli(std::string(kSize) + " --json");
    BOOST_TEST(run.status == 0);
    const auto json = run.json();
    BOOST_TEST(json["schema"] == "rigwright.size/1");
    BOOST_TEST(json["model"]["parameters"] == 32'763'876'352);
    BOOST_TEST(json["model"]["weights"] == "q4_k_m");
    BOOST_TEST(json["fits"] == true);
    // 64 layers × 2 × 8 × 128 × 2 bytes × 8,192 tokens = 2 GiB
    BOOST_TEST(json["memory"]["components"]["kv_cache_bytes"] == 2'147'483'648);
    std::int64_t sum = json["memory"]["host_bytes"].get<std::int64_t>();
    for (const auto& device : json["memory"]["devices"]) {
        sum += device["used_bytes"].get<std::int64_t>();
    }
    BOOST_TEST(json["memory"]["total_bytes"] == sum);
    for (const char* rate :
         {"prefill_tokens_per_s", "decode_tokens_per_s", "total_tokens_per_s", "ttft_s", "tpot_s"}) {
        const auto& range = json["speed"][rate];
        BOOST_TEST(range["low"].get<double>() <= range["mid"].get<double>(), rate);
        BOOST_TEST(range["mid"].get<double>() <= range["high"].get<double>(), rate);
    }
    BOOST_TEST(json["speed"]["bound"] == "memory-bandwidth");
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_understood_and_answered)
{
    const CliRun run =
        runCli("size --model deepseek-r1 --weights q8_0 --accelerator rtx-4090 --memory-gib 64 "
               "--host-bandwidth 80 --json");
    BOOST_TEST(run.status == 1);
    BOOST_TEST(run.json()["fits"] == false);
    BOOST_TEST(run.json()["findings"][0]["severity"] == "blocker");
    BOOST_TEST(run.json()["speed"].is_null());
}

BOOST_AUTO_TEST_CASE(unequal_cards_can_be_named)
{
    const CliRun run = runCli("size --model llama-3.3-70b-instruct --accelerator rtx-4090 --count 1 "
                              "--accelerator rtx-3090 --count 2 --json");
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.json()["memory"]["devices"].size() == 3U);
    BOOST_TEST(run.json()["memory"]["devices"][2]["fits"] == true);
}

BOOST_AUTO_TEST_CASE(a_host_alone_runs_a_model)
{
    const CliRun run =
        runCli("size --model deepseek-r1 --weights fp8 --cpu epyc-9655 --sockets 2 --memory-gib 768 --json");
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.json()["memory"]["devices"].empty());
    BOOST_TEST(run.json()["speed"]["bound"] == "host-memory");
}

BOOST_AUTO_TEST_CASE(the_population_of_memory_counts)
{
    const auto speed = [](const std::string& options) {
        return runCli("size --model llama-3.1-8b --memory-gib 64 " + options + " --json")
            .json()["speed"]["decode_tokens_per_s"]["mid"]
            .get<double>();
    };
    // Two modules a channel of a Ryzen 7950X run at 3600 instead of 5200 MT/s (AMD's specification).
    BOOST_TEST(speed("--cpu ryzen-9-7950x --dimms-per-channel 2") < 0.8 * speed("--cpu ryzen-9-7950x"));
    BOOST_TEST(speed("--cpu ryzen-9-7950x --channels 1") < 0.6 * speed("--cpu ryzen-9-7950x"));
    BOOST_TEST(speed("--cpu ryzen-9-7950x --memory-speed 6000") > speed("--cpu ryzen-9-7950x"));
    // 2 × 5600 MT/s × 8 bytes = 89.6 GB/s
    BOOST_TEST(speed("--channels 2 --memory-speed 5600") == speed("--host-bandwidth 89.6"),
               boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(placements_that_the_hardware_lacks_do_no_harm)
{
    BOOST_TEST(
        runCli("size --model llama-3.1-8b --cpu ryzen-5-7600 --gpu-layers 10 --offload-experts").status == 0);
    BOOST_TEST(
        runCli("size --model llama-3.1-8b --weights fp16 --engine vllm --cpu ryzen-5-7600 --tp 4 --pp 3")
            .status == 0);
    BOOST_TEST(runCli("size --model llama-3.1-8b --weights fp16 --engine vllm --accelerator rtx-4090 --tp 4")
                   .status == 1);
}

BOOST_AUTO_TEST_CASE(builds_are_within_the_budget_and_complete)
{
    const CliRun run = runCli(std::string(kBuilds) + " --json");
    BOOST_TEST(run.status == 0);
    const auto json = run.json();
    BOOST_TEST(json["schema"] == "rigwright.builds/1");
    BOOST_TEST(json["exact"] == true);
    BOOST_TEST(json["feasible"].get<std::int64_t>() > 0);
    BOOST_TEST(json["considered"].get<std::int64_t>() >= json["feasible"].get<std::int64_t>());
    BOOST_REQUIRE(!json["builds"].empty());
    for (const auto& build : json["builds"]) {
        BOOST_TEST(build["fits"] == true);
        BOOST_TEST(std::stod(build["price"]["amount"].get<std::string>()) <= 3000.0);
        double sum = 0;
        for (const auto& part : build["parts"]) {
            sum += part["quantity"].get<int>() * std::stod(part["unit_price"]["amount"].get<std::string>());
            BOOST_TEST(!part["source"].get<std::string>().empty());
        }
        BOOST_TEST(sum == std::stod(build["price"]["amount"].get<std::string>()),
                   boost::test_tools::tolerance(1e-9));
    }
}

BOOST_AUTO_TEST_CASE(every_price_says_its_kind_age_and_state)
{
    const auto builds = [](const char* limit) {
        return runCli(std::string(kBuilds) + " --limit 1 --json --price-limit-days " + limit)
            .json()["builds"];
    };
    for (const auto& part : builds("0")[0]["parts"]) {
        BOOST_TEST(part["price_age_days"].get<int>() > 0);
        BOOST_TEST(part["price_old"] == true);
        BOOST_TEST(part["price_verified"] == (part["price_kind"] != "estimate"));
        BOOST_TEST(part["price_expired"] == false);
        BOOST_TEST(part.contains("specs_state"));
    }
    for (const auto& part : builds("100000")[0]["parts"]) {
        BOOST_TEST(part["price_old"] == false);
    }
    BOOST_TEST(builds("0").dump().find("\"prices-old\"") != std::string::npos);
    BOOST_TEST(builds("100000").dump().find("\"prices-old\"") == std::string::npos);
    const CliRun text = runCli(std::string(kBuilds) + " --price-limit-days 0");
    BOOST_TEST(text.out.find("days old!") != std::string::npos);
    BOOST_TEST(runCli(std::string(kBuilds) + " --price-limit-days -1").status == 2);
}

BOOST_AUTO_TEST_CASE(a_budget_too_small_is_no_answer)
{
    const CliRun run = runCli("builds --model llama-3.3-70b-instruct --weights fp16 --budget 200 --json");
    BOOST_TEST(run.status == 1);
    BOOST_TEST(run.json()["builds"].empty());
    BOOST_TEST(!run.json()["excluded"].empty());
}

BOOST_AUTO_TEST_CASE(a_build_of_the_answer_can_be_asked_about)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "build.json";
    std::ofstream(file) << runCli(std::string(kBuilds) + " --json").json()["builds"][0].dump();
    const CliRun checked = runCli("check --build " + file.string() + " --json");
    BOOST_TEST(checked.status == 0);
    BOOST_TEST(checked.json()["verdict"] == "compatible");
    BOOST_REQUIRE(checked.json()["parts"].size() >= 7U);
    for (const auto& part : checked.json()["parts"]) {
        BOOST_TEST(part["specs_state"].is_string());
        BOOST_TEST(part["price_kind"].is_string());
        BOOST_TEST(part["price_age_days"].is_number());
    }
    BOOST_TEST(runCli("check --build " + file.string()).out.find("days old") != std::string::npos);
    const CliRun sized =
        runCli("size --model deepseek-r1-distill-qwen-32b --build " + file.string() + " --json");
    BOOST_TEST(sized.status == 0);
}

BOOST_AUTO_TEST_CASE(costs_begin_with_the_purchase)
{
    const CliRun run =
        runCli("costs --model deepseek-r1-distill-qwen-32b --budget 3000 --years 3 --utilization 0.4 "
               "--electricity 0.30 --json");
    BOOST_TEST(run.status == 0);
    const auto json = run.json();
    BOOST_TEST(json["schema"] == "rigwright.costs/1");
    BOOST_TEST(json["scenarios"][0]["kind"] == "own");
    BOOST_TEST(json["scenarios"][0]["monthly"].size() == 37U);
    BOOST_TEST(json["assumptions"]["utilization"] == 0.4);
    BOOST_TEST(json.contains("break_even_months"));
    BOOST_REQUIRE(json["scenarios"].size() > 1);
    const auto& offer = json["scenarios"][1]["offer"];
    BOOST_TEST(offer["price_kind"].is_string());
    BOOST_TEST(offer["price_age_days"].is_number());
    BOOST_TEST(offer["price_verified"] == (offer["price_kind"] != "estimate"));
}

BOOST_AUTO_TEST_CASE(bom_writes_both_formats)
{
    const TemporaryFolder folder;
    for (const char* name : {"bom.xlsx", "bom.csv"}) {
        const CliRun run = runCli("bom --model deepseek-r1-distill-qwen-32b --budget 3000 --output " +
                                  (folder.path() / name).string());
        BOOST_TEST(run.status == 0, run.err);
        BOOST_TEST(std::filesystem::file_size(folder.path() / name) > 500U);
    }
    BOOST_TEST(folder.entries() == 2U);
}

BOOST_AUTO_TEST_CASE(the_catalog_lists_itself)
{
    BOOST_TEST(runCli("models list --json").json()["models"].size() >= 40U);
    BOOST_TEST(runCli("catalog list accelerator --json").json()["items"].size() >= 30U);
    BOOST_TEST(runCli("catalog info --json").json()["schema"] == "rigwright.catalog/1");
    BOOST_TEST(runCli("models show qwen3-32b").out.find("Q4_K_M") != std::string::npos);
    BOOST_TEST(runCli("--help").status == 0);
    BOOST_TEST(runCli("--version").out.find("rigwright-cli") == 0U);
}

BOOST_AUTO_TEST_CASE(claims_speak_the_contract)
{
    const CliRun run = runCli("claims G1.bench --json");
    BOOST_TEST(run.status == 0);
    const auto json = run.json();
    BOOST_TEST(json["schema"] == "rigwright.claims/1");
    BOOST_TEST(json["claims"].size() == 6U);
    for (const auto& claim : json["claims"]) {
        for (const char* key : {"id", "claim", "estimate", "measurement", "verdict", "factor", "reason",
                                "assumptions", "prices"}) {
            BOOST_TEST(claim.contains(key), key);
        }
    }
    const auto& near = json["claims"][0];
    BOOST_TEST(near["id"] == "G1.bench.32b");
    BOOST_TEST(near["measurement"]["same_scenario"] == false);
    BOOST_TEST(near["decided_by"] == "estimate");
    const auto& measured = json["claims"][4];
    BOOST_TEST(measured["id"] == "G1.bench.7b");
    BOOST_TEST(measured["verdict"] == "too low");
    BOOST_TEST(measured["claim"]["low"] == 18.0);
    BOOST_TEST(measured["claim"]["unit"] == "tokens/s");
    BOOST_TEST(measured["measurement"]["same_scenario"] == true);
    BOOST_TEST(measured["decided_by"] == "measurement");
    BOOST_TEST(measured["prices"].empty());
    BOOST_TEST(measured["estimate"]["low"].get<double>() <= measured["estimate"]["high"].get<double>());
}

BOOST_AUTO_TEST_CASE(claims_are_a_table_for_people_and_one_in_full)
{
    const CliRun all = runCli("claims");
    BOOST_TEST(all.status == 0);
    BOOST_TEST(all.out.find("too high") != std::string::npos);
    BOOST_TEST(all.out.find("claims: ") != std::string::npos);
    const CliRun one = runCli("claims g3.total");
    BOOST_TEST(one.out.find("128,445") != std::string::npos);
    BOOST_TEST(one.out.find("can't be") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
