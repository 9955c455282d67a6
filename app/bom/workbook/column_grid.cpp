// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/workbook/column_grid.h"

#include "bom/cell_text.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace rigwright {

namespace {

/// Characters that fit on a page before it is made smaller.
constexpr double kPortraitPage = 94;
constexpr double kLandscapePage = 138;
/// A cell's margins.
constexpr double kMargin = 3;
constexpr double kFilterArrow = 2.2;
/// What a column takes beyond its characters.
constexpr double kColumnEdge = 0.72;
/// A page may be made smaller so far: ten-point letters stay larger than seven points.
constexpr double kSmallestPrint = 0.71;
constexpr std::size_t kManyColumns = 12;

/// What a column takes: that, and more where there is room.
struct ColumnNeed {
    double least = 0;
    double most = 0;
};

/// Many columns share a page that stays readable: so much of their width texts have at most.
double textPart(std::size_t columns)
{
    return columns > kManyColumns ? 0.7 : 1;
}

double widestOf(DocumentColumn::Kind kind, double part)
{
    constexpr double kText = 34;
    constexpr double kLongText = 48;
    constexpr double kCode = 72;
    constexpr double kNumber = 32;
    switch (kind) {
    case DocumentColumn::Kind::Text: return kText * part;
    case DocumentColumn::Kind::LongText: return kLongText * part;
    case DocumentColumn::Kind::Code: return kCode;
    case DocumentColumn::Kind::Number: return kNumber;
    }
    return kText;
}

/// The longest stretch that does not break; ideographs break anywhere.
std::size_t longestWord(std::string_view text)
{
    std::size_t longest = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n-/"), text.size());
        const std::string_view word = text.substr(0, end);
        longest = std::max(longest,
                           displayWidth(word) == word.size() ? word.size()
                                                             : std::min<std::size_t>(displayWidth(word), 8));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

/// A head has room for three lines.
double headWidth(const DocumentTable& table, const std::string& title)
{
    constexpr double kLines = 3;
    constexpr double kBold = 1.08;
    constexpr double kRoom = 1.5;
    const double width =
        std::max(static_cast<double>(longestWord(title)), static_cast<double>(displayWidth(title)) / kLines);
    return kBold * width + kRoom + (table.filter ? kFilterArrow : 0);
}

ColumnNeed needOf(const DocumentTable& table, std::size_t column, double part)
{
    constexpr double kReadable = 96;
    constexpr double kNarrowest = 4;
    constexpr double kRoomToWrite = 18;
    const DocumentColumn::Kind kind = table.columns[column].kind;
    const double limit = widestOf(kind, part);
    ColumnNeed need{kNarrowest, kNarrowest};
    bool empty = true;
    for (const DocumentRow& row : table.rows) {
        if (row.kind == DocumentRow::Kind::Group || column >= row.cells.size()) {
            continue;
        }
        const CellValue& value = row.cells[column].value;
        const double width = static_cast<double>(displayWidth(cellText(value)));
        const bool isText = std::holds_alternative<std::string>(value);
        empty = empty && width == 0;
        need.least = std::max(need.least, isText ? std::min(width, limit) : width);
        need.most = std::max(need.most, isText ? std::min(width, kReadable) : width);
    }
    const double head = std::max(headWidth(table, table.columns[column].title),
                                 table.toFillIn && empty ? kRoomToWrite : kNarrowest);
    return {std::max(need.least + kMargin, head), std::max(need.most + kMargin, head)};
}

/// Of the columns from the first to one before `end`.
std::vector<ColumnNeed> needsOf(const DocumentTable& table, std::size_t end, double part)
{
    std::vector<ColumnNeed> needs;
    for (std::size_t column = 0; column < end; ++column) {
        needs.push_back(needOf(table, column, part));
    }
    return needs;
}

std::vector<ColumnNeed> needsOf(const DocumentTable& table)
{
    return needsOf(table, table.columns.size(), textPart(table.columns.size()));
}

bool isReadable(const std::vector<ColumnNeed>& needs, double page)
{
    double width = 0;
    for (const ColumnNeed& need : needs) {
        width += need.least + kColumnEdge;
    }
    return width * kSmallestPrint <= page;
}

/// One past the last column that a reader of the page needs; the details behind it may stay in the file.
std::size_t endOfEssentials(const DocumentTable& table)
{
    std::size_t end = table.columns.size();
    while (end > 0 && table.columns[end - 1].detail) {
        --end;
    }
    return end > 0 ? end : table.columns.size();
}

/// What the columns of a table take that are printed beside each other in letters that can be read: all of them, or the
/// essential ones, whose texts then have no more room than they must.
std::vector<ColumnNeed> printedNeeds(const DocumentTable& table, double page)
{
    constexpr double kLeastPart = 0.35;
    constexpr double kStep = 0.05;
    std::vector<ColumnNeed> needs = needsOf(table);
    if (isReadable(needs, page)) {
        return needs;
    }
    const std::size_t end = endOfEssentials(table);
    for (double part = textPart(end); part >= kLeastPart; part -= kStep) {
        needs = needsOf(table, end, part);
        if (isReadable(needs, page)) {
            break;
        }
    }
    return needs;
}

const DocumentTable* tableOf(const DocumentBlock& block)
{
    return std::get_if<DocumentTable>(&block);
}

/// The one with the most columns; of several, one with a filter, as its cells may not be merged.
const DocumentTable* leadingTable(const DocumentSection& section)
{
    const DocumentTable* leading = nullptr;
    const auto rank = [](const DocumentTable& table) {
        return std::pair(table.filter, table.columns.size());
    };
    for (const DocumentBlock& block : section.blocks) {
        const DocumentTable* table = tableOf(block);
        if (table != nullptr && (leading == nullptr || rank(*table) > rank(*leading))) {
            leading = table;
        }
    }
    return leading;
}

/// Tables of the same columns stand below each other like one.
bool sameColumns(const DocumentTable& a, const DocumentTable& b)
{
    return std::ranges::equal(a.columns, b.columns, {}, &DocumentColumn::key, &DocumentColumn::key);
}

/// Gives columns that want more what the page has left.
void widen(std::vector<ColumnNeed>& needs, double page)
{
    double left = page;
    double wanted = 0;
    for (const ColumnNeed& need : needs) {
        left -= need.least;
        wanted += need.most - need.least;
    }
    if (left <= 0 || wanted <= 0) {
        return;
    }
    const double part = std::min(1.0, left / wanted);
    for (ColumnNeed& need : needs) {
        need.least += (need.most - need.least) * part;
    }
}

} // namespace

std::size_t wrappedLines(std::string_view text, double width)
{
    const auto room = static_cast<std::size_t>(std::max(1.0, width));
    std::size_t lines = 1;
    std::size_t used = 0;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(" \n");
        const std::size_t word = displayWidth(text.substr(0, end));
        if (used > 0 && used + word > room) {
            ++lines;
            used = 0;
        }
        // A word longer than a line fills lines of its own; ideographs are such a word.
        lines += word > room ? (word - 1) / room : 0;
        used = word > room ? (word - 1) % room + 1 : used + word;
        if (end == std::string_view::npos) {
            break;
        }
        const bool breaks = text[end] == '\n';
        lines += breaks ? 1 : 0;
        used = breaks ? 0 : used + 1;
        text.remove_prefix(end + 1);
    }
    return lines;
}

ColumnGrid::ColumnGrid(const DocumentSection& section)
    : places_(section.blocks.size())
{
    const double page = section.landscape ? kLandscapePage : kPortraitPage;
    if (const DocumentTable* leading = leadingTable(section)) {
        setWidths(section, *leading, page);
        for (std::size_t block = 0; block < section.blocks.size(); ++block) {
            const DocumentTable* table = tableOf(section.blocks[block]);
            if (table == nullptr) {
                continue;
            }
            if (sameColumns(*table, *leading)) {
                places_[block].resize(table->columns.size() + 1);
                std::iota(places_[block].begin(), places_[block].end(), lxw_col_t{0});
            } else {
                places_[block] = place(*table);
                printed_ = std::max(printed_, places_[block].back());
            }
        }
    }
    fillPage(page);
}

/// Those of the leading table and of those like it. Details that have no room on the page stand beside it.
void ColumnGrid::setWidths(const DocumentSection& section, const DocumentTable& leading, double page)
{
    std::vector<ColumnNeed> needs = printedNeeds(leading, page);
    for (const DocumentBlock& block : section.blocks) {
        const DocumentTable* table = tableOf(block);
        if (table != nullptr && table != &leading && sameColumns(*table, leading)) {
            const std::vector<ColumnNeed> others = needsOf(*table, needs.size(), textPart(needs.size()));
            std::ranges::transform(
                needs, others, needs.begin(), [](const ColumnNeed& a, const ColumnNeed& b) {
                    return ColumnNeed{std::max(a.least, b.least), std::max(a.most, b.most)};
                });
        }
    }
    widen(needs, page);
    printed_ = static_cast<lxw_col_t>(needs.size());
    for (const ColumnNeed& need : needs) {
        widths_.push_back(need.least);
    }
    const std::vector<ColumnNeed> all = needsOf(leading);
    if (needs.size() == all.size()) {
        fillPage(page);
    }
    for (std::size_t column = needs.size(); column < all.size(); ++column) {
        // Where no page is in the way, a text needs few lines.
        constexpr double kWide = 64;
        widths_.push_back(std::max(all[column].least, std::min(all[column].most, kWide)));
    }
}

/// Texts and charts have the page's width even where tables are narrow.
void ColumnGrid::fillPage(double page)
{
    constexpr double kLeast = 6;
    const double left = page - width(0, printed_);
    if (left > kLeast && printed_ == size()) {
        widths_.push_back(left);
        ++printed_;
    }
}

double ColumnGrid::width(lxw_col_t first, lxw_col_t end) const
{
    return std::accumulate(widths_.begin() + first, widths_.begin() + end, 0.0);
}

lxw_col_t ColumnGrid::paragraphEnd() const
{
    constexpr double kReadable = 120;
    lxw_col_t end = 1;
    while (end < printed_ && width(0, end + 1) <= kReadable) {
        ++end;
    }
    return end;
}

std::vector<lxw_col_t> ColumnGrid::place(const DocumentTable& table)
{
    std::vector<ColumnNeed> needs = needsOf(table);
    widen(needs, width(0, printed_));
    std::vector<lxw_col_t> columns{0};
    for (const ColumnNeed& need : needs) {
        columns.push_back(spanFrom(columns.back(), need.least));
    }
    return columns;
}

/// One past the last column of those that are together wide enough; the sheet grows where it has too few.
lxw_col_t ColumnGrid::spanFrom(lxw_col_t first, double need)
{
    constexpr double kNearEnough = 0.5;
    double found = 0;
    lxw_col_t end = first;
    while (end < size() && found + kNearEnough < need) {
        found += widths_[end++];
    }
    if (found + kNearEnough < need) {
        widths_.push_back(need - found);
        ++end;
    }
    return end;
}

} // namespace rigwright
