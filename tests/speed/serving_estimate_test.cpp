// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_models.h"
#include "speed/estimate.h"
#include "speed/serving/estimate_serving.h"
#include "speed/serving/precision.h"
#include "speed/serving/serving_work.h"
#include "support/h100.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;
using rigwright::test::h100;
namespace bt = boost::test_tools;

namespace {

struct Setup {
    QuantizedModel model;
    Workload workload;
    Hardware hardware;
    PlacementRequest placement;

    explicit Setup(int devices = 2, WeightFormat format = WeightFormat::Fp8Tensor,
                   Engine engine = Engine::Vllm)
        : model(quantize(known::llama31_70b(), format).value())
    {
        workload.kind = WorkloadKind::Serve;
        workload.engine = engine;
        workload.weights = format;
        workload.context = 9216;
        workload.promptTokens = 1024;
        workload.outputTokens = 1024;
        workload.concurrency = 8;
        hardware.accelerators.push_back({h100(), devices, {}, {}});
        placement.tensorParallel = devices;
    }

    [[nodiscard]] Accelerator& device() { return hardware.accelerators.front().accelerator; }
    [[nodiscard]] MemoryPlan plan() const { return planMemory(model, workload, hardware, placement); }
    [[nodiscard]] SpeedEstimate speed() const
    {
        return estimateSpeed(model, workload, hardware, plan()).value();
    }
    [[nodiscard]] Seconds tokenTime() const { return speed().timePerOutputToken.mid; }
};

bool holds(const Range<Seconds>& range, double milliseconds)
{
    constexpr double kMilli = 1e-3;
    return range.low.value() <= milliseconds * kMilli && milliseconds * kMilli <= range.high.value();
}

} // namespace

BOOST_AUTO_TEST_SUITE(serving_estimate)

// vLLM, Llama 3.1 70B in FP8 on H100 SXM, 1,024 tokens in and out (NVIDIA aiconfigurator, silicon_sample.csv, October 2025).
BOOST_AUTO_TEST_CASE(published_times_lie_in_the_range)
{
    Setup two;
    BOOST_TEST(holds(two.speed().timePerOutputToken, 18.22));
    BOOST_TEST(holds(two.speed().timeToFirstToken, 150.25));
    Setup eight(8);
    eight.workload.concurrency = 64;
    BOOST_TEST(holds(eight.speed().timePerOutputToken, 15.45));
    BOOST_TEST(holds(eight.speed().timeToFirstToken, 184.83));
}

BOOST_AUTO_TEST_CASE(work_is_split_over_the_devices_and_the_cache_by_its_heads)
{
    const Setup one(1, WeightFormat::Bf16);
    const Setup eight(8, WeightFormat::Bf16);
    const auto whole = ServingWork::of(one.model, one.workload, one.plan().placement, h100()).value();
    const auto part = ServingWork::of(eight.model, eight.workload, eight.plan().placement, h100()).value();
    BOOST_TEST(part.denseBytes == whole.denseBytes / 8, bt::tolerance(1e-6));
    // 80 layers × 8 heads × 128 values × 2 (keys, values) × 2 bytes a token.
    BOOST_TEST(whole.cacheBytes(1000) == 80.0 * 8 * 128 * 2 * 2 * 1000, bt::tolerance(1e-9));
    BOOST_TEST(part.cacheBytes(1000) == whole.cacheBytes(1000) / 8, bt::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(weights_of_four_bits_are_multiplied_as_the_device_can)
{
    Accelerator device = h100();
    BOOST_TEST((matrixFormat(device, WeightFormat::Awq4, false, false)->multiplied == Precision::Bits16));
    BOOST_TEST((matrixFormat(device, WeightFormat::Nvfp4, false, false)->multiplied == Precision::Bits16));
    BOOST_TEST((matrixFormat(device, WeightFormat::Fp8, false, false)->rate == FlopsPerSecond::tera(1979)));
    device.fp4 = FlopsPerSecond::tera(9000);
    BOOST_TEST((matrixFormat(device, WeightFormat::Nvfp4, false, false)->multiplied == Precision::Bits4));
    BOOST_TEST((matrixFormat(device, WeightFormat::Mxfp4, false, true)->multiplied == Precision::Bits16));
    BOOST_TEST((matrixFormat(device, WeightFormat::Mxfp4, true, true)->multiplied == Precision::Bits4));
    BOOST_TEST((matrixFormat(device, WeightFormat::Awq4, false, false)->multiplied == Precision::Bits16));
}

BOOST_AUTO_TEST_CASE(no_token_comes_faster_than_the_data_sheet_allows)
{
    for (const int users : {1, 4, 32, 128}) {
        Setup setup(8);
        setup.workload.concurrency = users;
        const SpeedEstimate speed = setup.speed();
        // 70.6e9 bytes of weights on eight devices, and each user's cache.
        const double cache = users * 80.0 * 8 * 128 * 2 * 2 * 1536 / 8;
        const double least = (70.5e9 / 8 + cache) / 3350e9;
        BOOST_TEST(speed.timePerOutputToken.low.value() >= least * 0.99);
        BOOST_TEST(speed.prefill.mid.value() <= 1979e12 * 8 / (2 * 69.5e9));
    }
}

BOOST_AUTO_TEST_CASE(more_of_anything_is_never_slower)
{
    const Seconds base = Setup().tokenTime();
    Setup wider;
    wider.device().bandwidth = BytesPerSecond::gb(4800);
    BOOST_TEST((wider.tokenTime() < base));
    Setup linked;
    linked.device().linkBandwidth = BytesPerSecond::gb(1800);
    BOOST_TEST((linked.tokenTime() <= base));
    Setup stronger;
    stronger.device().fp8 = FlopsPerSecond::tera(4000);
    BOOST_TEST((stronger.tokenTime() < base));
    BOOST_TEST((Setup(4).tokenTime() < base));
    BOOST_TEST((Setup(8).tokenTime() < Setup(4).tokenTime()));
    BOOST_TEST((Setup(4, WeightFormat::Fp8Tensor).tokenTime() < Setup(4, WeightFormat::Bf16).tokenTime()));
    Setup unlinked;
    unlinked.device().linkBandwidth.reset();
    BOOST_TEST((unlinked.tokenTime() > base));
    Setup narrow = unlinked;
    narrow.hardware.accelerators.front().linkLanes = 4;
    BOOST_TEST((narrow.tokenTime() > unlinked.tokenTime()));
}

BOOST_AUTO_TEST_CASE(graphs_save_the_launches)
{
    Setup eager;
    eager.workload.serving.graphs = false;
    BOOST_TEST((eager.tokenTime() >= Setup().tokenTime()));
}

BOOST_AUTO_TEST_CASE(a_prefix_that_is_cached_shortens_the_wait)
{
    Setup setup;
    const SpeedEstimate cold = setup.speed();
    setup.workload.prefixCacheHitRate = 0.9;
    const SpeedEstimate warm = setup.speed();
    BOOST_TEST((warm.timeToFirstToken.mid < cold.timeToFirstToken.mid));
    BOOST_TEST((warm.timePerOutputToken.mid < cold.timePerOutputToken.mid));
}

BOOST_AUTO_TEST_CASE(a_good_draft_helps_one_user_and_hurts_many)
{
    Setup setup;
    setup.workload.concurrency = 1;
    const Seconds plain = setup.tokenTime();
    setup.workload.speculative = SpeculativeDecoding{4, 0.8, 0.02};
    const Seconds drafted = setup.tokenTime();
    // (1 − 0.8⁵) / 0.2 = 3.36 tokens a step that takes little more than one of a single token, and 1.08 of its time.
    BOOST_TEST((plain / drafted > 2.4));
    BOOST_TEST((plain / drafted < 3.36 / 1.08 + 0.01));
    setup.workload.speculative = SpeculativeDecoding{4, 0.0, 0.0};
    BOOST_TEST((setup.tokenTime() >= plain)); // every guess is wrong
}

BOOST_AUTO_TEST_CASE(users_beyond_the_slots_wait_for_a_whole_request)
{
    Setup setup;
    const MemoryPlan plan = setup.plan();
    setup.workload.serving.mostSequences = 8;
    const auto timesFor = [&](int users) {
        setup.workload.concurrency = users;
        return estimateSpeed(setup.model, setup.workload, setup.hardware, plan).value();
    };
    const SpeedEstimate full = timesFor(8);
    const SpeedEstimate twice = timesFor(16);
    const double request = full.timeToFirstToken.mid.value() + 1023 * full.timePerOutputToken.mid.value();
    BOOST_TEST(twice.timePerOutputToken.mid.value() == full.timePerOutputToken.mid.value());
    BOOST_TEST(twice.timeToFirstToken.mid.value() == full.timeToFirstToken.mid.value() + request,
               bt::tolerance(1e-9));
    BOOST_TEST(twice.total.mid.value() == full.total.mid.value(), bt::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_pipeline_alone_does_not_speed_one_user_up)
{
    Setup one(2);
    one.workload.concurrency = 1;
    one.placement.tensorParallel = 1;
    one.placement.pipelineParallel = 2;
    Setup tensor(2);
    tensor.workload.concurrency = 1;
    BOOST_TEST((one.tokenTime() > tensor.tokenTime()));
    one.workload.context = tensor.workload.context = 2048;
    one.workload.concurrency = 32;
    tensor.workload.concurrency = 32;
    BOOST_TEST((one.speed().total.mid > tensor.speed().total.mid * 0.5)); // stages work on different users
}

// QwenLM/Qwen2.5's benchmark on an A100 prints 40 tokens/s for 7B in BF16 with Transformers: 28 layers of 0.9 ms.
BOOST_AUTO_TEST_CASE(transformers_is_bound_by_the_host)
{
    Setup setup(1, WeightFormat::Bf16, Engine::Transformers);
    setup.model = quantize(known::llama31_8b(), WeightFormat::Bf16).value();
    setup.placement = {};
    setup.workload.kind = WorkloadKind::Chat;
    setup.workload.concurrency = 1;
    const SpeedEstimate speed = setup.speed();
    BOOST_TEST((speed.bound == Bound::EngineOverhead));
    BOOST_TEST(speed.decode.mid.value() > 20);
    BOOST_TEST(speed.decode.mid.value() < 35);
}

BOOST_AUTO_TEST_SUITE_END()
