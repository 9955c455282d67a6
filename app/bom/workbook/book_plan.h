// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document.h"
#include "bom/workbook/column_grid.h"
#include "units/error.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// Where a table is.
struct TablePlace {
    std::size_t sheet = 0;
    std::optional<lxw_row_t> titleRow;
    std::optional<lxw_row_t> headRow;
    lxw_row_t firstRow = 0;         ///< of its rows
    std::vector<lxw_col_t> columns; ///< the first of each, then one past the last
};

/// Rows of a block, with nothing else in them.
struct BlockPlace {
    lxw_row_t row = 0;
    lxw_row_t rows = 0;
};

struct SheetPlan {
    std::string name;
    ColumnGrid grid;
    std::vector<BlockPlace> blocks; ///< one for each of the section
    lxw_row_t rows = 0;
};

/// Where everything of the document is, known before anything is written, as formulas refer to what comes later.
struct BookPlan {
    std::vector<SheetPlan> sheets; ///< one for each section
    std::map<std::string, TablePlace> tables;

    /// "G10", "$C$7", "'Bill of materials'!$H$5:$H$20": as a formula on a sheet names cells; relative within the same table.
    /// Nothing for cells that are not there.
    [[nodiscard]] std::optional<std::string> reference(const Document& document, const CellRange& range,
                                                       std::size_t fromSheet,
                                                       const std::string& fromTable = {}) const;
};

/// Pixels of a chart, and of a row of ordinary height.
constexpr int kRowPixels = 20;
[[nodiscard]] int chartHeight(const DocumentChart& chart);

/// Lines of ten-point text that make one row of a long paragraph.
constexpr std::size_t kLinesOfRow = 24;
[[nodiscard]] std::size_t paragraphLines(const ColumnGrid& grid, const std::string& text);

/// An error: more rows or columns than a sheet holds.
[[nodiscard]] Expected<BookPlan> planBook(const Document& document);

} // namespace rigwright
