// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/workbook/page_setup.h"

#include "bom/workbook/sheet_text.h"

#include <algorithm>
#include <utility>

namespace rigwright {

namespace {

constexpr std::size_t kLongestText = 100;

/// Of the sheet's tables with a head, the one with a filter; without such, the only one.
const DocumentTable* leadingTable(const DocumentSection& section, const BookPlan& plan)
{
    const DocumentTable* only = nullptr;
    int heads = 0;
    for (const DocumentBlock& block : section.blocks) {
        const auto* table = std::get_if<DocumentTable>(&block);
        if (table == nullptr || !plan.tables.at(table->id).headRow) {
            continue;
        }
        if (table->filter) {
            return table;
        }
        only = table;
        ++heads;
    }
    return heads == 1 ? only : nullptr;
}

/// Rows that a filter may hide: not the totals at the end.
std::size_t filteredRows(const DocumentTable& table)
{
    std::size_t rows = table.rows.size();
    while (rows > 0 && table.rows[rows - 1].kind != DocumentRow::Kind::Line) {
        --rows;
    }
    return rows;
}

/// Columns that stay in sight where a table is wider than the page: up to the one that says what a row is about.
lxw_col_t frozenColumns(const SheetPlan& sheet, const DocumentTable& table, const TablePlace& place)
{
    constexpr double kMost = 80;
    if (sheet.grid.printed() == sheet.grid.size()) {
        return 0;
    }
    const auto names =
        std::ranges::find(table.columns, DocumentColumn::Kind::LongText, &DocumentColumn::kind);
    if (names == table.columns.end()) {
        return 0;
    }
    const lxw_col_t end =
        place.columns.at(static_cast<std::size_t>(std::distance(table.columns.begin(), names)) + 1);
    return sheet.grid.width(0, end) <= kMost ? end : lxw_col_t{0};
}

/// Rows of tables and commands that stand below it, which would have its head above them on their pages.
std::size_t rowsBelow(const DocumentSection& section, const SheetPlan& sheet, const DocumentTable& table)
{
    std::size_t rows = 0;
    bool isBelow = false;
    for (std::size_t i = 0; i < section.blocks.size(); ++i) {
        const auto* other = std::get_if<DocumentTable>(&section.blocks[i]);
        const bool counts = other != nullptr || std::holds_alternative<DocumentCode>(section.blocks[i]);
        rows += counts && isBelow ? sheet.blocks.at(i).rows : 0;
        isBelow = isBelow || other == &table;
    }
    return rows;
}

void keepHead(const DocumentSection& section, const BookPlan& plan, const DocumentTable& table,
              lxw_worksheet* sheet)
{
    const TablePlace& place = plan.tables.at(table.id);
    if (rowsBelow(section, plan.sheets.at(place.sheet), table) <= 2 * table.rows.size()) {
        worksheet_repeat_rows(sheet, *place.headRow, *place.headRow);
    }
    if (!table.filter) {
        return;
    }
    // Rows that always stay in sight must leave room for the others.
    constexpr lxw_row_t kMostFrozen = 14;
    if (*place.headRow < kMostFrozen) {
        worksheet_freeze_panes(sheet, *place.headRow + 1,
                               frozenColumns(plan.sheets.at(place.sheet), table, place));
    }
    if (const std::size_t rows = filteredRows(table); rows > 0) {
        worksheet_autofilter(sheet, *place.headRow, place.columns.front(),
                             place.firstRow + static_cast<lxw_row_t>(rows) - 1,
                             static_cast<lxw_col_t>(place.columns.back() - 1));
    }
}

/// In small grey letters; the code of the colour has a fixed length, so that digits after it stay text.
std::string part(const char* side, const std::string& text)
{
    return text.empty() ? "" : side + std::string("&8&K667085") + text;
}

void setHeadAndFoot(const Document& document, lxw_worksheet* sheet)
{
    const std::string header = part("&L", headerText(document.title, kLongestText)) +
        part("&R", headerText(document.subtitle, kLongestText));
    const std::string footer =
        part("&L", headerText(document.footer, kLongestText)) + part("&C", "&A") + part("&R", "&P / &N");
    worksheet_set_header(sheet, header.c_str());
    worksheet_set_footer(sheet, footer.c_str());
}

constexpr double kSide = 0.5; ///< inches of margin
constexpr double kTop = 0.75;

/// Points of rows that one page holds once the sheet is made as narrow as it.
double pageHeight(const Document& document, const DocumentSection& section, const ColumnGrid& grid)
{
    constexpr double kPointsOfInch = 72;
    constexpr double kPointsOfCharacter = 5.25; // 7 pixels of 96 in an inch
    constexpr double kPointsOfEdge = 3.75;
    constexpr double kSafety = 0.95; // programs and printers measure letters in their own ways
    const bool isLetter = document.paper == Paper::Letter;
    double width = isLetter ? 8.5 : 8.27;
    double height = isLetter ? 11 : 11.69;
    if (section.landscape) {
        std::swap(width, height);
    }
    const double sheet = grid.width(0, grid.printed()) * kPointsOfCharacter + grid.printed() * kPointsOfEdge;
    const double scale = std::min(1.0, (width - 2 * kSide) * kPointsOfInch / std::max(sheet, 1.0));
    return (height - 2 * kTop) * kPointsOfInch / scale * kSafety;
}

void breakPages(const Document& document, const BookPlan& plan, std::size_t index, const RowHeights& heights,
                lxw_worksheet* sheet)
{
    const DocumentSection& section = document.sections[index];
    const SheetPlan& here = plan.sheets[index];
    std::vector<lxw_row_t> breaks = pageBreaks(heights, here.rows, keptRows(section, plan, index),
                                               pageHeight(document, section, here.grid));
    constexpr std::size_t kMost = 1'000; // that a sheet has room for
    breaks.resize(std::min(breaks.size(), kMost));
    if (!breaks.empty()) {
        breaks.push_back(0); // the library's end of a list
        worksheet_set_h_pagebreaks(sheet, breaks.data());
    }
}

} // namespace

void setUpPage(const Document& document, const BookPlan& plan, std::size_t index, const RowHeights& heights,
               lxw_worksheet* sheet)
{
    constexpr std::uint8_t kLetter = 1;
    constexpr std::uint8_t kA4 = 9;
    const DocumentSection& section = document.sections[index];
    const SheetPlan& here = plan.sheets[index];
    worksheet_set_paper(sheet, document.paper == Paper::Letter ? kLetter : kA4);
    if (section.landscape) {
        worksheet_set_landscape(sheet);
    }
    worksheet_set_margins(sheet, kSide, kSide, kTop, kTop);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_print_area(sheet, 0, 0, here.rows > 0 ? here.rows - 1 : 0,
                         static_cast<lxw_col_t>(here.grid.printed() - 1));
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    // Part numbers are texts, whatever they look like.
    worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    if (const DocumentTable* table = leadingTable(section, plan)) {
        keepHead(section, plan, *table, sheet);
    }
    breakPages(document, plan, index, heights, sheet);
    setHeadAndFoot(document, sheet);
}

} // namespace rigwright
