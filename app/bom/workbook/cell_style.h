// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document.h"

#include <compare>
#include <map>
#include <string>

#include <xlsxwriter.h>

namespace rigwright {

/// How a cell looks.
struct CellStyle {
    enum class Place {
        SheetTitle,
        SheetSubtitle,
        TableTitle,
        Head,
        Line,
        Group,
        Subtotal,
        Total,
        FillIn,
        Paragraph,
        Code,
        Aside ///< beside the printed page
    } place = Place::Line;
    CellTone tone = CellTone::Plain;
    std::string numberFormat = {}; ///< empty: text
    bool right = false;
    bool wraps = false;
    bool fixedWidth = false;
    bool link = false;

    auto operator<=>(const CellStyle&) const = default;
};

/// "[$CN¥]#,##0.00", "yyyy-mm-dd"; empty for text and blanks.
[[nodiscard]] std::string numberFormat(const CellValue& value);

/// The formats of one workbook, each made once. The workbook owns them.
class CellStyles {
public:
    explicit CellStyles(lxw_workbook* workbook)
        : workbook_(workbook)
    { }

    [[nodiscard]] lxw_format* of(const CellStyle& style);

private:
    lxw_workbook* workbook_;
    std::map<CellStyle, lxw_format*> formats_;
};

} // namespace rigwright
