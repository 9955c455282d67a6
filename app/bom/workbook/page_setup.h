// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/workbook/book_plan.h"
#include "bom/workbook/page_breaks.h"

namespace rigwright {

/// How a sheet prints and what stays in sight: paper, head and foot of the page, print area, where pages begin, repeated and
/// frozen head, filter.
void setUpPage(const Document& document, const BookPlan& plan, std::size_t index, const RowHeights& heights,
               lxw_worksheet* sheet);

} // namespace rigwright
