// SPDX-License-Identifier: GPL-3.0-or-later
#include "known_models.h"
#include "models/import/imported_model.h"
#include "models/quantized_model.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <utility>

using namespace rigwright;

namespace {

QuantizedModel weighed(const ModelFacts& facts, const char* format)
{
    return quantize(facts, parseWeightFormat(format).value()).value();
}

/// 4 of the 48 layers of Qwen3-30B-A3B.
ModelFacts shortQwen3Moe()
{
    ModelFacts facts = known::qwen3_32b();
    facts.layers = 4;
    facts.hidden = 2048;
    facts.heads = 32;
    facts.kvHeads = 4;
    facts.experts = 128;
    facts.expertsPerToken = 8;
    facts.expertFeedForward = 768;
    return facts;
}

/// DeepSeek-V2-Lite with 8 routed experts in place of 64.
ModelFacts smallDeepSeekV2()
{
    ModelFacts facts = known::deepSeekV3();
    facts.layers = 27;
    facts.hidden = 2048;
    facts.heads = 16;
    facts.kvHeads = 16;
    facts.feedForward = 10944;
    facts.vocabulary = 102400;
    facts.qLoraRank = 0;
    facts.experts = 8;
    facts.expertsPerToken = 6;
    facts.expertFeedForward = 1408;
    facts.sharedExpertFeedForward = 2816;
    facts.firstDenseLayers = 1;
    facts.routerCorrection = false;
    return facts;
}

/// A hybrid of gated DeltaNet and full attention with a tied head.
ModelFacts smallHybrid()
{
    ModelFacts facts = known::qwen3Next80b();
    facts.layers = 24;
    facts.hidden = 1024;
    facts.heads = 8;
    facts.feedForward = 3584;
    facts.vocabulary = 248320;
    facts.tiedEmbeddings = true;
    facts.experts = 0;
    facts.expertsPerToken = 0;
    facts.sharedExperts = 0;
    facts.expertFeedForward = 0;
    facts.sharedExpertFeedForward = 0;
    facts.recurrentHeads = 16;
    facts.recurrentStateElements = 262144;
    facts.convStateElements = 18432;
    return facts;
}

} // namespace

BOOST_AUTO_TEST_SUITE(weights)

BOOST_AUTO_TEST_CASE(a_row_that_no_block_divides_falls_back)
{
    // llama.cpp's own print for Qwen2.5 0.5B, whose rows of 896 are no multiple of 256: tensor bytes of two files.
    BOOST_TEST(weighed(known::qwen25_half_b(), "q4_k_m").total().value() == 391'859'712);
    BOOST_TEST(weighed(known::qwen25_half_b(), "q8_0").total().value() == 525'120'000);
    BOOST_TEST(weighed(known::gemma3_1b(), "q4_k_m").total().value() == 799'525'120);
    BOOST_TEST(weighed(known::qwen25_half_b(), "q4_0").total().value() == 346'206'720);
    BOOST_TEST(weighed(known::qwen25_half_b(), "f16").total().value() == 988'208'640);
    BOOST_TEST(weighed(known::gemma3_1b(), "q8_0").total().value() == 1'062'773'248);
    BOOST_TEST(weighed(known::gemma3_1b(), "q4_0").total().value() == 713'892'352);
    BOOST_TEST(weighed(known::gemma3_1b(), "f16").total().value() == 2'000'040'448);
}

BOOST_AUTO_TEST_CASE(mixture_latent_and_hybrid_models_weigh_what_llama_cpp_prints)
{
    // llama.cpp's own print, August 2026: tensor bytes of scaled-down models.
    BOOST_TEST(weighed(shortQwen3Moe(), "f16").total().value() == 6'231'764'992);
    BOOST_TEST(weighed(shortQwen3Moe(), "q8_0").total().value() == 3'312'627'712);
    BOOST_TEST(weighed(shortQwen3Moe(), "q4_k_m").total().value() == 1'940'326'400);
    BOOST_TEST(weighed(shortQwen3Moe(), "q4_0").total().value() == 1'835'976'704);
    BOOST_TEST(weighed(smallDeepSeekV2(), "q8_0").total().value() == 3'303'880'704);
    BOOST_TEST(weighed(smallHybrid(), "q8_0").total().value() == 800'881'920);
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

BOOST_AUTO_TEST_CASE(scales_are_as_many_as_published_checkpoints_hold)
{
    // DeepSeek-V3 holds 41,540,496 FP32 scales of blocks, 702,264 of them in the module for multi-token prediction: 257
    // experts of 3 * 16 * 56 blocks and 11,448 of attention.
    BOOST_TEST(weighed(known::deepSeekV3(), "fp8").scales.value() == 4 * (41'540'496 - 702'264));
    // gpt-oss-20b: 21,511,953,984 stored elements, of which 20,914,757,184 are values and the rest one byte for each 32.
    BOOST_TEST(weighed(known::gptOss20b(), "mxfp4").scales.value() == 21'511'953'984 - 20'914'757'184);
}

BOOST_AUTO_TEST_CASE(a_mixture_model_in_mxfp4_keeps_all_but_its_experts_in_16_bits)
{
    // gpt-oss-20b: 24 * 32 experts of 3 * 2880 * 2880 values in 4.25 bits; the other 1,804,459,584 in 16.
    const double expected = 24.0 * 32 * 3 * 2880 * 2880 * 4.25 / 8 + 1'804'459'584.0 * 2;
    BOOST_TEST(static_cast<double>(weighed(known::gptOss20b(), "mxfp4").total().value()) == expected);
}

BOOST_AUTO_TEST_CASE(the_other_layers_beside_mxfp4_experts_can_be_fp8)
{
    const double mxfp4 = static_cast<double>(weighed(known::gptOss20b(), "mxfp4").total().value());
    const double mixed = static_cast<double>(weighed(known::gptOss20b(), "mxfp4-fp8").total().value());
    // Queries and outputs of 4096 * 2880, keys and values of 512 * 2880 in each of 24 layers lose a byte a value.
    const double attention = 24.0 * (2 * 4096 + 2 * 512) * 2880;
    BOOST_TEST(mxfp4 - mixed == attention, boost::test_tools::tolerance(5e-4));
}

BOOST_AUTO_TEST_CASE(modules_for_multi_token_prediction_stand_beside_the_model)
{
    // DeepSeek-V3: 11,610,068,224 values of the module and 1,853,358,080 of its embedding and head, which stay in 16 bits
    // as do norms and router; 702,264 scales of blocks and, as it is quantised here too, 6,272 of the joining matrix.
    ModelFacts facts = known::deepSeekV3();
    facts.mtpModules = 1;
    facts.mtpOwnEmbeddings = true;
    const QuantizedModel fp8 = weighed(facts, "fp8");
    BOOST_TEST(fp8.mtp.inGb() == 11.610068224 + 2 * 1.853358080 + 4 * 0.000708536,
               boost::test_tools::tolerance(3e-4));
    BOOST_TEST(fp8.total().value() == weighed(known::deepSeekV3(), "fp8").total().value());
    BOOST_TEST(weighed(facts, "bf16").mtp.inGb() == 2 * (11.610068224 + 1.853358080),
               boost::test_tools::tolerance(3e-4));
    BOOST_TEST(weighed(facts, "awq-4").mtp.value() == weighed(facts, "bf16").mtp.value());
    // llama.cpp's converter leaves them out.
    BOOST_TEST(weighed(facts, "q4_k_m").mtp.value() == 0);
}

BOOST_AUTO_TEST_CASE(a_published_checkpoint_keeps_the_attention_that_it_names)
{
    // Llama 3.1 8B: 32 * (2 * 4096 + 2 * 1024) * 4096 values of attention in 16 bits, 32 * 3 * 14336 * 4096 of the networks
    // in 4.5 and two FP32 a matrix, 1,050,939,392 of embedding, head and norms in 16.
    const double expected =
        32.0 * 10240 * 4096 * 2 + 32.0 * 3 * (14336.0 * 4096 * 4.5 / 8 + 8) + 1'050'939'392.0 * 2;
    const std::string config =
        R"({"model_type": "llama", "architectures": ["LlamaForCausalLM"], "num_hidden_layers": 32,
        "hidden_size": 4096, "intermediate_size": 14336, "num_attention_heads": 32, "num_key_value_heads": 8,
        "vocab_size": 128256, "tie_word_embeddings": false, "max_position_embeddings": 131072,
        "quantization_config": {"quant_method": "modelopt", "quant_algo": "NVFP4", "group_size": 16,
            "ignore": ["lm_head", "model.layers.0.self_attn*", "model.layers.1.self_attn*"]}})";
    const ImportedModel model = importConfigJson(config).value();
    BOOST_REQUIRE((model.format == WeightFormat::Nvfp4));
    BOOST_TEST(static_cast<double>(weighed(model.facts, "nvfp4").total().value()) == expected);
    // Any other format is not the published one.
    BOOST_TEST(weighed(model.facts, "awq-4").total().value() ==
               weighed(known::llama31_8b(), "awq-4").total().value());
}

BOOST_AUTO_TEST_CASE(every_checkpoint_format_takes_its_bits)
{
    // Llama 3.1 8B as above: bits of a value in the layers. A group of n values adds its scale / n bits, g_idx 32 bits for
    // each column (about 32 / 4096 bits a value here); a scale for each row or matrix is next to nothing.
    constexpr std::pair<const char*, double> kBits[] = {
        {"fp8", 8 + 32.0 / 16384}, {"fp8-channel", 8.005},  {"fp8-tensor", 8},  {"mxfp8", 8.25},
        {"int8", 8.003},           {"gptq-8", 8.194},       {"gptq-4", 4.163},  {"gptq-4-g64", 4.319},
        {"gptq-4-g32", 4.632},     {"gptq-4-column", 4.01}, {"awq-4", 4.15625}, {"awq-4-g64", 4.3125},
        {"awq-4-g32", 4.625},      {"int4", 4.125},         {"int4-g32", 4.5},  {"nf4", 4.5},
        {"nf4-dq", 4.127},         {"mxfp4", 4.25},         {"nvfp4", 4.5},     {"gptq-3", 3.155},
    };
    constexpr double kValues = 6'979'321'856;
    constexpr double kSixteenBits = 1'050'939'392.0 * 2;
    for (const auto& [format, bits] : kBits) {
        const QuantizedModel model = weighed(known::llama31_8b(), format);
        const double found = 8 * (static_cast<double>(model.total().value()) - kSixteenBits) / kValues;
        BOOST_TEST_CONTEXT(format)
        {
            BOOST_TEST(found == bits, boost::test_tools::tolerance(5e-4));
        }
    }
}

BOOST_AUTO_TEST_CASE(an_importance_matrix_changes_the_mixes_that_say_so)
{
    for (const WeightFormat format : allWeightFormats()) {
        const Bytes without = quantize(known::llama31_8b(), format).value().total();
        const Bytes with = quantize(known::llama31_8b(), format, {.importanceMatrix = true}).value().total();
        BOOST_TEST((with != without) == dependsOnImportanceMatrix(format), weightFormatName(format));
    }
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

BOOST_AUTO_TEST_CASE(tables_beside_a_tied_embedding_are_no_part_of_the_head)
{
    ModelFacts facts = known::gemma3_1b();
    const QuantizedModel plain = weighed(facts, "q8_0");
    facts.perLayerInput = 32;
    facts.perLayerVocabulary = 1000;
    const QuantizedModel model = weighed(facts, "q8_0");
    BOOST_TEST(model.output.value() ==
               plain.output.value() + 2 * 32 * 26 * 1152 + 4 * 32); // projection and norm
    // A row for each token with 32 values for each of 26 layers, 34 bytes for 32 values.
    BOOST_TEST(model.inputEmbedding.value() == plain.inputEmbedding.value() + 1000 * 26 * 34);
    BOOST_TEST(model.sharedEmbedding.value() == plain.inputEmbedding.value());
    BOOST_TEST(model.ownOutput().value() == model.output.value() - plain.inputEmbedding.value());
}

BOOST_AUTO_TEST_CASE(sixteen_bits_are_both_gguf_and_checkpoint)
{
    for (const WeightFormat format : allWeightFormats()) {
        BOOST_TEST((isGguf(format) || isCheckpoint(format)), weightFormatName(format));
        BOOST_TEST((parseWeightFormat(weightFormatName(format)).value() == format), weightFormatName(format));
    }
    BOOST_TEST((isGguf(WeightFormat::Bf16) && isCheckpoint(WeightFormat::Bf16)));
    BOOST_TEST(!isCheckpoint(WeightFormat::Q4_K_M));
    BOOST_TEST(!isGguf(WeightFormat::Awq4));
}

BOOST_AUTO_TEST_CASE(an_unknown_precision_lists_the_known)
{
    const auto parsed = parseWeightFormat("q4_k_x");
    BOOST_REQUIRE(!parsed.has_value());
    BOOST_TEST(parsed.error().message.find("q4_k_m") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
