// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/config_import.h"
#include "models/import/config_text.h"
#include "models/import/shown_text.h"
#include "models/tensors.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace rigwright {

namespace {

using Json = nlohmann::json;

const Json* nestedObject(const Json& object, std::initializer_list<const char*> keys)
{
    for (const char* key : keys) {
        const auto found = object.find(key);
        if (found != object.end() && found->is_object() && !found->empty()) {
            return &*found;
        }
    }
    return nullptr;
}

/// The text model's keys over the wrapper's: what the nested object says wins, and its type is its own.
Json textModel(const Json& root)
{
    Json merged = root;
    const Json* level = &root;
    for (int depth = 0; depth < 3; ++depth) {
        level = nestedObject(
            *level, {"thinker_config", "text_config", "llm_config", "lm_config", "language_config", "lfm"});
        if (level == nullptr) {
            break;
        }
        if (level->contains("model_type") || level->contains("architectures")) {
            merged.erase("architectures");
        }
        merged.erase("model_type");
        merged.update(*level);
    }
    return merged;
}

std::string architectureOf(const Json& config)
{
    const auto found = config.find("architectures");
    const bool named =
        found != config.end() && found->is_array() && !found->empty() && found->front().is_string();
    return named ? found->front().get<std::string>() : std::string();
}

std::string wordOf(const Json& config, const char* key)
{
    const auto found = config.find(key);
    return found != config.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void nameModel(const Json& root, const std::string& type, ModelFacts& facts)
{
    const std::string path = wordOf(root, "_name_or_path");
    const std::string architecture = architectureOf(root);
    const std::string name = !path.empty() ? path.substr(path.find_last_of('/') + 1)
        : !architecture.empty()            ? architecture
                                           : type;
    facts.id = ModelId("imported");
    facts.name = shownText(name.empty() ? "config.json" : name);
    facts.family = shownText(type);
    facts.source = {"config.json", Verification::Unverified};
}

/// Types whose layers no description of ours fits: to read them as another kind would be wrong, not approximate.
bool isBeyondDescription(std::string_view type)
{
    constexpr std::array<std::string_view, 12> kTypes{"rwkv",  "rwkv5",   "rwkv6",         "rwkv7",
                                                      "zamba", "zamba2",  "longcat_flash", "recurrent_gemma",
                                                      "bert",  "roberta", "phi4flash",     "xlstm"};
    return std::ranges::find(kTypes, type) != kTypes.end();
}

void readFacts(const Json& text, ConfigImport& import)
{
    if (const std::string type = wordOf(text, "model_type"); isBeyondDescription(type)) {
        import.config.refuse("model_type", "is " + type + ", whose layers can't be described");
        return;
    }
    if (import.config.flag({"is_encoder_decoder"}, false)) {
        import.config.refuse("is_encoder_decoder", "is true; only decoders are read");
        return;
    }
    readShape(import);
    readAttention(import);
    readFeedForward(import);
    readRecurrence(import);
    readLayers(import);
    readNorms(import);
    readMtp(import);
    readTowers(text, import);
}

/// The description of the quantization: inside the file, or the text of ModelOpt's file beside it.
Expected<Json> quantizationOf(const Json& text, std::string_view beside)
{
    if (const Json* inside = nestedObject(text, {"quantization_config"})) {
        return *inside;
    }
    if (beside.empty()) {
        return Json();
    }
    return parseConfigText(beside, "hf_quant_config.json").map([](const Json& parsed) {
        const Json* nested = nestedObject(parsed, {"quantization"});
        return nested != nullptr ? *nested : parsed;
    });
}

} // namespace

Expected<ImportedModel> importConfigJson(std::string_view json, std::string_view quantization)
{
    const auto root = parseConfigText(json, "config.json");
    if (!root) {
        return tl::unexpected(root.error());
    }
    const Json text = textModel(*root);
    const auto stored = quantizationOf(text, quantization);
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    const std::string type = wordOf(text, "model_type");
    const ModelFamily* family = findFamily(type, architectureOf(text));
    const std::string name = familyName(family != nullptr ? *family : llamaFamily());
    ConfigReader config(text, name);
    if (family == nullptr) {
        config.assume("model_type", shownText(type), "not known: read as a decoder of Llama's kind");
    }
    ConfigImport import{config, family != nullptr ? *family : llamaFamily(), name, {}};
    nameModel(*root, type, import.facts);
    readFacts(text, import);
    const std::optional<WeightFormat> format = readQuantization(*stored, import);
    if (config.error()) {
        return tl::unexpected(*config.error());
    }
    const auto architecture = describe(import.facts);
    if (!architecture) {
        return tl::unexpected(Error{"config.json: " + architecture.error().message});
    }
    import.facts.parameters = parameterCount(tensorInventory(*architecture));
    return ImportedModel{std::move(import.facts), format, config.notes()};
}

} // namespace rigwright
