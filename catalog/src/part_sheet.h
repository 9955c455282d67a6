// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/tables/tables.h"
#include "facts/catalog.h"

#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

/// A part as the cells of its table, written as in catalog/data: what the editor shows, an import fills and an export
/// writes. A part may lack what a machine needs to be built of it; then it is listed but in no catalog.
struct PartSheet {
    const TableSpec* spec = nullptr; ///< one of partTables()
    std::vector<std::string> cells;  ///< one for each column of the table; empty: unknown

    [[nodiscard]] PartId id() const { return PartId(cells.front()); }
    /// The cell of a column of this table; another name throws std::out_of_range.
    [[nodiscard]] const std::string& cell(std::string_view column) const;
    [[nodiscard]] std::string& cell(std::string_view column);
};

/// A sheet without any figure.
[[nodiscard]] PartSheet emptySheet(const TableSpec& spec, const PartId& id);

/// The tables of parts, each for the life of the program.
[[nodiscard]] const std::vector<TableSpec>& partTables();
/// By the table's name, "cpus"; null: no such table.
[[nodiscard]] const TableSpec* findPartTable(std::string_view name);

struct CellProblem {
    std::string column;
    std::string message; ///< what was expected
};

/// What is wrong with cells that are not empty.
[[nodiscard]] std::vector<CellProblem> badCells(const PartSheet& sheet);
/// Columns that a machine needs and the sheet leaves empty.
[[nodiscard]] std::vector<std::string> missingCells(const PartSheet& sheet);

/// What a part has beside its table's cells.
struct PartExtras {
    std::vector<Offer> offers;
    std::vector<SpecGroup> groups = {}; ///< of a shipped part: readGroups()
    bool own = false;                   ///< the user's own part
    bool edited = false;                ///< the user changed a figure of it
    bool hidden = false;
    bool favourite = false;
};

struct LaidPart {
    const PartSheet* sheet = nullptr;
    PartExtras extras;
};

/// Puts parts into the catalog, in place of those with their ids, in the order of ids. Those with a bad or missing cell, or
/// that name a part which isn't there, are left out and told. A card follows the accelerator that is put in its place.
[[nodiscard]] std::vector<Error> putParts(Catalog& catalog, const std::vector<LaidPart>& parts);

} // namespace rigwright
