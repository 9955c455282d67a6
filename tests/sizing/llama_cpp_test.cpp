// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_models.h"
#include "sizing/engines/graph_allocator.h"
#include "sizing/engines/llama_cpp_context.h"
#include "sizing/plan.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <numeric>

using namespace rigwright;

namespace {

Hardware cards(int count, double gib, std::optional<double> hostGib = std::nullopt)
{
    Accelerator accelerator;
    accelerator.info.name = "Card";
    accelerator.memory = Bytes::gib(gib);
    Hardware hardware;
    hardware.accelerators.push_back({accelerator, count, {}, {}});
    if (hostGib) {
        hardware.host.memory = Bytes::gib(*hostGib);
    }
    return hardware;
}

QuantizedModel weighed(const ModelFacts& facts, WeightFormat format = WeightFormat::Q4_K_M)
{
    return quantize(facts, format).value();
}

bool has(const MemoryPlan& plan, const char* id)
{
    return std::ranges::find(plan.findings, id, &Finding::id) != plan.findings.end();
}

} // namespace

BOOST_AUTO_TEST_SUITE(llama_cpp)

BOOST_AUTO_TEST_CASE(tensors_fill_the_smallest_hole_that_holds_them)
{
    GraphBuffer buffer;
    const auto first = buffer.allocate(320);
    (void)buffer.allocate(32);
    const auto second = buffer.allocate(96);
    (void)buffer.allocate(32);
    BOOST_TEST(buffer.peak() == 480);
    buffer.release(first, 320);
    buffer.release(second, 96);
    BOOST_TEST(buffer.allocate(90) == second); // rounded to 96: fits exactly
    BOOST_TEST(buffer.allocate(64) == first);
    BOOST_TEST(buffer.peak() == 480);
    BOOST_TEST(buffer.allocate(288) == 480); // the hole has 256 left
}

BOOST_AUTO_TEST_CASE(an_operation_overwrites_what_nothing_else_reads)
{
    GraphStage stage;
    const auto input = stage.input(64);
    const auto product = stage.compute(128, {input});
    const auto biased = stage.compute(128, {product}, {product}); // takes the product's place
    stage.setResult(stage.compute(64, {biased}));
    GraphBuffer buffer;
    const auto residual = buffer.allocate(64);
    // 64 of the input, 128 of the product; the result fills the hole that the input left.
    BOOST_TEST(stage.run(buffer, {residual}) == 0);
    BOOST_TEST(buffer.peak() == 192);
}

BOOST_AUTO_TEST_CASE(a_unified_cache_shares_windows_among_all_sequences)
{
    // src/llama-kv-cache-iswa.cpp: window × sequences + micro-batch, in multiples of 256.
    Workload workload;
    workload.kind = WorkloadKind::Serve;
    workload.concurrency = 4;
    workload.context = 2048;
    const LlamaCppContext unified = llamaCppContext(workload);
    BOOST_TEST(unified.cells == 8192);
    BOOST_TEST(unified.windowCells(512) == 2560); // 4 × 512 + 512
    workload.unifiedCache = false;
    const LlamaCppContext separate = llamaCppContext(workload);
    BOOST_TEST(separate.streams == 4);
    BOOST_TEST(separate.cells == 2048);
    BOOST_TEST(separate.windowCells(512) == 1024); // 512 + 512, for each
    workload.fullWindowCache = true;
    BOOST_TEST(llamaCppContext(workload).windowCells(512) == 2048);
}

BOOST_AUTO_TEST_CASE(as_few_experts_as_need_be_go_to_ram)
{
    const QuantizedModel qwen = weighed(known::qwen3Next80b());
    const Hardware hardware = cards(1, 24, 64);
    const MemoryPlan plan = planMemory(qwen, Workload{}, hardware);
    BOOST_TEST(plan.fits);
    const int layers = plan.placement.hostExpertLayers;
    BOOST_TEST(layers > 0);
    BOOST_TEST(layers < 48);
    PlacementRequest fewer;
    fewer.hostExpertLayers = layers - 1;
    BOOST_TEST(!planMemory(qwen, Workload{}, hardware, fewer).fits);
    PlacementRequest all;
    all.expertsOnHost = true;
    const MemoryPlan whole = planMemory(qwen, Workload{}, hardware, all);
    BOOST_TEST(whole.placement.hostExpertLayers == 48);
    BOOST_TEST((whole.memory.host.used.weights > plan.memory.host.used.weights));
    BOOST_TEST((whole.memory.sum().weights == plan.memory.sum().weights));
}

BOOST_AUTO_TEST_CASE(rows_are_split_over_devices_and_the_cache_is_on_the_first)
{
    const QuantizedModel llama = weighed(known::llama31_70b());
    PlacementRequest request;
    request.splitRows = true;
    const MemoryPlan plan = planMemory(llama, Workload{}, cards(2, 48), request);
    BOOST_TEST(plan.fits);
    const auto& devices = plan.memory.devices;
    BOOST_TEST(devices[0].used.kvCache.inGib() == 2.5); // 80 layers × 2 × 8 × 128 × 2 bytes × 8,192
    BOOST_TEST(devices[1].used.kvCache.value() == 0);
    BOOST_TEST(
        (devices[0].used.weights + devices[1].used.weights + plan.memory.host.used.weights == llama.total()));
    BOOST_TEST(devices[0].used.weights.inGib() == devices[1].used.weights.inGib(),
               boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(unequal_devices_are_filled_by_their_memory)
{
    Hardware hardware = cards(1, 32);
    hardware.accelerators.push_back(cards(1, 16).accelerators.front());
    const MemoryPlan plan = planMemory(weighed(known::qwen3_32b(), WeightFormat::Q6_K), Workload{}, hardware);
    BOOST_TEST(plan.fits);
    const std::vector<int>& layers = plan.placement.deviceLayers;
    BOOST_REQUIRE(layers.size() == 2);
    BOOST_TEST(std::accumulate(layers.begin(), layers.end(), 0) == 64);
    BOOST_TEST(layers[0] > layers[1]);
    BOOST_TEST(has(plan, "tensor-split"));
}

BOOST_AUTO_TEST_CASE(what_the_engine_refuses_is_a_blocker)
{
    Workload workload;
    workload.valueCache = CacheType::Q8_0;
    workload.flashAttention = false;
    const QuantizedModel llama = weighed(known::llama31_8b());
    const MemoryPlan values = planMemory(llama, workload, cards(1, 80));
    BOOST_TEST(!values.fits);
    BOOST_TEST(has(values, "quantised-values"));
    workload.flashAttention = true;
    BOOST_TEST(planMemory(llama, workload, cards(1, 80)).fits);

    workload.valueCache = CacheType::F16;
    workload.keyCache = CacheType::Q8_0;
    const MemoryPlan latent = planMemory(weighed(known::deepSeekV3()), workload, cards(8, 141));
    BOOST_TEST(has(latent, "cache-types-differ"));

    ModelFacts facts = known::llama31_8b();
    facts.headDim = 80;
    workload.valueCache = CacheType::Q8_0;
    BOOST_TEST(has(planMemory(weighed(facts), workload, cards(1, 80)), "cache-type-head"));
}

BOOST_AUTO_TEST_CASE(mapped_weights_count_as_resident_and_may_be_dropped)
{
    const QuantizedModel llama = weighed(known::llama31_8b(), WeightFormat::Q4_0);
    Workload workload;
    const MemoryPlan mapped = planMemory(llama, workload, Hardware{});
    BOOST_TEST((mapped.hostDemand.mapped == llama.total()));
    // All matrices of the layers are copied, the embedding and the Q6_K head are not.
    BOOST_TEST((mapped.hostDemand.repacked > llama.total() / 2));
    BOOST_TEST((mapped.hostDemand.repacked < llama.total()));
    BOOST_TEST((mapped.hostDemand.peak > mapped.hostDemand.mapped + mapped.hostDemand.repacked));
    workload.memoryMap = false;
    const MemoryPlan read = planMemory(llama, workload, Hardware{});
    BOOST_TEST(read.hostDemand.mapped.value() == 0);
    BOOST_TEST((read.hostDemand.peak < mapped.hostDemand.peak));
    BOOST_TEST((read.memory.sum().total() == mapped.memory.sum().total()));
}

BOOST_AUTO_TEST_CASE(logits_that_nobody_asks_for_are_never_touched)
{
    // llama.cpp of August 2026 prints 516 MiB of compute buffer for gemma-3-1b at 8,192 tokens; its anonymous memory is
    // 146 MiB, of which 54 are the cache and some 37 the process.
    Workload workload;
    workload.kind = WorkloadKind::Batch;
    const MemoryPlan plan = planMemory(weighed(known::gemma3_1b()), workload, Hardware{});
    BOOST_TEST(plan.memory.host.used.computeBuffer.inMib() == 516.5, boost::test_tools::tolerance(0.001));
    BOOST_REQUIRE(plan.touched.has_value());
    BOOST_TEST(plan.touched->inMib() == 146.0 - 54 - 37, boost::test_tools::tolerance(0.1));
}

BOOST_AUTO_TEST_CASE(more_of_anything_never_needs_less)
{
    const ModelFacts models[] = {known::llama31_8b(), known::gemma3_27b(), known::gptOss20b(),
                                 known::deepSeekV3(), known::qwen3Next80b()};
    for (const ModelFacts& facts : models) {
        const QuantizedModel model = weighed(facts);
        for (const bool flash : {true, false}) {
            Bytes before;
            for (std::int64_t context = 1024; context <= 131072; context += 1024) {
                Workload workload;
                workload.context = context;
                workload.flashAttention = flash;
                const Bytes need = planMemory(model, workload, Hardware{}).memory.sum().total();
                BOOST_TEST((need >= before), facts.id.text() << " at " << context << ' ' << flash);
                before = need;
            }
        }
        Bytes before;
        for (const int users : {1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 64}) {
            Workload workload;
            workload.kind = WorkloadKind::Serve;
            workload.concurrency = users;
            const Bytes need = planMemory(model, workload, Hardware{}).memory.sum().total();
            BOOST_TEST((need >= before), facts.id.text() << " for " << users);
            before = need;
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
