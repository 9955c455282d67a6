// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/config_import.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

namespace rigwright {

namespace {

/// Layer numbers in a list or in a text such as "4,5,6".
std::vector<std::int64_t> layerNumbers(ConfigReader& config, const char* key)
{
    if (config.find({key})->is_array()) {
        return config.wholeList(key);
    }
    std::vector<std::int64_t> numbers;
    const std::string text = config.word({key});
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find(',', start), text.size());
        const std::size_t digit = std::min(text.find_first_not_of(' ', start), end);
        std::int64_t number = 0;
        const auto parsed = std::from_chars(text.data() + digit, text.data() + end, number);
        if (parsed.ec != std::errc()) {
            config.refuse(key, "is no list of layer numbers");
            return {};
        }
        numbers.push_back(number);
        start = end + 1;
    }
    return numbers;
}

void markLayers(ConfigReader& config, const char* key, std::vector<bool>& layers, bool mark)
{
    for (const std::int64_t number : layerNumbers(config, key)) {
        if (number < 0 || number >= std::ssize(layers)) {
            config.refuse(key, "names layer " + std::to_string(number) + ", which the model doesn't have");
            return;
        }
        layers[static_cast<std::size_t>(number)] = mark;
    }
}

/// From a list with one entry for each layer: whether it says "sparse", or a number above 0.
bool readLayerList(ConfigReader& config, std::vector<bool>& layers)
{
    for (const char* key : {"mlp_layer_types", "moe_layer_freq", "is_moe_layer"}) {
        const nlohmann::json* list = config.find({key});
        if (list == nullptr || !list->is_array()) {
            continue;
        }
        if (list->size() != layers.size()) {
            config.refuse(key,
                          "has " + std::to_string(list->size()) + " entries for " +
                              std::to_string(layers.size()) + " layers");
            return true;
        }
        if (key == std::string_view("mlp_layer_types")) {
            const std::vector<std::string> names = config.wordList(key);
            for (std::size_t index = 0; index < names.size(); ++index) {
                layers[index] = names[index] != "dense";
            }
        } else {
            const std::vector<std::int64_t> numbers = config.wholeList(key);
            for (std::size_t index = 0; index < numbers.size(); ++index) {
                layers[index] = numbers[index] != 0;
            }
        }
        return true;
    }
    return false;
}

/// Layers of a range, each `every`th from `offset`.
struct Period {
    std::int64_t first = 0;
    std::int64_t every = 1;
    std::int64_t offset = 0;
};

Period periodOf(ConfigImport& import)
{
    ConfigReader& config = import.config;
    Period period;
    period.first =
        config.whole({"first_k_dense_replace", "num_dense_layers", "moe_layer_start_index"}).value_or(0);
    if (const auto step = config.whole({"decoder_sparse_step", "interleave_moe_layer_step",
                                        "moe_layer_interval", "moe_layer_frequency"})) {
        period.every = std::max<std::int64_t>(1, *step); // each nth, counted from one
        period.offset = period.every - 1;
    } else if (const auto expertPeriod = config.whole({"expert_layer_period"})) {
        period.every = std::max<std::int64_t>(1, *expertPeriod);
        period.offset = config.whole({"expert_layer_offset"}).value_or(0) % period.every;
    } else if (const nlohmann::json* freq = config.find({"moe_layer_freq"});
               freq != nullptr && freq->is_number()) {
        period.every = std::max<std::int64_t>(1, config.whole({"moe_layer_freq"}).value_or(1));
    }
    return period;
}

} // namespace

std::vector<bool> layersWithExperts(ConfigImport& import)
{
    ConfigReader& config = import.config;
    if (import.facts.experts == 0) {
        return {};
    }
    std::vector<bool> layers(static_cast<std::size_t>(import.facts.layers), false);
    if (readLayerList(config, layers)) {
        return layers;
    }
    for (const char* key : {"moe_layers_enum", "moe_layers"}) {
        if (config.has(key)) {
            markLayers(config, key, layers, true);
            return layers;
        }
    }
    const Period period = periodOf(import);
    for (std::int64_t index = 0; index < std::ssize(layers); ++index) {
        layers[static_cast<std::size_t>(index)] =
            index >= period.first && index % period.every == period.offset;
    }
    if (config.has("mlp_only_layers")) {
        markLayers(config, "mlp_only_layers", layers, false);
    }
    return layers;
}

} // namespace rigwright
