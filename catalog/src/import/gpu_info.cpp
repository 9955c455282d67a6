// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/gpu_info.h"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

namespace rigwright {

namespace {

using nlohmann::json;

constexpr int kDeepestNesting = 8;

/// Python literals: dictionaries with text keys, lists, texts, numbers, None, True and False.
class PythonLiteral {
public:
    explicit PythonLiteral(std::string_view text)
        : text_(text)
    { }

    Expected<json> whole()
    {
        Expected<json> value = any(0);
        if (value && !atEnd()) {
            return expected("the end");
        }
        return value;
    }

private:
    Expected<json> any(int depth)
    {
        if (depth > kDeepestNesting) {
            return fail("nested more than " + std::to_string(kDeepestNesting) + " levels deep");
        }
        if (atEnd()) {
            return expected("a value");
        }
        switch (text_[at_]) {
        case '{': return dictionary(depth);
        case '[': return list(depth);
        case '\'':
        case '"': return quoted();
        default: return word();
        }
    }

    Expected<json> dictionary(int depth)
    {
        json object = json::object();
        ++at_;
        while (!take('}')) {
            if (!object.empty() && !take(',')) {
                return expected("',' or '}'");
            }
            if (!object.empty() && take('}')) {
                break;
            }
            if (Expected<void> entry = takeEntry(object, depth); !entry) {
                return tl::unexpected(entry.error());
            }
        }
        return object;
    }

    Expected<void> takeEntry(json& object, int depth)
    {
        if (atEnd() || (text_[at_] != '\'' && text_[at_] != '"')) {
            return expected("a key in quotes");
        }
        const Expected<json> key = quoted();
        if (!key) {
            return tl::unexpected(key.error());
        }
        if (!take(':')) {
            return expected("':'");
        }
        Expected<json> value = any(depth + 1);
        if (!value) {
            return tl::unexpected(value.error());
        }
        if (!object.emplace(key->get<std::string>(), std::move(*value)).second) {
            return fail("a key stands twice in one dictionary");
        }
        return {};
    }

    Expected<json> list(int depth)
    {
        json array = json::array();
        ++at_;
        while (!take(']')) {
            if (!array.empty() && !take(',')) {
                return expected("',' or ']'");
            }
            if (!array.empty() && take(']')) {
                break;
            }
            Expected<json> value = any(depth + 1);
            if (!value) {
                return value;
            }
            array.push_back(std::move(*value));
        }
        return array;
    }

    Expected<json> quoted()
    {
        const char quote = text_[at_++];
        std::string value;
        for (; at_ < text_.size() && text_[at_] != quote; ++at_) {
            if (text_[at_] == '\\' &&
                (++at_ == text_.size() ||
                 std::string_view("\\'\"").find(text_[at_]) == std::string_view::npos)) {
                return expected("a quote or a backslash after a backslash");
            }
            value += text_[at_];
        }
        if (at_ == text_.size()) {
            return expected("a closing quote");
        }
        ++at_;
        return json(std::move(value));
    }

    Expected<json> word()
    {
        const std::string_view rest = text_.substr(at_);
        const std::string_view token = rest.substr(0, std::min(rest.find_first_of(" ,:]}"), rest.size()));
        double number = 0;
        const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), number);
        const bool isNumber =
            error == std::errc() && end == token.data() + token.size() && std::isfinite(number);
        if (!isNumber && token != "None" && token != "True" && token != "False") {
            return expected("a value");
        }
        at_ += token.size();
        return isNumber ? json(number) : token == "None" ? json() : json(token == "True");
    }

    bool atEnd()
    {
        at_ = std::min(text_.find_first_not_of(' ', at_), text_.size());
        return at_ == text_.size();
    }

    bool take(char c)
    {
        const bool found = !atEnd() && text_[at_] == c;
        at_ += found ? 1 : 0;
        return found;
    }

    [[nodiscard]] tl::unexpected<Error> expected(const std::string& what) const
    {
        return fail("expected " + what + " at character " + std::to_string(at_ + 1));
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

std::optional<double> positive(const json& object, const char* key)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number() || found->get<double>() <= 0) {
        return std::nullopt;
    }
    return found->get<double>();
}

Expected<GpuInfo::Gpu> gpuOf(const json& entry)
{
    if (!entry.is_object() || !entry.contains("Name") || !entry.at("Name").is_string()) {
        return fail("expected a dictionary with 'Name' for each of 'Gpus'");
    }
    GpuInfo::Gpu gpu{entry.at("Name").get<std::string>(), positive(entry, "Count"), {}};
    if (const auto memory = entry.find("MemoryInfo"); memory != entry.end() && memory->is_object()) {
        gpu.sizeMib = positive(*memory, "SizeInMiB");
    }
    return gpu;
}

} // namespace

Expected<GpuInfo> parseGpuInfo(std::string_view cell)
{
    const Expected<json> value = PythonLiteral(cell).whole();
    if (!value) {
        return tl::unexpected(value.error());
    }
    if (!value->is_object() || !value->contains("Gpus") || !value->at("Gpus").is_array() ||
        value->at("Gpus").empty()) {
        return fail("expected a dictionary with a list 'Gpus' of at least one GPU");
    }
    GpuInfo info;
    info.totalMib = positive(*value, "TotalGpuMemoryInMiB");
    for (const json& entry : value->at("Gpus")) {
        Expected<GpuInfo::Gpu> gpu = gpuOf(entry);
        if (!gpu) {
            return tl::unexpected(gpu.error());
        }
        info.gpus.push_back(std::move(*gpu));
    }
    return info;
}

} // namespace rigwright
