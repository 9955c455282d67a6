// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/filled_sheet.h"

#include <algorithm>

namespace rigwright {

bool FilledCell::isBlank() const
{
    return kind == Kind::Empty ||
        (kind == Kind::Text && text.find_first_not_of(" \t\r\n") == std::string::npos);
}

const FilledCell& FilledRow::at(std::size_t column) const
{
    static const FilledCell kNothing;
    const auto found = std::ranges::find(cells, column, &FilledCell::column);
    return found == cells.end() ? kNothing : *found;
}

bool FilledSheet::isMerged(std::size_t row, std::size_t column) const
{
    return std::ranges::any_of(merged, [&](const MergedRows& region) {
        return row >= region.firstRow && row <= region.lastRow && column >= region.firstColumn &&
            column <= region.lastColumn;
    });
}

} // namespace rigwright
