// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/workbook/page_setup.h"

#include "bom/workbook/sheet_text.h"

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

void keepHead(const BookPlan& plan, const DocumentTable& table, lxw_worksheet* sheet)
{
    const TablePlace& place = plan.tables.at(table.id);
    worksheet_repeat_rows(sheet, *place.headRow, *place.headRow);
    if (!table.filter) {
        return;
    }
    // Rows that always stay in sight must leave room for the others.
    constexpr lxw_row_t kMostFrozen = 14;
    if (*place.headRow < kMostFrozen) {
        worksheet_freeze_panes(sheet, *place.headRow + 1, 0);
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

} // namespace

void setUpPage(const Document& document, const BookPlan& plan, std::size_t index, lxw_worksheet* sheet)
{
    constexpr std::uint8_t kLetter = 1;
    constexpr std::uint8_t kA4 = 9;
    constexpr double kSide = 0.5; // inches
    constexpr double kTop = 0.75;
    const DocumentSection& section = document.sections[index];
    const SheetPlan& here = plan.sheets[index];
    worksheet_set_paper(sheet, document.paper == Paper::Letter ? kLetter : kA4);
    if (section.landscape) {
        worksheet_set_landscape(sheet);
    }
    worksheet_set_margins(sheet, kSide, kSide, kTop, kTop);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_print_area(sheet, 0, 0, here.rows > 0 ? here.rows - 1 : 0,
                         static_cast<lxw_col_t>(here.grid.size() - 1));
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    // Part numbers are texts, whatever they look like.
    worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    if (const DocumentTable* table = leadingTable(section, plan)) {
        keepHead(plan, *table, sheet);
    }
    setHeadAndFoot(document, sheet);
}

} // namespace rigwright
