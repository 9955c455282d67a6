// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_models.h"
#include "models/quantized_model.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

using namespace rigwright;

namespace {

/// A published figure: bits per weight, or bytes of all tensors.
struct Published {
    const char* format;
    double figure;
};

std::ostream& operator<<(std::ostream& out, const Published& published)
{
    return out << published.format;
}

QuantizedModel weighed(const ModelFacts& facts, const char* format)
{
    return quantize(facts, parseWeightFormat(format).value()).value();
}

// llama.cpp, tools/quantize/README.md: bits per weight of Llama 3.1 8B.
constexpr Published kLlama8b[] = {
    {"q2_k", 3.1593},   {"q3_k_s", 3.6429}, {"q3_k_m", 3.9960}, {"q3_k_l", 4.2979},
    {"q4_k_s", 4.6672}, {"q4_k_m", 4.8944}, {"q5_k_s", 5.5704}, {"q5_k_m", 5.7036},
    {"q6_k", 6.5633},   {"q8_0", 8.5008},   {"fp16", 16.0005},
};

// Model cards of Llama 3.1 70B (bartowski): whole files in GB, the tokenizer's 7.8 MB included.
constexpr Published kLlama70b[] = {
    {"q4_k_s", 40.35}, {"q4_k_m", 42.52}, {"q4_1", 44.31}, {"q5_k_s", 48.66}, {"q5_k_m", 49.95},
};

} // namespace

BOOST_AUTO_TEST_SUITE(weights)

BOOST_DATA_TEST_CASE(gguf_sizes_of_llama_8b_agree_with_the_quantiser, boost::unit_test::data::make(kLlama8b))
{
    const QuantizedModel model = weighed(known::llama31_8b(), sample.format);
    const double bits =
        8 * static_cast<double>(model.total().value()) / static_cast<double>(model.parameters);
    BOOST_TEST(bits == sample.figure, boost::test_tools::tolerance(2e-5));
}

BOOST_DATA_TEST_CASE(gguf_files_of_llama_70b_have_the_published_size, boost::unit_test::data::make(kLlama70b))
{
    constexpr double kTokenizerGb = 0.0078;
    const QuantizedModel model = weighed(known::llama31_70b(), sample.format);
    BOOST_TEST(model.total().inGb() + kTokenizerGb == sample.figure, boost::test_tools::tolerance(2e-4));
}

BOOST_AUTO_TEST_CASE(a_row_that_no_block_divides_falls_back)
{
    // llama.cpp's own print for Qwen2.5 0.5B, whose rows of 896 are no multiple of 256: tensor bytes of two files.
    BOOST_TEST(weighed(known::qwen25_half_b(), "q4_k_m").total().value() == 391'859'712);
    BOOST_TEST(weighed(known::qwen25_half_b(), "q8_0").total().value() == 525'120'000);
    BOOST_TEST(weighed(known::gemma3_1b(), "q4_k_m").total().value() == 799'525'120);
    BOOST_TEST(weighed(known::gemma3_1b(), "q8_0").total().value() == 1'062'773'248);
}

BOOST_AUTO_TEST_CASE(gguf_sizes_of_mixture_models_agree_with_published_files)
{
    // llama-bench rows: DeepSeek-V3 664.29 GiB in Q8_0, 376.65 GiB in Q4_K_M (a file with kv_b unsplit).
    BOOST_TEST(weighed(known::deepSeekV3(), "q8_0").total().inGib() == 664.29,
               boost::test_tools::tolerance(1e-4));
    BOOST_TEST(weighed(known::deepSeekV3(), "q4_k_m").total().inGib() == 376.65,
               boost::test_tools::tolerance(5e-4));
}

BOOST_AUTO_TEST_CASE(fp8_keeps_embeddings_and_head_in_16_bits)
{
    // DeepSeek-V3: 671,026,419,200 parameters; embedding and head 2 × 129280 × 7168 take a second byte, as do norms and
    // routers; scales are 4 bytes for each block of 128 × 128, about 0.02 %.
    const QuantizedModel model = weighed(known::deepSeekV3(), "fp8");
    const double expected = 671'026'419'200.0 + 2.0 * 129280 * 7168 + 58.0 * 256 * 7168;
    BOOST_TEST(static_cast<double>(model.total().value()) == expected, boost::test_tools::tolerance(4e-4));
    BOOST_TEST(static_cast<double>(model.total().value()) > expected);
}

BOOST_AUTO_TEST_CASE(four_bit_groups_add_scales_and_zero_points)
{
    // Llama 3.1 8B: matrices of the layers 6,979,321,856 values at 4 + 16/128 + 4/128 = 4.15625 bits; embedding, head and
    // norms 1,050,939,392 values at 16 bits.
    const double expected = 6'979'321'856.0 * 4.15625 / 8 + 1'050'939'392.0 * 2;
    BOOST_TEST(static_cast<double>(weighed(known::llama31_8b(), "awq-4").total().value()) == expected,
               boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(a_token_reads_its_experts_and_not_the_embedding)
{
    const QuantizedModel model = weighed(known::deepSeekV3(), "fp16");
    // The paper counts 37 B activated parameters with the embedding, 0.93 B.
    BOOST_TEST(static_cast<double>(model.activeParameters) == 37.55e9 - 0.927e9,
               boost::test_tools::tolerance(0.002));
    BOOST_TEST(model.readPerToken().inGb() == 2 * 36.63, boost::test_tools::tolerance(0.003));
}

BOOST_AUTO_TEST_CASE(a_tied_head_is_stored_once_and_read_once)
{
    const QuantizedModel model = weighed(known::gemma3_1b(), "fp16");
    BOOST_TEST(model.outputIsShared);
    // 999,885,952 values; norms are FP32.
    BOOST_TEST(model.total().inGb() == 2 * 0.999885952, boost::test_tools::tolerance(1e-3));
    BOOST_TEST(model.readPerToken().value() == model.total().value());
}

BOOST_AUTO_TEST_CASE(an_unknown_precision_lists_the_known)
{
    const auto parsed = parseWeightFormat("q4_k_x");
    BOOST_REQUIRE(!parsed.has_value());
    BOOST_TEST(parsed.error().message.find("q4_k_m") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
