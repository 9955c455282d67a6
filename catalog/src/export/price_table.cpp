// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/export/price_table.h"

#include <algorithm>
#include <stdexcept>

namespace rigwright {

namespace {

TableSpec makePriceTable()
{
    std::vector<TableSpec> specs = tableSpecs();
    const auto found = std::ranges::find(specs, "prices", &TableSpec::name);
    if (found == specs.end()) {
        throw std::logic_error("no table of prices");
    }
    for (const Column& column :
         {plainColumn("valid_until", CellType::Date), plainColumn("url", CellType::Text)}) {
        if (std::ranges::find(found->columns, column.name, &Column::name) == found->columns.end()) {
            found->columns.push_back(column);
        }
    }
    return std::move(*found);
}

std::string cellOf(const std::string& column, const PartId& part, const Offer& offer)
{
    if (column == "part") {
        return part.text();
    }
    if (column == "date") {
        return offer.date.iso();
    }
    if (column == "kind") {
        return priceKindName(offer.kind);
    }
    if (column == "amount") {
        return offer.price.decimal();
    }
    if (column == "currency") {
        return offer.price.currency().code();
    }
    if (column == "region") {
        return offer.region;
    }
    if (column == "source") {
        return offer.source;
    }
    if (column == "valid_until") {
        return offer.validUntil ? offer.validUntil->iso() : "";
    }
    return column == "url" ? offer.url : "";
}

} // namespace

const TableSpec& priceTable()
{
    static const TableSpec table = makePriceTable();
    return table;
}

std::vector<std::string> priceCells(const PartId& part, const Offer& offer)
{
    std::vector<std::string> cells;
    for (const Column& column : priceTable().columns) {
        cells.push_back(cellOf(column.name, part, offer));
    }
    return cells;
}

} // namespace rigwright
