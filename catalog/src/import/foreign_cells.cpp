// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/foreign_cells.h"

#include "catalog/tables/csv.h"

#include <array>
#include <charconv>
#include <cmath>

namespace rigwright {

namespace {

constexpr std::size_t kLongestQuote = 60;
constexpr double kMostDollars = 100'000;

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isLowerOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

char lower(char c)
{
    return isUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

std::optional<double> realNumber(std::string_view text, double least, double most)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool valid = error == std::errc() && end == text.data() + text.size() && std::isfinite(value) &&
        value >= least && value <= most;
    return valid ? std::optional(value) : std::nullopt;
}

std::optional<MoneyRate> dollarRate(double dollars)
{
    if (!(dollars > 0) || dollars > kMostDollars) {
        return std::nullopt;
    }
    const auto micros = static_cast<std::int64_t>(std::llround(dollars * 1e6));
    return micros > 0 ? std::optional(MoneyRate(micros, Currency::usd())) : std::nullopt;
}

std::string quotedCell(std::string_view text)
{
    std::string quoted(text.substr(0, kLongestQuote));
    while (text.size() > kLongestQuote && !quoted.empty() &&
           (static_cast<unsigned char>(text[quoted.size()]) & 0xC0U) == 0x80U) {
        quoted.pop_back(); // never cut within a character
    }
    for (char& c : quoted) {
        c = static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
    }
    return "'" + quoted + (text.size() > kLongestQuote ? "…'" : "'");
}

std::string tidied(std::string_view text)
{
    const bool isText = isUtf8(text);
    std::string tidy;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte != 0x7f) {
            tidy += isText || byte < 0x80 ? c : '?';
        } else if (!tidy.empty() && tidy.back() != ' ') {
            tidy += ' ';
        }
    }
    return tidy.ends_with(' ') ? tidy.substr(0, tidy.size() - 1) : tidy;
}

std::string slugOf(std::string_view text)
{
    std::string slug;
    for (const char c : text) {
        if (isLowerOrDigit(lower(c)) || c == '.' || c == '+') {
            slug += lower(c);
        } else if (!slug.empty() && slug.back() != '-') {
            slug += '-';
        }
    }
    return slug.ends_with('-') ? slug.substr(0, slug.size() - 1) : slug;
}

std::string nameKey(std::string_view text)
{
    std::string key;
    for (const char c : text) {
        if (isLowerOrDigit(lower(c)) || static_cast<unsigned char>(c) >= 0x80) {
            key += lower(c);
        }
    }
    return key;
}

std::string numberCell(double value)
{
    std::array<char, 512> text{}; // as long as the largest number
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return error == std::errc() ? std::string(text.data(), end) : std::string();
}

} // namespace rigwright
