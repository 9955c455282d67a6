// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/paper_columns.h"

#include "bom/formats/paper_style.h"
#include "bom/formats/paper_text.h"
#include "bom/formats/table_keys.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <numeric>

namespace rigwright {

namespace {

constexpr double kLargest = 8; ///< points of the font
constexpr double kWidestWord = 75 * kPoint;
constexpr double kWidestText = 170 * kPoint;
constexpr double kWidestLongText = 320 * kPoint;

/// What one column would like at a size of the font.
struct ColumnWish {
    std::size_t index = 0;
    double least = 0;
    double most = 0;
    bool figures = false;
    bool detail = false;
    bool blank = true; ///< in every line
};

double longestWord(const QString& text, const QFont& font)
{
    double longest = 0;
    for (const QString& word : text.split(QRegularExpression(QStringLiteral("\\s")))) {
        longest = std::max(longest, paperWidth(word, font));
    }
    return std::min(longest, kWidestWord);
}

ColumnWish wishOf(const DocumentTable& table, std::size_t index)
{
    const DocumentColumn& column = table.columns[index];
    const bool code = column.kind == DocumentColumn::Kind::Code;
    const QFont head = paperTextFont(kLargest, true);
    const QFont font = code ? paperCodeFont(kLargest) : paperTextFont(kLargest);
    ColumnWish wish{
        .index = index, .figures = column.kind == DocumentColumn::Kind::Number, .detail = column.detail};
    const QString title = paperString(column.title);
    wish.least = longestWord(title, head);
    wish.most = std::min(paperWidth(title, head), kWidestText);
    for (const DocumentRow& row : table.rows) {
        if (index >= row.cells.size() || (row.kind == DocumentRow::Kind::Group && onlyCell(row) != nullptr)) {
            continue;
        }
        const DocumentCell& cell = row.cells[index];
        const QString text = paperString(cellText(cell.value));
        wish.blank = wish.blank && text.isEmpty();
        const QFont& used = row.kind == DocumentRow::Kind::Line ? font : head;
        const double whole = paperWidth(text, used);
        const bool oneLine = wish.figures || !std::holds_alternative<std::string>(cell.value);
        const double most = column.kind == DocumentColumn::Kind::LongText ? kWidestLongText : kWidestText;
        wish.least = std::max(wish.least, oneLine ? std::min(whole, kWidestText) : longestWord(text, used));
        wish.most = std::max(wish.most, std::min(whole, most));
    }
    wish.most = std::max(wish.least, wish.most);
    return wish;
}

/// At the largest size of the font.
std::vector<ColumnWish> wishesOf(const DocumentTable& table)
{
    std::vector<ColumnWish> wishes;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        wishes.push_back(wishOf(table, i));
    }
    return wishes;
}

std::vector<ColumnWish> atSize(std::vector<ColumnWish> wishes, double points)
{
    constexpr double kRounding = 5;
    for (ColumnWish& wish : wishes) {
        for (double* width : {&wish.least, &wish.most}) {
            *width = *width * points / kLargest + 2 * kCellPadding + kRounding;
        }
    }
    return wishes;
}

double leastOf(const std::vector<ColumnWish>& wishes)
{
    return std::accumulate(wishes.begin(), wishes.end(), 0.0,
                           [](double sum, const ColumnWish& wish) { return sum + wish.least; });
}

/// The last detail behind the first two columns; without such, the last column of words there; else the last column.
std::size_t nextToFold(const std::vector<ColumnWish>& wishes)
{
    for (std::size_t i = wishes.size() - 1; i > 1; --i) {
        if (wishes[i].detail) {
            return i;
        }
    }
    for (std::size_t i = wishes.size() - 1; i > 1; --i) {
        if (!wishes[i].figures) {
            return i;
        }
    }
    return wishes.size() - 1;
}

/// Columns get what they like as far as it goes; what is left goes to the words, or to all where there are none.
void shareWidth(PaperColumns& columns, const std::vector<ColumnWish>& wishes, double width)
{
    const double least = leastOf(wishes);
    double wanted = 0;
    double words = 0;
    for (const ColumnWish& wish : wishes) {
        wanted += wish.most - wish.least;
        words += wish.figures ? 0 : 1;
    }
    const double spare = width - least;
    const double share = wanted > 0 ? std::clamp(spare / wanted, 0.0, 1.0) : 0;
    const double left = std::max(0.0, spare - wanted);
    for (const ColumnWish& wish : wishes) {
        const bool grows = words == 0 || !wish.figures;
        const double extra = grows ? left / (words == 0 ? static_cast<double>(wishes.size()) : words) : 0;
        const double own = wish.least + share * (wish.most - wish.least) + extra;
        // One column alone may have a figure wider than the page.
        columns.shown.push_back({wish.index, spare < 0 ? own * width / least : own});
    }
}

} // namespace

PaperColumns choosePaperColumns(const DocumentTable& table, double width)
{
    constexpr std::array kSizes{kLargest, 7.5, 7.0};
    constexpr double kComfort = 1.25; ///< of what is least, so that texts don't become towers of words
    PaperColumns columns;
    const std::vector<ColumnWish> largest = wishesOf(table);
    std::vector<ColumnWish> wishes;
    for (const double points : kSizes) {
        columns.points = points;
        wishes = atSize(largest, points);
        if (leastOf(wishes) * kComfort <= width) {
            shareWidth(columns, wishes, width);
            return columns;
        }
    }
    if (!table.toFillIn) {
        std::erase_if(wishes, [](const ColumnWish& wish) { return wish.blank; });
    }
    while (wishes.size() > 1 && leastOf(wishes) * kComfort > width) {
        const std::size_t folded = nextToFold(wishes);
        columns.below.push_back(wishes[folded].index);
        wishes.erase(wishes.begin() + static_cast<std::ptrdiff_t>(folded));
    }
    std::ranges::sort(columns.below);
    shareWidth(columns, wishes, width);
    return columns;
}

} // namespace rigwright
