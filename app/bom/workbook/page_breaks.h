// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document.h"
#include "bom/workbook/book_plan.h"

#include <vector>

namespace rigwright {

/// How high the rows of one sheet come out, in points; rows that nothing was said of have one line.
class RowHeights {
public:
    void set(lxw_row_t row, double points);
    [[nodiscard]] double of(lxw_row_t row) const;

private:
    std::vector<double> points_;
};

/// Rows that are to stand on one page where a page holds them.
struct KeptRows {
    lxw_row_t first = 0;
    lxw_row_t last = 0;
};

/// Charts, short tables, the beginning of long ones, heads of groups with their first line, totals with the line before.
[[nodiscard]] std::vector<KeptRows> keptRows(const DocumentSection& section, const BookPlan& plan,
                                             std::size_t sheet);

/// Rows before which a new page must begin, so that rows which belong together are not torn apart. `page`: points of rows on
/// one.
[[nodiscard]] std::vector<lxw_row_t> pageBreaks(const RowHeights& heights, lxw_row_t rows,
                                                std::vector<KeptRows> kept, double page);

} // namespace rigwright
