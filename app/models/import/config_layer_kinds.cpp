// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/config_layer_kinds.h"

#include "models/import/shown_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace rigwright {

namespace {

/// DeepSeek-V4 picks among the entries of its less compressed layers, never among the others'.
constexpr std::int64_t kIndexedRatio = 4;

AttentionKind softmaxKind(const ModelFacts& facts)
{
    return facts.kvLoraRank > 0 ? AttentionKind::Mla : AttentionKind::Full;
}

std::string lengthMismatch(std::size_t entries, int layers)
{
    return "has " + std::to_string(entries) + " entries for " + std::to_string(layers) + " layers";
}

std::optional<LayerFacts> layerNamed(const std::string& name, const ModelFacts& facts)
{
    LayerFacts layer;
    layer.attention = softmaxKind(facts);
    if (name == "sliding_attention" || name == "chunked_attention" || name == "local_attention" ||
        name == "local") {
        layer.attention = AttentionKind::SlidingWindow;
    } else if (name == "linear_attention" || name == "mamba" || name == "mamba2" || name == "conv" ||
               name == "recurrent" || name == "kda") {
        layer.attention = AttentionKind::Recurrent;
    } else if (name == "compressed_sparse_attention" || name == "heavily_compressed_attention") {
        layer.attention = AttentionKind::SlidingWindow;
        layer.cacheRatio = name == "compressed_sparse_attention" ? kIndexedRatio : 128;
        if (*layer.cacheRatio != kIndexedRatio) {
            layer.indexerHeads = 0;
        }
    } else if (name != "full_attention" && name != "attention" && name != "global_attention" &&
               name != "global" && name != "deepseek_sparse_attention" && name != "minimax_m3_sparse") {
        return std::nullopt;
    }
    return layer;
}

std::vector<LayerFacts> byNames(ConfigImport& import, const char* key)
{
    std::vector<LayerFacts> layers;
    for (const std::string& name : import.config.wordList(key)) {
        const std::optional<LayerFacts> layer = layerNamed(name, import.facts);
        if (!layer) {
            import.config.refuse(key, "has a layer '" + shownText(name) + "', which is none that we know");
            return {};
        }
        layers.push_back(*layer);
    }
    if (std::ssize(layers) != import.facts.layers) {
        import.config.refuse(key, lengthMismatch(layers.size(), import.facts.layers));
    }
    return layers;
}

/// A list of numbers: where it is `special` the layer is of a kind, elsewhere plain softmax attention.
std::vector<LayerFacts> byNumbers(ConfigImport& import, const char* key, std::int64_t special,
                                  AttentionKind kind)
{
    std::vector<LayerFacts> layers;
    for (const std::int64_t number : import.config.wholeList(key)) {
        layers.emplace_back().attention = number == special ? kind : softmaxKind(import.facts);
    }
    if (std::ssize(layers) != import.facts.layers) {
        import.config.refuse(key, lengthMismatch(layers.size(), import.facts.layers));
    }
    return layers;
}

/// Layers of one kind but those at the positions of a list.
std::vector<LayerFacts> byPositions(ConfigImport& import, const std::vector<std::int64_t>& positions,
                                    int first, const char* key)
{
    std::vector<LayerFacts> layers(static_cast<std::size_t>(import.facts.layers));
    for (LayerFacts& layer : layers) {
        layer.attention = AttentionKind::Recurrent;
    }
    for (const std::int64_t position : positions) {
        if (position < first || position - first >= import.facts.layers) {
            import.config.refuse(
                key, "names layer " + std::to_string(position) + ", which the model doesn't have");
            return layers;
        }
        layers[static_cast<std::size_t>(position - first)].attention = softmaxKind(import.facts);
    }
    return layers;
}

/// Every layer alike but each `period`th, from `offset`, which sees the whole context.
std::vector<LayerFacts> byPeriod(const ModelFacts& facts, std::int64_t period, std::int64_t offset,
                                 AttentionKind other)
{
    std::vector<LayerFacts> layers(static_cast<std::size_t>(facts.layers));
    for (int index = 0; index < facts.layers; ++index) {
        const bool isFull = period > 0 && index % period == offset;
        layers[static_cast<std::size_t>(index)].attention = isFull ? softmaxKind(facts) : other;
    }
    return layers;
}

std::vector<LayerFacts> compressedLayers(ConfigImport& import)
{
    std::vector<std::int64_t> ratios = import.config.wholeList("compress_ratios");
    if (std::ssize(ratios) < import.facts.layers) {
        import.config.refuse("compress_ratios", lengthMismatch(ratios.size(), import.facts.layers));
        return {};
    }
    ratios.resize(static_cast<std::size_t>(import.facts.layers)); // what follows is of MTP modules
    std::vector<LayerFacts> layers;
    for (const std::int64_t ratio : ratios) {
        LayerFacts& layer = layers.emplace_back();
        layer.attention = AttentionKind::SlidingWindow;
        if (ratio > 0) {
            layer.cacheRatio = ratio;
        }
        if (ratio != kIndexedRatio) {
            layer.indexerHeads = 0;
        }
    }
    return layers;
}

std::int64_t roundedUp(std::int64_t value, std::int64_t multiple)
{
    return (value + multiple - 1) / multiple * multiple;
}

/// One block of NVIDIA's pruned models: what is left of an attention and a feed-forward part.
LayerFacts prunedLayer(ConfigImport& import, const nlohmann::json& block)
{
    const auto part = [&](const char* name) {
        const auto found = block.is_object() ? block.find(name) : block.end();
        static const nlohmann::json none = nlohmann::json::object();
        return ConfigReader(block.is_object() && found != block.end() && found->is_object() ? *found : none,
                            import.name);
    };
    LayerFacts layer;
    ConfigReader attention = part("attention");
    const bool isLinear = attention.flag({"replace_with_linear"}, false);
    if (attention.flag({"no_op"}, false) || isLinear) {
        layer.attention = AttentionKind::None;
    } else {
        const std::int64_t shared =
            std::max<std::int64_t>(1, attention.whole({"n_heads_in_group"}).value_or(1));
        layer.kvHeads = attention.whole({"num_key_value_heads"}).value_or(import.facts.heads / shared);
    }
    ConfigReader network = part("ffn");
    const bool networkIsLinear = network.flag({"replace_with_linear"}, false);
    if (network.flag({"no_op"}, false) || networkIsLinear) {
        layer.feedForward = 0;
    } else if (const auto width = network.whole({"intermediate_size"})) {
        layer.feedForward = *width;
    } else {
        const nlohmann::json* factor = network.find({"ffn_mult"});
        const double scale = factor != nullptr && factor->is_number() ? factor->get<double>() : 0;
        const double raw = 2 * scale * static_cast<double>(import.facts.hidden) / 3;
        layer.feedForward = raw > 0 && raw < 1e9 ? roundedUp(static_cast<std::int64_t>(raw), 256) : 0;
    }
    layer.plainMatrices = (isLinear ? 1 : 0) + (networkIsLinear ? 1 : 0);
    for (const ConfigReader* reader : {&attention, &network}) {
        if (reader->error()) {
            import.config.refuse("block_configs", "has a block that can't be read");
        }
    }
    return layer;
}

std::vector<LayerFacts> prunedLayers(ConfigImport& import)
{
    std::vector<LayerFacts> layers;
    const nlohmann::json& blocks = *import.config.find({"block_configs"});
    if (!blocks.is_array() || std::ssize(blocks) != import.facts.layers) {
        import.config.refuse("block_configs", lengthMismatch(blocks.size(), import.facts.layers));
        return layers;
    }
    for (const nlohmann::json& block : blocks) {
        layers.push_back(prunedLayer(import, block));
    }
    return layers;
}

std::vector<LayerFacts> linearLayers(ConfigImport& import)
{
    ConfigReader& config = import.config;
    if (auto linear = config.nested("linear_attn_config")) {
        const std::vector<std::int64_t> full = linear->wholeList("full_attn_layers");
        config.absorb(*linear, "linear_attn_config.");
        return byPositions(import, full, 1, "linear_attn_config.full_attn_layers");
    }
    if (import.is("jamba")) {
        const std::int64_t period = config.mustBeWhole({"attn_layer_period"});
        return byPeriod(import.facts, period, config.whole({"attn_layer_offset"}).value_or(0),
                        AttentionKind::Recurrent);
    }
    for (const char* key : {"full_attn_idxs", "attn_layer_indices"}) {
        if (config.has(key)) {
            return byPositions(import, config.wholeList(key), 0, key);
        }
    }
    if (import.is("falcon_h1")) {
        std::vector<LayerFacts> layers(static_cast<std::size_t>(import.facts.layers));
        for (LayerFacts& layer : layers) {
            layer.recurrentBeside = true;
        }
        return layers;
    }
    const bool pure = import.is("mamba") || import.is("mamba2");
    const std::int64_t period = pure
        ? 0
        : config.wholeOr({"full_attention_interval"}, 4, "each fourth layer is full in this model type");
    return byPeriod(import.facts, period, std::max<std::int64_t>(0, period - 1), AttentionKind::Recurrent);
}

std::vector<LayerFacts> slidingLayers(ConfigImport& import)
{
    ConfigReader& config = import.config;
    const ModelFacts& facts = import.facts;
    if (import.is("llama4")) {
        return config.has("no_rope_layers") && !config.find({"no_rope_layers"})->empty()
            ? byNumbers(import, "no_rope_layers", 1, AttentionKind::SlidingWindow)
            : byPeriod(facts, 4, 3, AttentionKind::SlidingWindow);
    }
    if (config.has("hybrid_layer_pattern")) {
        return byNumbers(import, "hybrid_layer_pattern", 1, AttentionKind::SlidingWindow);
    }
    const nlohmann::json* pattern = config.find({"sliding_window_pattern", "_sliding_window_pattern"});
    std::int64_t period = import.family.slidingPeriod;
    if (pattern != nullptr && pattern->is_number()) {
        period = config.whole({"sliding_window_pattern", "_sliding_window_pattern"}).value_or(0);
    } else if (period > 0) {
        config.assume("sliding_window_pattern", std::to_string(period), "the pattern of this model type");
    }
    if (config.has("max_window_layers") && import.name.starts_with("qwen")) {
        const std::int64_t full = config.whole({"max_window_layers"}).value_or(0);
        std::vector<LayerFacts> layers(static_cast<std::size_t>(facts.layers));
        for (int index = 0; index < facts.layers; ++index) {
            layers[static_cast<std::size_t>(index)].attention =
                index < full ? AttentionKind::Full : AttentionKind::SlidingWindow;
        }
        return layers;
    }
    return byPeriod(facts, period, period - 1, AttentionKind::SlidingWindow);
}

char letterNamed(const std::string& name)
{
    return name == "mamba"    ? 'M'
        : name == "attention" ? '*'
        : name == "moe"       ? 'E'
        : name == "mlp"       ? '-'
                              : '?';
}

} // namespace

bool readOnePartLayers(ConfigImport& import)
{
    ConfigReader& config = import.config;
    if (!import.is("nemotron_h")) {
        return false;
    }
    std::string pattern = config.word({"hybrid_override_pattern"});
    if (pattern.empty()) {
        for (const std::string& name : config.wordList("layers_block_type")) {
            pattern += letterNamed(name);
        }
    }
    if (std::ssize(pattern) != import.facts.layers) {
        config.refuse("hybrid_override_pattern", lengthMismatch(pattern.size(), import.facts.layers));
    } else if (pattern.find_first_not_of("M*-E") != std::string::npos) {
        config.refuse("hybrid_override_pattern", "has a letter that is none of M, *, - and E");
    }
    import.facts.layerPattern = pattern;
    import.facts.attention = AttentionKind::Recurrent;
    return true;
}

std::vector<LayerFacts> readLayerKinds(ConfigImport& import)
{
    ConfigReader& config = import.config;
    const ModelFacts& facts = import.facts;
    if (config.has("compress_ratios")) {
        return compressedLayers(import);
    }
    if (config.has("block_configs")) {
        return prunedLayers(import);
    }
    for (const char* key : {"layer_types", "layers_block_type"}) {
        // Where no layer has a window, names of sliding layers mean nothing.
        const bool meaningful = facts.window > 0 || !facts.recurrentKind.empty();
        if (config.has(key) && config.find({key})->is_array() && meaningful) {
            return byNames(import, key);
        }
    }
    if (config.has("attn_type_list")) {
        return byNumbers(import, "attn_type_list", 0, AttentionKind::Recurrent);
    }
    if (!facts.recurrentKind.empty()) {
        return linearLayers(import);
    }
    if (facts.window > 0) {
        return slidingLayers(import);
    }
    return byPeriod(facts, 0, 0, softmaxKind(facts));
}

} // namespace rigwright
