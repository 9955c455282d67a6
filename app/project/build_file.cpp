// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/build_file.h"

#include "facts/nearest.h"
#include "facts/part_ids.h"
#include "units/format.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <system_error>

namespace rigwright {

namespace {

using nlohmann::json;

constexpr std::size_t kLargestFile = std::size_t{16} << 20;
/// A build nests three levels deep; evidence and memory of a whole answer a few more.
constexpr int kDeepestNesting = 64;
constexpr std::size_t kMostLines = 1000;
constexpr int kLargestQuantity = 1000;
constexpr std::size_t kLongestQuote = 40;

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

Expected<json> parseJson(std::string_view text)
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

/// A value as the user wrote it, short enough for one line.
std::string quoted(const json& value)
{
    std::string text = value.dump(-1, ' ', true, json::error_handler_t::replace);
    if (text.size() > kLongestQuote) {
        text.resize(kLongestQuote);
        text += "…";
    }
    return text;
}

/// Without control characters, which a file from a stranger could aim at the terminal.
std::string printable(std::string text)
{
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, '?');
    return text;
}

tl::unexpected<Error> wrong(const std::string& key, const std::string& expected, const json* value)
{
    return fail(key + ": expected " + expected + ", got " + (value == nullptr ? "nothing" : quoted(*value)));
}

const json* member(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

Expected<int> readQuantity(const std::string& key, const json* value)
{
    const std::string expected = "a whole number from 1 to " + std::to_string(kLargestQuantity);
    if (value == nullptr || !value->is_number()) {
        return wrong(key, expected, value);
    }
    const auto number = value->get<double>();
    if (!(number >= 1 && number <= kLargestQuantity) || number != std::floor(number)) {
        return wrong(key, expected, value);
    }
    return static_cast<int>(number);
}

Expected<BuildLine> readLine(const Catalog& catalog, const std::string& key, const json& value)
{
    if (!value.is_object()) {
        return wrong(key, "an object with part and quantity", &value);
    }
    const json* part = member(value, "part");
    if (part == nullptr || !part->is_string()) {
        return wrong(key + ".part", "the id of a part", part);
    }
    const auto typed = part->get<std::string>();
    const PartId id(toLower(typed));
    const PartReference found = findAnyPart(catalog, id);
    if (found.info == nullptr) {
        return fail(key + ".part: " + unknownNameMessage("part", printable(typed), allPartIds(catalog)));
    }
    return readQuantity(key + ".quantity", member(value, "quantity")).map([&](int quantity) {
        return BuildLine{found.category, id, quantity};
    });
}

/// Adds a line; a part that was listed before counts on its first line.
Expected<void> addLine(Build& build, const std::string& key, const BuildLine& line)
{
    const auto same = std::ranges::find(build.lines, line.part, &BuildLine::part);
    if (same == build.lines.end()) {
        build.lines.push_back(line);
        return {};
    }
    same->quantity += line.quantity;
    if (same->quantity > kLargestQuantity) {
        return fail(key + ".quantity: more than " + std::to_string(kLargestQuantity) + " of '" +
                    line.part.text() + "' together with an earlier line");
    }
    return {};
}

Expected<const json*> partsOf(const json& root)
{
    if (!root.is_object()) {
        return fail("expected an object with parts, got " + quoted(root));
    }
    const json* parts = member(root, "parts");
    if (parts == nullptr && member(root, "builds") != nullptr) {
        return fail("parts: missing; this is a list of builds: save one element of its builds");
    }
    if (parts == nullptr || !parts->is_array() || parts->empty()) {
        return wrong("parts", "a list with at least one part", parts);
    }
    if (parts->size() > kMostLines) {
        return fail("parts: expected at most " + formatCount(kMostLines) + " lines, got " +
                    formatCount(static_cast<std::int64_t>(parts->size())));
    }
    return parts;
}

Expected<std::string> readText(const std::filesystem::path& path)
{
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        return fail("is a directory: expected a build file");
    }
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return fail("can't be read: " + std::generic_category().message(errno));
    }
    std::string text(kLargestFile + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (file.bad()) {
        return fail("can't be read");
    }
    if (text.size() > kLargestFile) {
        return fail("larger than 16 MiB: not a build file");
    }
    return text;
}

} // namespace

Expected<Build> parseBuild(const Catalog& catalog, std::string_view text)
{
    if (text.size() > kLargestFile) {
        return fail("larger than 16 MiB: not a build file");
    }
    const Expected<json> root = parseJson(text);
    if (!root) {
        return tl::unexpected(root.error());
    }
    const Expected<const json*> parts = partsOf(*root);
    if (!parts) {
        return tl::unexpected(parts.error());
    }
    Build build;
    for (std::size_t i = 0; i < (*parts)->size(); ++i) {
        const std::string key = "parts[" + std::to_string(i) + "]";
        const Expected<void> added =
            readLine(catalog, key, (**parts)[i]).and_then([&](const BuildLine& line) {
                return addLine(build, key, line);
            });
        if (!added) {
            return tl::unexpected(added.error());
        }
    }
    return build;
}

Expected<Build> readBuildFile(const Catalog& catalog, const std::filesystem::path& path)
{
    return readText(path)
        .and_then([&](const std::string& text) { return parseBuild(catalog, text); })
        .map_error([&](const Error& error) { return Error{path.string() + ": " + error.message}; });
}

} // namespace rigwright
