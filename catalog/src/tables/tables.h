// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/tables/column.h"

#include <string>
#include <vector>

namespace rigwright {

/// A text table of catalog/data and what its columns hold.
struct TableSpec {
    std::string name;     ///< of the file without ".csv", and of the table in the database
    std::string category; ///< of its parts; empty: not a table of parts
    std::vector<Column> columns;
    std::size_t keyColumns = 1; ///< rows are sorted by the first so many columns

    [[nodiscard]] std::string fileName() const { return name + ".csv"; }
    /// The groups of its columns, each once, in their order.
    [[nodiscard]] std::vector<std::string> groups() const;
};

/// Every table, those that others refer to first.
[[nodiscard]] std::vector<TableSpec> tableSpecs();

/// The table of what guides claim; its prices and scenarios name parts of these tables.
[[nodiscard]] TableSpec claimsSpec(const std::vector<std::string>& partTables);

/// The tables of parts alone.
[[nodiscard]] std::vector<TableSpec> partTableSpecs();

} // namespace rigwright
