// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/workbook/book_plan.h"
#include "bom/workbook/cell_writer.h"
#include "bom/workbook/page_breaks.h"

namespace rigwright {

/// Writes one table where the plan has it.
class TableWriter {
public:
    /// `heights`: told what the rows come to.
    TableWriter(const Document& document, const BookPlan& plan, lxw_worksheet* sheet, CellWriter& writer,
                RowHeights& heights, const DocumentTable& table);

    void write();

private:
    void writeHead();
    void writeRow(std::size_t index);
    void fitHeight(lxw_row_t row, const DocumentRow& content);
    [[nodiscard]] CellStyle styleOf(const DocumentRow& row, std::size_t column) const;
    [[nodiscard]] CellSpan spanOf(lxw_row_t row, std::size_t column) const;
    [[nodiscard]] double widthOf(std::size_t column) const;

    const Document& document_;
    const BookPlan& plan_;
    lxw_worksheet* sheet_;
    CellWriter& writer_;
    RowHeights& heights_;
    const DocumentTable& table_;
    const TablePlace& place_;
    const ColumnGrid& grid_;
};

} // namespace rigwright
