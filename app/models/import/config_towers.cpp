// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/config_import.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace rigwright {

namespace {

/// An encoder's own keys, read for one kind of encoder after the other.
struct TowerImport {
    ConfigReader config;
    std::int64_t textHidden = 0;
    TowerFacts tower;
    std::int64_t patch = 0; ///< values of one patch

    /// Norms with weight and bias and a bias for each of the six matrices, as CLIP and most after it have.
    void addUsualVectors()
    {
        tower.layerVectors =
            4 * tower.hidden + 3 * tower.queryWidth + tower.hidden + tower.feedForward + tower.hidden;
    }
};

constexpr std::int64_t kWidest = 1'000'000;

/// A size of an encoder: none comes near this limit, and products of three stay far from overflow.
std::int64_t sizeFrom(ConfigReader& config, std::initializer_list<const char*> keys, std::int64_t fallback)
{
    const std::int64_t size = config.whole(keys).value_or(fallback);
    if (size > kWidest) {
        config.refuse(*keys.begin(), "is " + std::to_string(size) + ", beyond any encoder's");
        return 0;
    }
    return size;
}

std::int64_t patchValues(ConfigReader& config)
{
    const std::int64_t side = sizeFrom(config, {"patch_size", "spatial_patch_size"}, 14);
    const std::int64_t frames = sizeFrom(config, {"temporal_patch_size"}, 1);
    return side > 1000 || frames > 100 ? 0 : 3 * side * side * frames;
}

std::int64_t patchesOfImage(ConfigReader& config)
{
    const std::int64_t image = sizeFrom(config, {"image_size"}, 0);
    const std::int64_t side = std::max<std::int64_t>(1, sizeFrom(config, {"patch_size"}, 14));
    return image > 100'000 ? 0 : (image / side) * (image / side);
}

/// Joins `merged` neighbours and maps them to the text model by two matrices with biases.
std::int64_t merger(std::int64_t merged, std::int64_t out)
{
    return merged * merged + merged + merged * out + out;
}

void readQwen(TowerImport& import)
{
    ConfigReader& config = import.config;
    TowerFacts& tower = import.tower;
    const bool oldest = config.has("embed_dim"); // Qwen2-VL names the text model's width hidden_size
    const bool gated = !oldest && !config.has("num_position_embeddings");
    tower.layers = static_cast<int>(sizeFrom(config, {"depth"}, 0));
    tower.hidden = sizeFrom(config, {oldest ? "embed_dim" : "hidden_size"}, 0);
    tower.feedForward = oldest ? 4 * tower.hidden : sizeFrom(config, {"intermediate_size"}, 0);
    tower.gatedFeedForward = gated;
    tower.queryWidth = tower.kvWidth = tower.hidden;
    import.addUsualVectors();
    if (gated) { // Qwen2.5-VL: norms without bias, and a bias of the gate
        tower.layerVectors += tower.feedForward - 2 * tower.hidden;
    }
    const std::int64_t out =
        oldest ? import.textHidden : sizeFrom(config, {"out_hidden_size"}, import.textHidden);
    const std::int64_t merge = std::min<std::int64_t>(16, sizeFrom(config, {"spatial_merge_size"}, 2));
    const std::int64_t merged = merge * merge * tower.hidden;
    const std::int64_t deep = std::min<std::int64_t>(
        64, static_cast<std::int64_t>(config.wholeList("deepstack_visual_indexes").size()));
    const std::int64_t positions = sizeFrom(config, {"num_position_embeddings"}, 0);
    tower.otherElements = import.patch * tower.hidden + (positions > 0 ? tower.hidden : 0) +
        positions * tower.hidden + (gated ? 1 : 2) * tower.hidden + merger(merged, out) +
        deep * (2 * merged + merger(merged, out));
}

/// MoonViT of Kimi-VL and K2.5, and its second version of Kimi K3, which has no biases.
void readMoonVit(TowerImport& import)
{
    ConfigReader& config = import.config;
    TowerFacts& tower = import.tower;
    tower.layers = static_cast<int>(sizeFrom(config, {"vt_num_hidden_layers", "num_hidden_layers"}, 0));
    tower.hidden = sizeFrom(config, {"vt_hidden_size", "hidden_size"}, 0);
    tower.feedForward = sizeFrom(config, {"vt_intermediate_size", "intermediate_size"}, 0);
    tower.queryWidth = tower.kvWidth = sizeFrom(config, {"qkv_hidden_size"}, tower.hidden);
    const bool biases = config.flag({"linear_bias"}, true);
    const bool rms = config.word({"norm_type"}) == "rmsnorm";
    import.addUsualVectors();
    if (!biases) {
        tower.layerVectors = (rms ? 2 : 4) * tower.hidden;
    }
    const std::int64_t height = std::min<std::int64_t>(4096, sizeFrom(config, {"init_pos_emb_height"}, 64));
    const std::int64_t width = std::min<std::int64_t>(4096, sizeFrom(config, {"init_pos_emb_width"}, 64));
    const std::int64_t merged = 4 * tower.hidden;
    const std::int64_t projector = biases ? merger(merged, import.textHidden) + 2 * tower.hidden
                                          : merged * merged + merged * import.textHidden + import.textHidden;
    tower.otherElements = import.patch * tower.hidden + (biases ? tower.hidden : 0) +
        height * width * tower.hidden + (rms ? 1 : 2) * tower.hidden + projector;
}

void readGemma4(TowerImport& import)
{
    ConfigReader& config = import.config;
    TowerFacts& tower = import.tower;
    tower.layers = static_cast<int>(sizeFrom(config, {"num_hidden_layers"}, 0));
    tower.hidden = sizeFrom(config, {"hidden_size"}, 0);
    tower.feedForward = sizeFrom(config, {"intermediate_size"}, 0);
    tower.gatedFeedForward = true;
    tower.queryWidth = tower.kvWidth = tower.hidden;
    const std::int64_t headDim = sizeFrom(config, {"head_dim"}, 64);
    tower.layerVectors = 4 * tower.hidden + 2 * headDim;
    const std::int64_t positions = sizeFrom(config, {"position_embedding_size"}, 0);
    const std::int64_t standardise = config.flag({"standardize"}, false) ? 2 * tower.hidden : 0;
    tower.otherElements = import.patch * tower.hidden + 2 * positions * tower.hidden + standardise +
        tower.hidden * import.textHidden;
}

void readLlama4(TowerImport& import)
{
    ConfigReader& config = import.config;
    TowerFacts& tower = import.tower;
    tower.layers = static_cast<int>(sizeFrom(config, {"num_hidden_layers"}, 34));
    tower.hidden = sizeFrom(config, {"hidden_size"}, 1408);
    tower.feedForward = sizeFrom(config, {"intermediate_size"}, 5632);
    tower.queryWidth = tower.kvWidth = tower.hidden;
    import.addUsualVectors();
    const std::int64_t in = sizeFrom(config, {"projector_input_dim"}, 4096);
    const std::int64_t out = sizeFrom(config, {"projector_output_dim"}, 4096);
    // A class token, positions, two norms, and a pixel shuffle that quarters the tokens before the projectors.
    tower.otherElements = import.patch * tower.hidden + tower.hidden +
        (patchesOfImage(config) + 1) * tower.hidden + 4 * tower.hidden + 4 * tower.hidden * in + in * out +
        out * import.textHidden;
}

void readPixtral(TowerImport& import)
{
    ConfigReader& config = import.config;
    TowerFacts& tower = import.tower;
    tower.layers = static_cast<int>(sizeFrom(config, {"num_hidden_layers"}, 24));
    tower.hidden = sizeFrom(config, {"hidden_size"}, 1024);
    tower.feedForward = sizeFrom(config, {"intermediate_size"}, 4096);
    tower.gatedFeedForward = true;
    tower.queryWidth = tower.kvWidth = tower.hidden;
    tower.layerVectors = 2 * tower.hidden;
    tower.otherElements = import.patch * tower.hidden + tower.hidden + 4 * tower.hidden * tower.hidden +
        tower.hidden + tower.hidden * import.textHidden + import.textHidden * import.textHidden;
}

/// CLIP, SigLIP, InternViT and what else has their shape: a projector of one or two matrices follows.
void readPlainEncoder(TowerImport& import)
{
    ConfigReader& config = import.config;
    TowerFacts& tower = import.tower;
    tower.layers = static_cast<int>(
        sizeFrom(config, {"num_hidden_layers", "depth", "layers", "encoder_layers", "num_layers"}, 0));
    tower.hidden = sizeFrom(config, {"hidden_size", "width", "embed_dim", "d_model"}, 0);
    tower.feedForward =
        sizeFrom(config, {"intermediate_size", "mlp_dim", "encoder_ffn_dim", "ffn_dim"}, 4 * tower.hidden);
    tower.queryWidth = tower.kvWidth = tower.hidden;
    import.addUsualVectors();
    tower.otherElements = import.patch * tower.hidden + tower.hidden + patchesOfImage(config) * tower.hidden +
        2 * tower.hidden + tower.hidden * import.textHidden + tower.hidden;
    if (config.word({"model_type"}) != "siglip_vision_model") {
        config.assume("projector", "one matrix", "the file doesn't say how the encoder joins the text model");
    }
}

bool isAbsurd(const TowerFacts& tower)
{
    return tower.layers > 1000 || tower.hidden > kWidest || tower.feedForward > kWidest ||
        tower.queryWidth > kWidest || tower.otherElements < 0 || tower.otherElements > 1'000'000'000'000;
}

void readTower(const nlohmann::json& description, const char* key, const char* kind, ConfigImport& import)
{
    const std::string type = import.is("gemma4") ? "gemma4_vision" : "";
    TowerImport tower{
        ConfigReader(description, type), std::min<std::int64_t>(import.facts.hidden, 1'000'000), {}, 0};
    tower.tower.kind = kind;
    const bool sees = std::string_view(kind) == "vision";
    tower.patch = sees ? patchValues(tower.config) : 0;
    if (tower.config.has("vt_hidden_size") || tower.config.word({"model_type"}) == "moonvit") {
        readMoonVit(tower);
    } else if (sees && tower.config.has("depth") && tower.config.has("spatial_merge_size")) {
        readQwen(tower);
    } else if (sees && import.is("gemma4")) {
        readGemma4(tower);
    } else if (sees && import.is("llama4")) {
        readLlama4(tower);
    } else if (sees && tower.config.word({"model_type"}) == "pixtral") {
        readPixtral(tower);
    } else {
        readPlainEncoder(tower);
    }
    import.config.absorb(tower.config, std::string(key) + '.');
    if (isAbsurd(tower.tower)) {
        import.config.refuse(key, "has dimensions beyond any encoder's");
    } else if (tower.tower.layers == 0 || tower.tower.hidden == 0) {
        import.config.unknown(key, "the size of the encoder");
    } else {
        import.facts.towers.push_back(tower.tower);
    }
}

} // namespace

void readTowers(const nlohmann::json& root, ConfigImport& import)
{
    if (import.config.error()) {
        return;
    }
    struct Place {
        const char* key;
        const char* kind;
    };
    for (const Place place :
         {Place{"vision_config", "vision"}, Place{"visual", "vision"}, Place{"audio_config", "audio"}}) {
        const auto found = root.find(place.key);
        if (found != root.end() && found->is_object() && !found->empty()) {
            readTower(*found, place.key, place.kind, import);
        }
    }
}

} // namespace rigwright
