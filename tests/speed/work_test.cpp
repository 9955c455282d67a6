// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_models.h"
#include "speed/work.h"

#include <boost/test/unit_test.hpp>

using namespace rigwright;

BOOST_AUTO_TEST_SUITE(work)

BOOST_AUTO_TEST_CASE(experts_are_met_by_the_coverage_formula)
{
    BOOST_TEST(distinctExperts(256, 8, 1) == 8.0, boost::test_tools::tolerance(1e-9));
    // 256 × (1 − (248/256)^32) = 256 × (1 − 0.36207) = 163.31
    BOOST_TEST(distinctExperts(256, 8, 32) == 163.31, boost::test_tools::tolerance(1e-3));
    BOOST_TEST(distinctExperts(256, 8, 1e6) == 256.0, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_step_reads_weights_and_the_cache_of_every_sequence)
{
    const QuantizedModel llama = quantize(known::llama31_8b(), WeightFormat::Fp16).value();
    const StepBytes one = stepBytes(llama, Workload{}, 0, 1, 1000);
    const StepBytes four = stepBytes(llama, Workload{}, 0, 4, 1000);
    BOOST_TEST(one.cache.value() == 1000 * 2 * 8 * 128 * 2);
    BOOST_TEST(four.cache.value() == 4 * one.cache.value());
    BOOST_TEST((four.weights == one.weights));
}

BOOST_AUTO_TEST_CASE(a_window_bounds_what_is_read)
{
    const QuantizedModel gemma = quantize(known::gemma3_27b(), WeightFormat::Fp16).value();
    const StepBytes sliding = stepBytes(gemma, Workload{}, 0, 1, 30000);
    BOOST_TEST(sliding.cache.value() == 1024 * 2 * 16 * 128 * 2);
}

BOOST_AUTO_TEST_CASE(a_layer_reads_the_cache_that_it_shares)
{
    // Layer 1 keeps nothing of its own and reads the 2 × 8 × 128 values a token of layer 0.
    QuantizedModel llama = quantize(known::llama31_8b(), WeightFormat::Fp16).value();
    llama.architecture.layers[1].attention.cacheLayer = 0;
    BOOST_TEST(llama.architecture.layers[1].attention.keyElementsPerToken() == 0);
    BOOST_TEST(stepBytes(llama, Workload{}, 1, 1, 1000).cache.value() == 1000 * 2 * 8 * 128 * 2);
}

BOOST_AUTO_TEST_CASE(a_compressed_stream_is_read_beside_the_window)
{
    QuantizedModel gemma = quantize(known::gemma3_27b(), WeightFormat::Fp16).value();
    Attention& attention = gemma.architecture.layers[0].attention;
    const std::int64_t window = stepBytes(gemma, Workload{}, 0, 1, 32768).cache.value();
    attention.cacheRatio = 4;
    const std::int64_t entry = attention.compressedElementsPerEntry() * 2;
    BOOST_TEST(stepBytes(gemma, Workload{}, 0, 1, 32768).cache.value() == window + 8192 * entry);
}

BOOST_AUTO_TEST_CASE(a_prompt_costs_two_operations_a_parameter_and_token)
{
    const QuantizedModel llama = quantize(known::llama31_8b(), WeightFormat::Fp16).value();
    // 8,030,261,248 less embedding and head, 128,256 × 4,096 each, is 6,979,588,096 for each token; the last one meets the
    // head; attention adds 4 × 4,096 × n²/2 a layer.
    const double matrices = 2.0 * (6'979'588'096.0 * 512 + 525'336'576.0);
    const double attention = 32.0 * 4 * 4096 * 512 * 256;
    BOOST_TEST(promptWork(llama, 512).matrices.value() == matrices, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(promptWork(llama, 512).attention.value() == attention, boost::test_tools::tolerance(1e-9));
    // Behind 1,024 tokens each one sees those as well: 1,280 in the mean instead of 256.
    BOOST_TEST(promptWork(llama, 512, 1024).attention.value() == 5 * attention,
               boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_SUITE_END()
