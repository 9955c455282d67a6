// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/architecture.h"
#include "models/import/gguf_header.h"
#include "models/import/imported_model.h"
#include "models/quantized_model.h"
#include "support/gguf_writer.h"
#include "support/temporary_folder.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <numeric>

using namespace rigwright;
using namespace rigwright::test;

namespace {

Expected<ImportedModel> imported(const GgufWriter& writer)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "model.gguf";
    writer.write(file);
    return importModel(file);
}

Bytes everyByte(const ImportedModel& model)
{
    const QuantizedModel weighed = quantize(model.facts, *model.format).value();
    return weighed.total() + weighed.mtp + weighed.towers;
}

bool notes(const ImportedModel& model, ImportNote::Kind kind, const std::string& key)
{
    return std::ranges::any_of(model.notes,
                               [&](const ImportNote& note) { return note.kind == kind && note.key == key; });
}

std::vector<AttentionKind> kindsOf(const ModelFacts& facts)
{
    std::vector<AttentionKind> kinds;
    const Architecture architecture = describe(facts).value();
    for (const Layer& layer : architecture.layers) {
        kinds.push_back(layer.attention.kind);
    }
    return kinds;
}

constexpr AttentionKind F = AttentionKind::Full;
constexpr AttentionKind S = AttentionKind::SlidingWindow;
constexpr AttentionKind R = AttentionKind::Recurrent;

} // namespace

BOOST_AUTO_TEST_SUITE(gguf_import)

BOOST_AUTO_TEST_CASE(a_dense_decoder_is_read)
{
    const auto model = imported(ggufOf({}));
    BOOST_REQUIRE(model.has_value());
    const ModelFacts& facts = model->facts;
    BOOST_TEST(facts.id.text() == "a-test-s-model");
    BOOST_TEST(facts.layers == 2);
    BOOST_TEST(facts.hidden == 256);
    BOOST_TEST(facts.vocabulary == 1024);
    BOOST_TEST(facts.heads == 8);
    BOOST_TEST(facts.kvHeads == 2);
    BOOST_TEST(facts.headDim == 32);
    BOOST_TEST(facts.feedForward == 512);
    BOOST_TEST(facts.maxContext == 8192);
    BOOST_TEST(!facts.tiedEmbeddings);
    BOOST_TEST(!facts.qkvBias);
    BOOST_TEST(facts.qkNorm == "none");
    BOOST_TEST((model->format == WeightFormat::Fp16));
    // Embedding and head 2 · 1024 · 256; a layer: q, o 2 · 256², k, v 2 · 256 · 64, three of 256 · 512, two norms; last norm.
    BOOST_TEST(facts.parameters == 2 * 1024 * 256 + 2 * (2 * 65536 + 2 * 16384 + 3 * 131072 + 512) + 256);
    BOOST_TEST(notes(*model, ImportNote::Kind::Read, "llama.block_count"));
}

BOOST_AUTO_TEST_CASE(the_files_own_tensors_are_weighed_to_the_byte)
{
    const GgufWriter writer = ggufOf({.tied = true});
    const auto model = imported(writer);
    BOOST_REQUIRE(model.has_value());
    BOOST_TEST(model->facts.tiedEmbeddings);
    const QuantizedModel weighed = quantize(model->facts, WeightFormat::Fp16).value();
    BOOST_TEST(weighed.outputIsShared);
    BOOST_TEST(static_cast<std::uint64_t>(weighed.total().value()) == writer.tensorBytes());
    BOOST_TEST(weighed.inputEmbedding.value() == 2 * 1024 * 256);
    BOOST_TEST(weighed.parameters == model->facts.parameters);
}

BOOST_AUTO_TEST_CASE(rotary_tables_are_bytes_and_no_parameters)
{
    GgufWriter writer = ggufOf({});
    const std::uint64_t without = writer.tensorBytes();
    const auto plain = imported(writer);
    writer.tensor("rope_freqs.weight", {16}, 0, 1, 4);
    const auto model = imported(writer);
    BOOST_REQUIRE((plain.has_value() && model.has_value()));
    BOOST_TEST(model->facts.parameters == plain->facts.parameters);
    BOOST_TEST(static_cast<std::uint64_t>(everyByte(*model).value()) == without + 64);
}

BOOST_AUTO_TEST_CASE(another_format_than_the_files_is_computed)
{
    const auto model = imported(ggufOf({}));
    BOOST_REQUIRE(model.has_value());
    // 8.5 bits a weight in matrices, 32 in norms.
    const std::int64_t vectors = 5 * 256;
    const std::int64_t expected = (model->facts.parameters - vectors) / 32 * 34 + vectors * 4;
    BOOST_TEST(quantize(model->facts, WeightFormat::Q8_0).value().total().value() == expected);
}

BOOST_AUTO_TEST_CASE(experts_are_counted_by_those_that_a_token_uses)
{
    const GgufWriter writer = ggufOf({.architecture = "qwen3moe",
                                      .layers = 3,
                                      .experts = 16,
                                      .expertsPerToken = 4,
                                      .expertFeedForward = 128,
                                      .denseLayers = 1});
    const auto model = imported(writer);
    BOOST_REQUIRE(model.has_value());
    BOOST_TEST(model->facts.firstDenseLayers == 1);
    BOOST_TEST(model->facts.experts == 16);
    BOOST_TEST(model->facts.expertFeedForward == 128);
    BOOST_TEST(model->facts.layerList.empty());
    const QuantizedModel weighed = quantize(model->facts, WeightFormat::Fp16).value();
    BOOST_TEST(static_cast<std::uint64_t>(weighed.total().value()) == writer.tensorBytes());
    BOOST_TEST(weighed.layers[0].experts.value() == 0);
    BOOST_TEST(weighed.layers[1].experts.value() == 16 * 3 * 256 * 128 * 2);
    BOOST_TEST(weighed.layers[1].expertsPerToken.value() == 4 * 3 * 256 * 128 * 2);
}

BOOST_AUTO_TEST_CASE(sliding_layers_follow_the_architecture_or_the_file)
{
    GgufWriter gemma = ggufOf({.architecture = "gemma3", .layers = 8, .tied = true});
    gemma.number("gemma3.attention.sliding_window", std::uint32_t{1024});
    const auto byArchitecture = imported(gemma);
    BOOST_REQUIRE(byArchitecture.has_value());
    BOOST_TEST((kindsOf(byArchitecture->facts) == std::vector{S, S, S, S, S, F, S, S}));
    BOOST_TEST(byArchitecture->facts.window == 1024);
    BOOST_TEST(notes(*byArchitecture, ImportNote::Kind::Assumed, "attention.sliding_window_pattern"));

    GgufWriter listed = ggufOf({.architecture = "mimo2", .layers = 4});
    listed.number("mimo2.attention.sliding_window", std::uint32_t{128})
        .list<bool>("mimo2.attention.sliding_window_pattern", {false, true, true, false});
    const auto byList = imported(listed);
    BOOST_REQUIRE(byList.has_value());
    BOOST_TEST((kindsOf(byList->facts) == std::vector{F, S, S, F}));
}

BOOST_AUTO_TEST_CASE(a_window_that_llama_cpp_ignores_is_not_counted)
{
    GgufWriter phi = ggufOf({.architecture = "phi3", .layers = 2});
    phi.number("phi3.attention.sliding_window", std::uint32_t{2047});
    const auto model = imported(phi);
    BOOST_REQUIRE(model.has_value());
    BOOST_TEST((kindsOf(model->facts) == std::vector{F, F}));
}

BOOST_AUTO_TEST_CASE(latent_attention_caches_one_compressed_vector)
{
    // Dimensions of DeepSeek-V3's attention, llama.cpp's way of writing them.
    GgufWriter writer;
    writer.text("general.architecture", "deepseek2")
        .number("deepseek2.block_count", std::uint32_t{1})
        .number("deepseek2.embedding_length", std::uint32_t{512})
        .number("deepseek2.feed_forward_length", std::uint32_t{1024})
        .number("deepseek2.attention.head_count", std::uint32_t{4})
        .number("deepseek2.attention.head_count_kv", std::uint32_t{1})
        .number("deepseek2.attention.kv_lora_rank", std::uint32_t{256})
        .number("deepseek2.attention.q_lora_rank", std::uint32_t{128})
        .number("deepseek2.attention.key_length", std::uint32_t{320})
        .number("deepseek2.attention.value_length", std::uint32_t{256})
        .number("deepseek2.attention.key_length_mla", std::uint32_t{192})
        .number("deepseek2.attention.value_length_mla", std::uint32_t{128})
        .number("deepseek2.rope.dimension_count", std::uint32_t{64})
        .tensor("token_embd.weight", {512, 100})
        .tensor("blk.0.attn_q_a.weight", {512, 128})
        .tensor("blk.0.attn_q_b.weight", {128, 768})
        .tensor("blk.0.attn_kv_a_mqa.weight", {512, 320})
        .tensor("blk.0.attn_k_b.weight", {128, 256, 4})
        .tensor("blk.0.attn_v_b.weight", {256, 128, 4})
        .tensor("blk.0.attn_output.weight", {512, 512})
        .tensor("blk.0.ffn_down.weight", {1024, 512});
    const auto model = imported(writer);
    BOOST_REQUIRE(model.has_value());
    const Attention attention = describe(model->facts).value().layers[0].attention;
    BOOST_TEST((attention.kind == AttentionKind::Mla));
    BOOST_TEST(attention.keyElementsPerToken() == 256 + 64);
    BOOST_TEST(attention.valueElementsPerToken() == 0);
    BOOST_TEST(attention.nopeDim == 128);
    BOOST_TEST(attention.valueDim == 128);
    BOOST_TEST(attention.qLoraRank == 128);
    BOOST_TEST(static_cast<std::uint64_t>(everyByte(*model).value()) == writer.tensorBytes());
}

BOOST_AUTO_TEST_CASE(latent_attention_of_an_old_file_caches_whole_heads)
{
    GgufWriter writer;
    writer.text("general.architecture", "deepseek2")
        .number("deepseek2.block_count", std::uint32_t{1})
        .number("deepseek2.embedding_length", std::uint32_t{512})
        .number("deepseek2.feed_forward_length", std::uint32_t{1024})
        .number("deepseek2.attention.head_count", std::uint32_t{4})
        .number("deepseek2.attention.kv_lora_rank", std::uint32_t{256})
        .number("deepseek2.attention.key_length", std::uint32_t{192})
        .number("deepseek2.attention.value_length", std::uint32_t{128})
        .tensor("token_embd.weight", {512, 100})
        .tensor("blk.0.attn_q.weight", {512, 768})
        .tensor("blk.0.attn_kv_a_mqa.weight", {512, 320})
        .tensor("blk.0.attn_kv_b.weight", {256, 1024})
        .tensor("blk.0.ffn_down.weight", {1024, 512});
    const auto model = imported(writer);
    BOOST_REQUIRE(model.has_value());
    const Attention attention = describe(model->facts).value().layers[0].attention;
    BOOST_TEST(attention.keyElementsPerToken() == 4 * 192);
    BOOST_TEST(attention.valueElementsPerToken() == 4 * 128);
}

BOOST_AUTO_TEST_CASE(a_hybrid_keeps_a_state_where_it_has_no_heads)
{
    // Three gated delta nets to one attention layer, as in Qwen3-Next.
    GgufWriter writer;
    writer.text("general.architecture", "qwen3next")
        .number("qwen3next.block_count", std::uint32_t{4})
        .number("qwen3next.embedding_length", std::uint32_t{256})
        .number("qwen3next.feed_forward_length", std::uint32_t{512})
        .number("qwen3next.attention.head_count", std::uint32_t{4})
        .number("qwen3next.attention.head_count_kv", std::uint32_t{2})
        .number("qwen3next.attention.key_length", std::uint32_t{64})
        .number("qwen3next.attention.value_length", std::uint32_t{64})
        .number("qwen3next.ssm.conv_kernel", std::uint32_t{4})
        .number("qwen3next.ssm.inner_size", std::uint32_t{512})
        .number("qwen3next.ssm.state_size", std::uint32_t{64})
        .number("qwen3next.ssm.time_step_rank", std::uint32_t{8})
        .number("qwen3next.ssm.group_count", std::uint32_t{4})
        .tensor("token_embd.weight", {256, 100});
    for (int i = 0; i < 4; ++i) {
        const std::string layer = "blk." + std::to_string(i) + ".";
        if (i == 3) {
            writer.tensor(layer + "attn_q.weight", {256, 512}).tensor(layer + "attn_k.weight", {256, 128});
        } else {
            writer.tensor(layer + "attn_qkv.weight", {256, 1024})
                .tensor(layer + "attn_gate.weight", {256, 512})
                .tensor(layer + "ssm_ba.weight", {256, 16});
        }
        writer.tensor(layer + "ffn_down.weight", {512, 256});
    }
    const auto model = imported(writer);
    BOOST_REQUIRE(model.has_value());
    BOOST_TEST((kindsOf(model->facts) == std::vector{R, R, R, F}));
    BOOST_TEST(model->facts.recurrentKind == "gated_deltanet");
    // State 512 · 64; convolution (4 − 1) · (512 + 2 · 4 · 64).
    BOOST_TEST(model->facts.recurrentStateElements == 512 * 64);
    BOOST_TEST(model->facts.convStateElements == 3 * 1024);
    BOOST_TEST(model->facts.attentionGate);
}

BOOST_AUTO_TEST_CASE(attention_and_a_recurrent_part_stand_side_by_side)
{
    // Falcon-H1: Mamba-2 beside the attention of every layer.
    GgufWriter writer = ggufOf({.architecture = "falcon-h1", .layers = 1});
    writer.number("falcon-h1.ssm.conv_kernel", std::uint32_t{4})
        .number("falcon-h1.ssm.inner_size", std::uint32_t{512})
        .number("falcon-h1.ssm.state_size", std::uint32_t{16})
        .number("falcon-h1.ssm.time_step_rank", std::uint32_t{8})
        .number("falcon-h1.ssm.group_count", std::uint32_t{1})
        .tensor("blk.0.ssm_a", {1, 8}, 0, 1, 4)
        .tensor("blk.0.ssm_in.weight", {256, 1064});
    const auto model = imported(writer);
    BOOST_REQUIRE(model.has_value());
    BOOST_TEST(model->facts.recurrentKind == "mamba2");
    const Attention attention = describe(model->facts).value().layers[0].attention;
    BOOST_TEST((attention.kind == AttentionKind::Full));
    // State 512 · 16 and convolution 3 · (512 + 2 · 16).
    BOOST_TEST(attention.stateElements == 512 * 16 + 3 * 544);
}

BOOST_AUTO_TEST_CASE(a_compressed_stream_is_kept_beside_the_window)
{
    // DeepSeek-V4: every layer has a window, some keep one entry for each so many tokens as well.
    GgufWriter writer;
    writer.text("general.architecture", "deepseek4")
        .number("deepseek4.block_count", std::uint32_t{2})
        .number("deepseek4.embedding_length", std::uint32_t{256})
        .number("deepseek4.attention.head_count", std::uint32_t{4})
        .number("deepseek4.attention.head_count_kv", std::uint32_t{1})
        .number("deepseek4.attention.key_length", std::uint32_t{64})
        .number("deepseek4.attention.value_length", std::uint32_t{64})
        .number("deepseek4.attention.q_lora_rank", std::uint32_t{32})
        .number("deepseek4.attention.output_lora_rank", std::uint32_t{32})
        .number("deepseek4.attention.output_group_count", std::uint32_t{2})
        .number("deepseek4.attention.sliding_window", std::uint32_t{128})
        .list<std::uint32_t>("deepseek4.attention.compress_ratios", {0, 4})
        .number("deepseek4.attention.indexer.head_count", std::uint32_t{2})
        .number("deepseek4.attention.indexer.key_length", std::uint32_t{16})
        .tensor("token_embd.weight", {256, 100});
    for (const char* layer : {"blk.0.", "blk.1."}) {
        writer.tensor(std::string(layer) + "attn_q_a.weight", {256, 32})
            .tensor(std::string(layer) + "attn_kv.weight", {256, 64})
            .tensor(std::string(layer) + "ffn_down.weight", {512, 256});
    }
    writer.tensor("blk.1.indexer.attn_k.weight", {256, 16});
    const auto model = imported(writer);
    BOOST_REQUIRE(model.has_value());
    const std::vector<Layer> layers = describe(model->facts).value().layers;
    BOOST_TEST((kindsOf(model->facts) == std::vector{S, S}));
    BOOST_TEST(layers[0].attention.keyElementsPerToken() == 64);
    BOOST_TEST(layers[0].attention.valueElementsPerToken() == 0);
    BOOST_TEST(layers[0].attention.compressedElementsPerEntry() == 0);
    BOOST_TEST(layers[1].attention.compressedElementsPerEntry() == 64 + 16);
}

BOOST_AUTO_TEST_CASE(windows_may_have_heads_of_another_width)
{
    // Gemma 4: heads and their width differ between sliding and full layers; the last layers read an earlier one's cache.
    GgufWriter writer;
    writer.text("general.architecture", "gemma4")
        .number("gemma4.block_count", std::uint32_t{4})
        .number("gemma4.embedding_length", std::uint32_t{256})
        .number("gemma4.feed_forward_length", std::uint32_t{512})
        .number("gemma4.attention.head_count", std::uint32_t{8})
        .list<std::uint32_t>("gemma4.attention.head_count_kv", {4, 2, 4, 2})
        .number("gemma4.attention.key_length", std::uint32_t{64})
        .number("gemma4.attention.value_length", std::uint32_t{64})
        .number("gemma4.attention.key_length_swa", std::uint32_t{32})
        .number("gemma4.attention.value_length_swa", std::uint32_t{32})
        .number("gemma4.attention.sliding_window", std::uint32_t{512})
        .list<bool>("gemma4.attention.sliding_window_pattern", {true, false, true, false})
        .number("gemma4.attention.shared_kv_layers", std::uint32_t{2})
        .tensor("token_embd.weight", {256, 100})
        .tensor("per_layer_token_embd.weight", {64, 100});
    for (const char* layer : {"blk.0.", "blk.1.", "blk.2.", "blk.3."}) {
        writer.tensor(std::string(layer) + "attn_q.weight", {256, 256})
            .tensor(std::string(layer) + "ffn_down.weight", {512, 256});
    }
    const auto model = imported(writer);
    BOOST_REQUIRE(model.has_value());
    const std::vector<Layer> layers = describe(model->facts).value().layers;
    BOOST_TEST((kindsOf(model->facts) == std::vector{S, F, S, F}));
    BOOST_TEST(layers[0].attention.keyElementsPerToken() == 4 * 32);
    BOOST_TEST(layers[0].attention.valueElementsPerToken() == 4 * 32);
    BOOST_TEST(layers[1].attention.keyElementsPerToken() == 2 * 64);
    BOOST_TEST(layers[2].attention.keyElementsPerToken() == 0);
    BOOST_TEST(layers[3].attention.cacheLayer == 1);
    BOOST_TEST(static_cast<std::uint64_t>(everyByte(*model).value()) == writer.tensorBytes());
}

BOOST_AUTO_TEST_CASE(layers_differ_by_lists_of_the_metadata)
{
    // Llama-Nemotron's way: layers without attention, and networks of several widths.
    GgufWriter writer;
    writer.text("general.architecture", "deci")
        .number("deci.block_count", std::uint32_t{3})
        .number("deci.embedding_length", std::uint32_t{256})
        .list<std::uint32_t>("deci.attention.head_count", {8, 8, 0})
        .list<std::uint32_t>("deci.attention.head_count_kv", {2, 4, 0})
        .list<std::uint32_t>("deci.feed_forward_length", {512, 1024, 256})
        .number("deci.attention.key_length", std::uint32_t{32})
        .number("deci.attention.value_length", std::uint32_t{32})
        .tensor("token_embd.weight", {256, 100})
        .tensor("blk.0.attn_k.weight", {256, 64})
        .tensor("blk.0.ffn_down.weight", {512, 256})
        .tensor("blk.1.attn_k.weight", {256, 128})
        .tensor("blk.1.ffn_down.weight", {1024, 256})
        .tensor("blk.2.ffn_down.weight", {256, 256});
    const auto model = imported(writer);
    BOOST_REQUIRE(model.has_value());
    const std::vector<Layer> layers = describe(model->facts).value().layers;
    BOOST_TEST(layers[0].attention.keyElementsPerToken() == 2 * 32);
    BOOST_TEST(layers[1].attention.keyElementsPerToken() == 4 * 32);
    BOOST_TEST((layers[2].attention.kind == AttentionKind::None));
    BOOST_TEST(layers[0].feedForward.width == 512);
    BOOST_TEST(layers[1].feedForward.width == 1024);
    BOOST_TEST(layers[2].feedForward.width == 256);
}

BOOST_AUTO_TEST_CASE(layers_for_multi_token_prediction_stand_apart)
{
    GgufWriter writer = ggufOf({.architecture = "glm4moe", .layers = 3});
    writer.number("glm4moe.nextn_predict_layers", std::uint32_t{1})
        .tensor("blk.2.nextn.eh_proj.weight", {512, 256});
    const auto model = imported(writer);
    BOOST_REQUIRE(model.has_value());
    BOOST_TEST(model->facts.layers == 2);
    BOOST_TEST(model->facts.mtpModules == 1);
    const QuantizedModel weighed = quantize(model->facts, *model->format).value();
    // The third layer as the others, and the projection of 512 · 256.
    const std::int64_t layer = weighed.layers[0].attention.value();
    BOOST_TEST(weighed.mtp.value() == layer + 512 * 256 * 2);
    BOOST_TEST(static_cast<std::uint64_t>(everyByte(*model).value()) == writer.tensorBytes());
}

BOOST_AUTO_TEST_CASE(structure_follows_from_the_tensors)
{
    GgufWriter writer = ggufOf({});
    writer.tensor("blk.0.attn_q.bias", {256}, 0, 1, 4)
        .tensor("blk.0.attn_q_norm.weight", {32}, 0, 1, 4)
        .tensor("blk.0.attn_sinks.weight", {8}, 0, 1, 4)
        .tensor("blk.0.exp_probs_b.bias", {8}, 0, 1, 4);
    const auto model = imported(writer);
    BOOST_REQUIRE(model.has_value());
    BOOST_TEST(model->facts.qkvBias);
    BOOST_TEST(model->facts.qkNorm == "head");
    BOOST_TEST(model->facts.attentionSinks);
    BOOST_TEST(model->facts.routerCorrection);
    BOOST_TEST(model->facts.gatedFeedForward);
    BOOST_TEST(model->facts.normKind == "rms");
}

BOOST_AUTO_TEST_CASE(a_mix_of_its_own_is_named_by_the_nearest_and_weighed_by_itself)
{
    GgufWriter writer;
    writer.text("general.architecture", "llama")
        .number("llama.block_count", std::uint32_t{1})
        .number("llama.embedding_length", std::uint32_t{256})
        .number("llama.feed_forward_length", std::uint32_t{512})
        .number("llama.attention.head_count", std::uint32_t{8})
        .tensor("token_embd.weight", {256, 1024}, 8, 32, 34)
        .tensor("blk.0.attn_q.weight", {256, 256}, 12, 256, 144)
        .tensor("blk.0.attn_k.weight", {256, 256}, 12, 256, 144)
        .tensor("blk.0.ffn_down.weight", {512, 256}, 14, 256, 210);
    const auto model = imported(writer);
    BOOST_REQUIRE(model.has_value());
    BOOST_REQUIRE(model->format.has_value());
    BOOST_TEST(isGguf(*model->format));
    BOOST_TEST(notes(*model, ImportNote::Kind::Assumed, "general.file_type"));
    BOOST_TEST(static_cast<std::uint64_t>(everyByte(*model).value()) == writer.tensorBytes());
}

BOOST_AUTO_TEST_CASE(a_type_of_a_fork_is_sized_by_the_offset_after_it)
{
    GgufWriter writer = ggufOf({});
    writer.tensor("blk.0.fork.weight", {256, 4}, 138, 256, 96).tensor("blk.1.fork.weight", {256, 4});
    const auto model = imported(writer);
    BOOST_REQUIRE(model.has_value());
    BOOST_TEST(static_cast<std::uint64_t>(everyByte(*model).value()) == writer.tensorBytes());
}

BOOST_AUTO_TEST_CASE(parts_are_read_together_from_any_of_them)
{
    const TemporaryFolder folder;
    GgufWriter first = ggufOf({});
    first.number("split.no", std::uint16_t{0}).number("split.count", std::uint16_t{2});
    GgufWriter second;
    second.number("split.no", std::uint16_t{1})
        .number("split.count", std::uint16_t{2})
        .tensor("blk.1.extra.weight", {256, 16});
    first.number("split.tensors.count", static_cast<std::int32_t>(first.tensorCount() + 1));
    first.write(folder.path() / "model-00001-of-00002.gguf");
    second.write(folder.path() / "model-00002-of-00002.gguf");
    for (const char* name : {"model-00001-of-00002.gguf", "model-00002-of-00002.gguf"}) {
        const auto model = importModel(folder.path() / name);
        BOOST_REQUIRE(model.has_value());
        BOOST_TEST(static_cast<std::uint64_t>(everyByte(*model).value()) ==
                   first.tensorBytes() + second.tensorBytes());
    }
    std::filesystem::remove(folder.path() / "model-00002-of-00002.gguf");
    const auto missing = importModel(folder.path() / "model-00001-of-00002.gguf");
    BOOST_REQUIRE(!missing.has_value());
    BOOST_TEST(missing.error().message.find("part 2 of 2 is missing") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_download_under_way_is_sized_and_said_to_be_one)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "model.gguf";
    const GgufWriter writer = ggufOf({});
    writer.write(file);
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1000);
    const auto model = importModel(file);
    BOOST_REQUIRE(model.has_value());
    BOOST_TEST(notes(*model, ImportNote::Kind::Assumed, "tensor data"));
}

BOOST_AUTO_TEST_CASE(what_is_no_language_model_is_refused_by_its_key)
{
    for (const char* type : {"adapter", "mmproj"}) {
        GgufWriter writer = ggufOf({});
        writer.text("general.type", type);
        const auto model = imported(writer);
        BOOST_REQUIRE(!model.has_value());
        BOOST_TEST(model.error().message.find("general.type") != std::string::npos);
    }
}

BOOST_AUTO_TEST_SUITE_END()
