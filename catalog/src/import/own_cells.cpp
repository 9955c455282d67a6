// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/own_cells.h"

#include "catalog/export/csv_cells.h"
#include "facts/nearest.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kManyDecimals = 9;
constexpr int kRateDecimals = 6;

Expected<SqlValue> parseOptional(const Column& column, std::string_view cell, std::string_view currency)
{
    if (cell.empty() && column.otherwise.empty()) {
        return SqlValue(std::monostate());
    }
    return column.parse(cell, currency);
}

/// Spreadsheets write a whole number as "24.0" when its neighbours have fractions.
std::string withoutZeroFraction(std::string number)
{
    const std::size_t point = number.find('.');
    if (point != std::string::npos && number.find_first_not_of('0', point + 1) == std::string::npos) {
        number.resize(point);
    }
    return number;
}

Expected<std::string> plain(const Column& column, std::string_view text, std::string_view currencyCode,
                            DecimalMark mark)
{
    switch (column.type) {
    case CellType::Whole: return plainNumber(text, 0, mark).map(withoutZeroFraction);
    case CellType::Decimal: return plainNumber(text, kManyDecimals, mark);
    case CellType::Rate: return plainNumber(text, kRateDecimals, mark);
    case CellType::Date: return plainDate(text);
    case CellType::Money: {
        const Expected<Currency> currency = Currency::parse(currencyCode);
        return currency ? plainAmount(text, *currency, mark) : std::string(text);
    }
    default: return std::string(text);
    }
}

} // namespace

std::optional<std::size_t> ColumnMap::find(std::string_view name) const
{
    const auto found = std::ranges::find_if(columns, [&](const Column* c) { return c->name == name; });
    return found == columns.end() ? std::nullopt
                                  : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

Expected<ColumnMap> mapColumns(const CsvHeader& header, const TableSpec& table)
{
    ColumnMap map;
    for (const std::string& name : header.names) {
        const auto found = std::ranges::find(table.columns, name, &Column::name);
        if (found == table.columns.end()) {
            std::vector<std::string> known;
            std::ranges::transform(table.columns, std::back_inserter(known), &Column::name);
            return fail(unknownNameMessage("column of the table " + table.name, name, known));
        }
        map.columns.push_back(&*found);
    }
    return map;
}

Expected<std::string> ownCell(const Column& column, std::string_view written, std::string_view currency,
                              DecimalMark mark)
{
    const std::string_view text = textOfCsvCell(written);
    if (text.empty()) {
        return std::string();
    }
    const Expected<std::string> number = plain(column, text, currency, mark);
    if (!number) {
        return tl::unexpected(number.error());
    }
    const Expected<SqlValue> value = column.parse(*number, currency);
    if (!value) {
        return tl::unexpected(value.error());
    }
    // An amount of a currency that is itself wrong can't be told yet.
    return std::holds_alternative<std::monostate>(*value) ? *number : column.cell(*value, currency);
}

bool isSameValue(const Column& column, const std::string& a, const std::string& b)
{
    if (a == b) {
        return true;
    }
    const Expected<SqlValue> first = parseOptional(column, a, {});
    const Expected<SqlValue> second = parseOptional(column, b, {});
    return first && second && *first == *second;
}

} // namespace rigwright
