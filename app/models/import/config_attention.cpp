// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/config_import.h"

#include <nlohmann/json.hpp>

namespace rigwright {

namespace {

std::int64_t falconKvHeads(ConfigImport& import)
{
    ConfigReader& config = import.config;
    const bool grouped = config.flag({"new_decoder_architecture"}, config.has("n_head_kv"));
    if (!grouped) {
        return config.flag({"multi_query"}, true) ? 1 : import.facts.heads;
    }
    return config.wholeOr({"num_kv_heads", "n_head_kv"}, import.facts.heads, "as many as query heads");
}

std::int64_t kvHeads(ConfigImport& import)
{
    ConfigReader& config = import.config;
    const ModelFacts& facts = import.facts;
    if (import.is("falcon")) {
        return falconKvHeads(import);
    }
    if (import.is("gpt2") && config.has("multi_query")) {
        return config.flag({"multi_query"}, true) ? 1 : facts.heads;
    }
    if (import.is("chatglm") && !config.flag({"multi_query_attention"}, false)) {
        return facts.heads;
    }
    if (auto nested = config.nested("attn_config")) {
        const std::int64_t heads = nested->wholeOr({"kv_n_heads"}, facts.heads, "as many as query heads");
        config.absorb(*nested, "attn_config.");
        return heads;
    }
    return config.wholeOr({"num_key_value_heads", "n_kv_heads", "num_kv_heads", "n_head_kv",
                           "multi_query_group_num", "num_attention_groups"},
                          facts.heads, "as many as query heads");
}

void readHeads(ConfigImport& import)
{
    ConfigReader& config = import.config;
    ModelFacts& facts = import.facts;
    facts.heads = config.whole({"num_attention_heads", "n_head", "n_heads", "num_query_heads"}).value_or(0);
    if (facts.heads == 0) {
        return; // a state-space model has none; the check of dimensions refuses any other
    }
    facts.kvHeads = kvHeads(import);
    const auto headDim = config.whole({"head_dim", "kv_channels", "attention_head_dim"});
    if (headDim.value_or(0) > 0) {
        facts.headDim = *headDim;
        return;
    }
    if (config.has("kv_lora_rank")) {
        return; // the latent has dimensions of its own
    }
    if (facts.hidden % facts.heads != 0) {
        config.refuse("head_dim", "is missing, and hidden_size doesn't divide by the heads");
        return;
    }
    facts.headDim = facts.hidden / facts.heads;
    config.assume("head_dim", std::to_string(facts.headDim), "hidden size by heads");
}

void readLatentAttention(ConfigImport& import)
{
    ConfigReader& config = import.config;
    ModelFacts& facts = import.facts;
    facts.qLoraRank = config.whole({"q_lora_rank", "share_q_dim"}).value_or(0);
    facts.kvLoraRank = config.whole({"kv_lora_rank"}).value_or(0);
    if (facts.kvLoraRank == 0) {
        return;
    }
    facts.attention = AttentionKind::Mla;
    facts.qkRopeHeadDim = config.whole({"qk_rope_head_dim"}).value_or(0);
    facts.qkNopeHeadDim = config.mustBeWhole({"qk_nope_head_dim"});
    facts.vHeadDim = config.mustBeWhole({"v_head_dim"});
    facts.kvHeads = 0; // the latent is one for all heads
    facts.headDim = 0;
}

void readIndexer(ConfigImport& import)
{
    ConfigReader& config = import.config;
    ModelFacts& facts = import.facts;
    if (auto sparse = config.nested("sparse_attention_config")) {
        facts.indexerHeads = static_cast<int>(sparse->whole({"sparse_num_index_heads"}).value_or(0));
        facts.indexerHeadDim = sparse->whole({"sparse_index_dim"}).value_or(0);
        config.absorb(*sparse, "sparse_attention_config.");
        return;
    }
    facts.indexerHeads = static_cast<int>(config.whole({"index_n_heads"}).value_or(0));
    facts.indexerHeadDim = config.whole({"index_head_dim"}).value_or(0);
}

void readCompressedAttention(ConfigImport& import)
{
    ConfigReader& config = import.config;
    ModelFacts& facts = import.facts;
    facts.outputLoraRank = config.whole({"o_lora_rank"}).value_or(0);
    facts.outputGroups = static_cast<int>(config.whole({"o_groups"}).value_or(0));
    facts.hyperConnections = static_cast<int>(config.whole({"hc_mult"}).value_or(0));
    if (import.is("deepseek_v4")) {
        facts.attention = AttentionKind::SlidingWindow;
        facts.valueIsCached = false;
        facts.attentionSinks = true;
    }
}

void readBiases(ConfigImport& import)
{
    ConfigReader& config = import.config;
    ModelFacts& facts = import.facts;
    const ModelFamily& family = import.family;
    facts.qkvBias = config.flag({"attention_bias", "qkv_bias", "add_qkv_bias", "use_qkv_bias", "attn_bias"},
                                family.qkvBias);
    const bool covers = family.biasCoversOutput && config.has("attention_bias");
    facts.outputBias = config.flag({"attention_out_bias"}, covers ? facts.qkvBias : family.outputBias);
    facts.feedForwardBias = config.flag({"mlp_bias", "add_bias_linear"}, family.feedForwardBias);
    facts.headBias = config.flag({"lm_head_bias"}, family.headBias);
    const bool recurrentBias = import.is("nemotron_h") || import.is("mamba") || import.is("mamba2");
    const bool wholesale = !recurrentBias && (config.has("use_bias") || config.has("bias"));
    if (wholesale) {
        const bool all = config.flag({"use_bias", "bias"}, false);
        facts.qkvBias = import.is("internlm3") || import.is("bailing_moe") ? facts.qkvBias : all;
        facts.outputBias = all;
        facts.feedForwardBias = !import.is("llama") && all; // InternLM: the attention's alone
    }
    if (import.is("mpt") && !config.flag({"no_bias"}, false)) {
        facts.qkvBias = facts.outputBias = facts.feedForwardBias = true;
        facts.normKind = "ln";
    }
    if (import.is("gptj") || import.is("phi")) {
        facts.headBias = true;
    }
}

void readQueryKeyNorm(ConfigImport& import)
{
    ConfigReader& config = import.config;
    const std::string usual = import.family.qkNorm;
    import.facts.qkNorm = usual;
    for (const char* key : {"use_qk_norm", "qk_layernorm", "use_qk_layernorm", "normalize_qk_projections"}) {
        // Llama 4 normalises without weights.
        if (!config.has(key) || import.is("llama4")) {
            continue;
        }
        const bool wholeWidth = import.is("cohere") || import.is("stablelm");
        const std::string kind = usual != "none" ? usual : wholeWidth ? "per_head" : "head";
        import.facts.qkNorm = config.flag({key}, false) ? kind : "none";
        return;
    }
}

bool usesWindow(ConfigImport& import)
{
    if (!import.family.slides || import.facts.attention == AttentionKind::Mla) {
        return false;
    }
    // Qwen's classes ignore the window unless they are told to use it.
    const bool qwen = import.name.starts_with("qwen");
    return import.config.flag({"use_sliding_window"}, !qwen);
}

void readWindow(ConfigImport& import)
{
    ConfigReader& config = import.config;
    ModelFacts& facts = import.facts;
    if (import.is("llama4")) {
        facts.window = config.whole({"attention_chunk_size"}).value_or(0);
        facts.chunkedWindow = facts.window > 0;
        return;
    }
    if (usesWindow(import)) {
        facts.window = config.whole({"sliding_window", "sliding_window_size", "window_size"}).value_or(0);
    }
}

void readGates(ConfigImport& import)
{
    ConfigReader& config = import.config;
    ModelFacts& facts = import.facts;
    facts.attentionGate = config.flag({"attn_output_gate", "attention_output_gate", "mla_use_output_gate"},
                                      import.family.attentionGate);
    facts.attentionHeadGate = config.flag({"use_head_wise_attn_gate", "gating"}, false);
    if (import.is("step3p5") && !config.has("use_head_wise_attn_gate")) {
        facts.attentionHeadGate = true;
        config.assume("use_head_wise_attn_gate", "true", "the model type's code always has the gate");
    }
    facts.attentionSinks =
        facts.attentionSinks || import.is("gpt_oss") || config.flag({"add_full_attention_sink_bias"}, false);
    facts.fusedQkv = import.family.fusedQkv;
}

} // namespace

void readAttention(ConfigImport& import)
{
    readHeads(import);
    readLatentAttention(import);
    readIndexer(import);
    readCompressedAttention(import);
    readBiases(import);
    readQueryKeyNorm(import);
    readWindow(import);
    readGates(import);
    ModelFacts& facts = import.facts;
    if (facts.attention == AttentionKind::Full && import.is("mimo_v2_flash")) {
        facts.vHeadDim = import.config.whole({"v_head_dim"}).value_or(0);
    }
    if (auto nested = import.config.nested("attn_config"); nested && import.is("mpt")) {
        if (nested->flag({"qk_ln"}, false)) {
            facts.qkNorm = "full";
        }
    }
}

} // namespace rigwright
