// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/strict_json.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace rigwright {

namespace {

using nlohmann::json;

constexpr int kDeepestNesting = 32;
constexpr std::size_t kLongestQuote = 40;

/// What the parser's callback can't return.
struct Refused {
    std::string why;
};

std::string placeOf(std::string_view text, std::size_t byte)
{
    const std::string_view before = text.substr(0, std::min(byte > 0 ? byte - 1 : 0, text.size()));
    const auto line = std::ranges::count(before, '\n') + 1;
    const std::size_t column = before.size() - (before.rfind('\n') + 1) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

std::string printable(std::string key)
{
    std::ranges::replace_if(
        key, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, '?');
    return key.size() > kLongestQuote ? "a long one" : "'" + key + "'";
}

/// Refuses what the parser itself takes.
class Guard {
public:
    bool operator()(int depth, json::parse_event_t event, const json& parsed)
    {
        switch (event) {
        case json::parse_event_t::object_start: keys_.emplace_back(); [[fallthrough]];
        case json::parse_event_t::array_start:
            if (depth >= kDeepestNesting) {
                throw Refused{"nested more than " + std::to_string(kDeepestNesting) + " levels deep"};
            }
            break;
        case json::parse_event_t::object_end: keys_.pop_back(); break;
        case json::parse_event_t::key:
            if (!keys_.back().insert(parsed.get<std::string>()).second) {
                throw Refused{"the key " + printable(parsed.get<std::string>()) +
                              " stands twice in one object"};
            }
            break;
        default: break;
        }
        return true;
    }

private:
    std::vector<std::set<std::string>> keys_; ///< of the open objects
};

} // namespace

Expected<json> parseStrictJson(std::string_view text)
{
    try {
        Guard guard;
        return json::parse(text, std::ref(guard));
    } catch (const Refused& refused) {
        return fail("not taken as JSON: " + refused.why);
    } catch (const json::parse_error& error) {
        return fail("not valid JSON at " + placeOf(text, error.byte));
    } catch (const json::exception&) {
        return fail("not valid JSON: a number is out of range");
    }
}

const char* jsonKind(const json& value)
{
    switch (value.type()) {
    case json::value_t::null: return "null";
    case json::value_t::object: return "an object";
    case json::value_t::array: return "a list";
    case json::value_t::string: return "a text";
    case json::value_t::boolean: return "true or false";
    default: return "a number";
    }
}

} // namespace rigwright
