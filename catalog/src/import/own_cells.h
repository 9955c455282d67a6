// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/import/csv_rows.h"
#include "catalog/import/plain_number.h"
#include "catalog/tables/tables.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rigwright {

/// Which column of a table stands where in a file of our own; the file may leave columns out.
struct ColumnMap {
    std::vector<const Column*> columns; ///< one for each cell of a row

    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
};

/// An error names the first column that the table lacks and the nearest that it has.
[[nodiscard]] Expected<ColumnMap> mapColumns(const CsvHeader& header, const TableSpec& table);

/// A cell as the editor would hold it: numbers without grouping, dates as 2026-08-18; empty is unknown. An error: it is not what
/// the column holds. A column that a machine needs may be empty too.
[[nodiscard]] Expected<std::string> ownCell(const Column& column, std::string_view written,
                                            std::string_view currency, DecimalMark mark);

/// "24" and "24.0" are, and so are an empty cell and what it stands for.
[[nodiscard]] bool isSameValue(const Column& column, const std::string& a, const std::string& b);

} // namespace rigwright
