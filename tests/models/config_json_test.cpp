// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checkpoint_extras.h"
#include "models/import/imported_model.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

using namespace rigwright;

namespace {

const std::string kConfigs = RIGWRIGHT_TEST_CONFIGS;

std::string contents(const std::string& file)
{
    std::ifstream stream(kConfigs + '/' + file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

ImportedModel fromFile(const std::string& file)
{
    const auto model = importConfigJson(contents(file));
    BOOST_REQUIRE_MESSAGE(model.has_value(), file << ": " << (model ? "" : model.error().message));
    return *model;
}

Architecture architectureOf(const std::string& file)
{
    return describe(fromFile(file).facts).value();
}

/// A decoder of Llama's kind with what a test adds; two layers of four heads.
std::string llamaWith(const std::string& keys)
{
    return R"({"model_type": "llama", "num_hidden_layers": 2, "hidden_size": 64, "intermediate_size": 128,
        "num_attention_heads": 4, "vocab_size": 100, "tie_word_embeddings": false)" +
        keys + "}";
}

ModelFacts factsOf(const std::string& text)
{
    const auto model = importConfigJson(text);
    BOOST_REQUIRE_MESSAGE(model.has_value(), (model ? "" : model.error().message));
    return model->facts;
}

bool hasNote(const ImportedModel& model, ImportNote::Kind kind, const std::string& key)
{
    return std::ranges::any_of(model.notes,
                               [&](const ImportNote& note) { return note.kind == kind && note.key == key; });
}

std::optional<WeightFormat> formatWith(const std::string& quantization)
{
    return importConfigJson(
               llamaWith(R"(, "torch_dtype": "bfloat16", "quantization_config": )" + quantization))
        .value()
        .format;
}

} // namespace

BOOST_AUTO_TEST_SUITE(config_json)

BOOST_AUTO_TEST_CASE(every_model_type_has_the_parameters_that_its_checkpoint_has)
{
    std::ifstream table(kConfigs + "/published.csv");
    std::string line;
    std::getline(table, line); // titles
    int read = 0;
    while (std::getline(table, line)) {
        const std::size_t comma = line.find(',');
        const std::string file = line.substr(0, comma);
        BOOST_TEST(fromFile(file).facts.parameters == std::stoll(line.substr(comma + 1)), file);
        ++read;
    }
    BOOST_TEST(read == 64);
}

// What Hugging Face Hub counts in the checkpoints beside the text model: DeepSeek-V3's module has an embedding and a head of
// its own, 11,610,068,224 + 1,853,358,080; GLM-4.5-Air's 2,375,059,584 + 1,241,513,984; Gemma 3's tower 419,816,304; Llama 4's
// 871,932,416.
BOOST_AUTO_TEST_CASE(what_a_checkpoint_carries_beside_the_text_model_is_counted_apart)
{
    const auto glm = checkpointExtras(architectureOf("glm-4.5-air.json"));
    BOOST_TEST(parameterCount(glm.mtp) == 2'375'059'584 + 1'241'513'984);
    BOOST_TEST(glm.towers.empty());
    const auto gemma = checkpointExtras(architectureOf("gemma-3-4b.json"));
    BOOST_TEST(parameterCount(gemma.towers) == 419'816'304);
    BOOST_TEST(gemma.mtp.empty());
    // 24,011,361,280 and 8,292,166,656 in all, less the text models.
    BOOST_TEST(parameterCount(checkpointExtras(architectureOf("mistral-small-3.1-24b.json")).towers) ==
               24'011'361'280 - 23'572'403'200);
    BOOST_TEST(parameterCount(checkpointExtras(architectureOf("qwen2.5-vl-7b.json")).towers) ==
               8'292'166'656 - 7'615'616'512);
    BOOST_TEST(parameterCount(checkpointExtras(architectureOf("llama-4-scout.json")).towers) == 871'932'416);
}

BOOST_AUTO_TEST_CASE(kimi_k3_mixes_gated_latent_attention_and_delta_layers)
{
    const Architecture kimi = architectureOf("kimi-k3.json");
    int latent = 0;
    for (const Layer& layer : kimi.layers) {
        latent += layer.attention.kind == AttentionKind::Mla ? 1 : 0;
    }
    BOOST_TEST(latent == 24);
    const Attention& delta = kimi.layers[0].attention;
    BOOST_TEST((delta.kind == AttentionKind::Recurrent));
    // 96 heads with a state of 128 × 128, and three tokens of three convolutions over 96 · 128 channels.
    BOOST_TEST(delta.stateElements == 96 * 128 * 128 + 3 * 3 * 96 * 128);
    BOOST_TEST(delta.keyElementsPerToken() == 0);
    BOOST_TEST(kimi.layers[3].attention.keyElementsPerToken() == 512 + 64);
    BOOST_TEST(kimi.layers[0].feedForward.experts == 0);
    BOOST_TEST(kimi.layers[1].feedForward.sharedWidth == 2 * 3072);
}

BOOST_AUTO_TEST_CASE(the_last_layers_of_gemma_3n_read_an_earlier_cache)
{
    std::string types;
    for (int layer = 0; layer < 10; ++layer) {
        types += layer % 5 == 4 ? R"("full_attention")" : R"("sliding_attention")";
        types += layer < 9 ? "," : "";
    }
    const ModelFacts facts =
        factsOf(R"({"model_type": "gemma3n", "text_config": {"model_type": "gemma3n_text",
        "num_hidden_layers": 10, "num_kv_shared_layers": 5, "layer_types": [)" +
                types + "]}}");
    const Architecture gemma = describe(facts).value();
    BOOST_TEST(gemma.layers[4].attention.ownsCache());
    BOOST_TEST(gemma.layers[5].attention.cacheLayer == 3); // the last sliding layer that has a cache
    BOOST_TEST(gemma.layers[9].attention.cacheLayer == 4);
    BOOST_TEST(gemma.layers[9].attention.keyElementsPerToken() == 0);
    BOOST_TEST(gemma.layers[4].attention.keyElementsPerToken() == 2 * 256); // the class has two heads of 256
}

BOOST_AUTO_TEST_CASE(gemma_4_keeps_other_heads_in_full_layers)
{
    const ModelFacts facts = factsOf(R"({"model_type": "gemma4", "text_config": {"model_type": "gemma4_text",
        "num_hidden_layers": 6, "hidden_size": 2816, "num_attention_heads": 16, "num_key_value_heads": 8, "head_dim": 256,
        "global_head_dim": 512, "num_global_key_value_heads": 2, "attention_k_eq_v": true,
        "hidden_size_per_layer_input": 0, "sliding_window": 1024, "enable_moe_block": true, "num_experts": 128,
        "top_k_experts": 8, "moe_intermediate_size": 704, "intermediate_size": 2112}})");
    const Architecture gemma = describe(facts).value();
    const Attention& sliding = gemma.layers[0].attention;
    const Attention& full = gemma.layers[5].attention;
    BOOST_TEST(sliding.keyElementsPerToken() + sliding.valueElementsPerToken() == 2 * 8 * 256);
    // Keys and values come from one projection but differ by norm and rotation, so the cache keeps both.
    BOOST_TEST(full.keyElementsPerToken() + full.valueElementsPerToken() == 2 * 2 * 512);
    BOOST_TEST(full.keyIsValue);
    BOOST_TEST(gemma.layers[5].feedForward.sharedWidth == 2112);
}

BOOST_AUTO_TEST_CASE(deepseek_v4_keeps_a_window_and_compressed_entries)
{
    const ModelFacts facts =
        factsOf(R"({"architectures": ["DeepseekV4ForCausalLM"], "model_type": "deepseek_ref",
        "num_hidden_layers": 4, "hidden_size": 4096, "num_attention_heads": 64, "num_key_value_heads": 1,
        "head_dim": 512, "vocab_size": 129280, "moe_intermediate_size": 2048, "n_routed_experts": 256,
        "n_shared_experts": 1, "num_experts_per_tok": 6, "q_lora_rank": 1024, "o_lora_rank": 1024, "o_groups": 8,
        "qk_rope_head_dim": 64, "index_n_heads": 64, "index_head_dim": 128, "sliding_window": 128,
        "num_hash_layers": 3, "hc_mult": 4, "compress_ratios": [0, 4, 128, 4, 0]})");
    const Architecture deepSeek = describe(facts).value();
    for (const Layer& layer : deepSeek.layers) {
        BOOST_TEST(layer.attention.window == 128);
        BOOST_TEST(layer.attention.keyElementsPerToken() == 512); // one vector is key and value
        BOOST_TEST(layer.attention.valueElementsPerToken() == 0);
    }
    BOOST_TEST(deepSeek.layers[0].attention.compressedElementsPerEntry() == 0);
    BOOST_TEST(deepSeek.layers[1].attention.cacheRatio == 4);
    BOOST_TEST(deepSeek.layers[1].attention.compressedElementsPerEntry() ==
               512 + 128); // an entry and its index key
    BOOST_TEST(deepSeek.layers[2].attention.cacheRatio == 128);
    BOOST_TEST(deepSeek.layers[2].attention.compressedElementsPerEntry() == 512);
    BOOST_TEST((deepSeek.facts.layers == 4));
}

BOOST_AUTO_TEST_CASE(sliding_layers_can_have_heads_of_their_own)
{
    const ModelFacts facts =
        factsOf(R"({"model_type": "mimo_v2_flash", "num_hidden_layers": 3, "hidden_size": 4096,
        "num_attention_heads": 64, "num_key_value_heads": 4, "head_dim": 192, "v_head_dim": 128,
        "swa_num_attention_heads": 64, "swa_num_key_value_heads": 8, "swa_head_dim": 192, "swa_v_head_dim": 128,
        "vocab_size": 152576, "intermediate_size": 16384, "moe_intermediate_size": 2048, "n_routed_experts": 256,
        "num_experts_per_tok": 8, "sliding_window": 128, "hybrid_layer_pattern": [0, 1, 1],
        "moe_layer_freq": [0, 1, 1], "add_swa_attention_sink_bias": true, "add_full_attention_sink_bias": false})");
    const Architecture mimo = describe(facts).value();
    BOOST_TEST(mimo.layers[0].attention.keyElementsPerToken() == 4 * 192);
    BOOST_TEST(mimo.layers[0].attention.valueElementsPerToken() == 4 * 128);
    BOOST_TEST(!mimo.layers[0].attention.sinks);
    BOOST_TEST(mimo.layers[1].attention.keyElementsPerToken() == 8 * 192);
    BOOST_TEST(mimo.layers[1].attention.valueElementsPerToken() == 8 * 128);
    BOOST_TEST(mimo.layers[1].attention.sinks);
    BOOST_TEST(mimo.layers[0].feedForward.experts == 0);
}

BOOST_AUTO_TEST_CASE(pruned_layers_lack_what_was_pruned)
{
    const ModelFacts facts =
        factsOf(R"({"model_type": "nemotron-nas", "num_hidden_layers": 2, "hidden_size": 8192,
        "num_attention_heads": 64, "num_key_value_heads": null, "intermediate_size": null, "vocab_size": 128256,
        "tie_word_embeddings": false, "block_configs": [
        {"attention": {"n_heads_in_group": 8, "no_op": false}, "ffn": {"ffn_mult": 5.25, "no_op": false}},
        {"attention": {"n_heads_in_group": null, "no_op": true}, "ffn": {"ffn_mult": 0.5, "no_op": false}}]})");
    const Architecture nemotron = describe(facts).value();
    BOOST_TEST(nemotron.layers[0].attention.keyElementsPerToken() == 8 * 128);
    BOOST_TEST((nemotron.layers[1].attention.kind == AttentionKind::None));
    BOOST_TEST(nemotron.layers[0].feedForward.width == 28672); // 2 · 5.25 · 8192 / 3, a multiple of 256
    BOOST_TEST(nemotron.layers[1].feedForward.width == 2816);  // 2730.67 up to a multiple of 256
    // Two embeddings, one attention, two networks, norms of the three parts and of the model.
    const std::int64_t attention = 2 * 8192 * 8192 + 2 * 8192 * 1024;
    BOOST_TEST(facts.parameters ==
               2 * 128256 * 8192LL + attention + 3 * 8192LL * (28672 + 2816) + (3 + 1) * 8192);
}

BOOST_AUTO_TEST_CASE(aliases_of_a_key_mean_the_same)
{
    const std::string usual = llamaWith("");
    const std::int64_t expected = factsOf(usual).parameters;
    for (const auto& [from, to] :
         {std::pair("num_hidden_layers", "n_layer"), std::pair("num_hidden_layers", "n_layers"),
          std::pair("num_hidden_layers", "num_layers"), std::pair("hidden_size", "n_embd"),
          std::pair("hidden_size", "d_model"), std::pair("num_attention_heads", "n_heads"),
          std::pair("num_attention_heads", "n_head"), std::pair("intermediate_size", "ffn_dim"),
          std::pair("intermediate_size", "ffn_hidden_size"), std::pair("vocab_size", "padded_vocab_size")}) {
        std::string text = usual;
        text.replace(text.find(from), std::string(from).size(), to);
        BOOST_TEST(factsOf(text).parameters == expected, to);
    }
    for (const char* wrapper : {"text_config", "llm_config", "lm_config", "language_config"}) {
        const std::string nested =
            std::string(R"({"model_type": "wrapper", ")") + wrapper + "\": " + usual + "}";
        BOOST_TEST(factsOf(nested).parameters == expected, wrapper);
    }
}

BOOST_AUTO_TEST_CASE(what_a_file_leaves_out_is_assumed_and_said)
{
    const ImportedModel gemma = fromFile("gemma-3-4b.json");
    BOOST_TEST(hasNote(gemma, ImportNote::Kind::Assumed, "num_attention_heads"));
    BOOST_TEST(hasNote(gemma, ImportNote::Kind::Read, "hidden_size"));
    BOOST_TEST(hasNote(gemma, ImportNote::Kind::Unknown, "dtype"));
    std::string unknown = llamaWith("");
    unknown.replace(unknown.find("\"llama\""), 7, "\"nobody-knows-it\"");
    const auto model = importConfigJson(unknown).value();
    BOOST_TEST(hasNote(model, ImportNote::Kind::Assumed, "model_type"));
    BOOST_TEST(model.facts.parameters == factsOf(llamaWith("")).parameters);
}

BOOST_AUTO_TEST_CASE(a_window_that_the_model_does_not_use_is_no_window)
{
    std::string qwen = llamaWith(R"(, "sliding_window": 4096, "use_sliding_window": false)");
    qwen.replace(qwen.find("\"llama\""), 7, "\"qwen2\"");
    BOOST_TEST((factsOf(qwen).attention == AttentionKind::Full));
    BOOST_TEST((factsOf(llamaWith(R"(, "sliding_window": null)")).attention == AttentionKind::Full));
    const ModelFacts sliding = factsOf(llamaWith(R"(, "sliding_window": 4096)"));
    BOOST_TEST((sliding.attention == AttentionKind::SlidingWindow));
    BOOST_TEST(sliding.window == 4096);
}

BOOST_AUTO_TEST_CASE(quantizations_map_to_formats)
{
    BOOST_TEST(
        (formatWith(R"({"quant_method": "gptq", "bits": 4, "group_size": 128})") == WeightFormat::Gptq4));
    BOOST_TEST((formatWith(R"({"quant_method": "gptq", "bits": 4, "group_size": -1})") ==
                WeightFormat::Gptq4Column));
    BOOST_TEST(
        (formatWith(R"({"quant_method": "awq", "w_bit": 4, "q_group_size": 64})") == WeightFormat::Awq4G64));
    BOOST_TEST((formatWith(R"({"quant_method": "bitsandbytes", "load_in_4bit": true,
        "bnb_4bit_quant_type": "nf4", "bnb_4bit_use_double_quant": true})") == WeightFormat::Nf4Dq));
    BOOST_TEST(
        (formatWith(R"({"quant_method": "fp8", "weight_block_size": [128, 128]})") == WeightFormat::Fp8));
    BOOST_TEST((formatWith(R"({"quant_method": "fp8"})") == WeightFormat::Fp8Tensor));
    BOOST_TEST((formatWith(R"({"quant_method": "mxfp4"})") == WeightFormat::Mxfp4));
    BOOST_TEST((formatWith(R"({"quant_method": "modelopt", "quant_algo": "NVFP4"})") == WeightFormat::Nvfp4));
    BOOST_TEST((formatWith(R"({"quant_method": "compressed-tensors", "config_groups": {"group_0": {"weights":
        {"num_bits": 4, "type": "int", "group_size": 32, "symmetric": true, "strategy": "group"}}}})") ==
                WeightFormat::Int4G32));
    BOOST_TEST((formatWith(R"({"quant_method": "compressed-tensors", "config_groups": {"group_0": {"weights":
        {"num_bits": 8, "type": "float", "strategy": "channel"}}}})") == WeightFormat::Fp8Channel));
    BOOST_TEST(!formatWith(
        R"({"quant_algo": "MIXED_PRECISION", "quantized_layers": {"a": {"quant_algo": "FP8"}}})"));
    const auto deepSeek = importConfigJson(llamaWith(
        R"(, "expert_dtype": "fp4", "quantization_config": {"quant_method": "fp8", "weight_block_size": [128, 128]})"));
    BOOST_TEST((deepSeek->format == WeightFormat::Mxfp4Fp8));
    BOOST_TEST(!formatWith(R"({"quant_method": "hqq"})"));
    BOOST_TEST((importConfigJson(llamaWith(R"(, "dtype": "float16")"))->format == WeightFormat::Fp16));
}

BOOST_AUTO_TEST_CASE(the_quantization_beside_a_file_counts_where_the_file_has_none)
{
    const std::string beside = R"({"producer": {"name": "modelopt"},
        "quantization": {"quant_algo": "FP8", "kv_cache_quant_algo": "FP8", "exclude_modules": ["lm_head"]}})";
    const auto model = importConfigJson(llamaWith(R"(, "torch_dtype": "bfloat16")"), beside).value();
    BOOST_TEST((model.format == WeightFormat::Fp8Tensor));
    BOOST_TEST(!importConfigJson(llamaWith(""), "[").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
