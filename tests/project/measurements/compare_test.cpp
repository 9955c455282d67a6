// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/measurements/compare.h"

#include "catalog/catalog_database.h"
#include "speed/estimate.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

const Catalog& shipped()
{
    static const Catalog catalog = readCatalog(findCatalog().value()).value();
    return catalog;
}

constexpr Date kToday{2026, 4, 1};

BenchmarkRun runOn(const std::string& device, std::int64_t prompt, std::int64_t output)
{
    BenchmarkRun run;
    run.where = "run 1";
    run.model = "llama 8B Q4_K - Medium";
    run.modelFile = "Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf";
    run.parameters = 8'030'261'312.0;
    run.accelerators = {device};
    run.promptTokens = prompt;
    run.outputTokens = output;
    return run;
}

BenchmarkRun answer(double rate, std::int64_t depth = 0)
{
    BenchmarkRun run = runOn("NVIDIA GeForce RTX 3090", 0, 128);
    run.outputRate = TokensPerSecond(rate);
    run.depth = depth;
    return run;
}

BenchmarkRun prompt(double rate)
{
    BenchmarkRun run = runOn("NVIDIA GeForce RTX 3090", 512, 0);
    run.promptRate = TokensPerSecond(rate);
    return run;
}

Matched<std::vector<Comparison>> compared(const std::vector<BenchmarkRun>& runs,
                                          const MatchOptions& options = {})
{
    return compareWithEstimates(shipped(), runs, options, "bench.json", kToday);
}

/// What the program estimates for a run.
double estimated(const BenchmarkRun& run)
{
    return compared({run}).value().front().speeds.front().estimated.value();
}

MatchFailure failureOf(const std::vector<BenchmarkRun>& runs, const MatchOptions& options = {})
{
    const auto result = compared(runs, options);
    return result ? MatchFailure{MatchFailure::Needs::Nothing, {"no failure", Severity::Note, "", {}}, {}}
                  : result.error();
}

std::vector<std::string> accelerators(const std::string& name)
{
    std::vector<std::string> ids;
    for (const PartId& id : acceleratorsNamed(shipped(), name)) {
        ids.push_back(id.text());
    }
    return ids;
}

using Ids = std::vector<std::string>;

} // namespace

BOOST_AUTO_TEST_SUITE(compare_measurements)

// 0.9, 1.1 and 1.3 times the estimate: the median is 1.1. Of prompts one of 0.8.
BOOST_AUTO_TEST_CASE(factors_are_the_medians_of_measured_over_estimated)
{
    const double short1 = estimated(answer(100));
    const double deep = estimated(answer(100, 4096));
    const double ofPrompt = estimated(prompt(1000));
    const auto result = compared(
        {answer(0.9 * short1), prompt(0.8 * ofPrompt), answer(1.3 * deep, 4096), answer(1.1 * short1)});
    BOOST_REQUIRE(result.has_value());
    BOOST_REQUIRE(result->size() == 1);
    const DeviceCorrection& correction = result->front().correction;
    BOOST_TEST(correction.device.text() == "rtx-3090");
    BOOST_TEST(correction.count == 1);
    BOOST_TEST(*correction.decode == 1.1, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(*correction.prefill == 0.8, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(correction.runs == 4);
    BOOST_TEST(correction.source == "bench.json");
    BOOST_TEST((correction.date == kToday));
}

BOOST_AUTO_TEST_CASE(a_correction_of_a_run_gives_the_speed_of_the_run)
{
    const double measured = 0.9 * estimated(answer(100));
    const DeviceCorrection correction = compared({answer(measured)}).value().front().correction;
    const ModelFacts& facts = **findModel(shipped(), "llama-3.1-8b");
    Workload workload;
    workload.kind = WorkloadKind::Batch;
    workload.promptTokens = 1;
    workload.outputTokens = 128;
    workload.context = 129;
    const QuantizedModel model = quantizeFor(facts, workload).value();
    Hardware hardware;
    hardware.accelerators.push_back({**findAccelerator(shipped(), "rtx-3090"), 1, {}, {}});
    const MemoryPlan plan = planMemory(model, workload, hardware);
    const auto speed =
        estimateSpeed(model, workload, hardware, plan, fittedCalibration().corrected({correction})).value();
    BOOST_TEST(speed.decode.mid.value() == measured, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(devices_that_are_equal_are_counted_and_others_are_apart)
{
    BenchmarkRun both = answer(100);
    both.accelerators = {"NVIDIA GeForce RTX 3090", "NVIDIA GeForce RTX 3090"};
    BenchmarkRun other = answer(100);
    other.accelerators = {"NVIDIA GeForce RTX 4090"};
    const auto result = compared({answer(100), both, other}).value();
    BOOST_REQUIRE(result.size() == 3);
    BOOST_TEST(result[1].correction.count == 2);
    BOOST_TEST(result[2].correction.device.text() == "rtx-4090");
    BenchmarkRun mixed = answer(100);
    mixed.accelerators = {"NVIDIA GeForce RTX 3090", "NVIDIA GeForce RTX 4090"};
    BOOST_TEST(failureOf({mixed}).finding.id == "device-mixed");
}

// 936 GB/s over the 4.63 GB that a token reads are some 202 tokens/s.
BOOST_AUTO_TEST_CASE(a_speed_that_the_data_sheet_rules_out_is_refused_with_the_figures)
{
    const MatchFailure decode = failureOf({answer(400)});
    BOOST_TEST(decode.finding.id == "measurement-impossible");
    BOOST_TEST(decode.finding.message().find("run 1: 400.0 tokens/s are more than the 20") == 0U);
    BOOST_TEST(decode.finding.message().find("GeForce RTX 3090") != std::string::npos);
    BOOST_TEST(failureOf({prompt(90'000)}).finding.id == "measurement-impossible");
}

BOOST_AUTO_TEST_CASE(a_speed_far_from_its_estimate_is_refused)
{
    BOOST_TEST(failureOf({answer(1)}).finding.id == "measurement-implausible");
}

BOOST_AUTO_TEST_CASE(a_run_that_lies_partly_in_ram_does_not_count)
{
    BenchmarkRun partly = answer(50);
    partly.deviceLayers = 16;
    const auto result = compared({partly}).value();
    BOOST_TEST(result.front().correction.runs == 0);
    BOOST_TEST(!result.front().correction.decode);
    BOOST_TEST(!result.front().speeds.front().leftOut.empty());
}

BOOST_AUTO_TEST_CASE(drivers_names_are_known)
{
    BOOST_TEST(accelerators("NVIDIA GeForce RTX 3090") == Ids{"rtx-3090"}, boost::test_tools::per_element());
    BOOST_TEST(accelerators("NVIDIA GeForce RTX 3090 Ti") == Ids{"rtx-3090-ti"},
               boost::test_tools::per_element());
    BOOST_TEST(accelerators("AMD Radeon RX 7900 XTX (RADV NAVI31)") == Ids{"rx-7900-xtx"},
               boost::test_tools::per_element());
    BOOST_TEST(accelerators("NVIDIA A100-SXM4-80GB") == Ids{"a100-80gb-sxm"},
               boost::test_tools::per_element());
    BOOST_TEST(accelerators("NVIDIA A100-PCIE-40GB") == Ids{"a100-40gb-pcie"},
               boost::test_tools::per_element());
    BOOST_TEST(accelerators("NVIDIA H100 80GB HBM3") == Ids{"h100-sxm"}, boost::test_tools::per_element());
    BOOST_TEST(accelerators("NVIDIA H100 PCIe") == Ids{"h100-pcie"}, boost::test_tools::per_element());
    BOOST_TEST(accelerators("NVIDIA H100 NVL") == Ids{"h100-nvl"}, boost::test_tools::per_element());
    BOOST_TEST(accelerators("NVIDIA RTX 6000 Ada Generation") == Ids{"rtx-6000-ada"},
               boost::test_tools::per_element());
    BOOST_TEST(accelerators("Intel(R) Arc(TM) B580 Graphics") == Ids{"arc-b580"},
               boost::test_tools::per_element());
    BOOST_TEST(accelerators("NVIDIA RTX PRO 6000 Blackwell Workstation Edition") ==
                   Ids{"rtx-pro-6000-blackwell"},
               boost::test_tools::per_element());
    BOOST_TEST(accelerators("NVIDIA GB10") == Ids{"gb10"}, boost::test_tools::per_element());
    BOOST_TEST(accelerators("NVIDIA GeForce RTX 3090 Laptop GPU").empty());
    BOOST_TEST(accelerators("Graphics").empty());
    const auto cpu = [](const char* name) {
        const auto ids = cpusNamed(shipped(), name);
        return ids.size() == 1 ? ids.front().text() : std::to_string(ids.size());
    };
    BOOST_TEST(cpu("AMD EPYC 9654 96-Core Processor") == "epyc-9654");
    BOOST_TEST(cpu("AMD EPYC 9654P 96-Core Processor") == "epyc-9654p");
    BOOST_TEST(cpu("13th Gen Intel(R) Core(TM) i9-13900K") == "core-i9-13900k");
    BOOST_TEST(cpu("Intel(R) Core(TM) i5-12400F CPU @ 2.50GHz") == "core-i5-12400f");
    BOOST_TEST(cpu("AMD Ryzen 7 7700X 8-Core Processor") == "ryzen-7-7700x");
}

BOOST_AUTO_TEST_CASE(what_is_ambiguous_is_asked_and_not_guessed)
{
    BenchmarkRun apple = answer(40);
    apple.accelerators = {"Apple M2 Max"};
    const MatchFailure device = failureOf({apple});
    BOOST_TEST((device.needs == MatchFailure::Needs::Device));
    BOOST_TEST(device.candidates.size() >= 2);
    MatchOptions options;
    options.device = PartId("m2-max-64gb");
    BOOST_TEST(compared({apple}, options).value().front().correction.device.text() == "m2-max-64gb");
    BOOST_TEST(failureOf({answer(100)}, options).finding.id == "device-differs");

    BenchmarkRun unnamed = answer(40);
    unnamed.accelerators.clear();
    BOOST_TEST(failureOf({unnamed}).finding.id == "device-unnamed");
    BenchmarkRun strange = answer(40);
    strange.accelerators = {"Voodoo 3"};
    BOOST_TEST(failureOf({strange}).finding.id == "device-unknown");

    BenchmarkRun model = answer(100);
    model.parameters = 4.2e9;
    BOOST_TEST((failureOf({model}).needs == MatchFailure::Needs::Model));
    BenchmarkRun weights = answer(100);
    weights.model = "llama 8B";
    weights.modelFile = "model.gguf";
    BOOST_TEST((failureOf({weights}).needs == MatchFailure::Needs::Weights));
}

// 8.03 billion parameters in Q8_0 are 8.54 GB, not 4.9.
BOOST_AUTO_TEST_CASE(weights_of_another_size_are_another_model_or_precision)
{
    BenchmarkRun run = answer(100);
    run.modelSize = Bytes(4'912'898'304);
    BOOST_TEST(failureOf({run}).finding.id == "no failure");
    MatchOptions options;
    options.weights = WeightFormat::Q8_0;
    BOOST_TEST(failureOf({run}, options).finding.id == "model-size");
}

BOOST_AUTO_TEST_CASE(precisions_are_known_by_what_llama_cpp_prints)
{
    const ModelFacts& facts = **findModel(shipped(), "llama-3.1-8b");
    const auto format = [&](const char* printed) {
        BenchmarkRun run;
        run.model = printed;
        const auto found = matchWeights(facts, run, {});
        return std::string(found ? weightFormatName(*found) : "none");
    };
    BOOST_TEST(format("llama 8B Q4_K - Small") == "q4_k_s");
    BOOST_TEST(format("llama 8B mostly Q4_0") == "q4_0");
    BOOST_TEST(format("llama 8B Q2_K - Medium") == "q2_k");
    BOOST_TEST(format("llama 8B Q3_K - Large") == "q3_k_l");
    BOOST_TEST(format("llama 8B IQ4_XS - 4.25 bpw") == "iq4_xs");
    BOOST_TEST(format("llama 8B IQ3_S mix - 3.66 bpw") == "iq3_m");
    BOOST_TEST(format("gpt-oss 20B MXFP4 MoE") == "mxfp4_moe");
    BOOST_TEST(format("llama 8B F16 (guessed)") == "fp16");
    BOOST_TEST(format("llama 8B Q6_K") == "q6_k");
    BOOST_TEST(format("llama 8B") == "none");
}

BOOST_AUTO_TEST_CASE(names_of_hugging_face_are_known)
{
    BenchmarkRun run;
    run.engine = Engine::Vllm;
    const auto model = [&](const char* name) {
        run.model = name;
        const auto found = matchModel(shipped(), run, {});
        return found ? (*found)->id.text() + " " +
                weightFormatName(matchWeights(**found, run, {}).value_or(WeightFormat::Fp32))
                     : std::string("none");
    };
    BOOST_TEST(model("meta-llama/Llama-3.1-8B-Instruct") == "llama-3.1-8b bf16");
    BOOST_TEST(model("neuralmagic/Llama-3.1-8B-Instruct-FP8") == "llama-3.1-8b fp8");
    BOOST_TEST(model("someone/Llama-3.1-70B-Instruct-AWQ-INT4") == "llama-3.1-70b awq-4");
    BOOST_TEST(model("someone/something-new") == "none");
    BOOST_TEST(model("") == "none");
}

// 182 ms to the first of 1,024 tokens, 24.6 ms for each further: 5,626 and 40.65 tokens/s.
BOOST_AUTO_TEST_CASE(serving_compares_both_times)
{
    BenchmarkRun run;
    run.engine = Engine::Vllm;
    run.model = "meta-llama/Llama-3.1-8B-Instruct";
    run.promptTokens = 1024;
    run.outputTokens = 256;
    run.concurrency = 4;
    run.timeToFirstToken = Seconds(0.182);
    run.timePerOutputToken = Seconds(0.0246);
    MatchOptions options;
    options.device = PartId("l40s");
    const auto result = compared({run}, options).value();
    BOOST_TEST((result.front().correction.engine == Engine::Vllm));
    BOOST_REQUIRE(result.front().speeds.size() == 2);
    BOOST_TEST(result.front().speeds[0].measured.value() == 40.65, boost::test_tools::tolerance(1e-3));
    BOOST_TEST(result.front().speeds[1].measured.value() == 5626.4, boost::test_tools::tolerance(1e-3));
}

BOOST_AUTO_TEST_CASE(outputs_without_lengths_ask_for_them)
{
    BenchmarkRun run;
    run.engine = Engine::Vllm;
    run.latency = Seconds(3.6);
    MatchOptions options;
    options.device = PartId("l40s");
    options.model = ModelId("llama-3.1-8b");
    BOOST_TEST((failureOf({run}, options).needs == MatchFailure::Needs::Tokens));
    options.promptTokens = 32;
    options.outputTokens = 128;
    options.concurrency = 8;
    // 128 tokens in 3.6 s
    BOOST_TEST(compared({run}, options).value().front().speeds.front().measured.value() == 35.556,
               boost::test_tools::tolerance(1e-3));
}

BOOST_AUTO_TEST_CASE(a_cpu_is_measured_with_its_sockets_and_its_memory)
{
    BenchmarkRun run = answer(20);
    run.accelerators.clear();
    run.onHost = true;
    run.cpu = "AMD EPYC 9654 96-Core Processor";
    const auto result = compared({run}).value();
    BOOST_TEST(result.front().correction.device.text() == "epyc-9654");
    MatchOptions slower;
    slower.hostBandwidth = BytesPerSecond::gb(200);
    BOOST_TEST(*compared({run}, slower).value().front().correction.decode >
               *result.front().correction.decode);
    MatchOptions two;
    two.count = 2;
    BOOST_TEST(compared({run}, two).value().front().correction.count == 2);
    two.count = 4;
    BOOST_TEST(failureOf({run}, two).finding.id == "device-unfit");
}

BOOST_AUTO_TEST_SUITE_END()
