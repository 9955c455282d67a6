// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/json_text.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <optional>
#include <system_error>

namespace rigwright {

namespace {

using nlohmann::json;

/// A build nests three levels deep; evidence and memory of a whole answer a few more.
constexpr int kDeepestNesting = 64;
constexpr std::size_t kLongestQuote = 40;

/// Cut before a character, never within one.
std::string cutToLine(std::string text)
{
    if (text.size() > kLongestQuote) {
        std::size_t end = kLongestQuote;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        text.resize(end);
        text += "…";
    }
    return text;
}

std::string lineAndColumn(std::string_view text, std::size_t position)
{
    const std::string_view before = text.substr(0, position);
    const auto line = std::ranges::count(before, '\n') + 1;
    const std::size_t lineStart = before.rfind('\n') + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(before.size() - lineStart + 1);
}

/// Where nesting gets deeper than any build is; the parser itself would follow it to the end of memory.
std::optional<std::size_t> findDeepNesting(std::string_view text)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            i += c == '\\' ? 1 : 0;
            inString = c != '"';
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            if (++depth > kDeepestNesting) {
                return i;
            }
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return std::nullopt;
}

} // namespace

Expected<json> parseJsonText(std::string_view text)
{
    if (const auto deep = findDeepNesting(text)) {
        return fail("nested more than " + std::to_string(kDeepestNesting) + " levels deep at " +
                    lineAndColumn(text, *deep));
    }
    try {
        return json::parse(text);
    } catch (const json::parse_error& error) {
        const std::size_t position = std::min(error.byte, text.size());
        return fail("not valid JSON at " + lineAndColumn(text, position > 0 ? position - 1 : 0));
    } catch (const json::exception&) {
        return fail("not valid JSON: a number is out of range");
    }
}

std::string quotedValue(const json& value)
{
    return cutToLine(printableText(value.dump(-1, ' ', true, json::error_handler_t::replace)));
}

const json* memberOf(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

Expected<void> checkSchema(const json& document, const std::string& schema)
{
    const json* written = document.is_object() ? memberOf(document, "schema") : nullptr;
    const std::string name =
        written != nullptr && written->is_string() ? written->get<std::string>() : std::string();
    if (name == schema) {
        return {};
    }
    return name.starts_with(schema.substr(0, schema.find('/') + 1))
        ? fail("written by a newer version of the program (" + printableText(name) + ")")
        : wrongKey("schema", '\'' + schema + '\'', written);
}

Expected<const json*> listOf(const json& document, const std::string& schema, const char* key)
{
    return checkSchema(document, schema).and_then([&]() -> Expected<const json*> {
        const json* list = memberOf(document, key);
        return list != nullptr && list->is_array() ? Expected<const json*>(list)
                                                   : wrongKey(key, "a list", list);
    });
}

tl::unexpected<Error> wrongKey(const std::string& key, const std::string& expected, const json* value)
{
    return fail(key + ": expected " + expected + ", got " +
                (value == nullptr ? "nothing" : quotedValue(*value)));
}

std::string printableText(std::string text)
{
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, '?');
    return text;
}

std::string quotedText(std::string text)
{
    return "'" + cutToLine(printableText(std::move(text))) + "'";
}

Expected<std::string> readFileText(const std::filesystem::path& path, std::size_t largest,
                                   const std::string& what)
{
    constexpr std::size_t kPiece = std::size_t{1} << 20U;
    std::error_code unknown;
    if (std::filesystem::is_directory(path, unknown)) {
        return fail("is a directory: expected " + what);
    }
    const Error tooLarge{"larger than " + std::to_string(largest >> 20U) + " MiB: not " + what};
    if (const auto size = std::filesystem::file_size(path, unknown); !unknown && size > largest) {
        return tl::unexpected(tooLarge);
    }
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return fail("can't be read: " + std::generic_category().message(errno));
    }
    // Piece by piece: a pipe has no size, and a file may grow.
    std::string text;
    while (file && text.size() <= largest) {
        const std::size_t before = text.size();
        text.resize(before + kPiece);
        file.read(text.data() + before, kPiece);
        text.resize(before + static_cast<std::size_t>(file.gcount()));
    }
    if (file.bad()) {
        return fail("can't be read");
    }
    return text.size() > largest ? Expected<std::string>(tl::unexpected(tooLarge)) : text;
}

} // namespace rigwright
