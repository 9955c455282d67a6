// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_models.h"
#include "sizing/plan.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace rigwright;

namespace {

Accelerator card(double gib, Mounting mounting = Mounting::Card)
{
    Accelerator accelerator;
    accelerator.info.name = "card";
    accelerator.vendor = AcceleratorVendor::Nvidia;
    accelerator.memory = Bytes::gib(gib);
    accelerator.mounting = mounting;
    return accelerator;
}

Hardware cards(int count, double gib)
{
    Hardware hardware;
    if (count > 0) {
        hardware.accelerators.push_back({card(gib), count, {}, {}});
    }
    return hardware;
}

QuantizedModel model(const ModelFacts& facts, WeightFormat format)
{
    return quantize(facts, format).value();
}

Workload vllm(int users, std::int64_t context)
{
    Workload workload;
    workload.engine = Engine::Vllm;
    workload.kind = WorkloadKind::Serve;
    workload.weights = WeightFormat::Bf16;
    workload.concurrency = users;
    workload.context = context;
    return workload;
}

bool has(const MemoryPlan& plan, const char* id)
{
    return std::ranges::find(plan.findings, id, &Finding::id) != plan.findings.end();
}

} // namespace

BOOST_AUTO_TEST_SUITE(plan)

BOOST_AUTO_TEST_CASE(a_whole_model_leaves_only_its_embedding_in_ram)
{
    const QuantizedModel llama = model(known::llama31_8b(), WeightFormat::Q4_K_M);
    const MemoryPlan plan = planMemory(llama, Workload{}, cards(1, 24));
    BOOST_TEST(plan.fits);
    BOOST_TEST(plan.placement.gpuLayers == 32);
    // llama.cpp prints a CPU buffer of 281.81 MiB for this file: the token embedding.
    BOOST_TEST(plan.memory.host.used.weights.inMib() == 281.81, boost::test_tools::tolerance(1e-4));
    BOOST_TEST((plan.memory.devices[0].used.weights + plan.memory.host.used.weights == llama.total()));
    BOOST_TEST(plan.memory.devices[0].used.kvCache.inGib() == 1.0); // 8,192 × 128 KiB
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_stays_on_the_host_layer_by_layer)
{
    const QuantizedModel llama = model(known::llama31_70b(), WeightFormat::Q4_K_M);
    const MemoryPlan plan = planMemory(llama, Workload{}, cards(1, 24));
    BOOST_TEST(plan.fits);
    BOOST_TEST(has(plan, "layers-on-host"));
    const int layers = plan.placement.gpuLayers;
    BOOST_TEST(layers > 35); // 39.6 GiB over 80 layers: nearly 0.5 GiB each with its cache
    BOOST_TEST(layers < 48);
    PlacementRequest more;
    more.gpuLayers = layers + 1;
    BOOST_TEST(!planMemory(llama, Workload{}, cards(1, 24), more).fits);
}

BOOST_AUTO_TEST_CASE(experts_go_to_ram_before_layers_do)
{
    const QuantizedModel qwen = model(known::qwen3Next80b(), WeightFormat::Q4_K_M);
    Hardware hardware = cards(1, 16);
    hardware.host.memory = Bytes::gib(64);
    const MemoryPlan plan = planMemory(qwen, Workload{}, hardware);
    BOOST_TEST(plan.fits);
    BOOST_TEST(plan.placement.expertsOnHost);
    BOOST_TEST(plan.placement.gpuLayers == 48);
    hardware.host.memory = Bytes::gib(24); // 16 + 24 GiB don't hold 45
    BOOST_TEST(!planMemory(qwen, Workload{}, hardware).fits);
}

BOOST_AUTO_TEST_CASE(equal_cards_are_filled_alike)
{
    const QuantizedModel llama = model(known::llama31_70b(), WeightFormat::Q4_K_M);
    const MemoryPlan plan = planMemory(llama, Workload{}, cards(2, 24));
    BOOST_TEST(plan.fits);
    const double first = plan.memory.devices[0].used.total().inGib();
    const double second = plan.memory.devices[1].used.total().inGib();
    BOOST_TEST(std::abs(first - second) < 1.2); // one layer and the head
}

BOOST_AUTO_TEST_CASE(without_accelerators_everything_is_on_the_host)
{
    const QuantizedModel llama = model(known::llama31_8b(), WeightFormat::Q8_0);
    Hardware host;
    host.host.memory = Bytes::gib(16);
    const MemoryPlan plan = planMemory(llama, Workload{}, host);
    BOOST_TEST(plan.fits);
    BOOST_TEST((plan.memory.host.used.weights == llama.total()));
    host.host.memory = Bytes::gib(8);
    const MemoryPlan small = planMemory(llama, Workload{}, host);
    BOOST_TEST(!small.fits);
    BOOST_TEST(has(small, "host-memory"));
}

BOOST_AUTO_TEST_CASE(layers_asked_onto_no_accelerator_stay_on_the_host)
{
    const QuantizedModel llama = model(known::llama31_8b(), WeightFormat::Q8_0);
    PlacementRequest request;
    request.gpuLayers = 10;
    request.expertsOnHost = true;
    const MemoryPlan plan = planMemory(llama, Workload{}, Hardware{}, request);
    BOOST_TEST(plan.placement.gpuLayers == 0);
    BOOST_TEST((plan.memory.host.used.weights == llama.total()));
}

BOOST_AUTO_TEST_CASE(unified_memory_holds_a_tied_matrix_once)
{
    const QuantizedModel gemma = model(known::gemma3_1b(), WeightFormat::Q8_0);
    Hardware mac;
    mac.accelerators.push_back({card(16, Mounting::Integrated), 1, {}, {}});
    const MemoryPlan plan = planMemory(gemma, Workload{}, mac);
    BOOST_TEST((plan.memory.devices[0].used.weights == gemma.total()));
    BOOST_TEST(plan.memory.host.used.total().value() == 0);
}

BOOST_AUTO_TEST_CASE(vllm_holds_as_many_requests_as_its_pool)
{
    // vLLM's log for Llama 3 8B on one A100 80 GB at a share of 0.9 shows 53.28 GiB for the cache, 436,000 tokens of 128 KiB.
    // At 0.92 of 79.25 GiB it is 1.6 GiB more; our own overheads differ from that log's by less than 2 GiB.
    const QuantizedModel llama = model(known::llama31_8b(), WeightFormat::Bf16);
    Hardware a100 = cards(1, 79.25);
    a100.accelerators.front().accelerator.computeCapability = 8.0;
    const MemoryPlan plan = planMemory(llama, vllm(32, 8192), a100);
    BOOST_TEST(plan.fits);
    BOOST_REQUIRE(plan.concurrentSequences.has_value());
    const double tokens = static_cast<double>(*plan.concurrentSequences) * 8192;
    BOOST_TEST(tokens == 449'000.0, boost::test_tools::tolerance(0.05));
    BOOST_TEST(!planMemory(llama, vllm(64, 8192), a100).fits);
}

BOOST_AUTO_TEST_CASE(tensor_parallel_splits_weights_and_cache)
{
    const QuantizedModel llama = model(known::llama31_70b(), WeightFormat::Bf16);
    const MemoryPlan plan = planMemory(llama, vllm(32, 8192), cards(4, 80));
    BOOST_TEST(plan.fits);
    BOOST_TEST(plan.placement.tensorParallel == 4);
    // Every rank holds all norms: 80 × 2 × 8,192 × 4 bytes.
    const Bytes norms(80 * 2 * 8192 * 4);
    BOOST_TEST((plan.memory.devices[3].used.weights == (llama.total() - norms) / 4 + norms));
    // 32 × 8,192 tokens × 80 layers × 2 × 2 heads × 128 × 2 bytes on each of four
    BOOST_TEST(plan.memory.devices[0].used.kvCache.inGib() == 20.0);
}

BOOST_AUTO_TEST_CASE(heads_that_do_not_divide_are_named)
{
    const QuantizedModel llama = model(known::llama31_8b(), WeightFormat::Bf16);
    PlacementRequest request;
    request.tensorParallel = 3;
    const MemoryPlan plan = planMemory(llama, vllm(1, 2048), cards(3, 80), request);
    BOOST_TEST(!plan.fits);
    BOOST_TEST(has(plan, "tensor-parallel-heads"));
}

BOOST_AUTO_TEST_CASE(more_context_never_needs_less)
{
    for (const ModelFacts& facts :
         {known::llama31_8b(), known::gemma3_27b(), known::deepSeekV3(), known::qwen3Next80b()}) {
        const QuantizedModel weighed = model(facts, WeightFormat::Q4_K_M);
        Bytes last;
        for (std::int64_t context = 256; context <= 131072; context *= 2) {
            for (const int users : {1, 2, 8}) {
                Workload workload;
                workload.kind = WorkloadKind::Serve;
                workload.context = context;
                workload.concurrency = users;
                const Bytes need = planMemory(weighed, workload, cards(8, 200)).memory.sum().total();
                BOOST_TEST((users > 1 || need >= last));
                last = users == 1 ? need : last;
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(fewer_bits_never_need_more)
{
    Bytes last = Bytes::gib(1e6);
    for (const WeightFormat format :
         {WeightFormat::Fp32, WeightFormat::Fp16, WeightFormat::Q8_0, WeightFormat::Q6_K,
          WeightFormat::Q5_K_M, WeightFormat::Q4_K_M, WeightFormat::Q3_K_M, WeightFormat::Q2_K}) {
        const Bytes need =
            planMemory(model(known::qwen3_32b(), format), Workload{}, cards(8, 80)).memory.sum().total();
        BOOST_TEST((need < last));
        last = need;
    }
}

BOOST_AUTO_TEST_CASE(the_largest_context_fits_and_the_next_does_not)
{
    const QuantizedModel qwen = model(known::qwen3_32b(), WeightFormat::Q4_K_M);
    PlacementRequest whole;
    whole.gpuLayers = 64;
    const auto largest = largestContext(qwen, Workload{}, cards(1, 24), whole);
    BOOST_REQUIRE(largest.has_value());
    Workload workload;
    workload.context = *largest;
    BOOST_TEST(planMemory(qwen, workload, cards(1, 24), whole).fits);
    workload.context = *largest + 256;
    BOOST_TEST(!planMemory(qwen, workload, cards(1, 24), whole).fits);
    BOOST_TEST(!largestContext(qwen, Workload{}, cards(1, 8), whole).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
