// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/lane_sharing.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace rigwright {

namespace {

constexpr int kMostPorts = 64;
constexpr int kMostLanes = 16;

using Kind = BoardPort::Kind;
constexpr std::array<std::pair<std::string_view, Kind>, 8> kKinds{{
    {"slot", Kind::Slot},
    {"m2", Kind::M2},
    {"sata", Kind::Sata},
    {"u2", Kind::U2},
    {"slimsas", Kind::SlimSas},
    {"mcio", Kind::Mcio},
    {"oculink", Kind::Oculink},
    {"usb4", Kind::Usb4},
}};

/// The text up to the mark, and what comes after it; nothing where there is no such mark.
std::optional<std::pair<std::string_view, std::string_view>> cutAt(std::string_view text, char mark)
{
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    return std::pair(text.substr(0, at), text.substr(at + 1));
}

std::optional<int> wholeNumber(std::string_view text, int least, int most)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool valid =
        error == std::errc() && end == text.data() + text.size() && number >= least && number <= most;
    return valid ? std::optional(number) : std::nullopt;
}

std::optional<BoardPort> parsePort(std::string_view text)
{
    const auto parts = cutAt(text, ':');
    if (!parts) {
        return std::nullopt;
    }
    const auto* kind =
        std::ranges::find(kKinds, parts->first, &std::pair<std::string_view, BoardPort::Kind>::first);
    const std::optional<int> number = wholeNumber(parts->second, 1, kMostPorts);
    if (kind == kKinds.end() || !number) {
        return std::nullopt;
    }
    return BoardPort{kind->second, *number};
}

std::optional<LaneShare> parseRule(std::string_view text)
{
    const auto sides = cutAt(text, '>');
    const auto effect = sides ? cutAt(sides->second, '=') : std::nullopt;
    if (!effect) {
        return std::nullopt;
    }
    const std::optional<BoardPort> used = parsePort(sides->first);
    const std::optional<BoardPort> affected = parsePort(effect->first);
    const std::optional<int> lanes = wholeNumber(effect->second, 0, kMostLanes);
    if (!used || !affected || !lanes || *used == *affected) {
        return std::nullopt;
    }
    return LaneShare{*used, *affected, *lanes};
}

} // namespace

Expected<std::vector<LaneShare>> parseLaneSharing(std::string_view text)
{
    std::vector<LaneShare> rules;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find(';', start), text.size());
        const std::string_view word = text.substr(start, end - start);
        const std::optional<LaneShare> rule = parseRule(word);
        if (!rule || end + 1 == text.size()) {
            return fail("'" + std::string(word) + "' is not a rule of shared lanes such as m2:2>slot:1=8");
        }
        rules.push_back(*rule);
        start = end + 1;
    }
    return rules;
}

} // namespace rigwright
