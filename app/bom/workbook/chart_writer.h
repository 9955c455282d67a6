// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/workbook/book_plan.h"
#include "bom/workbook/cell_writer.h"

namespace rigwright {

/// Puts a chart of the workbook's own into the rows that the plan has for it. Its series are the cells of tables; cells that are
/// not there have no series.
void writeChart(const Document& document, const BookPlan& plan, lxw_workbook* workbook, lxw_worksheet* sheet,
                CellWriter& writer, const DocumentChart& chart, std::size_t sheetIndex,
                const BlockPlace& place);

} // namespace rigwright
