// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/config_import.h"
#include "models/import/shown_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <nlohmann/json.hpp>

namespace rigwright {

namespace {

using Json = nlohmann::json;

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return text;
}

std::string wordAt(const Json& object, const char* key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return object.is_object() && found != object.end() && found->is_string()
        ? lower(found->get<std::string>())
        : "";
}

/// A number that may be negative, as "group_size": -1 is.
int numberAt(const Json& object, std::initializer_list<const char*> keys, int fallback)
{
    for (const char* key : keys) {
        const auto found = object.is_object() ? object.find(key) : object.end();
        if (object.is_object() && found != object.end() && found->is_number_integer()) {
            const auto number = found->get<std::int64_t>();
            return number >= -1 && number <= 1'000'000 ? static_cast<int>(number) : fallback;
        }
    }
    return fallback;
}

bool flagAt(const Json& object, const char* key, bool fallback)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return object.is_object() && found != object.end() && found->is_boolean() ? found->get<bool>() : fallback;
}

std::optional<WeightFormat> gptq(int bits, int group)
{
    if (bits == 8 && group == 128) {
        return WeightFormat::Gptq8;
    }
    if (bits == 3 && group == 128) {
        return WeightFormat::Gptq3;
    }
    if (bits != 4) {
        return std::nullopt;
    }
    switch (group) {
    case 128: return WeightFormat::Gptq4;
    case 64: return WeightFormat::Gptq4G64;
    case 32: return WeightFormat::Gptq4G32;
    case -1: return WeightFormat::Gptq4Column;
    default: return std::nullopt;
    }
}

std::optional<WeightFormat> awq(int bits, int group)
{
    if (bits != 4) {
        return std::nullopt;
    }
    switch (group) {
    case 128: return WeightFormat::Awq4;
    case 64: return WeightFormat::Awq4G64;
    case 32: return WeightFormat::Awq4G32;
    default: return std::nullopt;
    }
}

std::optional<WeightFormat> bitsAndBytes(const Json& quantization)
{
    if (flagAt(quantization, "load_in_8bit", false)) {
        return WeightFormat::Int8;
    }
    if (!flagAt(quantization, "load_in_4bit", false)) {
        return std::nullopt;
    }
    return flagAt(quantization, "bnb_4bit_use_double_quant", false) ? WeightFormat::Nf4Dq : WeightFormat::Nf4;
}

/// ModelOpt's name of an algorithm; in a mixed checkpoint there is no one format.
std::optional<WeightFormat> modelOpt(const std::string& algorithm, int group)
{
    if (algorithm == "fp8") {
        return WeightFormat::Fp8Tensor;
    }
    if (algorithm == "fp8_pb_wo" || algorithm == "fp8_block_scales" || algorithm == "fp8_pb_real") {
        return WeightFormat::Fp8;
    }
    if (algorithm == "fp8_per_channel_per_token") {
        return WeightFormat::Fp8Channel;
    }
    if (algorithm.starts_with("nvfp4") || algorithm == "w4a16_nvfp4") {
        return WeightFormat::Nvfp4;
    }
    if (algorithm.find("mxfp4") != std::string::npos) {
        return WeightFormat::Mxfp4;
    }
    if (algorithm == "mxfp8") {
        return WeightFormat::Mxfp8;
    }
    if (algorithm == "w4a16_awq" || algorithm == "w4a8_awq") {
        return awq(4, group);
    }
    return algorithm == "int8_sq" || algorithm == "w8a8_sq_per_channel" ? std::optional(WeightFormat::Int8)
                                                                        : std::nullopt;
}

std::optional<WeightFormat> floatGroup(const Json& weights, int bits, int group)
{
    const std::string strategy = wordAt(weights, "strategy");
    if (bits == 4) {
        return group == 16 ? std::optional(WeightFormat::Nvfp4)
            : group == 32  ? std::optional(WeightFormat::Mxfp4)
                           : std::nullopt;
    }
    if (bits != 8) {
        return std::nullopt;
    }
    if (strategy == "block") {
        return WeightFormat::Fp8;
    }
    if (strategy == "group") {
        return group == 32 ? std::optional(WeightFormat::Mxfp8) : std::nullopt;
    }
    return strategy == "channel" ? WeightFormat::Fp8Channel : WeightFormat::Fp8Tensor;
}

std::optional<WeightFormat> integerGroup(const Json& weights, int bits, int group)
{
    if (bits == 8 && (group == -1 || wordAt(weights, "strategy") == "channel")) {
        return WeightFormat::Int8;
    }
    if (bits == 8) {
        return gptq(8, group);
    }
    if (!flagAt(weights, "symmetric", true)) {
        return awq(bits, group);
    }
    return bits == 4 && group == 128 ? std::optional(WeightFormat::Int4)
        : bits == 4 && group == 32   ? std::optional(WeightFormat::Int4G32)
                                     : std::nullopt;
}

/// Groups of layers, each with a format of its own: one only where all agree.
std::optional<WeightFormat> groups(const Json& quantization)
{
    const auto found = quantization.find("config_groups");
    if (found == quantization.end() || !found->is_object() || found->empty()) {
        return std::nullopt;
    }
    std::optional<WeightFormat> common;
    for (const Json& group : *found) {
        const auto weights = group.is_object() ? group.find("weights") : group.end();
        if (!group.is_object() || weights == group.end() || !weights->is_object()) {
            return std::nullopt;
        }
        const int bits = numberAt(*weights, {"num_bits"}, 0);
        const int size = numberAt(*weights, {"group_size"}, -1);
        const auto format = wordAt(*weights, "type") == "float" ? floatGroup(*weights, bits, size)
                                                                : integerGroup(*weights, bits, size);
        if (!format || (common && *common != *format)) {
            return std::nullopt;
        }
        common = format;
    }
    return common;
}

std::optional<WeightFormat> formatOf(const Json& quantization)
{
    const std::string algorithm = wordAt(quantization, "quant_algo");
    const int group = numberAt(quantization, {"group_size", "q_group_size"}, 128);
    if (!algorithm.empty()) {
        return modelOpt(algorithm, group);
    }
    const std::string method = wordAt(quantization, "quant_method");
    const int bits = numberAt(quantization, {"bits", "w_bit"}, 4);
    if (method == "gptq") {
        return gptq(bits, group);
    }
    if (method == "awq") {
        return awq(bits, group);
    }
    if (method == "bitsandbytes") {
        return bitsAndBytes(quantization);
    }
    if (method == "mxfp4") {
        return WeightFormat::Mxfp4;
    }
    if (method == "fbgemm_fp8") {
        return WeightFormat::Fp8Channel;
    }
    if (method == "fp8") {
        return quantization.contains("weight_block_size") && quantization["weight_block_size"].is_array()
            ? WeightFormat::Fp8
            : WeightFormat::Fp8Tensor;
    }
    return groups(quantization);
}

std::optional<WeightFormat> unquantised(ConfigImport& import)
{
    const std::string type = lower(import.config.word({"dtype", "torch_dtype"}));
    struct Name {
        std::string_view name;
        WeightFormat format;
        const char* precision;
    };
    constexpr std::array kNames{
        Name{"bfloat16", WeightFormat::Bf16, "bf16"}, Name{"float16", WeightFormat::Fp16, "fp16"},
        Name{"half", WeightFormat::Fp16, "fp16"}, Name{"float32", WeightFormat::Fp32, "fp32"}};
    for (const Name& known : kNames) {
        if (type == known.name) {
            import.facts.nativePrecision = known.precision;
            import.config.noteRead("dtype", type);
            return known.format;
        }
    }
    import.config.unknown("dtype", "how the weights are stored");
    return std::nullopt;
}

/// Whether the list of modules that stay as they are names whole attention blocks, by name, wildcard or the regular
/// expressions in use; empty: there is no list. No expression is run.
std::optional<bool> attentionIsIgnored(const Json& quantization)
{
    for (const char* key : {"ignore", "exclude_modules", "modules_to_not_convert", "ignored_layers"}) {
        const auto list = quantization.find(key);
        if (list == quantization.end() || !list->is_array() || list->empty()) {
            continue;
        }
        return std::ranges::any_of(*list, [](const Json& entry) {
            std::string name = entry.is_string() ? entry.get<std::string>() : std::string();
            name.erase(name.find_last_not_of(".*") + 1);
            return name.ends_with("self_attn") || name.ends_with(".attn") || name.ends_with("attention");
        });
    }
    return std::nullopt;
}

} // namespace

std::optional<WeightFormat> readQuantization(const Json& quantization, ConfigImport& import)
{
    if (!quantization.is_object() || quantization.empty()) {
        return unquantised(import);
    }
    std::string method = wordAt(quantization, "quant_algo");
    method = method.empty() ? wordAt(quantization, "quant_method") : method;
    method = shownText(method.empty() ? "quantised" : method, 40);
    import.facts.nativePrecision = method;
    const std::string experts = lower(import.config.word({"expert_dtype"}));
    const std::optional<WeightFormat> format = formatOf(quantization);
    if (format == WeightFormat::Fp8 && experts == "fp4") {
        import.facts.nativePrecision = weightFormatName(WeightFormat::Mxfp4Fp8);
        return WeightFormat::Mxfp4Fp8;
    }
    if (!format || (!experts.empty() && experts != method)) {
        import.config.unknown("quantization_config",
                              "its layers are stored in several ways or in one that we don't know: " +
                                  method + (experts.empty() ? "" : ", experts " + shownText(experts, 40)));
        return std::nullopt;
    }
    import.facts.nativePrecision = weightFormatName(*format);
    import.facts.attentionStaysWide = attentionIsIgnored(quantization);
    return format;
}

} // namespace rigwright
