// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tensor_names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>

namespace rigwright {

namespace {

constexpr std::size_t kMostSegments = 24;

/// The parts of a name between its dots; what is beyond the most stays in the last.
struct Segments {
    std::array<std::string_view, kMostSegments> text;
    std::size_t count = 0;

    [[nodiscard]] std::span<const std::string_view> from(std::size_t index) const
    {
        return std::span(text).subspan(std::min(index, count), count - std::min(index, count));
    }
};

Segments split(std::string_view name)
{
    Segments segments;
    while (segments.count + 1 < kMostSegments) {
        const std::size_t dot = name.find('.');
        segments.text[segments.count++] = name.substr(0, dot);
        if (dot == std::string_view::npos) {
            return segments;
        }
        name.remove_prefix(dot + 1);
    }
    segments.text[segments.count++] = name;
    return segments;
}

template <std::size_t N>
bool isOneOf(std::string_view text, const std::array<std::string_view, N>& words)
{
    return std::ranges::find(words, text) != words.end();
}

template <std::size_t N>
bool beginsWithOneOf(std::string_view text, const std::array<std::string_view, N>& words)
{
    return std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); });
}

std::optional<int> numberIn(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && number >= 0 ? std::optional(number) : std::nullopt;
}

bool isTower(std::string_view segment)
{
    constexpr std::array<std::string_view, 9> kBegin{"vision", "visual", "audio",  "image",      "img_",
                                                     "mm_",    "vit_",   "speech", "multi_modal"};
    constexpr std::array<std::string_view, 12> kWords{
        "v",         "a",           "mm",           "mlp1", "connector",    "aligner",
        "resampler", "patch_embed", "patch_merger", "vpm",  "embed_vision", "embed_audio"};
    return beginsWithOneOf(segment, kBegin) || isOneOf(segment, kWords);
}

bool isPrediction(std::string_view segment)
{
    return segment == "mtp" || segment == "nextn" || segment.starts_with("mtp_");
}

bool isScaleKind(std::string_view segment)
{
    constexpr std::array<std::string_view, 12> kWords{
        "qzeros",    "scales",           "scale",       "g_idx", "absmax",       "nested_absmax",
        "quant_map", "nested_quant_map", "quant_state", "SCB",   "weight_shape", "zero_point"};
    return isOneOf(segment, kWords) || segment.ends_with("_scale") || segment.ends_with("_scale_inv") ||
        segment.ends_with("_scale_2") || segment.ends_with("_scales") || segment.ends_with("_zero_point");
}

bool isValueKind(std::string_view segment)
{
    constexpr std::array<std::string_view, 6> kWords{"weight",        "bias",          "qweight",
                                                     "weight_packed", "weight_blocks", "weight_v"};
    return isOneOf(segment, kWords);
}

struct Naming {
    std::string_view theirs;
    std::string_view ours; ///< of a feed-forward part: without the group
};

/// What Hugging Face checkpoints of the common families call the parts of a layer that GGUF has a name for.
constexpr std::array kNamings{
    Naming{"q_proj", "attn_q"},
    Naming{"wq", "attn_q"},
    Naming{"k_proj", "attn_k"},
    Naming{"wk", "attn_k"},
    Naming{"v_proj", "attn_v"},
    Naming{"wv", "attn_v"},
    Naming{"qkv_proj", "attn_qkv"},
    Naming{"Wqkv", "attn_qkv"},
    Naming{"query_key_value", "attn_qkv"},
    Naming{"c_attn", "attn_qkv"},
    Naming{"o_proj", "attn_output"},
    Naming{"wo", "attn_output"},
    Naming{"q_norm", "attn_q_norm"},
    Naming{"q_layernorm", "attn_q_norm"},
    Naming{"query_layernorm", "attn_q_norm"},
    Naming{"k_norm", "attn_k_norm"},
    Naming{"k_layernorm", "attn_k_norm"},
    Naming{"key_layernorm", "attn_k_norm"},
    Naming{"sinks", "attn_sinks"},
    Naming{"q_a_proj", "attn_q_a"},
    Naming{"q_b_proj", "attn_q_b"},
    Naming{"kv_a_proj_with_mqa", "attn_kv_a_mqa"},
    Naming{"kv_b_proj", "attn_kv_b"},
    Naming{"gate_proj", "ffn_gate"},
    Naming{"w1", "ffn_gate"},
    Naming{"up_proj", "ffn_up"},
    Naming{"w3", "ffn_up"},
    Naming{"fc1", "ffn_up"},
    Naming{"fc_in", "ffn_up"},
    Naming{"c_fc", "ffn_up"},
    Naming{"dense_h_to_4h", "ffn_up"},
    Naming{"gate_up_proj", "ffn_gate_up"},
    Naming{"down_proj", "ffn_down"},
    Naming{"w2", "ffn_down"},
    Naming{"fc2", "ffn_down"},
    Naming{"fc_out", "ffn_down"},
    Naming{"dense_4h_to_h", "ffn_down"},
    Naming{"gate", "ffn_gate_inp"},
    Naming{"router", "ffn_gate_inp"},
    Naming{"e_score_correction_bias", "exp_probs_b"},
    Naming{"shared_expert_gate", "ffn_gate_inp_shexp"},
    Naming{"input_layernorm", "attn_norm"},
    Naming{"ln_1", "attn_norm"},
    Naming{"A_log", "ssm_a"},
    Naming{"conv1d", "ssm_conv1d"},
    Naming{"x_proj", "ssm_x"},
    Naming{"in_proj_qkvz", "ssm_in"},
    Naming{"in_proj_ba", "ssm_ba"},
};

std::string_view withoutEnd(std::string_view text, std::string_view end)
{
    return text.ends_with(end) ? text.substr(0, text.size() - end.size()) : text;
}

/// A few leaves mean different parts by the module around them.
std::string_view ambiguousPart(std::string_view leaf, std::string_view parent)
{
    constexpr std::array<std::string_view, 5> kAttention{"self_attn", "attn", "attention", "self_attention",
                                                         "attn_layer"};
    const bool inAttention = isOneOf(parent, kAttention);
    if (leaf == "c_proj") {
        return inAttention ? "attn_output" : "ffn_down";
    }
    if (leaf == "out_proj" || leaf == "dense") {
        return inAttention ? "attn_output" : "ssm_out";
    }
    if (leaf == "in_proj") {
        return inAttention ? "attn_qkv" : "ssm_in";
    }
    return {};
}

std::string_view partOf(std::string_view leaf, std::string_view parent)
{
    if (const std::string_view part = ambiguousPart(leaf, parent); !part.empty()) {
        return part;
    }
    const auto found = std::ranges::find(kNamings, leaf, &Naming::theirs);
    return found == kNamings.end() ? leaf : found->ours;
}

/// GGUF's endings for stacked and shared experts, and those of MXFP4 in Hugging Face checkpoints.
void readLeaf(TensorIdentity& identity, std::string_view leaf, std::string_view parent)
{
    for (const std::string_view end : {"_blocks", "_scales", "_bias"}) {
        // "e_score_correction_bias" and "dt_bias" are names of their own.
        if (leaf.ends_with(end) && identity.group == TensorGroup::RoutedExpert && identity.kind.empty()) {
            identity.isScale = identity.isScale || end == "_scales";
            identity.kind = leaf.substr(leaf.size() - end.size() + 1);
            leaf = withoutEnd(leaf, end);
            break;
        }
    }
    if (leaf.ends_with("_exps") || leaf.ends_with("_chexps")) {
        identity.group = TensorGroup::RoutedExpert;
        leaf = withoutEnd(withoutEnd(leaf, "_exps"), "_chexps");
    } else if (leaf.ends_with("_shexp") && leaf != "ffn_gate_inp_shexp") {
        identity.group = TensorGroup::SharedExpert;
        leaf = withoutEnd(leaf, "_shexp");
    }
    identity.part = partOf(leaf, parent);
}

/// The module path of a tensor inside its layer, or of one outside of all layers.
void readPath(TensorIdentity& identity, std::span<const std::string_view> path)
{
    std::string_view leaf;
    std::string_view parent;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const std::string_view segment = path[i];
        const bool stackedByNumber = numberIn(segment).has_value() || segment == "*";
        if (segment == "experts" || (stackedByNumber && leaf.starts_with("ffn_"))) {
            identity.group = TensorGroup::RoutedExpert;
            identity.expert = stackedByNumber ? segment : std::string_view();
        } else if (segment.starts_with("shared_expert") || segment == "shared_mlp") {
            identity.group = TensorGroup::SharedExpert;
        }
        if (stackedByNumber) {
            const bool ofExpert = leaf == "experts" && identity.group == TensorGroup::RoutedExpert;
            identity.expert = ofExpert ? segment : identity.expert;
            continue;
        }
        if (i > 0 && (isValueKind(segment) || isScaleKind(segment))) {
            identity.isScale =
                std::ranges::any_of(path.subspan(i), [](std::string_view s) { return isScaleKind(s); });
            identity.kind = segment;
            break;
        }
        parent = leaf;
        leaf = segment;
    }
    if (leaf == "shared_expert_gate") {
        identity.group = TensorGroup::Plain;
    }
    readLeaf(identity, leaf, parent);
    // The indexer of sparse attention has queries and keys of its own.
    if (std::ranges::find(path, "indexer") != path.end()) {
        identity.part = "indexer";
    }
}

bool looksUp(std::string_view part)
{
    constexpr std::array<std::string_view, 17> kInputs{"embed_tokens",
                                                       "token_embd",
                                                       "wte",
                                                       "word_embeddings",
                                                       "tok_embeddings",
                                                       "embed_in",
                                                       "embeddings",
                                                       "embedding",
                                                       "word_embeddings_layernorm",
                                                       "token_embd_norm",
                                                       "embed_tokens_per_layer",
                                                       "per_layer_token_embd",
                                                       "wpe",
                                                       "embed_positions",
                                                       "position_embd",
                                                       "token_types",
                                                       "embed"};
    return isOneOf(part, kInputs);
}

/// The first part that is a list of layers with a number after it.
std::optional<std::size_t> findLayer(const Segments& segments)
{
    constexpr std::array<std::string_view, 7> kLists{"layers", "blk",           "h", "blocks", "layer",
                                                     "block",  "decoder_layers"};
    for (std::size_t i = 0; i + 1 < segments.count; ++i) {
        if (isOneOf(segments.text[i], kLists) && numberIn(segments.text[i + 1])) {
            return i;
        }
    }
    return std::nullopt;
}

} // namespace

TensorIdentity identifyTensor(std::string_view name)
{
    constexpr std::array<std::string_view, 5> kPredictionParts{"eh_proj", "enorm", "hnorm", "shared_head",
                                                               "input_layernorm_mtp"};
    TensorIdentity identity;
    const Segments segments = split(name);
    const auto layer = findLayer(segments);
    const std::size_t beforeLayer = layer.value_or(segments.count);
    const std::size_t path = layer ? *layer + 2 : 0;
    readPath(identity, segments.from(path));

    const auto all = segments.from(0);
    identity.beginsPrediction = layer && std::ranges::any_of(segments.from(path), [&](std::string_view s) {
                                    return isOneOf(s, kPredictionParts) || isPrediction(s);
                                });
    if (layer) {
        identity.layer = numberIn(segments.text[*layer + 1]).value_or(0);
        identity.place = TensorPlace::Layer;
    } else if (looksUp(identity.part)) {
        identity.place = TensorPlace::Input;
    }
    if (std::ranges::any_of(all.first(beforeLayer), isTower)) {
        identity.place = TensorPlace::Tower;
    } else if (identity.beginsPrediction || std::ranges::any_of(all, isPrediction)) {
        identity.place = TensorPlace::Mtp;
    }
    return identity;
}

bool holdsParameters(const TensorIdentity& identity)
{
    const bool rotary = identity.part.starts_with("rope_f") || identity.part == "inv_freq";
    return !identity.isScale && !rotary;
}

std::string nameOfAllExperts(std::string_view name, const TensorIdentity& identity)
{
    if (identity.expert.empty()) {
        return std::string(name);
    }
    const auto before = static_cast<std::size_t>(identity.expert.data() - name.data());
    return std::string(name.substr(0, before)) + "*" +
        std::string(name.substr(before + identity.expert.size()));
}

} // namespace rigwright
