// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/tables/problem.h"
#include "catalog/tables/tables.h"

#include <filesystem>

namespace rigwright {

struct TableRow {
    std::size_t line = 0;
    std::vector<std::string> cells; ///< as written, one for each column
    std::vector<SqlValue> values;   ///< fewer where a cell has a problem
};

struct Table {
    TableSpec spec;
    std::string file; ///< as messages name it
    std::vector<TableRow> rows;
};

/// Reads a text table and checks each cell by itself. A row with a bad cell stays, so that what refers to it is not taken
/// for wrong too.
[[nodiscard]] Table readTable(const TableSpec& spec, const std::filesystem::path& directory,
                              Problems& problems);

} // namespace rigwright
