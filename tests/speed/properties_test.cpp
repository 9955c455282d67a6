// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_models.h"
#include "speed/estimate.h"
#include "speed/step_speed.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include <vector>

using namespace rigwright;

namespace {

/// A card of any maker with figures as they occur together.
Accelerator anyCard()
{
    Accelerator card;
    card.info.name = "card";
    card.vendor = *rc::gen::element(AcceleratorVendor::Nvidia, AcceleratorVendor::Amd,
                                    AcceleratorVendor::Intel, AcceleratorVendor::Apple);
    card.memory = 640_GiB;
    card.fp32 = FlopsPerSecond::tera(*rc::gen::inRange(5, 160));
    const int ratio = card.vendor == AcceleratorVendor::Apple ? 1 : *rc::gen::element(2, 4, 8);
    card.fp16 = *card.fp32 * ratio;
    card.int8 = *card.fp32 * (8.0 * ratio);
    if (ratio > 2) {
        card.bf16 = card.fp16;
    }
    card.computeCapability = *rc::gen::element(6.1, 7.0, 7.5, 8.0, 8.6, 8.9, 9.0, 12.0);
    card.bandwidth = BytesPerSecond::gb(*rc::gen::inRange(100, 8000));
    card.boardPower = Watts(*rc::gen::inRange(50, 1000));
    card.pcieGeneration = 4;
    card.pcieLanes = 16;
    return card;
}

ModelFacts anyModel()
{
    return *rc::gen::element(known::llama31_8b(), known::llama31_70b(), known::gemma3_27b(),
                             known::deepSeekV3());
}

Workload anyWorkload()
{
    Workload workload;
    workload.weights = *rc::gen::element(WeightFormat::Q4_K_M, WeightFormat::Q8_0, WeightFormat::Fp16);
    workload.promptTokens = *rc::gen::inRange(1, 30000);
    workload.outputTokens = *rc::gen::inRange(1, 2000);
    workload.context = 32768;
    workload.flashAttention = *rc::gen::arbitrary<bool>();
    return workload;
}

SpeedEstimate speedOf(const ModelFacts& facts, const Workload& workload, const Accelerator& card,
                      int count = 1, const PlacementRequest& request = {})
{
    const QuantizedModel model = quantize(facts, workload.weights).value();
    Hardware hardware;
    hardware.accelerators.push_back({card, count, {}, {}});
    hardware.host.memory = 2048_GiB;
    hardware.host.bandwidth = BytesPerSecond::gb(200);
    hardware.host.cores = 32;
    return estimateSteps(model, workload, hardware, planMemory(model, workload, hardware, request),
                         fittedCalibration())
        .value();
}

/// All layers on accelerators, however many bytes they take.
PlacementRequest onDevice(const ModelFacts& facts)
{
    PlacementRequest request;
    request.gpuLayers = static_cast<int>(quantize(facts, WeightFormat::Fp16).value().layers.size());
    return request;
}

} // namespace

BOOST_AUTO_TEST_SUITE(speed_properties)

BOOST_AUTO_TEST_CASE(decode_never_passes_the_bandwidth)
{
    BOOST_TEST(rc::check([] {
        const Accelerator card = anyCard();
        const ModelFacts facts = anyModel();
        const Workload workload = anyWorkload();
        const QuantizedModel model = quantize(facts, workload.weights).value();
        const double limit = card.bandwidth->value() / static_cast<double>(model.readPerToken().value());
        RC_ASSERT(speedOf(facts, workload, card, 1, onDevice(facts)).decode.high.value() <= limit * 1.0001);
    }));
}

BOOST_AUTO_TEST_CASE(a_prompt_never_passes_the_best_rate_of_the_data_sheet)
{
    BOOST_TEST(rc::check([] {
        const Accelerator card = anyCard();
        const ModelFacts facts = anyModel();
        const Workload workload = anyWorkload();
        const QuantizedModel model = quantize(facts, workload.weights).value();
        const auto head = static_cast<double>(facts.hidden) * static_cast<double>(facts.vocabulary);
        const double each = 2 * (static_cast<double>(model.activeParameters) - head);
        const FlopsPerSecond best = std::max(*card.int8, *card.fp16);
        RC_ASSERT(speedOf(facts, workload, card, 1, onDevice(facts)).prefill.high.value() <=
                  best.value() / each);
    }));
}

BOOST_AUTO_TEST_CASE(more_bandwidth_or_arithmetic_is_never_slower)
{
    BOOST_TEST(rc::check([] {
        const Accelerator card = anyCard();
        Accelerator better = card;
        better.bandwidth = *card.bandwidth * 1.3;
        better.fp32 = *card.fp32 * 1.3;
        better.fp16 = *card.fp16 * 1.3;
        const ModelFacts facts = anyModel();
        const Workload workload = anyWorkload();
        const SpeedEstimate slow = speedOf(facts, workload, card, 1, onDevice(facts));
        const SpeedEstimate fast = speedOf(facts, workload, better, 1, onDevice(facts));
        RC_ASSERT(fast.decode.mid.value() >= slow.decode.mid.value());
        RC_ASSERT(fast.prefill.mid.value() >= slow.prefill.mid.value());
    }));
}

BOOST_AUTO_TEST_CASE(fewer_bits_are_never_slower_to_generate)
{
    BOOST_TEST(rc::check([] {
        const Accelerator card = anyCard();
        const ModelFacts facts = anyModel();
        Workload workload = anyWorkload();
        double last = 0;
        for (const WeightFormat format : {WeightFormat::Fp16, WeightFormat::Q8_0, WeightFormat::Q4_K_M}) {
            workload.weights = format;
            const double speed = speedOf(facts, workload, card, 1, onDevice(facts)).decode.mid.value();
            RC_ASSERT(speed >= last);
            last = speed;
        }
    }));
}

BOOST_AUTO_TEST_CASE(a_longer_context_is_never_faster)
{
    BOOST_TEST(rc::check([] {
        const Accelerator card = anyCard();
        const ModelFacts facts = anyModel();
        Workload workload = anyWorkload();
        Workload longer = workload;
        longer.promptTokens += *rc::gen::inRange(1, 30000);
        longer.context = workload.context = 65536;
        RC_ASSERT(speedOf(facts, longer, card, 1, onDevice(facts)).decode.mid.value() <=
                  speedOf(facts, workload, card, 1, onDevice(facts)).decode.mid.value());
        RC_ASSERT(speedOf(facts, longer, card, 1, onDevice(facts)).timeToFirstToken.mid.value() >=
                  speedOf(facts, workload, card, 1, onDevice(facts)).timeToFirstToken.mid.value());
    }));
}

BOOST_AUTO_TEST_CASE(cards_with_layers_dealt_out_read_one_after_the_other)
{
    BOOST_TEST(rc::check([] {
        const Accelerator card = anyCard();
        const ModelFacts facts = anyModel();
        const Workload workload = anyWorkload();
        const int count = *rc::gen::inRange(2, 8);
        const double one = speedOf(facts, workload, card, 1, onDevice(facts)).decode.mid.value();
        const double several = speedOf(facts, workload, card, count, onDevice(facts)).decode.mid.value();
        RC_ASSERT(several <= one * 1.0001);
    }));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(speed_of_steps)

namespace {

Accelerator rtx3090(double gb = 936)
{
    Accelerator card;
    card.info.name = "GeForce RTX 3090";
    card.vendor = AcceleratorVendor::Nvidia;
    card.computeCapability = 8.6;
    card.memory = 24_GiB;
    card.bandwidth = BytesPerSecond::gb(gb);
    card.fp32 = FlopsPerSecond::tera(35.6);
    card.fp16 = FlopsPerSecond::tera(71.2);
    card.fp16Accumulate16 = FlopsPerSecond::tera(142.4);
    card.int8 = FlopsPerSecond::tera(284.8);
    card.boardPower = Watts(350);
    return card;
}

} // namespace

BOOST_AUTO_TEST_CASE(unequal_cards_read_their_own_layers)
{
    // The slower half of the layers takes twice as long to read: between the speed of two fast and two slow cards.
    const ModelFacts facts = known::llama31_70b();
    const Workload workload;
    const QuantizedModel model = quantize(facts, workload.weights).value();
    const auto speedWith = [&](double first, double second) {
        Hardware hardware;
        hardware.accelerators.push_back({rtx3090(first), 1, {}, {}});
        hardware.accelerators.push_back({rtx3090(second), 1, {}, {}});
        return estimateSteps(model, workload, hardware, planMemory(model, workload, hardware),
                             fittedCalibration())
            .value()
            .decode.mid.value();
    };
    const double fast = speedWith(936, 936);
    const double mixed = speedWith(936, 468);
    const double slow = speedWith(468, 468);
    BOOST_TEST(mixed < fast);
    BOOST_TEST(mixed > slow);
    BOOST_TEST(1 / mixed == (1 / fast + 1 / slow) / 2, boost::test_tools::tolerance(0.03));
}

BOOST_AUTO_TEST_CASE(a_draft_multiplies_the_tokens_of_a_step)
{
    // (1 − 0.7^5) / (1 − 0.7) = 2.773 tokens for the time of one step and 4 × 0.05 of one: at most 2.31 times as fast, less what
    // checking five tokens computes.
    Workload workload;
    const double plain = speedOf(known::llama31_8b(), workload, rtx3090()).decode.mid.value();
    workload.speculative = SpeculativeDecoding{4, 0.7, 0.05};
    const double drafted = speedOf(known::llama31_8b(), workload, rtx3090()).decode.mid.value();
    BOOST_TEST(drafted > 1.7 * plain);
    BOOST_TEST(drafted < 2.32 * plain);
    workload.speculative = SpeculativeDecoding{4, 0, 0};
    BOOST_TEST(speedOf(known::llama31_8b(), workload, rtx3090()).decode.mid.value() <= plain);
}

BOOST_AUTO_TEST_CASE(what_the_prefix_cache_holds_is_not_computed_again)
{
    Workload workload;
    workload.promptTokens = 8192;
    workload.context = 16384;
    const SpeedEstimate cold = speedOf(known::llama31_8b(), workload, rtx3090());
    workload.prefixCacheHitRate = 0.75;
    const SpeedEstimate warm = speedOf(known::llama31_8b(), workload, rtx3090());
    // A quarter of the tokens, each behind more of the others than in the mean.
    BOOST_TEST(warm.timeToFirstToken.mid.value() < 0.5 * cold.timeToFirstToken.mid.value());
    BOOST_TEST(warm.timeToFirstToken.mid.value() > 0.25 * cold.timeToFirstToken.mid.value());
    BOOST_TEST(warm.decode.mid.value() == cold.decode.mid.value());
}

BOOST_AUTO_TEST_CASE(split_rows_read_at_once_and_pay_for_it_at_each_matrix)
{
    PlacementRequest rows;
    rows.splitRows = true;
    const Workload workload;
    const double dealt = speedOf(known::llama31_70b(), workload, rtx3090(), 2).decode.mid.value();
    const double split = speedOf(known::llama31_70b(), workload, rtx3090(), 2, rows).decode.mid.value();
    BOOST_TEST(split > dealt);
    BOOST_TEST(split < 2 * dealt);
}

BOOST_AUTO_TEST_CASE(a_device_whose_matrix_rate_nobody_published_has_a_speed)
{
    // The maker of the GB10 states 29.7 TFLOPS in FP32 and nothing in FP16.
    Accelerator card = rtx3090(273);
    card.computeCapability = 12.1;
    card.memory = 128_GiB;
    card.mounting = Mounting::Integrated;
    card.fp32 = FlopsPerSecond::tera(29.7);
    card.fp16.reset();
    card.fp16Accumulate16.reset();
    card.int8.reset();
    BOOST_TEST(speedOf(known::llama31_8b(), Workload{}, card).prefill.mid.value() > 1000);
}

BOOST_AUTO_TEST_SUITE_END()
