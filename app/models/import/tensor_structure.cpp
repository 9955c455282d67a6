// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/tensor_structure.h"

#include <algorithm>
#include <array>
#include <string>

namespace rigwright {

namespace {

bool hasAny(const TensorTable& table, std::initializer_list<std::string_view> parts)
{
    return std::ranges::any_of(parts, [&](std::string_view part) { return table.has(part); });
}

std::int64_t rowsOf(const TensorTable& table, std::string_view part)
{
    const TensorShape* shape = table.shape(part);
    return shape == nullptr ? 0 : shape->rows();
}

std::int64_t elementsOf(const TensorTable& table, std::string_view part)
{
    const TensorShape* shape = table.shape(part);
    return shape == nullptr ? 0 : shape->elements();
}

void readEmbeddings(const TensorTable& table, ModelFacts& facts)
{
    facts.tiedEmbeddings = !hasAny(table, {"output", "lm_head", "embed_out", "head", "output_layer"});
    facts.headBias = hasAny(table, {"output.bias", "lm_head.bias", "embed_out.bias"});
    facts.embeddingNorm = hasAny(table, {"token_embd_norm", "word_embeddings_layernorm"});
    for (const std::string_view part : {"position_embd", "wpe", "embed_positions"}) {
        facts.learnedPositions = std::max(facts.learnedPositions, rowsOf(table, part));
    }
    for (const std::string_view part : {"per_layer_token_embd", "embed_tokens_per_layer"}) {
        facts.perLayerVocabulary = std::max(facts.perLayerVocabulary, rowsOf(table, part));
    }
}

void readAttention(const TensorTable& table, ModelFacts& facts)
{
    facts.fusedQkv = table.has("attn_qkv") && !table.has("attn_q");
    facts.qkvBias = hasBias(table, "attn_q") || hasBias(table, "attn_qkv");
    facts.outputBias = hasBias(table, "attn_output");
    facts.attentionSinks = table.has("attn_sinks");
    const std::int64_t queries = facts.heads * facts.headDim;
    const std::int64_t norm = elementsOf(table, "attn_q_norm");
    facts.qkNorm = norm == 0 ? "none" : norm == queries && norm != facts.headDim ? "full" : "head";
    facts.attentionGate =
        facts.attention != AttentionKind::Mla && queries > 0 && rowsOf(table, "attn_q") == 2 * queries;
}

void readFeedForward(const TensorTable& table, ModelFacts& facts)
{
    const bool fusedUp = facts.feedForward > 0 && rowsOf(table, "ffn_up") == 2 * facts.feedForward;
    facts.gatedFeedForward = fusedUp ||
        hasAny(table, {"ffn_gate", "ffn_gate_up", "ffn_gate_exps", "ffn_gate_up_exps", "ffn_gate_shexp"});
    facts.feedForwardBias =
        hasBias(table, "ffn_up") || hasBias(table, "ffn_down") || hasBias(table, "ffn_down_exps");
    facts.routerCorrection = hasAny(table, {"exp_probs_b", "exp_probs_b.bias"});
    facts.sharedExpertGate = table.has("ffn_gate_inp_shexp");
}

void readNorms(const TensorTable& table, ModelFacts& facts)
{
    constexpr std::array<std::string_view, 8> kNorms{"attn_norm",
                                                     "ffn_norm",
                                                     "post_attention_layernorm",
                                                     "post_attention_norm",
                                                     "post_ffw_norm",
                                                     "pre_feedforward_layernorm",
                                                     "post_feedforward_layernorm",
                                                     "ln_2"};
    const bool bias = hasBias(table, "attn_norm");
    facts.normKind = bias                                                    ? "ln"
        : hasAny(table, {"attn_norm", "output_norm", "post_attention_norm"}) ? "rms"
                                                                             : "none";
    facts.normsPerLayer = static_cast<int>(
        std::ranges::count_if(kNorms, [&](std::string_view norm) { return table.has(norm); }));
}

} // namespace

bool hasBias(const TensorTable& table, std::string_view part)
{
    return table.has(std::string(part) + ".bias");
}

void readStructure(const TensorTable& table, ModelFacts& facts)
{
    readEmbeddings(table, facts);
    readAttention(table, facts);
    readFeedForward(table, facts);
    readNorms(table, facts);
}

bool readExpertLayers(const TensorTable& table, ModelFacts& facts)
{
    const std::vector<LayerContent>& layers = table.layers();
    const int count = std::min(facts.layers, static_cast<int>(std::ssize(layers)));
    const auto end = layers.begin() + count;
    const auto first = std::find_if(layers.begin(), end, [](const LayerContent& l) { return l.experts; });
    facts.firstDenseLayers = first == end ? 0 : static_cast<int>(first - layers.begin());
    return std::all_of(first, end, [](const LayerContent& layer) { return layer.experts; });
}

} // namespace rigwright
