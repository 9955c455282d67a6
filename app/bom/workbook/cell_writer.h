// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document.h"
#include "bom/workbook/cell_style.h"

#include <optional>
#include <string>
#include <string_view>

#include <xlsxwriter.h>

namespace rigwright {

/// Cells of one row that show as one.
struct CellSpan {
    lxw_row_t row = 0;
    lxw_col_t first = 0;
    lxw_col_t end = 1; ///< one past the last
};

/// True for what a workbook may link to: http or https, with a host, no longer than spreadsheet programs open.
[[nodiscard]] bool isWebLink(std::string_view link);

/// Writes values into the cells of one sheet, of which there is one writer. A text is always a string, whatever it begins with; a number that no cell can hold
/// to the last digit is a text; one that is none is blank.
class CellWriter {
public:
    CellWriter(lxw_worksheet* sheet, CellStyles& styles)
        : sheet_(sheet)
        , styles_(styles)
    { }

    /// A text over several rows.
    void block(const CellSpan& span, lxw_row_t rows, const DocumentCell& cell, CellStyle style);
    void text(const CellSpan& span, std::string_view text, const CellStyle& style);
    /// With the formula that works its value out, beginning with =.
    void cell(const CellSpan& span, const DocumentCell& cell, CellStyle style,
              const std::optional<std::string>& formula = {});

private:
    void value(lxw_row_t row, lxw_col_t column, const CellValue& value, lxw_format* format);
    void worked(lxw_row_t row, lxw_col_t column, const CellValue& value, const std::string& formula,
                lxw_format* format);
    void link(lxw_row_t row, lxw_col_t column, const DocumentCell& cell, lxw_format* format);

    lxw_worksheet* sheet_;
    CellStyles& styles_;
    int links_ = 0;
};

} // namespace rigwright
