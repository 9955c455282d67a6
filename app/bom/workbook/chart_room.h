// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/workbook/book_plan.h"
#include "bom/workbook/cell_writer.h"

namespace rigwright {

/// Where the column of what is left begins, with its head.
struct RoomPlace {
    lxw_row_t row = 0;
    lxw_col_t column = 0;
};

/// Writes for each stacked bar what is left of its limit, as a chart shows nothing but cells. False, with nothing written, where
/// the limits are not as many as the bars.
bool writeRoom(const Document& document, const BookPlan& plan, CellWriter& writer, const DocumentChart& chart,
               std::size_t sheet, const RoomPlace& place);

/// Writes for each bar how far its value is above its low end, and its high end above its value, in two columns: stacked on the low
/// end they show a range, which the library can't draw around a bar. False, with nothing written, where the ends are not as many
/// as the bars.
bool writeRange(const Document& document, const BookPlan& plan, CellWriter& writer,
                const DocumentChart& chart, std::size_t sheet, const RoomPlace& place);

} // namespace rigwright
