// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/figure_merge.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

/// Lengths and clocks are rounded differently by different people.
constexpr double kRounding = 0.005;

std::string keyOf(std::string_view table, std::string_view number)
{
    std::string key = std::string(table) + '|' + std::string(number);
    std::ranges::transform(
        key, key.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return key;
}

std::vector<std::string> sortedWords(std::string_view list)
{
    std::vector<std::string> words;
    for (std::size_t start = 0; start <= list.size();) {
        const std::size_t end = std::min(list.find(';', start), list.size());
        words.emplace_back(list.substr(start, end - start));
        start = end + 1;
    }
    std::ranges::sort(words);
    return words;
}

double real(const SqlValue& value)
{
    const auto* whole = std::get_if<std::int64_t>(&value);
    const auto* decimal = std::get_if<double>(&value);
    return whole != nullptr ? static_cast<double>(*whole) : decimal != nullptr ? *decimal : 0;
}

bool isSame(const Column& column, const std::string& a, const std::string& b)
{
    if (column.type == CellType::List) {
        return sortedWords(a) == sortedWords(b);
    }
    if (column.type == CellType::Decimal) {
        const Expected<SqlValue> first = column.parse(a, {});
        const Expected<SqlValue> second = column.parse(b, {});
        return first && second && std::abs(real(*first) - real(*second)) <= kRounding * real(*first);
    }
    return a == b;
}

/// What can be right or wrong, and has no meaning of its own where it is empty.
bool isFigure(const Column& column)
{
    return !column.ofPart && column.type != CellType::Text && column.type != CellType::Id &&
        column.otherwise.empty();
}

bool fills(const Column& column)
{
    return column.name == "part_number" || (!column.ofPart && column.otherwise.empty());
}

} // namespace

FigureMerge mergeFigures(PartSheet& known, const PartSheet& stated)
{
    FigureMerge merge;
    for (std::size_t i = 0; i < known.cells.size(); ++i) {
        const Column& column = known.spec->columns[i];
        std::string& cell = known.cells[i];
        const std::string& file = stated.cells[i];
        if (file.empty()) {
            continue;
        }
        if (cell.empty() && fills(column)) {
            merge.filled.push_back({column.name, "", file});
            cell = file;
        } else if (!cell.empty() && isFigure(column) && !isSame(column, cell, file)) {
            merge.differences.push_back({column.name, cell, file});
        }
    }
    return merge;
}

PartNumbers::PartNumbers(const CatalogView& view)
{
    for (const PartEntry& entry : view.parts) {
        const std::string& number = entry.sheet.cell("part_number");
        if (number.empty()) {
            continue;
        }
        const auto [place, isNew] = parts_.emplace(keyOf(entry.sheet.spec->name, number), &entry);
        if (!isNew) {
            place->second = nullptr;
        }
    }
}

const PartEntry* PartNumbers::find(std::string_view table, std::string_view number) const
{
    const auto found = parts_.find(keyOf(table, number));
    return found == parts_.end() ? nullptr : found->second;
}

} // namespace rigwright
