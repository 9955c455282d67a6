// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/correction.h"

#include "known_models.h"
#include "speed/estimate.h"

#include <boost/test/unit_test.hpp>

#include <cmath>

using namespace rigwright;

namespace {

Accelerator card()
{
    Accelerator accelerator;
    accelerator.info.id = PartId("rtx-3090");
    accelerator.info.name = "GeForce RTX 3090";
    accelerator.vendor = AcceleratorVendor::Nvidia;
    accelerator.memory = 24_GiB;
    accelerator.bandwidth = BytesPerSecond::gb(936);
    accelerator.fp16 = FlopsPerSecond::tera(71);
    accelerator.fp16Accumulate16 = FlopsPerSecond::tera(142);
    accelerator.pcieGeneration = 4;
    accelerator.pcieLanes = 16;
    return accelerator;
}

Hardware cards(int count)
{
    Hardware hardware;
    hardware.accelerators.push_back({card(), count, {}, {}});
    hardware.host.memory = 64_GiB;
    hardware.host.bandwidth = BytesPerSecond::gb(80);
    return hardware;
}

Hardware hostAlone(int sockets = 1)
{
    Hardware hardware;
    hardware.host.id = PartId("epyc-9654");
    hardware.host.name = "EPYC 9654";
    hardware.host.sockets = sockets;
    hardware.host.cores = 96 * sockets;
    hardware.host.memory = 128_GiB;
    hardware.host.bandwidth = BytesPerSecond::gb(460);
    return hardware;
}

DeviceCorrection correctionOf(const char* device, double decode, std::optional<double> prefill = {})
{
    DeviceCorrection correction;
    correction.device = PartId(device);
    correction.decode = decode;
    correction.prefill = prefill;
    correction.runs = 3;
    correction.source = "bench.json";
    correction.date = {2026, 3, 1};
    correction.models = {ModelId("llama-3.1-8b")};
    return correction;
}

SpeedEstimate speedOf(const Hardware& hardware, const std::vector<DeviceCorrection>& corrections,
                      Workload workload = {}, const PlacementRequest& request = {})
{
    const QuantizedModel model = quantize(known::llama31_8b(), workload.weights).value();
    return estimateSpeed(model, workload, hardware, planMemory(model, workload, hardware, request),
                         fittedCalibration().corrected(corrections))
        .value();
}

template <class Unit>
double over(const Range<Unit>& a, const Range<Unit>& b)
{
    return a.mid / b.mid;
}

double width(const Range<TokensPerSecond>& range)
{
    return range.high / range.low;
}

} // namespace

BOOST_AUTO_TEST_SUITE(correction)

BOOST_AUTO_TEST_CASE(a_measurement_moves_its_device_by_its_factors)
{
    const SpeedEstimate plain = speedOf(cards(1), {});
    const SpeedEstimate moved = speedOf(cards(1), {correctionOf("rtx-3090", 0.8, 1.1)});
    BOOST_TEST(!plain.corrected);
    BOOST_TEST(moved.corrected);
    BOOST_TEST(over(moved.decode, plain.decode) == 0.8, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(over(moved.total, plain.total) == 0.8, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(over(plain.timePerOutputToken, moved.timePerOutputToken) == 0.8,
               boost::test_tools::tolerance(1e-9));
    BOOST_TEST(over(moved.prefill, plain.prefill) == 1.1, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(over(plain.timeToFirstToken, moved.timeToFirstToken) == 1.1,
               boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(another_model_than_the_measured_takes_the_fitted_share_of_the_factor)
{
    DeviceCorrection correction = correctionOf("rtx-3090", 0.8, 1.1);
    correction.models = {ModelId("qwen3-8b")};
    const SpeedEstimate plain = speedOf(cards(1), {});
    const SpeedEstimate moved = speedOf(cards(1), {correction});
    const CorrectedSpread& fitted = correctedSpread();
    BOOST_TEST(over(moved.decode, plain.decode) == std::pow(0.8, fitted.decodeShare),
               boost::test_tools::tolerance(1e-9));
    BOOST_TEST(over(moved.prefill, plain.prefill) == std::pow(1.1, fitted.prefillShare),
               boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(what_was_not_measured_stays_as_it_was)
{
    const SpeedEstimate plain = speedOf(cards(1), {});
    const SpeedEstimate moved = speedOf(cards(1), {correctionOf("rtx-3090", 0.8)});
    BOOST_TEST((moved.prefill.mid == plain.prefill.mid));
    BOOST_TEST((moved.prefill.high == plain.prefill.high));
}

BOOST_AUTO_TEST_CASE(a_measurement_never_widens_a_range)
{
    for (const double factor : {0.5, 1.0, 1.05}) {
        const SpeedEstimate plain = speedOf(cards(1), {});
        const SpeedEstimate moved = speedOf(cards(1), {correctionOf("rtx-3090", factor, factor)});
        BOOST_TEST(width(moved.decode) <= width(plain.decode) * (1 + 1e-9));
        BOOST_TEST(width(moved.prefill) <= width(plain.prefill) * (1 + 1e-9));
        BOOST_TEST((moved.decode.low <= moved.decode.mid && moved.decode.mid <= moved.decode.high));
        BOOST_TEST((moved.timeToFirstToken.low <= moved.timeToFirstToken.mid));
        BOOST_TEST((moved.timeToFirstToken.mid <= moved.timeToFirstToken.high));
    }
}

BOOST_AUTO_TEST_CASE(another_number_of_devices_takes_the_root_of_the_factor)
{
    const SpeedEstimate plain = speedOf(cards(2), {});
    const SpeedEstimate moved = speedOf(cards(2), {correctionOf("rtx-3090", 0.64)});
    BOOST_TEST(over(moved.decode, plain.decode) == 0.8, boost::test_tools::tolerance(1e-9));

    DeviceCorrection both = correctionOf("rtx-3090", 0.7);
    both.count = 2;
    const SpeedEstimate own = speedOf(cards(2), {both, correctionOf("rtx-3090", 0.64)});
    BOOST_TEST(over(own.decode, plain.decode) == 0.7, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(other_engines_and_other_devices_stay_as_they_were)
{
    Workload served;
    served.engine = Engine::Vllm;
    served.weights = WeightFormat::Awq4;
    BOOST_TEST(!speedOf(cards(1), {correctionOf("rtx-3090", 0.8)}, served).corrected);
    BOOST_TEST(!speedOf(cards(1), {correctionOf("rtx-4090", 0.8)}).corrected);
    BOOST_TEST(!speedOf(hostAlone(), {correctionOf("rtx-3090", 0.8)}).corrected);
}

BOOST_AUTO_TEST_CASE(a_host_without_accelerators_is_corrected_by_its_cpu)
{
    const SpeedEstimate plain = speedOf(hostAlone(), {});
    const SpeedEstimate moved = speedOf(hostAlone(), {correctionOf("epyc-9654", 0.9)});
    BOOST_TEST(over(moved.decode, plain.decode) == 0.9, boost::test_tools::tolerance(1e-9));
    Hardware unknown = hostAlone();
    unknown.host.id = PartId();
    BOOST_TEST(!speedOf(unknown, {correctionOf("", 0.9)}).corrected);
}

BOOST_AUTO_TEST_CASE(a_model_that_lies_partly_in_ram_is_left_alone)
{
    PlacementRequest half;
    half.gpuLayers = 16;
    BOOST_TEST(!speedOf(cards(1), {correctionOf("rtx-3090", 0.8)}, {}, half).corrected);
}

// Llama 3.1 8B in Q4_K_M: a token reads 4.6 GB (the file's 4.92 GB without the input embedding), so 936 GB/s give some 203
// tokens/s at most; 142 TFLOPS over two operations for each of 6.98 billion parameters (8.03 without the embedding and the
// head of 128,256 × 4,096 each) some 10,170 tokens/s of a prompt.
BOOST_AUTO_TEST_CASE(nothing_is_corrected_past_the_limits_of_the_data_sheet)
{
    const SpeedEstimate moved = speedOf(cards(1), {correctionOf("rtx-3090", 4, 20)});
    BOOST_TEST(moved.decode.high.value() < 208);
    BOOST_TEST(moved.decode.mid.value() > 198);
    BOOST_TEST(moved.prefill.high.value() < 10'200);
}

BOOST_AUTO_TEST_CASE(the_note_names_device_factors_file_and_date)
{
    const SpeedEstimate moved = speedOf(cards(1), {correctionOf("rtx-3090", 0.8)});
    const CalibrationTable table = fittedCalibration().corrected({correctionOf("rtx-3090", 0.8)});
    std::vector<Finding> findings;
    noteCorrection(findings, moved, table, Engine::LlamaCpp, cards(1));
    BOOST_REQUIRE(findings.size() == 1);
    BOOST_TEST(findings.front().id == "speed-corrected");
    BOOST_TEST(findings.front().message() ==
               "The speed is corrected by your own measurement on GeForce RTX 3090: generation × 0.80, "
               "prompts × – (3 runs of bench.json, 2026-03-01).");
    noteCorrection(findings, speedOf(cards(1), {}), fittedCalibration(), Engine::LlamaCpp, cards(1));
    BOOST_TEST(findings.size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
