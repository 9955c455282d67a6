// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report_table.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QTextCursor>
#include <QTextTable>
#include <QTextTableCellFormat>

#include <algorithm>
#include <numeric>

namespace rigwright {

namespace {

constexpr double kPadding = 3;

struct CellLook {
    bool head = false;
    bool words = false; ///< amounts stand at the right, in one line
    double scale = 1;   ///< of the font
};

QFont cellFont(double scale)
{
    QFont font = paperFont(TextSize::Hint);
    font.setPointSizeF(QFontInfo(font).pointSizeF() * scale);
    return font;
}

bool holdsWords(const FigureTable& table, int column)
{
    return std::ranges::find(table.textColumns, column) != table.textColumns.end();
}

void fillCell(QTextTableCell cell, QString text, const CellLook& wanted)
{
    const Theme colors = lightTheme();
    QTextTableCellFormat look;
    look.setTopPadding(kPadding);
    look.setBottomPadding(kPadding);
    look.setLeftPadding(cell.column() == 0 ? 0 : 2 * kPadding);
    look.setBottomBorder(wanted.head ? 1 : 0.5);
    look.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    look.setBottomBorderBrush(wanted.head ? colors.muted : colors.line);
    look.setVerticalAlignment(wanted.head ? QTextCharFormat::AlignBottom : QTextCharFormat::AlignTop);
    cell.setFormat(look);
    QTextBlockFormat block;
    block.setAlignment(wanted.words ? Qt::AlignLeft : Qt::AlignRight);
    QTextCharFormat ink;
    ink.setFont(cellFont(wanted.scale));
    ink.setForeground(wanted.head ? colors.muted : colors.text);
    if (!wanted.head && !wanted.words) {
        text.replace(QLatin1Char(' '), QChar(QChar::Nbsp));
    }
    QTextCursor inside = cell.firstCursorPosition();
    inside.setBlockFormat(block);
    inside.insertText(text, ink);
}

/// What a column would like to have: an amount in one line, words in a column that is still read at a glance.
double wantedWidth(const FigureTable& table, int column, const QFontMetricsF& metrics)
{
    constexpr double kWidestWords = 240;
    constexpr double kWidestHead = 90; ///< of a word: names of offers break anywhere
    constexpr double kBeside = 2;      ///< what rounding takes
    double width = 0;
    for (const QString& word : table.headers[column].split(QLatin1Char(' '))) {
        width = std::max(width, std::min(metrics.horizontalAdvance(word), kWidestHead));
    }
    for (const QStringList& row : table.rows) {
        const double text = metrics.horizontalAdvance(row.value(column));
        width = std::max(width, holdsWords(table, column) ? std::min(text, kWidestWords) : text);
    }
    return width + 2 * kPadding + kBeside;
}

} // namespace

QFont paperFont(TextSize size)
{
    QFont font = fontFor(size);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void insertReportTable(QTextCursor& cursor, const FigureTable& table, double pageWidth)
{
    constexpr double kSmallest = 0.55;
    constexpr double kAll = 100; // per cent
    const auto columns = static_cast<int>(table.headers.size());
    const QFontMetricsF metrics(cellFont(1));
    std::vector<double> widths;
    for (int column = 0; column < columns; ++column) {
        widths.push_back(wantedWidth(table, column, metrics));
    }
    const double sum = std::max(1.0, std::accumulate(widths.begin(), widths.end(), 0.0));
    QTextTableFormat format;
    format.setBorder(0);
    format.setBorderCollapse(true);
    format.setCellPadding(0);
    format.setCellSpacing(0);
    format.setHeaderRowCount(1);
    format.setWidth(QTextLength(QTextLength::FixedLength, pageWidth));
    format.setTopMargin(4);
    format.setBottomMargin(10);
    QList<QTextLength> shares;
    for (const double width : widths) {
        shares.append(QTextLength(QTextLength::PercentageLength, kAll * width / sum));
    }
    format.setColumnWidthConstraints(shares);
    QTextTable* made = cursor.insertTable(static_cast<int>(table.rows.size()) + 1, columns, format);
    const double scale = std::clamp(pageWidth / sum, kSmallest, 1.0);
    for (int column = 0; column < columns; ++column) {
        const bool words = holdsWords(table, column);
        fillCell(made->cellAt(0, column), table.headers[column], {true, words, scale});
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            fillCell(made->cellAt(static_cast<int>(row) + 1, column), table.rows[row].value(column),
                     {false, words, scale});
        }
    }
    cursor.movePosition(QTextCursor::End);
}

} // namespace rigwright
