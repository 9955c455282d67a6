// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/build_file.h"

#include "facts/nearest.h"
#include "facts/part_ids.h"
#include "project/json_text.h"
#include "units/format.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

using nlohmann::json;

constexpr std::size_t kLargestFile = std::size_t{16} << 20;
constexpr std::size_t kMostLines = 1000;
constexpr int kLargestQuantity = 1000;
constexpr int kHighestPowerCap = 100'000;

tl::unexpected<Error> wrong(const std::string& key, const std::string& expected, const json* value)
{
    return fail(key + ": expected " + expected + ", got " +
                (value == nullptr ? "nothing" : quotedValue(*value)));
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
        return fail(key + ".part: " + unknownNameMessage("part", printableText(typed), allPartIds(catalog)));
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

/// What accelerators are held to; null and nothing mean that nothing is set.
Expected<std::optional<Watts>> readPowerCap(const json& root)
{
    const json* cap = member(root, "power_cap_watts");
    if (cap == nullptr || cap->is_null()) {
        return std::optional<Watts>();
    }
    const double watts = cap->is_number() ? cap->get<double>() : 0;
    if (!(watts > 0 && watts <= kHighestPowerCap)) {
        return wrong("power_cap_watts", "watts above 0, at most " + formatCount(kHighestPowerCap), cap);
    }
    return std::optional(Watts(watts));
}

Expected<const json*> partsOf(const json& root)
{
    if (!root.is_object()) {
        return fail("expected an object with parts, got " + quotedValue(root));
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

} // namespace

Expected<Build> parseBuild(const Catalog& catalog, std::string_view text)
{
    if (text.size() > kLargestFile) {
        return fail("larger than 16 MiB: not a build file");
    }
    const Expected<json> root = parseJsonText(text);
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
    return readPowerCap(*root).map([&](const std::optional<Watts>& cap) {
        build.powerCap = cap;
        return build;
    });
}

Expected<Build> readBuildFile(const Catalog& catalog, const std::filesystem::path& path)
{
    return readFileText(path, kLargestFile, "a build file")
        .and_then([&](const std::string& text) { return parseBuild(catalog, text); })
        .map_error([&](const Error& error) { return Error{path.string() + ": " + error.message}; });
}

} // namespace rigwright
