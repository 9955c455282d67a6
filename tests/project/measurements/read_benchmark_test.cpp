// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/measurements/read_benchmark.h"

#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <fstream>

using namespace rigwright;

namespace {

std::vector<BenchmarkRun> sample(const std::string& name)
{
    return readBenchmarkFile(RIGWRIGHT_TEST_DATA "/benchmarks/" + name).value();
}

std::string errorOf(std::string_view text)
{
    const auto runs = parseBenchmark(text);
    return runs ? "no error" : runs.error().message;
}

/// A run of llama-bench in JSON with some fields changed: `"avg_ts": 5`.
std::string runWith(const std::string& fields)
{
    return R"([{"model_type": "llama 8B Q8_0", "model_n_params": 8030261248, "gpu_info": "NVIDIA GeForce RTX 3090", )"
           R"("n_gpu_layers": 99, "n_prompt": 0, "n_gen": 128)" +
        (fields.empty() ? "" : ", " + fields) + "}]";
}

} // namespace

BOOST_AUTO_TEST_SUITE(read_benchmark)

BOOST_AUTO_TEST_CASE(llama_bench_json_is_read)
{
    const std::vector<BenchmarkRun> runs = sample("llama_bench_rtx3090.json");
    BOOST_REQUIRE(runs.size() == 4);
    const BenchmarkRun& prompt = runs.front();
    BOOST_TEST(prompt.where == "run 1");
    BOOST_TEST((prompt.engine == Engine::LlamaCpp));
    BOOST_TEST(prompt.model == "llama 8B Q4_K - Medium");
    BOOST_TEST(prompt.modelFile == "Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf");
    BOOST_TEST(prompt.modelSize->value() == 4'912'898'304);
    BOOST_TEST(*prompt.parameters == 8'030'261'312.0);
    BOOST_TEST((prompt.accelerators == std::vector<std::string>{"NVIDIA GeForce RTX 3090"}));
    BOOST_TEST(!prompt.onHost);
    BOOST_TEST(prompt.flashAttention);
    BOOST_TEST(prompt.promptTokens == 512);
    BOOST_TEST(prompt.promptRate->value() == 4300.5);
    BOOST_TEST(!prompt.outputRate);
    BOOST_TEST((prompt.date == Date{2026, 2, 14}));
    BOOST_TEST(runs[1].outputRate->value() == 130.25);
    BOOST_TEST(runs[2].depth == 8192);
    BOOST_TEST(runs[3].leftOut == "prompt and answer are one figure");
}

BOOST_AUTO_TEST_CASE(llama_bench_json_lines_are_read)
{
    const std::vector<BenchmarkRun> runs = sample("llama_bench_m2_max.jsonl");
    BOOST_REQUIRE(runs.size() == 2);
    BOOST_TEST(runs[1].where == "line 2");
    BOOST_TEST(runs[1].accelerators.front() == "Apple M2 Max");
    BOOST_TEST(runs[1].outputRate->value() == 61.2);
}

BOOST_AUTO_TEST_CASE(llama_bench_csv_is_read_with_the_line_ends_of_windows)
{
    const std::vector<BenchmarkRun> runs = sample("llama_bench_epyc.csv");
    BOOST_REQUIRE(runs.size() == 2);
    BOOST_TEST(runs[0].where == "line 2");
    BOOST_TEST(runs[0].onHost);
    BOOST_TEST(runs[0].cpu == "AMD EPYC 9654 96-Core Processor");
    BOOST_TEST(runs[0].promptRate->value() == 310.0);
    BOOST_TEST(!runs[0].flashAttention);
    BOOST_TEST(runs[1].outputTokens == 128);
}

BOOST_AUTO_TEST_CASE(a_table_is_read_with_the_devices_of_the_lines_before_it)
{
    const std::vector<BenchmarkRun> runs = sample("llama_bench_table.md");
    BOOST_REQUIRE(runs.size() == 3);
    BOOST_TEST(runs[0].where == "line 7");
    BOOST_TEST(runs[0].accelerators.size() == 2);
    BOOST_TEST(runs[0].accelerators[1] == "NVIDIA GeForce RTX 4090");
    BOOST_TEST(*runs[0].parameters == 30.53e9);
    BOOST_TEST(runs[0].parametersRounding == 5e6);
    BOOST_TEST(runs[0].promptRate->value() == 5120.44);
    BOOST_TEST(runs[2].depth == 4096);
    BOOST_TEST(runs[2].outputRate->value() == 151.07);
    BOOST_TEST(!runs[2].date);
}

BOOST_AUTO_TEST_CASE(devices_are_known_by_what_vulkan_metal_and_rocm_print)
{
    const std::string table = "| model | size | params | backend | ngl | test | t/s |\n"
                              "| --- | ---: | ---: | --- | --: | ---: | ---: |\n"
                              "| llama 7B Q4_0 | 3.56 GiB | 6.74 B | X | 99 | tg 128 | 61.25 ± 0.10 |\n";
    const auto device = [&](const std::string& log) {
        return parseBenchmark(log + table).value().front().accelerators.front();
    };
    BOOST_TEST(
        device("ggml_vulkan: Found 1 Vulkan devices:\nggml_vulkan: 0 = AMD Radeon RX 7900 XTX (RADV NAVI31) "
               "(radv) | uma: 0 | fp16: 1 | warp size: 64\n") == "AMD Radeon RX 7900 XTX");
    BOOST_TEST(device("ggml_metal_init: picking default device: Apple M2 Max\n") == "Apple M2 Max");
    BOOST_TEST(device("  Device 0: AMD Radeon RX 7900 XTX, gfx1100 (0x1100), VMM: no\n") ==
               "AMD Radeon RX 7900 XTX");
}

// 204,800 tokens of 200 prompts are 1,024 each, 51,200 of their answers 256; medians count before means.
BOOST_AUTO_TEST_CASE(a_serving_benchmark_is_read)
{
    const BenchmarkRun run = sample("vllm_serve.json").front();
    BOOST_TEST((run.engine == Engine::Vllm));
    BOOST_TEST(run.model == "meta-llama/Llama-3.1-8B-Instruct");
    BOOST_TEST(run.promptTokens == 1024);
    BOOST_TEST(run.outputTokens == 256);
    BOOST_TEST(run.concurrency == 16);
    BOOST_TEST(run.timeToFirstToken->value() == 0.182);
    BOOST_TEST(run.timePerOutputToken->value() == 0.0246);
    BOOST_TEST((run.date == Date{2026, 3, 1}));
}

// Little's law: 2 requests a second that each stay 0.2 s + 99 × 0.02 s = 2.18 s are 4.36 at once.
BOOST_AUTO_TEST_CASE(without_a_limit_the_requests_at_once_follow_from_how_long_they_stay)
{
    const auto runs = parseBenchmark(
        R"({"model_id": "m", "completed": 10, "total_input_tokens": 1000, "total_output_tokens": 1000,
            "max_concurrency": null, "request_rate": 2.0, "request_throughput": 2.0,
            "mean_ttft_ms": 200, "mean_tpot_ms": 20})");
    BOOST_TEST(runs.value().front().concurrency == 4);
}

BOOST_AUTO_TEST_CASE(latency_and_throughput_are_read)
{
    BOOST_TEST(sample("vllm_latency.json").front().latency->value() == 3.6);
    BOOST_TEST(sample("vllm_throughput.json").front().requestsPerSecond->value() == 16.3399);
    BOOST_TEST(sample("vllm_throughput.json").front().concurrency == 256);
}

BOOST_AUTO_TEST_CASE(what_lies_in_ram_is_left_out)
{
    for (const char* field : {R"("n_cpu_moe": 8)", R"("no_kv_offload": true)",
                              R"("tensor_buft_overrides": "exps=CPU")", R"("embeddings": true)"}) {
        BOOST_TEST(!parseBenchmark(runWith(std::string(field) + R"(, "avg_ts": 50)"))
                        .value()
                        .front()
                        .leftOut.empty(),
                   field);
    }
    BOOST_TEST(parseBenchmark(runWith(R"("n_gpu_layers": 0, "avg_ts": 50)")).value().front().onHost);
}

BOOST_AUTO_TEST_CASE(one_device_of_several_is_the_main_one_without_a_split)
{
    const auto runs = parseBenchmark(
        R"([{"model_type": "llama 8B Q8_0", "gpu_info": "A, B", "split_mode": "none", "main_gpu": 1, "n_gen": 8, "avg_ts": 9}])");
    BOOST_TEST((runs.value().front().accelerators == std::vector<std::string>{"B"}));
}

BOOST_AUTO_TEST_CASE(wrong_fields_are_named)
{
    BOOST_TEST(errorOf(runWith("")) == "run 1: avg_ts: expected tokens per second, got nothing");
    BOOST_TEST(errorOf(runWith(R"("avg_ts": -3)")) ==
               "run 1: avg_ts: expected a number from 0.000 to 1,000,000,000, got '-3'");
    BOOST_TEST(errorOf(runWith(R"("avg_ts": 0)")).starts_with("run 1: avg_ts: expected a number"));
    BOOST_TEST(errorOf(runWith(R"("avg_ts": "fast")")).ends_with("got 'fast'"));
    BOOST_TEST(errorOf(runWith(R"("avg_ts": [1])")) ==
               "run 1: avg_ts: expected tokens per second, got nothing");
    BOOST_TEST(errorOf(runWith(R"("avg_ts": 5, "n_gen": 1.5)"))
                   .starts_with("run 1: n_gen: expected a whole number"));
    BOOST_TEST(errorOf(runWith(R"("avg_ts": 5, "n_gen": 0)")) ==
               "run 1: n_prompt: expected tokens of a prompt, or of an answer in n_gen, got '0'");
    BOOST_TEST(errorOf(runWith(R"("avg_ts": 5, "type_k": "q9")")) ==
               "run 1: type_k: expected a type of cache, such as f16 or q8_0, got 'q9'");
    BOOST_TEST(errorOf(R"([5])") == "run 1: expected an object with the fields of a run, got 5");
    BOOST_TEST(errorOf(R"({"model_id": "m", "total_output_tokens": 5, "completed": 1})") ==
               "run 1: total_input_tokens: expected a count above 0, got nothing");
}

BOOST_AUTO_TEST_CASE(hostile_texts_have_one_clear_line)
{
    const std::string known =
        "llama-bench's JSON, JSONL, CSV or Markdown, or vLLM's benchmark results in JSON";
    BOOST_TEST(errorOf("") == "empty: expected " + known);
    BOOST_TEST(errorOf(" \r\n\t") == "empty: expected " + known);
    BOOST_TEST(errorOf("hello") == "not a benchmark's output: expected " + known);
    BOOST_TEST(errorOf(std::string(1'000'000, '[')) ==
               "nested more than 64 levels deep at line 1, column 65");
    BOOST_TEST(errorOf("[]") == "holds no run");
    BOOST_TEST(errorOf("[{\"avg_ts\": NaN}]") == "not valid JSON at line 1, column 13");
    BOOST_TEST(errorOf("[{\"n_gen\": 1e999}]").starts_with("not valid JSON"));
    BOOST_TEST(errorOf("{\"a\": 1}\n{\"b\": 2}\n").starts_with("line 1: expected n_prompt"));
    BOOST_TEST(errorOf(std::string("\xFF\xFE[\0", 4)) ==
               "written in UTF-16, as PowerShell does with '>': save it as UTF-8");
    BOOST_TEST(errorOf("n_prompt,n_gen,avg_ts\n1,2\n") == "line 2: expected 3 cells as in the header, got 2");
    BOOST_TEST(errorOf("n_prompt,n_gen,avg_ts\n\"1,2,3\n") == "line 2: a quotation mark is not closed");
    BOOST_TEST(errorOf("n_prompt,n_gen,avg_ts\n") == "holds no run");
    BOOST_TEST(errorOf("| model | test | t/s |\n|---|---|---|\n| llama 8B Q8_0 | xx9 | 5 |\n") ==
               "line 3: test: expected a test such as pp512 or tg128, got 'xx9'");
    BOOST_TEST(errorOf("| model | test | t/s |\n|---|---|---|\n| llama 8B Q8_0 |\n") ==
               "line 3: expected 3 columns as in the header, got 1");
    BOOST_TEST(errorOf("| model | params | test | t/s |\n| m | lots | tg8 | 5 |\n") ==
               "line 2: params: expected a count such as 8.03 B, got 'lots'");
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_skipped)
{
    BOOST_TEST(parseBenchmark("\xEF\xBB\xBF" + runWith(R"("avg_ts": 5)")).value().size() == 1);
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_read_is_named)
{
    const TemporaryFolder folder;
    BOOST_TEST(readBenchmarkFile(folder.path()).error().message ==
               folder.path().string() + ": is a directory: expected a benchmark's output");
    const auto missing = folder.path() / "none.json";
    BOOST_TEST(readBenchmarkFile(missing).error().message ==
               missing.string() + ": can't be read: No such file or directory");
    const auto huge = folder.path() / "huge.json";
    std::ofstream(huge, std::ios::binary).seekp(33 << 20).put(' ');
    BOOST_TEST(readBenchmarkFile(huge).error().message ==
               huge.string() + ": larger than 32 MiB: not a benchmark's output");
}

BOOST_AUTO_TEST_SUITE_END()
