// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/tables/column.h"

#include "catalog/claim_cells.h"
#include "catalog/lane_sharing.h"
#include "catalog/pcie_slots.h"
#include "units/date.h"
#include "units/join.h"
#include "units/money.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace rigwright {

namespace {

constexpr std::size_t kLongestQuote = 60;

std::string shortNumber(double value)
{
    std::array<char, 32> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return error == std::errc() ? std::string(text.data(), end) : std::to_string(value);
}

bool isId(std::string_view text)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '+' || c == '_' ||
            c == '-';
    };
    return std::ranges::all_of(text, allowed);
}

bool isWholeDecimal(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

std::optional<double> numberIn(const Column& column, std::string_view cell)
{
    double value = 0;
    const auto [end, error] =
        std::from_chars(cell.data(), cell.data() + cell.size(), value, std::chars_format::fixed);
    const bool valid = error == std::errc() && end == cell.data() + cell.size() && std::isfinite(value) &&
        value >= column.least && value <= column.most;
    return valid ? std::optional(value) : std::nullopt;
}

std::optional<SqlValue> parseNumber(const Column& column, std::string_view cell)
{
    if (column.type == CellType::Whole && !isWholeDecimal(cell)) {
        return std::nullopt;
    }
    const std::optional<double> value = numberIn(column, cell);
    if (!value) {
        return std::nullopt;
    }
    if (column.type == CellType::Whole || column.scale != 1) {
        return SqlValue(static_cast<std::int64_t>(std::llround(*value * static_cast<double>(column.scale))));
    }
    return SqlValue(*value);
}

std::optional<SqlValue> parseList(const Column& column, std::string_view cell)
{
    std::vector<std::string_view> seen;
    for (std::size_t start = 0; start <= cell.size();) {
        const std::size_t end = std::min(cell.find(';', start), cell.size());
        const std::string_view word = cell.substr(start, end - start);
        const bool known =
            column.words.empty() || std::ranges::find(column.words, word) != column.words.end();
        if (word.empty() || !known || std::ranges::find(seen, word) != seen.end()) {
            return std::nullopt;
        }
        seen.push_back(word);
        start = end + 1;
    }
    return SqlValue(std::string(cell));
}

std::optional<SqlValue> parseText(std::string_view cell)
{
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    if (cell.starts_with(' ') || cell.ends_with(' ') || std::ranges::any_of(cell, isControl)) {
        return std::nullopt;
    }
    return SqlValue(std::string(cell));
}

std::optional<SqlValue> parseYesNo(std::string_view cell)
{
    if (cell != "yes" && cell != "no") {
        return std::nullopt;
    }
    return SqlValue(std::int64_t{cell == "yes"});
}

std::optional<SqlValue> parseMonth(std::string_view cell)
{
    return Date::parse(std::string(cell) + "-01") ? std::optional<SqlValue>(std::string(cell)) : std::nullopt;
}

std::optional<SqlValue> parseMoney(std::string_view cell, std::string_view currencyCode)
{
    const Expected<Currency> currency = Currency::parse(currencyCode);
    if (!currency) {
        return SqlValue(std::monostate());
    }
    const Expected<Money> money = Money::parse(cell, *currency);
    return money && money->minorUnits() > 0 ? std::optional<SqlValue>(money->minorUnits()) : std::nullopt;
}

std::optional<SqlValue> parseRate(std::string_view cell)
{
    const Expected<MoneyRate> rate = MoneyRate::parse(cell, Currency::usd());
    return rate && rate->micros() > 0 ? std::optional<SqlValue>(rate->micros()) : std::nullopt;
}

std::optional<SqlValue> textIf(bool valid, std::string_view cell)
{
    return valid ? std::optional<SqlValue>(std::string(cell)) : std::nullopt;
}

std::optional<SqlValue> parseCell(const Column& column, std::string_view cell, std::string_view currency)
{
    switch (column.type) {
    case CellType::Id:
    case CellType::Reference: return textIf(isId(cell), cell);
    case CellType::Text: return parseText(cell);
    case CellType::Whole:
    case CellType::Decimal: return parseNumber(column, cell);
    case CellType::Choice: return textIf(std::ranges::find(column.words, cell) != column.words.end(), cell);
    case CellType::YesNo: return parseYesNo(cell);
    case CellType::Date: return textIf(Date::parse(cell).has_value(), cell);
    case CellType::Month: return parseMonth(cell);
    case CellType::Currency: {
        const Expected<Currency> known = Currency::parse(cell);
        return textIf(known && known->code() == cell, cell);
    }
    case CellType::Money: return parseMoney(cell, currency);
    case CellType::Rate: return parseRate(cell);
    case CellType::List: return parseList(column, cell);
    case CellType::Slots: return textIf(parsePcieSlots(cell).has_value(), cell);
    case CellType::LaneShares: return textIf(parseLaneSharing(cell).has_value(), cell);
    case CellType::Parts: {
        const auto parts = parsePartCounts(cell);
        const auto named = [](const PartCount& part) { return isId(part.part.text()); };
        return textIf(parts && std::ranges::all_of(*parts, named), cell);
    }
    case CellType::Terms: return textIf(parseTerms(cell).has_value(), cell);
    }
    return std::nullopt;
}

std::string wholeCell(const Column& column, std::int64_t value, std::string_view currencyCode)
{
    switch (column.type) {
    case CellType::YesNo: return value != 0 ? "yes" : "no";
    case CellType::Rate: return MoneyRate(value, Currency::usd()).decimal();
    case CellType::Money:
        return Money(value, Currency::parse(currencyCode).value_or(Currency::usd())).decimal();
    default:
        return column.scale == 1
            ? std::to_string(value)
            : shortNumber(static_cast<double>(value) / static_cast<double>(column.scale));
    }
}

} // namespace

std::string Column::cell(const SqlValue& value, std::string_view currency) const
{
    std::string text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        text = wholeCell(*this, *whole, currency);
    } else if (const auto* real = std::get_if<double>(&value)) {
        text = shortNumber(*real);
    } else if (const auto* plain = std::get_if<std::string>(&value)) {
        text = *plain;
    }
    return text == otherwise ? std::string() : text;
}

std::string Column::expectation() const
{
    const std::string range = " from " + shortNumber(least) + " to " + shortNumber(most);
    switch (type) {
    case CellType::Id: return "an id of lower-case letters, digits, '.', '+', '_' and '-'";
    case CellType::Reference: return "an id of " + joined(references, ", ");
    case CellType::Text: return "a text without spaces at its ends";
    case CellType::Whole: return "a whole number" + range;
    case CellType::Decimal: return "a number" + range;
    case CellType::Choice: return "one of " + joined(words, ", ");
    case CellType::YesNo: return "yes or no";
    case CellType::Date: return "a date such as 2026-08-18";
    case CellType::Month: return "a year and month such as 2025-01";
    case CellType::Currency: return "a currency code such as USD";
    case CellType::Money: return "an amount above zero such as 1599.99, in the decimals of its currency";
    case CellType::Rate: return "an amount above zero with at most six decimals";
    case CellType::List:
        return "different words joined by ';'" + (words.empty() ? "" : " out of " + joined(words, ", "));
    case CellType::Slots:
        return "PCIe slots such as 5x16 5x8@16 4x4@16c, with #position, p1 and /8+8 where known";
    case CellType::LaneShares: return "shared lanes such as m2:2>slot:1=8;slot:3>m2:4=0";
    case CellType::Parts: return "ids of " + joined(references, ", ") + " such as rtx-4090;epyc-9655*2";
    case CellType::Terms: return "amounts such as 7799;49000*2";
    }
    return {};
}

Expected<SqlValue> Column::parse(std::string_view cell, std::string_view currency) const
{
    const std::string_view meant = cell.empty() ? std::string_view(otherwise) : cell;
    if (meant.empty()) {
        if (required) {
            return fail("expected " + expectation() + ", got an empty cell");
        }
        return SqlValue(std::monostate());
    }
    if (std::optional<SqlValue> value = parseCell(*this, meant, currency)) {
        return std::move(*value);
    }
    return fail("expected " + expectation() + ", got '" + std::string(cell.substr(0, kLongestQuote)) +
                (cell.size() > kLongestQuote ? "…'" : "'"));
}

Column Column::must() const
{
    Column column = *this;
    column.required = true;
    return column;
}

Column Column::as(std::string storedAs, std::int64_t timesScale) const
{
    Column column = *this;
    column.stored = std::move(storedAs);
    column.scale = timesScale;
    return column;
}

Column Column::orElse(std::string value) const
{
    Column column = *this;
    column.otherwise = std::move(value);
    return column;
}

Column Column::in(std::string specGroup) const
{
    Column column = *this;
    column.group = std::move(specGroup);
    return column;
}

Column idColumn(std::string name)
{
    return plainColumn(std::move(name), CellType::Id).must();
}

Column referenceColumn(std::string name, std::vector<std::string> tables)
{
    Column column = plainColumn(std::move(name), CellType::Reference);
    column.references = std::move(tables);
    return column;
}

Column textColumn(std::string name)
{
    return plainColumn(std::move(name), CellType::Text);
}

Column wholeColumn(std::string name, std::int64_t least, std::int64_t most)
{
    Column column = plainColumn(std::move(name), CellType::Whole);
    column.least = static_cast<double>(least);
    column.most = static_cast<double>(most);
    return column;
}

Column decimalColumn(std::string name, double least, double most)
{
    Column column = plainColumn(std::move(name), CellType::Decimal);
    column.least = least;
    column.most = most;
    return column;
}

Column choiceColumn(std::string name, std::vector<std::string> words)
{
    Column column = plainColumn(std::move(name), CellType::Choice);
    column.words = std::move(words);
    return column;
}

Column listColumn(std::string name, std::vector<std::string> words)
{
    Column column = plainColumn(std::move(name), CellType::List);
    column.words = std::move(words);
    return column;
}

Column plainColumn(std::string name, CellType type)
{
    Column column;
    column.name = std::move(name);
    column.type = type;
    return column;
}

} // namespace rigwright
