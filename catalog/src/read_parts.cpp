// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/read_parts.h"

#include "catalog/part_rows.h"
#include "catalog/read_offers.h"
#include "catalog/row.h"

namespace rigwright {

namespace {

using Prices = std::unordered_map<std::string, std::vector<Offer>>;

PartInfo infoFrom(const Row& row, Prices& prices, SpecGroups& groups)
{
    const std::string id = row.text("id");
    return {
        .id = PartId(id),
        .manufacturer = row.text("manufacturer"),
        .name = row.text("name"),
        .partNumber = row.text("part_number"),
        .offers = std::move(prices[id]),
        .specs = provenanceFrom(row),
        .groups = std::move(groups[id]),
        .note = row.text("note"),
    };
}

} // namespace

void readParts(Database& database, Catalog& catalog)
{
    Prices prices = readPrices(database);
    SpecGroups groups = readGroups(database);
    for (const TableSpec& spec : partTables()) {
        Statement statement(database, "SELECT * FROM parts JOIN " + spec.name + " USING (id) ORDER BY id");
        const Row row(statement);
        while (statement.step()) {
            appendPart(catalog, spec.name, row, infoFrom(row, prices, groups));
        }
    }
}

SpecGroups readGroups(Database& database)
{
    SpecGroups groups;
    Statement statement(database, "SELECT * FROM provenance ORDER BY part, spec_group");
    const Row row(statement);
    while (statement.step()) {
        groups[row.text("part")].push_back({row.text("spec_group"), provenanceFrom(row)});
    }
    return groups;
}

std::vector<PartSheet> readSheets(Database& database)
{
    std::vector<PartSheet> sheets;
    for (const TableSpec& spec : partTables()) {
        Statement statement(database, "SELECT * FROM parts JOIN " + spec.name + " USING (id) ORDER BY id");
        while (statement.step()) {
            PartSheet& sheet = sheets.emplace_back(PartSheet{&spec, {}});
            sheet.cells.reserve(spec.columns.size());
            for (const Column& column : spec.columns) {
                sheet.cells.push_back(column.cell(statement.value(statement.column(column.storedName()))));
            }
        }
    }
    return sheets;
}

} // namespace rigwright
