// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_models.h"
#include "sizing/engines/rank_weights.h"
#include "sizing/engines/serving_placement.h"
#include "sizing/plan.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <limits>

using namespace rigwright;

namespace {

constexpr Engine kPoolEngines[] = {Engine::Vllm, Engine::SgLang, Engine::TensorRtLlm};
constexpr Engine kEngines[] = {Engine::Vllm, Engine::SgLang, Engine::TensorRtLlm, Engine::Transformers};

/// A capacity that isn't whole GiB counts as the driver reports it.
Hardware cards(int count, double gib)
{
    Accelerator accelerator;
    accelerator.info.name = "card";
    accelerator.vendor = AcceleratorVendor::Nvidia;
    accelerator.memory = Bytes::gib(gib);
    Hardware hardware;
    hardware.accelerators.push_back({accelerator, count, {}, {}});
    return hardware;
}

Workload serve(Engine engine, int users, std::int64_t context)
{
    Workload workload;
    workload.engine = engine;
    workload.kind = WorkloadKind::Serve;
    workload.weights = WeightFormat::Bf16;
    workload.concurrency = users;
    workload.context = context;
    return workload;
}

QuantizedModel bf16(const ModelFacts& facts)
{
    return quantize(facts, WeightFormat::Bf16).value();
}

bool has(const MemoryPlan& plan, const char* id)
{
    return std::ranges::find(plan.findings, id, &Finding::id) != plan.findings.end();
}

PlacementRequest split(int tensor, int pipeline = 1, int data = 1, int expert = 1)
{
    PlacementRequest request;
    request.tensorParallel = tensor;
    request.pipelineParallel = pipeline;
    request.dataParallel = data;
    request.expertParallel = expert;
    return request;
}

Bytes deviceWeights(const MemoryPlan& plan)
{
    Bytes sum;
    for (const DeviceMemory& device : plan.memory.devices) {
        sum += device.used.weights;
    }
    return sum;
}

} // namespace

BOOST_AUTO_TEST_SUITE(serving)

BOOST_AUTO_TEST_CASE(pool_and_fixed_parts_are_the_whole_card)
{
    for (const Engine engine : kPoolEngines) {
        for (const ModelFacts& facts : {known::llama31_8b(), known::gemma3_1b(), known::gptOss20b()}) {
            const MemoryPlan plan = planMemory(bf16(facts), serve(engine, 4, 4096), cards(1, 79.25));
            const DeviceMemory& device = plan.memory.devices.front();
            const Bytes fixed = device.used.total() - device.used.kvCache - device.used.recurrentState;
            BOOST_TEST((fixed + plan.pool.value() == device.capacity));
            BOOST_TEST(plan.fits);
        }
    }
}

BOOST_AUTO_TEST_CASE(vllm_takes_a_share_of_all_memory)
{
    // 0.5 of 40.5 GiB is 20.25; the card reserves the rest. At 0.6 the pool is 4.05 GiB larger.
    Workload workload = serve(Engine::Vllm, 1, 4096);
    workload.serving.memoryShare = 0.5;
    const Bytes half = planMemory(bf16(known::llama31_8b()), workload, cards(1, 40.5)).pool.value();
    workload.serving.memoryShare = 0.6;
    const Bytes more = planMemory(bf16(known::llama31_8b()), workload, cards(1, 40.5)).pool.value();
    BOOST_TEST((more - half).inGib() == 4.05, boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(tensorrt_llm_takes_a_share_of_what_is_free)
{
    // Half of what is free at a share of 0.5, all of it at 1: twice as much, but for the CUDA graphs at 1.
    Workload workload = serve(Engine::TensorRtLlm, 1, 4096);
    workload.serving.graphs = false;
    workload.serving.memoryShare = 0.5;
    const Bytes half = planMemory(bf16(known::llama31_8b()), workload, cards(1, 40.5)).pool.value();
    workload.serving.memoryShare = 1.0;
    const Bytes all = planMemory(bf16(known::llama31_8b()), workload, cards(1, 40.5)).pool.value();
    BOOST_TEST((all / half) == 2.0, boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(sglang_keeps_what_its_defaults_say)
{
    // 79.25 GiB: 512 + 1.5 × 8,192 + 2 × 256 + 128 MiB are 13,440 MiB, more than 10 GiB; the share is 1 − 13,440 / 81,152.
    // It counts of what is free beside the context of 500 MiB: 80,652 MiB × 0.83438 are 67,295 MiB for weights and pool.
    const MemoryPlan plan =
        planMemory(bf16(known::llama31_8b()), serve(Engine::SgLang, 1, 4096), cards(1, 79.25));
    const double weights = plan.memory.devices.front().used.weights.inMib();
    const double tables = 131072.0 * 128 * 2 / 1048576;
    BOOST_TEST(plan.pool.value().inMib() == 80'652.0 * (1 - 13'440.0 / 81'152) - weights - tables,
               boost::test_tools::tolerance(1e-4));
}

BOOST_AUTO_TEST_CASE(tensor_parallelism_splits_matrices_and_copies_compressions)
{
    const QuantizedModel model = bf16(known::deepSeekV3());
    const MemoryPlan plan = planMemory(model, serve(Engine::Vllm, 8, 4096), cards(8, 190.5), split(8));
    // On every rank lie q_a 7,168 × 1,536 and kv_a 7,168 × 576 of 61 layers in 16 bits, and in FP32 two norms of 7,168 of
    // each and the routers 7,168 × 256 of 58.
    const std::int64_t copied = std::int64_t{2} * 61 * 7168 * (1536 + 576) +
        std::int64_t{4} * (61 * 2 * 7168 + std::int64_t{58} * 7168 * 256);
    const double expected = static_cast<double>((model.total().value() - copied) / 8 + copied);
    BOOST_TEST(static_cast<double>(plan.memory.devices[5].used.weights.value()) == expected,
               boost::test_tools::tolerance(1e-5));
    // MLA's 61 × 576 values of 2 bytes lie on each rank for all 8 × 4,096 tokens.
    BOOST_TEST((plan.memory.devices[5].used.kvCache == Bytes(std::int64_t{61} * 576 * 2 * 8 * 4096)));
}

BOOST_AUTO_TEST_CASE(key_value_heads_are_copied_when_there_are_too_few)
{
    const QuantizedModel model = bf16(known::llama31_8b());
    const auto on = [&](int ranks) {
        return planMemory(model, serve(Engine::Vllm, 8, 4096), cards(ranks, 47.5), split(ranks))
            .memory.devices.front()
            .used;
    };
    BOOST_TEST((on(8).kvCache == on(16).kvCache));
    BOOST_TEST((on(4).kvCache == on(8).kvCache * 2));
    // A rank of 16 holds a sixteenth of all, the norms whole, and a whole head of keys and values, twice its share:
    // 32 × 2 × 4,096 × 128 × 2 bytes, half of them beyond it.
    const Bytes norms(32 * 2 * 4096 * 4);
    const Bytes head(std::int64_t{32} * 2 * 4096 * 128 * 2);
    const Bytes expected = (model.total() - norms) / 16 + norms + head / 2;
    BOOST_TEST(static_cast<double>(on(16).weights.value()) == static_cast<double>(expected.value()),
               boost::test_tools::tolerance(1e-5));
}

BOOST_AUTO_TEST_CASE(experts_dealt_out_take_what_experts_split_take)
{
    const QuantizedModel model = bf16(known::qwen3Next80b()); // 512 experts
    const Workload workload = serve(Engine::Vllm, 4, 4096);
    const auto weights = [&](const PlacementRequest& request) {
        return planMemory(model, workload, cards(4, 94.97), request).memory.devices.front().used.weights;
    };
    BOOST_TEST((weights(split(4)) == weights(split(4, 1, 1, 4))));
    // Two copies of attention share one set of experts; four copies hold more of it on each device.
    BOOST_TEST((weights(split(2, 1, 2, 4)) > weights(split(4, 1, 1, 4))));
    BOOST_TEST((weights(split(1, 1, 4, 4)) > weights(split(2, 1, 2, 4))));
}

BOOST_AUTO_TEST_CASE(stages_and_copies_hold_each_layer_once)
{
    const QuantizedModel model = bf16(known::llama31_8b());
    for (const int stages : {1, 2, 4, 8}) {
        const MemoryPlan plan =
            planMemory(model, serve(Engine::Vllm, 1, 4096), cards(stages, 47.5), split(1, stages));
        BOOST_TEST((deviceWeights(plan) == model.total()));
        const MemoryPlan copies =
            planMemory(model, serve(Engine::Vllm, 8, 4096), cards(stages, 47.5), split(1, 1, stages));
        BOOST_TEST((deviceWeights(copies) == model.total() * stages));
        // 8 users of 4,096 tokens of 128 KiB are 4 GiB, wherever they are.
        BOOST_TEST(copies.memory.sum().kvCache.inGib() == 4.0);
    }
}

BOOST_AUTO_TEST_CASE(copies_share_the_users_and_add_up_what_they_hold)
{
    const QuantizedModel model = bf16(known::llama31_8b());
    const MemoryPlan one = planMemory(model, serve(Engine::Vllm, 8, 4096), cards(1, 47.5));
    const MemoryPlan four = planMemory(model, serve(Engine::Vllm, 8, 4096), cards(4, 47.5), split(1, 1, 4));
    BOOST_TEST((four.memory.devices.front().used.kvCache == one.memory.devices.front().used.kvCache / 4));
    BOOST_TEST(four.concurrentSequences.value() > 3 * one.concurrentSequences.value());
}

BOOST_AUTO_TEST_CASE(the_smallest_card_limits_the_pool)
{
    const QuantizedModel model = bf16(known::llama31_8b());
    Hardware mixed = cards(1, 47.5);
    mixed.accelerators.push_back(cards(1, 23.5).accelerators.front());
    const MemoryPlan plan = planMemory(model, serve(Engine::Vllm, 1, 4096), mixed, split(2));
    const MemoryPlan small = planMemory(model, serve(Engine::Vllm, 1, 4096), cards(2, 23.5), split(2));
    BOOST_TEST(has(plan, "unequal-devices"));
    BOOST_TEST(!has(small, "unequal-devices"));
    // The larger card comes first and is the one that the set-up goes by: it is the same below 70 GiB.
    BOOST_TEST(plan.poolTokens.value() == small.poolTokens.value());
}

BOOST_AUTO_TEST_CASE(more_context_or_users_never_need_less)
{
    for (const ModelFacts& facts : {known::llama31_8b(), known::gemma3_27b(), known::gptOss20b(),
                                    known::deepSeekV3(), known::qwen3Next80b()}) {
        const QuantizedModel model = bf16(facts);
        for (const Engine engine : kEngines) {
            Bytes last;
            for (std::int64_t context = 512; context <= 131'072; context *= 2) {
                const Bytes need =
                    planMemory(model, serve(engine, 4, context), cards(8, 190.5)).memory.sum().total();
                BOOST_TEST((need >= last));
                last = need;
            }
            last = {};
            for (int users = 1; users <= 4096; users *= 4) {
                const Bytes need =
                    planMemory(model, serve(engine, users, 4096), cards(8, 190.5)).memory.sum().total();
                BOOST_TEST((need >= last));
                last = need;
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(more_layers_or_bits_never_need_less)
{
    for (const Engine engine : kEngines) {
        Bytes last;
        for (const int layers : {8, 16, 32, 64}) {
            ModelFacts facts = known::llama31_8b();
            facts.layers = layers;
            const Bytes need =
                planMemory(bf16(facts), serve(engine, 4, 4096), cards(1, 79.25)).memory.sum().total();
            BOOST_TEST((need > last));
            last = need;
        }
        last = {};
        for (const WeightFormat format :
             {WeightFormat::Gptq4, WeightFormat::Fp8, WeightFormat::Bf16, WeightFormat::Fp32}) {
            const QuantizedModel model = quantize(known::llama31_8b(), format).value();
            const Bytes need =
                planMemory(model, serve(engine, 4, 4096), cards(1, 79.25)).memory.sum().total();
            BOOST_TEST((need > last));
            last = need;
        }
    }
}

BOOST_AUTO_TEST_CASE(what_fits_is_what_the_pool_holds)
{
    const QuantizedModel model = bf16(known::gptOss20b());
    for (const Engine engine : kPoolEngines) {
        const std::int64_t held =
            planMemory(model, serve(engine, 1, 8192), cards(1, 79.25)).concurrentSequences.value();
        BOOST_REQUIRE(held > 10);
        BOOST_TEST(planMemory(model, serve(engine, static_cast<int>(held / 2), 8192), cards(1, 79.25)).fits);
        BOOST_TEST(!planMemory(model, serve(engine, static_cast<int>(2 * held), 8192), cards(1, 79.25)).fits);
    }
}

BOOST_AUTO_TEST_CASE(placements_that_dont_work_are_named)
{
    const QuantizedModel llama = bf16(known::llama31_8b());
    const Workload workload = serve(Engine::Vllm, 1, 4096);
    const auto plan = [&](int devices, const PlacementRequest& request) {
        return planMemory(llama, workload, cards(devices, 79.25), request);
    };
    BOOST_TEST(has(plan(3, split(3)), "tensor-parallel-heads"));
    BOOST_TEST(has(plan(5, split(5)), "tensor-parallel-vocabulary"));
    BOOST_TEST(has(plan(64, split(64)), "tensor-parallel-heads"));
    BOOST_TEST(has(plan(40, split(1, 40)), "pipeline-layers"));
    BOOST_TEST(has(plan(4, split(2)), "placement-devices"));
    BOOST_TEST(has(plan(4, split(4, 1, 1, 4)), "expert-parallel-experts"));
    const QuantizedModel mixture = bf16(known::qwen3Next80b());
    BOOST_TEST(
        has(planMemory(mixture, workload, cards(4, 79.25), split(4, 1, 1, 2)), "expert-parallel-ranks"));
    BOOST_TEST(!has(planMemory(mixture, serve(Engine::SgLang, 1, 4096), cards(4, 79.25), split(4, 1, 1, 2)),
                    "expert-parallel-ranks"));
    BOOST_TEST(plan(2, split(2)).fits);
}

BOOST_AUTO_TEST_CASE(blocks_of_scales_have_to_come_out_even)
{
    // Qwen3 235B's experts are 1,536 wide: on eight devices 192, which isn't whole blocks of 128.
    ModelFacts facts = known::qwen3Next80b();
    facts.expertFeedForward = 1536;
    facts.sharedExpertFeedForward = 1024;
    const QuantizedModel model = quantize(facts, WeightFormat::Fp8).value();
    const Workload workload = serve(Engine::Vllm, 1, 4096);
    BOOST_TEST(has(planMemory(model, workload, cards(8, 79.25), split(8)), "tensor-parallel-blocks"));
    BOOST_TEST(
        !has(planMemory(model, workload, cards(8, 79.25), split(8, 1, 1, 8)), "tensor-parallel-blocks"));
    BOOST_TEST(!has(planMemory(model, workload, cards(4, 79.25), split(4)), "tensor-parallel-blocks"));
}

BOOST_AUTO_TEST_CASE(absurd_degrees_are_answered)
{
    const QuantizedModel model = bf16(known::qwen3Next80b());
    for (const Engine engine : kEngines) {
        for (const int degree : {-1, 0, 7, std::numeric_limits<int>::max()}) {
            for (const PlacementRequest& request :
                 {split(degree), split(1, degree), split(1, 1, degree), split(1, 1, 1, degree),
                  split(degree, degree, degree, degree)}) {
                const MemoryPlan plan =
                    planMemory(model, serve(engine, 100'000, kLargestContext), cards(2, 79.25), request);
                BOOST_TEST(!plan.fits);
                BOOST_TEST(!plan.findings.empty());
            }
        }
        const MemoryPlan host = planMemory(model, serve(engine, 1, 4096), cards(0, 79.25));
        BOOST_TEST((host.memory.host.used.weights == model.total()));
    }
}

BOOST_AUTO_TEST_CASE(transformers_keeps_in_ram_what_accelerators_cant_hold)
{
    const QuantizedModel model = bf16(known::llama31_8b());
    Hardware hardware = cards(2, 7.5);
    hardware.host.memory = Bytes::gib(64);
    Workload workload = serve(Engine::Transformers, 1, 4096);
    const MemoryPlan plan = planMemory(model, workload, hardware);
    BOOST_TEST(plan.fits);
    BOOST_TEST(plan.placement.gpuLayers > 0);
    BOOST_TEST(plan.placement.gpuLayers < 32);
    BOOST_TEST(has(plan, "layers-on-host"));
    BOOST_TEST((deviceWeights(plan) + plan.memory.host.used.weights == model.total()));
    hardware.host.memory = Bytes::gib(2);
    BOOST_TEST(!planMemory(model, workload, hardware).fits);
}

BOOST_AUTO_TEST_SUITE_END()
