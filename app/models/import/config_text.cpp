// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/config_text.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string>

namespace rigwright {

namespace {

using Json = nlohmann::json;

// Published files have up to a few hundred kilobytes; those with a format for each layer up to a few megabytes, of which
// nothing is kept. A kept value takes some 150 bytes.
constexpr std::size_t kMostBytes = 10'000'000;
constexpr int kDeepest = 32;
constexpr int kMostValues = 100'000;

std::string at(std::string_view name, std::size_t offset, const std::string& what)
{
    return std::string(name) + ": byte " + std::to_string(offset) + ": " + what;
}

/// Overwrites a word that Python writes and JSON lacks by a number of the same length; the length, or 0: it is none.
std::size_t replaceWord(std::string& text, std::size_t offset)
{
    constexpr std::array<std::string_view, 3> kWords{"-Infinity", "Infinity", "NaN"};
    for (const std::string_view word : kWords) {
        if (std::string_view(text).substr(offset).starts_with(word)) {
            text.replace(offset, word.size(), "-1" + std::string(word.size() - 2, ' '));
            return word.size();
        }
    }
    return 0;
}

/// Makes JSON of Python's dialect and checks the depth, which the parser itself does not bound.
Expected<void> prepare(std::string& text, std::string_view name)
{
    int depth = 0;
    bool quoted = false;
    for (std::size_t offset = 0; offset < text.size(); ++offset) {
        const char letter = text[offset];
        if (quoted) {
            offset += letter == '\\' ? 1 : 0;
            quoted = letter != '"';
        } else if (letter == '"') {
            quoted = true;
        } else if (letter == '{' || letter == '[') {
            if (++depth > kDeepest) {
                return fail(at(name, offset, "nested deeper than " + std::to_string(kDeepest) + " levels"));
            }
        } else if (letter == '}' || letter == ']') {
            --depth;
        } else if (letter == '-' || letter == 'I' || letter == 'N') {
            const std::size_t length = replaceWord(text, offset);
            offset += length > 0 ? length - 1 : 0;
        }
    }
    return {};
}

} // namespace

Expected<Json> parseConfigText(std::string_view text, std::string_view name)
{
    if (text.size() > kMostBytes) {
        return fail(std::string(name) + ": " + std::to_string(text.size()) +
                    " bytes, expected at most 10,000,000");
    }
    std::string prepared(text);
    if (const auto checked = prepare(prepared, name); !checked) {
        return tl::unexpected(checked.error());
    }
    int values = 0;
    const auto keep = [&values](int /*depth*/, Json::parse_event_t event, Json& parsed) {
        const bool ends = event == Json::parse_event_t::object_end || event == Json::parse_event_t::array_end;
        values += ends ? 0 : 1;
        const bool dropped = event == Json::parse_event_t::key && parsed == "quantized_layers";
        return values <= kMostValues && !dropped;
    };
    try {
        Json parsed = Json::parse(prepared, keep);
        if (values > kMostValues) {
            return fail(std::string(name) + ": more than 100,000 values");
        }
        if (!parsed.is_object()) {
            return fail(at(name, 0, "expected an object"));
        }
        return parsed;
    } catch (const Json::parse_error& error) {
        return fail(at(name, error.byte, "no valid JSON"));
    } catch (const Json::exception&) {
        return fail(std::string(name) + ": a number is out of range");
    }
}

} // namespace rigwright
