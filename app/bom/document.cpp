// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document.h"

#include "units/format.h"

#include <stdexcept>

namespace rigwright {

namespace {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};

} // namespace

const DocumentTable* Document::findTable(const std::string& id) const
{
    for (const DocumentSection& section : sections) {
        for (const DocumentBlock& block : section.blocks) {
            const auto* table = std::get_if<DocumentTable>(&block);
            if (table != nullptr && table->id == id) {
                return table;
            }
        }
    }
    return nullptr;
}

std::vector<const DocumentCell*> Document::cellsOf(const CellRange& range) const
{
    const DocumentTable* table = findTable(range.table);
    if (table == nullptr) {
        throw std::out_of_range("no table " + range.table);
    }
    std::vector<const DocumentCell*> cells;
    for (std::size_t row = range.firstRow; row <= range.lastRow; ++row) {
        for (std::size_t column = range.firstColumn; column <= range.lastColumn; ++column) {
            cells.push_back(&table->rows.at(row).cells.at(column));
        }
    }
    return cells;
}

std::string cellText(const CellValue& value)
{
    return std::visit(
        Overloaded{[](std::monostate) { return std::string(); }, [](const std::string& text) { return text; },
                   [](std::int64_t count) { return formatCount(count); },
                   [](const Decimal& number) { return formatFixed(number.value, number.decimals); },
                   [](const Money& amount) { return formatMoney(amount); },
                   [](const MoneyRate& rate) { return rate.currency().sign() + rate.decimal(); },
                   [](const Share& share) { return share.percent() + " %"; },
                   [](const Date& date) { return date.iso(); }},
        value);
}

std::optional<double> cellNumber(const CellValue& value)
{
    using Number = std::optional<double>;
    return std::visit(Overloaded{[](std::monostate) { return Number(); },
                                 [](const std::string&) { return Number(); },
                                 [](const Date&) { return Number(); },
                                 [](std::int64_t count) { return Number(static_cast<double>(count)); },
                                 [](const Decimal& number) { return Number(number.value); },
                                 [](const auto& amount) { return Number(amount.toDouble()); },
                                 [](const Share& share) { return Number(share.value()); }},
                      value);
}

} // namespace rigwright
