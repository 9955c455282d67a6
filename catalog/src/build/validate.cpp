// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/build/validate.h"

#include "catalog/claim_cells.h"

#include <algorithm>
#include <unordered_map>

namespace rigwright {

namespace {

struct Place {
    const Table* table;
    std::size_t line;
};

using Ids = std::unordered_map<std::string, Place>;

bool keyBelow(const TableRow& a, const TableRow& b, std::size_t keyColumns)
{
    const auto keyEnd = static_cast<std::ptrdiff_t>(keyColumns);
    return std::lexicographical_compare(a.cells.begin(), a.cells.begin() + keyEnd, b.cells.begin(),
                                        b.cells.begin() + keyEnd);
}

void checkOrder(const Table& table, Problems& problems)
{
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        const TableRow& row = table.rows[i];
        const TableRow& above = table.rows[i - 1];
        if (keyBelow(row, above, table.spec.keyColumns)) {
            problems.push_back(
                {table.file, row.line, table.spec.columns.front().name,
                 "rows are sorted: '" + row.cells.front() + "' stands before '" + above.cells.front() + "'"});
        }
    }
}

/// The key of a table whose first column is its key. All parts share one set of ids, so that a price names one part.
void collectIds(const Table& table, Ids& ids, Problems& problems)
{
    for (const TableRow& row : table.rows) {
        const auto [place, isNew] = ids.try_emplace(row.cells.front(), Place{&table, row.line});
        if (!isNew) {
            problems.push_back({table.file, row.line, table.spec.columns.front().name,
                                "'" + row.cells.front() + "' is taken by " + place->second.table->file + ":" +
                                    std::to_string(place->second.line)});
        }
    }
}

/// What rows may refer to: the ids of all parts, and those of each other table.
struct AllIds {
    Ids parts;
    std::unordered_map<std::string, Ids> others;
};

bool refersTo(const Column& column, const AllIds& ids, const std::string& id)
{
    const auto found = ids.parts.find(id);
    if (found != ids.parts.end() &&
        std::ranges::find(column.references, found->second.table->spec.name) != column.references.end()) {
        return true;
    }
    return std::ranges::any_of(column.references, [&](const std::string& table) {
        const auto other = ids.others.find(table);
        return other != ids.others.end() && other->second.contains(id);
    });
}

/// The ids that a cell names; none where the cell is bad in itself.
std::vector<std::string> namedBy(const Column& column, const std::string& cell)
{
    if (cell.empty()) {
        return {};
    }
    if (column.type == CellType::Reference) {
        return {cell};
    }
    std::vector<std::string> named;
    for (const PartCount& part : parsePartCounts(cell).value_or(std::vector<PartCount>())) {
        named.push_back(part.part.text());
    }
    return named;
}

void checkReferences(const Table& table, const AllIds& ids, Problems& problems)
{
    for (std::size_t i = 0; i < table.spec.columns.size(); ++i) {
        const Column& column = table.spec.columns[i];
        if (column.type != CellType::Reference && column.type != CellType::Parts) {
            continue;
        }
        for (const TableRow& row : table.rows) {
            for (const std::string& id : namedBy(column, row.cells[i])) {
                if (!refersTo(column, ids, id)) {
                    problems.push_back({table.file, row.line, column.name,
                                        "expected " + column.expectation() + ", got '" + id + "'"});
                }
            }
        }
    }
}

/// Each row of this table names a group of figures of its part.
void checkGroups(const Table& table, const AllIds& ids, Problems& problems)
{
    for (const TableRow& row : table.rows) {
        const auto part = ids.parts.find(row.cells.front());
        if (part == ids.parts.end()) {
            continue; // told by its reference
        }
        const std::vector<std::string> groups = part->second.table->spec.groups();
        if (std::ranges::find(groups, row.cells[1]) == groups.end()) {
            std::string known;
            for (const std::string& group : groups) {
                known += (known.empty() ? "" : ", ") + group;
            }
            problems.push_back(
                {table.file, row.line, "group", "expected one of " + known + ", got '" + row.cells[1] + "'"});
        }
    }
}

} // namespace

void validate(const std::vector<Table>& tables, Problems& problems)
{
    AllIds ids;
    for (const Table& table : tables) {
        checkOrder(table, problems);
        if (!table.spec.category.empty()) {
            collectIds(table, ids.parts, problems);
        } else if (table.spec.keyColumns == 1) {
            collectIds(table, ids.others[table.spec.name], problems);
        }
    }
    for (const Table& table : tables) {
        checkReferences(table, ids, problems);
        if (table.spec.name == "provenance") {
            checkGroups(table, ids, problems);
        }
    }
}

} // namespace rigwright
