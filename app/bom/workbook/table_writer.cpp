// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/workbook/table_writer.h"

#include "bom/workbook/formula_text.h"

#include <algorithm>

namespace rigwright {

namespace {

using Place = CellStyle::Place;

/// Points.
constexpr double kLineHeight = 13.5;
constexpr double kPadding = 3;
constexpr double kMostHeight = 400;
constexpr double kRoomToWrite = 26;

Place placeOf(const DocumentTable& table, DocumentRow::Kind kind)
{
    switch (kind) {
    case DocumentRow::Kind::Group: return Place::Group;
    case DocumentRow::Kind::Subtotal: return Place::Subtotal;
    case DocumentRow::Kind::Total: return Place::Total;
    case DocumentRow::Kind::Line: break;
    }
    return table.toFillIn ? Place::FillIn : Place::Line;
}

bool isBlank(const DocumentRow& row, std::size_t column)
{
    return column >= row.cells.size() ||
        (std::holds_alternative<std::monostate>(row.cells[column].value) && row.cells[column].link.empty());
}

/// Of a column with a text, whether it may run over the next, which says nothing.
bool mayRunOver(const DocumentRow& row, std::size_t column)
{
    return row.kind != DocumentRow::Kind::Line && isBlank(row, column + 1);
}

} // namespace

TableWriter::TableWriter(const Document& document, const BookPlan& plan, lxw_worksheet* sheet,
                         CellWriter& writer, RowHeights& heights, const DocumentTable& table)
    : document_(document)
    , plan_(plan)
    , sheet_(sheet)
    , writer_(writer)
    , heights_(heights)
    , table_(table)
    , place_(plan.tables.at(table.id))
    , grid_(plan.sheets.at(place_.sheet).grid)
{ }

void TableWriter::write()
{
    if (place_.titleRow) {
        writer_.text({*place_.titleRow, 0, 1}, table_.title, {.place = Place::TableTitle});
    }
    writeHead();
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
        writeRow(i);
    }
}

void TableWriter::writeHead()
{
    if (!place_.headRow) {
        return;
    }
    std::size_t lines = 1;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
        const DocumentColumn& column = table_.columns[i];
        writer_.text(
            spanOf(*place_.headRow, i), column.title,
            {.place = Place::Head, .right = column.kind == DocumentColumn::Kind::Number, .wraps = true});
        constexpr double kArrow = 3;
        lines = std::max(lines, wrappedLines(column.title, widthOf(i) - (table_.filter ? kArrow : 0)));
    }
    const double height = std::min(kMostHeight, static_cast<double>(lines) * kLineHeight + kPadding);
    worksheet_set_row(sheet_, *place_.headRow, height, nullptr);
    heights_.set(*place_.headRow, height);
}

void TableWriter::writeRow(std::size_t index)
{
    const DocumentRow& content = table_.rows[index];
    const lxw_row_t row = place_.firstRow + static_cast<lxw_row_t>(index);
    static const DocumentCell kNone;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
        const DocumentCell& cell = i < content.cells.size() ? content.cells[i] : kNone;
        const std::optional<std::string> formula =
            cell.formula ? formulaText(document_, plan_, *cell.formula, table_.id) : std::nullopt;
        writer_.cell(spanOf(row, i), cell, styleOf(content, i), formula);
    }
    fitHeight(row, content);
}

/// Not every program fits a row to what it holds when it opens the file, none does to merged cells, and none leaves room to write.
void TableWriter::fitHeight(lxw_row_t row, const DocumentRow& content)
{
    std::size_t lines = 1;
    for (std::size_t i = 0; i < std::min(table_.columns.size(), content.cells.size()); ++i) {
        if (std::holds_alternative<std::string>(content.cells[i].value) && styleOf(content, i).wraps) {
            lines = std::max(lines, wrappedLines(cellText(content.cells[i].value), widthOf(i)));
        }
    }
    const bool toFillIn = placeOf(table_, content.kind) == Place::FillIn;
    if (!toFillIn && lines < 2) {
        return;
    }
    const double height = std::clamp(static_cast<double>(lines) * kLineHeight + kPadding,
                                     toFillIn ? kRoomToWrite : 0, kMostHeight);
    heights_.set(row, height);
    worksheet_set_row(sheet_, row, height, nullptr);
}

CellStyle TableWriter::styleOf(const DocumentRow& row, std::size_t column) const
{
    const DocumentColumn::Kind kind = table_.columns[column].kind;
    CellStyle style;
    style.place = placeOf(table_, row.kind);
    style.right = kind == DocumentColumn::Kind::Number;
    style.fixedWidth = kind == DocumentColumn::Kind::Code;
    style.wraps = column < row.cells.size() && std::holds_alternative<std::string>(row.cells[column].value) &&
        !mayRunOver(row, column);
    return style;
}

CellSpan TableWriter::spanOf(lxw_row_t row, std::size_t column) const
{
    return {row, place_.columns.at(column), place_.columns.at(column + 1)};
}

double TableWriter::widthOf(std::size_t column) const
{
    constexpr double kMargin = 1;
    constexpr double kLettersOfDigit =
        1.05; // ten-point letters in columns that are measured by larger digits
    const CellSpan span = spanOf(0, column);
    return kLettersOfDigit * (grid_.width(span.first, span.end) - kMargin);
}

} // namespace rigwright
