// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_models.h"
#include "sizing/engines/llama_cpp_graph.h"
#include "sizing/kv_cache.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace rigwright;

namespace {

struct Reference {
    ModelFacts (*model)();
    double gib;
};

std::ostream& operator<<(std::ostream& out, const Reference& reference)
{
    return out << reference.model().id.text();
}

Bytes cacheOf(const ModelFacts& facts, const Workload& workload)
{
    Bytes sum;
    const Architecture architecture = describe(facts).value();
    for (const Layer& layer : architecture.layers) {
        const LayerCache cache = llamaCppCache(layer.attention, workload);
        sum += cache.keysAndValues + cache.recurrentState;
    }
    return sum;
}

// One sequence of 32,768 tokens in FP16, by llama.cpp's allocation rules: full layers hold every token, sliding-window
// layers window + 512 in multiples of 256, MLA 512 + 64 values a layer, a recurrent layer its state in FP32.
const Reference kReferences[] = {
    {known::llama31_8b, 4.00}, // 32 layers × 2 × 8 × 128 × 2 bytes × 32,768
    {known::llama31_70b, 10.00}, {known::qwen3_32b, 8.00},
    {known::gemma3_27b, 3.11},   // 10 full layers, 52 with 1,536 cells
    {known::gptOss20b, 0.77},    // 12 full layers, 12 with 768 cells
    {known::deepSeekV3, 2.14},   // 61 × 576 × 2 × 32,768
    {known::qwen3Next80b, 0.82}, // 12 full layers and 36 states of (524,288 + 24,576) × 4 bytes
};

} // namespace

BOOST_AUTO_TEST_SUITE(kv_cache)

BOOST_DATA_TEST_CASE(seven_architectures_agree_with_the_reference, boost::unit_test::data::make(kReferences))
{
    Workload workload;
    workload.context = 32768;
    BOOST_TEST(cacheOf(sample.model(), workload).inGib() == sample.gib, boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(prints_of_llama_cpp_are_met_exactly)
{
    Workload workload;
    BOOST_TEST(cacheOf(known::gemma3_1b(), workload).inMib() == 32.0 + 22.0); // full, sliding window
    BOOST_TEST(cacheOf(known::qwen25_half_b(), workload).inMib() == 96.0);
    workload.microBatch = 2048;
    BOOST_TEST(cacheOf(known::gemma3_1b(), workload).inMib() == 32.0 + 55.0);
}

BOOST_AUTO_TEST_CASE(quantised_caches_store_scales_with_each_block)
{
    Workload workload;
    const double full = cacheOf(known::llama31_8b(), workload).inMib();
    workload.keyCache = workload.valueCache = CacheType::Q8_0;
    BOOST_TEST(cacheOf(known::llama31_8b(), workload).inMib() == full * 34 / 64);
    workload.keyCache = workload.valueCache = CacheType::Q4_0;
    BOOST_TEST(cacheOf(known::llama31_8b(), workload).inMib() == full * 18 / 64);
}

BOOST_AUTO_TEST_CASE(compute_buffers_agree_with_prints_of_llama_cpp)
{
    struct Print {
        ModelFacts (*model)();
        WorkloadKind kind;
        std::int64_t microBatch;
        bool flashAttention;
        double mib;
    };
    // llama.cpp of August 2026, CPU back end, 8,192 tokens: plain libllama reserves an output row a token, the server one.
    const Print prints[] = {
        {known::gemma3_1b, WorkloadKind::Batch, 512, true, 516.5},
        {known::gemma3_1b, WorkloadKind::Batch, 2048, true, 2066.0},
        {known::gemma3_1b, WorkloadKind::Chat, 512, true, 58.27},
        {known::gemma3_1b, WorkloadKind::Chat, 512, false, 94.76},
        {known::qwen25_half_b, WorkloadKind::Batch, 512, true, 300.25},
        {known::qwen25_half_b, WorkloadKind::Chat, 512, true, 43.51},
        {known::qwen25_half_b, WorkloadKind::Chat, 512, false, 249.26},
    };
    for (const Print& print : prints) {
        Workload workload;
        workload.kind = print.kind;
        workload.microBatch = print.microBatch;
        workload.flashAttention = print.flashAttention;
        const Architecture architecture = describe(print.model()).value();
        BOOST_TEST(llamaCppBuffers(architecture, llamaCppContext(workload)).withOutput.inMib() == print.mib,
                   boost::test_tools::tolerance(0.025));
    }
}

BOOST_AUTO_TEST_SUITE_END()
