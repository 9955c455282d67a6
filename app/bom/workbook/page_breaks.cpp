// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/workbook/page_breaks.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr double kOneLine = 15; ///< of a row in a new workbook
constexpr lxw_row_t kShortTable = 14;
constexpr lxw_row_t kBeginning = 2; ///< rows of a long table that stay with its head

void keepTable(std::vector<KeptRows>& kept, const DocumentTable& table, const TablePlace& place,
               const BlockPlace& block)
{
    const lxw_row_t last = block.row + std::max<lxw_row_t>(block.rows, 1) - 1;
    const bool isShort = table.rows.size() <= kShortTable;
    kept.push_back({block.row, isShort ? last : std::min(last, place.firstRow + kBeginning - 1)});
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const lxw_row_t row = place.firstRow + static_cast<lxw_row_t>(i);
        if (table.rows[i].kind == DocumentRow::Kind::Group) {
            kept.push_back({row, std::min(last, row + kBeginning)});
        }
        // What a line is summed up in must not be alone on a page.
        const bool isSummedUp = table.rows[i].kind == DocumentRow::Kind::Line && i + 1 < table.rows.size() &&
            (table.rows[i + 1].kind == DocumentRow::Kind::Subtotal ||
             table.rows[i + 1].kind == DocumentRow::Kind::Total);
        if (isSummedUp) {
            kept.push_back({row, row + 1});
        }
    }
}

double heightOf(const RowHeights& heights, const KeptRows& rows)
{
    double height = 0;
    for (lxw_row_t row = rows.first; row <= rows.last; ++row) {
        height += heights.of(row);
    }
    return height;
}

} // namespace

void RowHeights::set(lxw_row_t row, double points)
{
    if (row >= points_.size()) {
        points_.resize(row + 1, kOneLine);
    }
    points_[row] = points;
}

double RowHeights::of(lxw_row_t row) const
{
    return row < points_.size() ? points_[row] : kOneLine;
}

std::vector<KeptRows> keptRows(const DocumentSection& section, const BookPlan& plan, std::size_t sheet)
{
    std::vector<KeptRows> kept;
    for (std::size_t i = 0; i < section.blocks.size(); ++i) {
        const BlockPlace& place = plan.sheets.at(sheet).blocks.at(i);
        const DocumentBlock& block = section.blocks[i];
        if (const auto* table = std::get_if<DocumentTable>(&block)) {
            keepTable(kept, *table, plan.tables.at(table->id), place);
        } else if (std::holds_alternative<DocumentChart>(block)) {
            kept.push_back({place.row, place.row + place.rows - 1});
        } else if (std::holds_alternative<DocumentCode>(block)) {
            kept.push_back({place.row, place.row + std::min(place.rows, kBeginning + 1) - 1});
        }
    }
    return kept;
}

std::vector<lxw_row_t> pageBreaks(const RowHeights& heights, lxw_row_t rows, std::vector<KeptRows> kept,
                                  double page)
{
    std::ranges::stable_sort(kept, {}, &KeptRows::first);
    std::vector<lxw_row_t> breaks;
    double used = 0;
    auto next = kept.begin();
    for (lxw_row_t row = 0; row < rows; ++row) {
        for (; next != kept.end() && next->first == row; ++next) {
            const double height = heightOf(heights, *next);
            if (used > 0 && used + height > page && height <= page) {
                breaks.push_back(row);
                used = 0;
            }
        }
        const double height = heights.of(row);
        // The program begins a page by itself.
        used = used + height > page ? height : used + height;
    }
    return breaks;
}

} // namespace rigwright
