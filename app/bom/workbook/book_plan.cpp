// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/workbook/book_plan.h"

#include "bom/workbook/sheet_text.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

/// Title, subtitle, a blank row.
constexpr lxw_row_t kFirstBlock = 3;

bool hasHead(const DocumentTable& table)
{
    return std::ranges::any_of(table.columns,
                               [](const DocumentColumn& column) { return !column.title.empty(); });
}

/// Puts the blocks of a section below each other.
class SheetPlanner {
public:
    SheetPlanner(BookPlan& book, const DocumentSection& section, std::string name)
        : book_(book)
        , section_(section)
        , plan_{std::move(name), ColumnGrid(section), {}, 0}
    { }

    SheetPlan plan()
    {
        lxw_row_t row = kFirstBlock;
        for (std::size_t i = 0; i < section_.blocks.size(); ++i) {
            const bool joined = i > 0 && isText(i) && isText(i - 1);
            row += i > 0 && !joined ? 1 : 0;
            const lxw_row_t rows =
                std::visit([&](const auto& block) { return rowsOf(block, row, i); }, section_.blocks[i]);
            plan_.blocks.push_back({row, rows});
            row += rows;
        }
        plan_.rows = row;
        return std::move(plan_);
    }

private:
    [[nodiscard]] bool isText(std::size_t block) const
    {
        return std::holds_alternative<DocumentText>(section_.blocks[block]);
    }

    lxw_row_t rowsOf(const DocumentText& text, lxw_row_t /*row*/, std::size_t /*block*/) const
    {
        return static_cast<lxw_row_t>((paragraphLines(plan_.grid, text.text) - 1) / kLinesOfRow + 1);
    }

    static lxw_row_t rowsOf(const DocumentCode& code, lxw_row_t /*row*/, std::size_t /*block*/)
    {
        const auto lines = 1 + std::ranges::count(code.text, '\n') - (code.text.ends_with('\n') ? 1 : 0);
        return static_cast<lxw_row_t>(lines) + (code.title.empty() ? 0 : 1);
    }

    static lxw_row_t rowsOf(const DocumentChart& chart, lxw_row_t /*row*/, std::size_t /*block*/)
    {
        return static_cast<lxw_row_t>(chartHeight(chart) / kRowPixels + 1);
    }

    lxw_row_t rowsOf(const DocumentTable& table, lxw_row_t row, std::size_t block)
    {
        const lxw_row_t first = row;
        TablePlace place;
        place.sheet = book_.sheets.size();
        place.columns = plan_.grid.columnsOf(block);
        if (!table.title.empty()) {
            place.titleRow = row++;
        }
        if (hasHead(table)) {
            place.headRow = row++;
        }
        place.firstRow = row;
        book_.tables.emplace(table.id, std::move(place));
        return row - first + static_cast<lxw_row_t>(table.rows.size());
    }

    BookPlan& book_;
    const DocumentSection& section_;
    SheetPlan plan_;
};

std::string cellName(lxw_row_t row, lxw_col_t column, bool absolute)
{
    std::array<char, LXW_MAX_CELL_NAME_LENGTH> name{};
    const std::uint8_t fixed = absolute ? 1 : 0;
    lxw_rowcol_to_cell_abs(name.data(), row, column, fixed, fixed);
    return name.data();
}

} // namespace

int chartHeight(const DocumentChart& chart)
{
    constexpr int kLines = 380;
    constexpr int kFrame = 150; // title, axis, legend
    constexpr int kBar = 34;
    constexpr int kLeast = 260;
    constexpr int kMost = 1'200;
    if (chart.kind == DocumentChart::Kind::Lines) {
        return kLines;
    }
    const auto bars = static_cast<int>(
        std::min<std::size_t>(chart.categories.lastRow - chart.categories.firstRow + 1, kMost));
    return std::clamp(kFrame + kBar * bars, kLeast, kMost);
}

std::size_t paragraphLines(const ColumnGrid& grid, const std::string& text)
{
    // Letters are narrower than the digits by which columns are measured.
    constexpr double kLettersOfDigit = 1.12;
    return wrappedLines(text, kLettersOfDigit * grid.width(0, grid.paragraphEnd()));
}

std::optional<std::string> BookPlan::reference(const Document& document, const CellRange& range,
                                               std::size_t fromSheet, const std::string& fromTable) const
{
    const DocumentTable* table = document.findTable(range.table);
    const auto found = tables.find(range.table);
    if (table == nullptr || found == tables.end() || range.lastRow >= table->rows.size() ||
        range.lastColumn >= table->columns.size() || range.firstRow > range.lastRow ||
        range.firstColumn > range.lastColumn) {
        return std::nullopt;
    }
    const TablePlace& place = found->second;
    const bool absolute = range.table != fromTable;
    const auto name = [&](std::size_t row, std::size_t column) {
        return cellName(place.firstRow + static_cast<lxw_row_t>(row), place.columns.at(column), absolute);
    };
    std::string text = name(range.firstRow, range.firstColumn);
    if (range.firstRow != range.lastRow || range.firstColumn != range.lastColumn) {
        text += ":" + name(range.lastRow, range.lastColumn);
    }
    return (place.sheet == fromSheet ? "" : sheetPrefix(sheets[place.sheet].name)) + text;
}

Expected<BookPlan> planBook(const Document& document)
{
    BookPlan book;
    std::vector<std::string> names;
    for (const DocumentSection& section : document.sections) {
        names.push_back(sheetName(section.title, names));
        book.sheets.push_back(SheetPlanner(book, section, names.back()).plan());
        if (book.sheets.back().rows > LXW_ROW_MAX || book.sheets.back().grid.widths().size() > LXW_COL_MAX) {
            return fail("can't be written: \"" + section.title +
                        "\" has more rows or columns than a sheet of a workbook holds");
        }
    }
    return book;
}

} // namespace rigwright
