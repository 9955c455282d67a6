// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/claim_cells.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rigwright {

namespace {

constexpr int kMostOfOne = 100'000;

/// The pieces of "a;b*2" with their number; empty where a piece or a number is bad.
std::optional<std::vector<std::pair<std::string_view, int>>> parsePieces(std::string_view cell)
{
    std::vector<std::pair<std::string_view, int>> pieces;
    for (std::size_t start = 0; start <= cell.size();) {
        const std::size_t end = std::min(cell.find(';', start), cell.size());
        const std::string_view piece = cell.substr(start, end - start);
        const std::size_t star = piece.find('*');
        int count = 1;
        if (star != std::string_view::npos) {
            const char* last = piece.data() + piece.size();
            const auto [stop, status] = std::from_chars(piece.data() + star + 1, last, count);
            if (status != std::errc() || stop != last || count < 1 || count > kMostOfOne) {
                return std::nullopt;
            }
        }
        if (piece.substr(0, star).empty()) {
            return std::nullopt;
        }
        pieces.emplace_back(piece.substr(0, star), count);
        start = end + 1;
    }
    return pieces;
}

template <class Enum, class Name>
std::optional<Enum> find(std::string_view text, Enum last, Name name)
{
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (name(static_cast<Enum>(i)) == text) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

template <class Enum, class Name>
std::vector<std::string> all(Enum last, Name name)
{
    std::vector<std::string> names;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        names.emplace_back(name(static_cast<Enum>(i)));
    }
    return names;
}

} // namespace

std::optional<std::vector<PartCount>> parsePartCounts(std::string_view cell)
{
    const auto pieces = parsePieces(cell);
    if (!pieces) {
        return std::nullopt;
    }
    std::vector<PartCount> parts;
    for (const auto& [id, count] : *pieces) {
        parts.push_back({PartId(std::string(id)), count});
    }
    return parts;
}

std::optional<std::vector<std::pair<double, int>>> parseTerms(std::string_view cell)
{
    const auto pieces = parsePieces(cell);
    if (!pieces) {
        return std::nullopt;
    }
    std::vector<std::pair<double, int>> terms;
    for (const auto& [text, count] : *pieces) {
        double amount = 0;
        const char* last = text.data() + text.size();
        const auto [stop, status] = std::from_chars(text.data(), last, amount, std::chars_format::fixed);
        if (status != std::errc() || stop != last || !std::isfinite(amount) || amount <= 0) {
            return std::nullopt;
        }
        terms.emplace_back(amount, count);
    }
    return terms;
}

std::optional<ClaimQuantity> parseClaimQuantity(std::string_view name)
{
    return find(name, ClaimQuantity::Open, claimQuantityName);
}

std::optional<ClaimMeaning> parseClaimMeaning(std::string_view name)
{
    return find(name, ClaimMeaning::Most, claimMeaningName);
}

std::optional<ClaimUnit> parseClaimUnit(std::string_view name)
{
    return find(name, ClaimUnit::UsdPerHour, claimUnitName);
}

std::vector<std::string> claimQuantityNames()
{
    return all(ClaimQuantity::Open, claimQuantityName);
}

std::vector<std::string> claimMeaningNames()
{
    return all(ClaimMeaning::Most, claimMeaningName);
}

std::vector<std::string> claimUnitNames()
{
    return all(ClaimUnit::UsdPerHour, claimUnitName);
}

} // namespace rigwright
