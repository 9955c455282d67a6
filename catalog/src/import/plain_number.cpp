// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/plain_number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

namespace rigwright {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool allDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isDigit);
}

std::vector<std::string_view> partsOf(std::string_view text, char mark)
{
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(mark);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

/// "1,299,000" without its commas: a first group of one to three digits that is no zero, then groups of three.
std::optional<std::string> ungrouped(std::string_view text, char mark)
{
    const std::vector<std::string_view> groups = partsOf(text, mark);
    const bool starts = allDigits(groups.front()) && groups.front().size() <= 3 && groups.front()[0] != '0';
    std::string digits(groups.front());
    for (std::size_t i = 1; i < groups.size(); ++i) {
        if (!starts || groups[i].size() != 3 || !allDigits(groups[i])) {
            return std::nullopt;
        }
        digits += groups[i];
    }
    return starts ? std::optional(digits) : std::nullopt;
}

tl::unexpected<Error> notANumber(std::string_view text)
{
    return fail("expected a number such as 1299.00, got '" + std::string(text.substr(0, 60)) + "'");
}

/// Exactly one mark, "1,299" or "12.5".
Expected<std::string> withOneMark(std::string_view text, char mark, int mostDecimals, DecimalMark ofFile)
{
    const std::size_t at = text.find(mark);
    const std::string_view whole = text.substr(0, at);
    const std::string_view fraction = text.substr(at + 1);
    if (!allDigits(whole) || !allDigits(fraction)) {
        return notANumber(text);
    }
    const std::string asDecimal = std::string(whole) + "." + std::string(fraction);
    const std::optional<std::string> asGroups = ungrouped(text, mark);
    const bool isOwnMark = mark == (ofFile == DecimalMark::Comma ? ',' : '.');
    if (mark == '.' && (isOwnMark || !asGroups)) {
        return asDecimal;
    }
    if (asGroups && mostDecimals < 3 && !isOwnMark && mark == ',') {
        return *asGroups;
    }
    if (asGroups) {
        return fail("'" + std::string(text) + "' may be " + *asGroups + " or " + asDecimal +
                    ": write it without separators");
    }
    if (isOwnMark) {
        return asDecimal;
    }
    return fail("expected a decimal point, got '" + std::string(text) + "'");
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kNarrow = " \t";
    constexpr std::string_view kNoBreak = "\xc2\xa0";
    while (!text.empty() && kNarrow.find(text.front()) != std::string_view::npos) {
        text.remove_prefix(1);
    }
    while (!text.empty() && kNarrow.find(text.back()) != std::string_view::npos) {
        text.remove_suffix(1);
    }
    if (text.starts_with(kNoBreak)) {
        return trimmed(text.substr(kNoBreak.size()));
    }
    return text.ends_with(kNoBreak) ? trimmed(text.substr(0, text.size() - kNoBreak.size())) : text;
}

bool isSignOf(std::string_view sign, Currency currency)
{
    const bool yenOrYuan = sign == "¥" || sign == "￥";
    return sign.empty() || sign == trimmed(currency.sign()) || sign == currency.code() ||
        (yenOrYuan && (currency.code() == "CNY" || currency.code() == "JPY"));
}

/// Year, month and day in the order that the marks tell.
std::optional<std::array<int, 3>> dayParts(std::string_view text)
{
    const char mark = text.find('.') != std::string_view::npos ? '.'
        : text.find('/') != std::string_view::npos             ? '/'
                                                               : '-';
    const std::vector<std::string_view> parts = partsOf(text, mark);
    if (parts.size() != 3 || !std::ranges::all_of(parts, allDigits)) {
        return std::nullopt;
    }
    std::array<int, 3> numbers{};
    for (std::size_t i = 0; i < 3; ++i) {
        std::from_chars(parts[i].data(), parts[i].data() + parts[i].size(), numbers.at(i));
    }
    if (parts[0].size() == 4 && parts[1].size() <= 2 && parts[2].size() <= 2) {
        return numbers;
    }
    if (mark == '.' && parts[2].size() == 4 && parts[0].size() <= 2 && parts[1].size() <= 2) {
        std::ranges::reverse(numbers);
        return numbers;
    }
    return std::nullopt;
}

} // namespace

Expected<std::string> plainNumber(std::string_view text, int mostDecimals, DecimalMark mark)
{
    const std::string_view number = trimmed(text);
    const auto commas = std::ranges::count(number, ',');
    const auto points = std::ranges::count(number, '.');
    if (commas + points == 0) {
        return allDigits(number) ? Expected<std::string>(std::string(number)) : notANumber(text);
    }
    if (commas + points == 1) {
        return withOneMark(number, commas == 1 ? ',' : '.', mostDecimals, mark);
    }
    if (commas == 0 || points == 0) {
        const std::optional<std::string> digits = ungrouped(number, commas == 0 ? '.' : ',');
        return digits ? Expected<std::string>(*digits) : notANumber(text);
    }
    // With both marks the last is the decimal one, and the other may only group.
    const std::size_t last = number.find_last_of(".,");
    const std::optional<std::string> whole =
        ungrouped(number.substr(0, last), number[last] == '.' ? ',' : '.');
    const std::string_view fraction = number.substr(last + 1);
    if (!whole || !allDigits(fraction)) {
        return notANumber(text);
    }
    return *whole + "." + std::string(fraction);
}

Expected<std::string> plainAmount(std::string_view text, Currency currency, DecimalMark mark)
{
    const std::size_t first = std::min(text.find_first_of("0123456789.,"), text.size());
    const std::size_t last = text.find_last_of("0123456789.,");
    const std::string_view before = trimmed(text.substr(0, first));
    const std::string_view after = last == std::string_view::npos ? "" : trimmed(text.substr(last + 1));
    if (!isSignOf(before, currency) || !isSignOf(after, currency) || (!before.empty() && !after.empty())) {
        return fail("expected an amount in " + currency.code() + " such as 1299.00, got '" +
                    std::string(text.substr(0, 60)) + "'");
    }
    return plainNumber(text.substr(first, last == std::string_view::npos ? 0 : last + 1 - first),
                       currency.decimals(), mark);
}

Expected<std::string> plainDate(std::string_view text)
{
    const std::optional<std::array<int, 3>> parts = dayParts(trimmed(text));
    if (parts) {
        const Date day{(*parts)[0], (*parts)[1], (*parts)[2]};
        if (const Expected<Date> checked = Date::parse(day.iso())) {
            return checked->iso();
        }
    }
    return fail("expected a date such as 2026-08-18, got '" + std::string(text.substr(0, 60)) + "'");
}

} // namespace rigwright
