// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/config_import.h"
#include "models/import/config_layer_kinds.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace rigwright {

namespace {

/// Where the layers of one kind differ in shape from the model's own fields.
void shapeFullLayers(ConfigImport& import, std::vector<LayerFacts>& layers)
{
    ConfigReader& config = import.config;
    const auto headDim = config.whole({"global_head_dim"});
    const bool keyIsValue = config.flag({"attention_k_eq_v"}, false);
    const auto kvHeads = keyIsValue ? config.whole({"num_global_key_value_heads"}) : std::nullopt;
    for (LayerFacts& layer : layers) {
        if (layer.attention != AttentionKind::Full) {
            continue;
        }
        layer.headDim = headDim ? headDim : layer.headDim;
        layer.kvHeads = kvHeads ? kvHeads : layer.kvHeads;
        if (keyIsValue) {
            layer.keyIsValue = true;
        }
    }
}

/// Sliding layers of MiMo-V2 and Step 3.5, which have heads of their own.
void shapeSlidingLayers(ConfigImport& import, std::vector<LayerFacts>& layers)
{
    ConfigReader& config = import.config;
    LayerFacts shape;
    if (auto other = config.nested("attention_other_setting")) {
        shape.heads = other->whole({"num_attention_heads"});
        shape.kvHeads = other->whole({"num_attention_groups"});
        shape.headDim = other->whole({"head_dim"});
        config.absorb(*other, "attention_other_setting.");
    } else if (config.has("swa_num_key_value_heads") || config.has("swa_head_dim")) {
        shape.heads = config.whole({"swa_num_attention_heads"});
        shape.kvHeads = config.whole({"swa_num_key_value_heads"});
        shape.headDim = config.whole({"swa_head_dim"});
        shape.vHeadDim = config.whole({"swa_v_head_dim"});
    } else if (import.is("step3p5")) {
        config.unknown("attention_other_setting", "whether sliding layers have heads of their own");
    }
    if (config.has("add_swa_attention_sink_bias")) {
        shape.attentionSinks = config.flag({"add_swa_attention_sink_bias"}, false);
    }
    for (LayerFacts& layer : layers) {
        if (layer.attention == AttentionKind::SlidingWindow) {
            layer.heads = shape.heads;
            layer.kvHeads = shape.kvHeads;
            layer.headDim = shape.headDim;
            layer.vHeadDim = shape.vHeadDim;
            layer.attentionSinks = shape.attentionSinks;
        }
    }
}

/// Lists of heads by layer: Laguna and OpenELM.
void shapeHeads(ConfigImport& import, std::vector<LayerFacts>& layers)
{
    ConfigReader& config = import.config;
    struct List {
        const char* key;
        std::optional<std::int64_t> LayerFacts::*field;
    };
    for (const List list :
         {List{"num_attention_heads_per_layer", &LayerFacts::heads},
          List{"num_query_heads", &LayerFacts::heads},
          List{"num_key_value_heads_per_layer", &LayerFacts::kvHeads},
          List{"num_kv_heads", &LayerFacts::kvHeads}, List{"num_key_value_heads", &LayerFacts::kvHeads}}) {
        const std::vector<std::int64_t> each = config.wholeList(list.key);
        if (!each.empty() && each.size() != layers.size()) {
            config.refuse(list.key,
                          "has " + std::to_string(each.size()) + " entries for " +
                              std::to_string(layers.size()) + " layers");
            return;
        }
        for (std::size_t index = 0; index < each.size(); ++index) {
            layers[index].*list.field = each[index];
        }
    }
}

/// Layers that read an earlier one's cache: the last ones (Gemma 3n and 4) or all but one of each group (Hunyuan).
void shareCaches(ConfigImport& import, std::vector<LayerFacts>& layers)
{
    ConfigReader& config = import.config;
    const auto count = static_cast<std::int64_t>(layers.size());
    const std::int64_t shared = config.whole({"num_kv_shared_layers"}).value_or(0);
    if (shared >= count && shared > 0) {
        config.refuse("num_kv_shared_layers", "leaves no layer with a cache of its own");
        return;
    }
    const bool grouped = config.flag({"use_cla"}, false);
    const std::int64_t group = grouped ? config.wholeOr({"cla_share_factor"}, 2, "the class default") : 1;
    for (std::int64_t index = 0; index < count; ++index) {
        LayerFacts& layer = layers[static_cast<std::size_t>(index)];
        layer.sharesCache = index >= count - shared || (group > 1 && index % group != 0);
    }
    import.facts.sharedLayersHaveKeys = import.is("gemma3n");
}

/// OpenELM: a factor of the hidden size for each layer, rounded to a multiple without losing a tenth.
void readMultipliers(ConfigImport& import, std::vector<LayerFacts>& layers)
{
    ConfigReader& config = import.config;
    const nlohmann::json* factors = config.find({"ffn_multipliers"});
    if (factors == nullptr || !factors->is_array() || factors->size() != layers.size()) {
        return;
    }
    const std::int64_t multiple = std::max<std::int64_t>(1, config.whole({"ffn_dim_divisor"}).value_or(256));
    for (std::size_t index = 0; index < layers.size(); ++index) {
        const nlohmann::json& factor = (*factors)[index];
        const double wanted =
            factor.is_number() ? factor.get<double>() * static_cast<double>(import.facts.hidden) : -1;
        if (wanted < 0 || wanted > 1e9) {
            config.refuse("ffn_multipliers", "has an entry that is no such factor");
            return;
        }
        std::int64_t width = (static_cast<std::int64_t>(wanted) + multiple / 2) / multiple * multiple;
        width = std::max(width, multiple);
        layers[index].feedForward = static_cast<double>(width) < 0.9 * wanted ? width + multiple : width;
    }
}

void readWidths(ConfigImport& import, std::vector<LayerFacts>& layers)
{
    ConfigReader& config = import.config;
    readMultipliers(import, layers);
    const auto* widths = config.find({"intermediate_size"});
    if (widths != nullptr && widths->is_array()) {
        const std::vector<std::int64_t> each = config.wholeList("intermediate_size");
        if (each.size() != layers.size()) {
            config.refuse("intermediate_size",
                          "has " + std::to_string(each.size()) + " entries for " +
                              std::to_string(layers.size()) + " layers");
            return;
        }
        for (std::size_t index = 0; index < each.size(); ++index) {
            layers[index].feedForward = each[index];
        }
    } else if (config.flag({"use_double_wide_mlp"}, false)) {
        for (LayerFacts& layer : layers) {
            if (layer.sharesCache) {
                layer.feedForward = 2 * import.facts.feedForward;
            }
        }
    }
}

void readIndexers(ConfigImport& import, std::vector<LayerFacts>& layers)
{
    ConfigReader& config = import.config;
    if (import.facts.indexerHeads == 0) {
        return;
    }
    std::vector<std::int64_t> own;
    for (const std::string& type : config.wordList("indexer_types")) {
        own.push_back(type == "shared" ? 0 : 1);
    }
    if (auto sparse = config.nested("sparse_attention_config")) {
        own = sparse->wholeList("sparse_attention_freq");
        config.absorb(*sparse, "sparse_attention_config.");
    }
    if (own.empty()) {
        return;
    }
    if (own.size() != layers.size()) {
        config.refuse("indexer_types",
                      "has " + std::to_string(own.size()) + " entries for " + std::to_string(layers.size()) +
                          " layers");
        return;
    }
    for (std::size_t index = 0; index < own.size(); ++index) {
        if (own[index] == 0) {
            layers[index].indexerHeads = 0;
        }
    }
}

/// Whether experts come in a period; if so the facts say it.
bool repeats(ModelFacts& facts, const std::vector<bool>& routed)
{
    const auto first = static_cast<int>(std::ranges::find(routed, true) - routed.begin());
    for (int every = 2; every <= 8; ++every) {
        bool fits = true;
        for (std::size_t index = 0; index < routed.size() && fits; ++index) {
            fits = routed[index] == (static_cast<int>(index) % every == first % every);
        }
        if (fits) {
            facts.moeEvery = every;
            facts.moeOffset = first % every;
            return true;
        }
    }
    return false;
}

void setExperts(ConfigImport& import, std::vector<LayerFacts>& layers)
{
    const std::vector<bool> routed = layersWithExperts(import);
    if (routed.size() != layers.size()) {
        return;
    }
    ModelFacts& facts = import.facts;
    const auto first = std::ranges::find(routed, true) - routed.begin();
    const bool tail = std::all_of(routed.begin() + first, routed.end(), [](bool has) { return has; });
    if (tail) {
        facts.firstDenseLayers = static_cast<int>(first);
        return;
    }
    if (repeats(facts, routed)) {
        return;
    }
    for (std::size_t index = 0; index < layers.size(); ++index) {
        layers[index].experts = routed[index] ? facts.experts : 0;
    }
}

/// Whether a list says no more than a kind for all layers, or full ones in a period; if so it becomes that.
bool becomesPattern(ModelFacts& facts, const std::vector<LayerFacts>& layers)
{
    LayerFacts plain;
    const AttentionKind usual = facts.attention;
    for (int period = 0; period <= 12; ++period) {
        for (int offset = 0; offset < std::max(1, period); ++offset) {
            bool fits = true;
            for (std::size_t index = 0; index < layers.size() && fits; ++index) {
                const bool isFull =
                    period > 0 && (static_cast<int>(index) + 1) % period == offset % std::max(1, period);
                plain.attention = isFull ? AttentionKind::Full : usual;
                fits = layers[index] == plain;
            }
            if (fits) {
                facts.fullLayers = {period, offset};
                return true;
            }
        }
    }
    return false;
}

/// The kind that most of a model's fields describe: what is not full, where anything is.
AttentionKind usualKind(const std::vector<LayerFacts>& layers)
{
    for (const AttentionKind kind :
         {AttentionKind::Mla, AttentionKind::SlidingWindow, AttentionKind::Recurrent, AttentionKind::Full}) {
        const auto holds = [kind](const LayerFacts& layer) { return layer.attention == kind; };
        if (std::ranges::any_of(layers, holds)) {
            return kind;
        }
    }
    return AttentionKind::Full;
}

} // namespace

void readLayers(ConfigImport& import)
{
    ModelFacts& facts = import.facts;
    if (import.config.error() || facts.layers < 1) {
        return;
    }
    if (readOnePartLayers(import)) {
        return;
    }
    std::vector<LayerFacts> layers = readLayerKinds(import);
    if (import.config.error()) {
        return;
    }
    shapeFullLayers(import, layers);
    shapeSlidingLayers(import, layers);
    shapeHeads(import, layers);
    shareCaches(import, layers);
    readWidths(import, layers);
    readIndexers(import, layers);
    setExperts(import, layers);
    facts.attention = usualKind(layers);
    if (!becomesPattern(facts, layers)) {
        facts.layerList = std::move(layers);
    }
}

} // namespace rigwright
