// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_models.h"
#include "speed/estimate.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

namespace {

Accelerator rtx4090()
{
    Accelerator card;
    card.info.name = "GeForce RTX 4090";
    card.vendor = AcceleratorVendor::Nvidia;
    card.memory = 24_GiB;
    card.bandwidth = BytesPerSecond::gb(1008);
    card.fp16 = FlopsPerSecond::tera(165);
    card.fp16Accumulate16 = FlopsPerSecond::tera(330);
    card.bf16 = FlopsPerSecond::tera(165);
    card.fp8 = FlopsPerSecond::tera(330);
    card.pcieGeneration = 4;
    card.pcieLanes = 16;
    return card;
}

Hardware cards(int count, const Accelerator& card = rtx4090())
{
    Hardware hardware;
    hardware.accelerators.push_back({card, count, {}, {}});
    return hardware;
}

Workload generation()
{
    Workload workload;
    workload.context = 2048;
    workload.promptTokens = 128;
    return workload;
}

SpeedEstimate speedOf(const ModelFacts& facts, const Workload& workload, const Hardware& hardware)
{
    const QuantizedModel model = quantize(facts, workload.weights).value();
    return estimateSpeed(model, workload, hardware, planMemory(model, workload, hardware)).value();
}

bool holds(const Range<TokensPerSecond>& range, double measured)
{
    return range.low.value() <= measured && measured <= range.high.value();
}

} // namespace

BOOST_AUTO_TEST_SUITE(estimate)

// llama-bench, Llama 3 8B on one RTX 4090 (XiongjieDai/GPU-Benchmarks-on-LLM-Inference, May 2024).
BOOST_AUTO_TEST_CASE(published_speeds_of_one_card_lie_in_the_range)
{
    Workload workload = generation();
    BOOST_TEST(holds(speedOf(known::llama31_8b(), workload, cards(1)).decode, 127.74));
    workload.weights = WeightFormat::Fp16;
    BOOST_TEST(holds(speedOf(known::llama31_8b(), workload, cards(1)).decode, 54.34));
    // A range holds four of five measurements, so one prompt speed may lie just outside: within a tenth of it.
    workload.promptTokens = 1024;
    const auto prompt = speedOf(known::llama31_8b(), workload, cards(1)).prefill;
    BOOST_TEST(prompt.low.value() < 9056.26);
    BOOST_TEST(prompt.high.value() > 0.9 * 9056.26);
}

BOOST_AUTO_TEST_CASE(decode_never_beats_the_bandwidth)
{
    for (const WeightFormat format : {WeightFormat::Fp16, WeightFormat::Q8_0, WeightFormat::Q4_K_M}) {
        Workload workload = generation();
        workload.weights = format;
        const QuantizedModel model = quantize(known::llama31_8b(), format).value();
        const double limit = 1008e9 / static_cast<double>(model.readPerToken().value());
        BOOST_TEST(speedOf(known::llama31_8b(), workload, cards(1)).decode.high.value() <= limit);
    }
}

BOOST_AUTO_TEST_CASE(more_bandwidth_is_never_slower)
{
    double last = 0;
    for (const double gb : {200.0, 400.0, 800.0, 1600.0}) {
        Accelerator card = rtx4090();
        card.bandwidth = BytesPerSecond::gb(gb);
        const double speed = speedOf(known::llama31_8b(), generation(), cards(1, card)).decode.mid.value();
        BOOST_TEST(speed > last);
        last = speed;
    }
}

BOOST_AUTO_TEST_CASE(more_users_share_the_speed_and_raise_the_total)
{
    Workload workload = generation();
    workload.kind = WorkloadKind::Serve;
    double user = 1e9;
    double total = 0;
    for (const int users : {1, 2, 4, 8, 16}) {
        workload.concurrency = users;
        const SpeedEstimate speed = speedOf(known::llama31_8b(), workload, cards(1));
        BOOST_TEST(speed.decode.mid.value() <= user);
        BOOST_TEST(speed.total.mid.value() >= total);
        user = speed.decode.mid.value();
        total = speed.total.mid.value();
    }
}

BOOST_AUTO_TEST_CASE(layers_in_ram_are_bound_by_the_host)
{
    Hardware hardware = cards(1);
    hardware.host.bandwidth = memoryBandwidth(2, 5600);
    hardware.host.cores = 8;
    const SpeedEstimate speed = speedOf(known::llama31_70b(), generation(), hardware);
    BOOST_TEST(boundName(speed.bound) == "host-memory");
    BOOST_TEST(speed.decode.high.value() < 5.5); // about 18 of 40 GiB cross 89.6 GB/s for each token
}

BOOST_AUTO_TEST_CASE(an_unknown_figure_is_named)
{
    Accelerator card = rtx4090();
    card.bandwidth.reset();
    const Workload workload = generation();
    const QuantizedModel model = quantize(known::llama31_8b(), workload.weights).value();
    const Hardware hardware = cards(1, card);
    const auto speed = estimateSpeed(model, workload, hardware, planMemory(model, workload, hardware));
    BOOST_REQUIRE(!speed.has_value());
    BOOST_TEST(speed.error().message.find("bandwidth") != std::string::npos);
    BOOST_TEST(speed.error().message.find("RTX 4090") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_has_no_speed)
{
    const Workload workload = generation();
    const QuantizedModel model = quantize(known::deepSeekV3(), workload.weights).value();
    Hardware hardware = cards(1);
    hardware.host.memory = 32_GiB;
    BOOST_TEST(!estimateSpeed(model, workload, hardware, planMemory(model, workload, hardware)).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
