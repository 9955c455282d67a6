// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/paper_table.h"

#include "bom/formats/paper_columns.h"
#include "bom/formats/paper_style.h"
#include "bom/formats/table_keys.h"

#include <QPainter>

#include <algorithm>

namespace rigwright {

namespace {

constexpr double kAbove = 22; ///< of the text in its row, and below it
constexpr double kFillIn = 24 * kPoint;
constexpr double kThin = 4;
constexpr double kThick = 10;

/// A text at its place in a row.
struct RowText {
    PaperTextPtr text;
    double left = 0;
    double top = 0;
};

struct PaperRowLook {
    QColor ground; ///< invalid: none
    double lineAbove = 0;
    double lineBelow = kThin;
};

struct PaperRow {
    std::vector<RowText> texts;
    std::vector<double> edges; ///< of cells that are filled in
    double height = 0;
    PaperRowLook look;
};

struct TableLayout {
    const DocumentTable& table;
    PaperColumns columns;
    double width = 0;
};

double bottomOf(const RowText& text)
{
    return text.top + text.text->height();
}

void closeRow(PaperRow& row, double least = 0)
{
    for (const RowText& text : row.texts) {
        row.height = std::max(row.height, bottomOf(text) + kAbove);
    }
    row.height = std::max(row.height, least);
}

PaperRow headRow(const TableLayout& layout)
{
    PaperRow row;
    row.look = {PaperColors().soft, 0, kThick};
    double left = 0;
    for (const PaperColumns::Shown& shown : layout.columns.shown) {
        const DocumentColumn& column = layout.table.columns[shown.index];
        const bool right = column.kind == DocumentColumn::Kind::Number;
        const PaperInk ink{paperTextFont(layout.columns.points, true), PaperColors().text,
                           right ? Qt::AlignRight : Qt::AlignLeft};
        row.texts.push_back(
            {std::make_shared<PaperText>(paperString(column.title), ink, shown.width - 2 * kCellPadding),
             left + kCellPadding, kAbove});
        left += shown.width;
    }
    closeRow(row);
    // Titles stand on the line below them.
    for (RowText& text : row.texts) {
        text.top = row.height - kAbove - text.text->height();
    }
    return row;
}

PaperInk cellInk(const TableLayout& layout, const DocumentRow& row, const DocumentColumn& column,
                 const DocumentCell& cell)
{
    const bool strong = row.kind != DocumentRow::Kind::Line || cell.tone == CellTone::Strong;
    const bool code = column.kind == DocumentColumn::Kind::Code && !strong;
    return {code ? paperCodeFont(layout.columns.points) : paperTextFont(layout.columns.points, strong),
            toneColor(cell.tone), standsRight(column, cell) ? Qt::AlignRight : Qt::AlignLeft};
}

void addCells(PaperRow& laid, const TableLayout& layout, const DocumentRow& row)
{
    double left = 0;
    for (const PaperColumns::Shown& shown : layout.columns.shown) {
        if (shown.index < row.cells.size()) {
            const DocumentCell& cell = row.cells[shown.index];
            const PaperInk ink = cellInk(layout, row, layout.table.columns[shown.index], cell);
            const QString text = paperString(cellText(cell.value));
            std::vector<PaperAccent> accents;
            if (const QString link = paperLink(cell); !link.isEmpty()) {
                accents.push_back({0, static_cast<int>(text.size()), PaperColors().accent, link});
            }
            laid.texts.push_back(
                {std::make_shared<PaperText>(text, ink, shown.width - 2 * kCellPadding, accents),
                 left + kCellPadding, kAbove});
        }
        left += shown.width;
        if (layout.table.toFillIn) {
            laid.edges.push_back(left);
        }
    }
}

/// What has no room beside the others: "Price kind: street · Price date: 2026-08-01".
void addBelow(PaperRow& laid, const TableLayout& layout, const DocumentRow& row)
{
    QString text;
    std::vector<PaperAccent> accents;
    for (const std::size_t index : layout.columns.below) {
        const QString value =
            index < row.cells.size() ? paperString(cellText(row.cells[index].value)) : QString();
        if (value.isEmpty()) {
            continue;
        }
        const QString title = paperString(layout.table.columns[index].title);
        text += (text.isEmpty() ? QString() : QStringLiteral("  ·  ")) +
            (title.isEmpty() ? QString() : title + QStringLiteral(": "));
        const CellTone tone = row.cells[index].tone;
        const QString link = paperLink(row.cells[index]);
        accents.push_back({static_cast<int>(text.size()), static_cast<int>(value.size()),
                           !link.isEmpty()               ? PaperColors().accent
                               : tone == CellTone::Plain ? PaperColors().text
                                                         : toneColor(tone),
                           link});
        text += value;
    }
    if (text.isEmpty()) {
        return;
    }
    closeRow(laid);
    const double left = layout.columns.shown.front().width + kCellPadding;
    const PaperInk ink{paperTextFont(layout.columns.points - 0.5), PaperColors().muted};
    laid.texts.push_back({std::make_shared<PaperText>(text, ink, layout.width - left - kCellPadding, accents),
                          left, laid.height - kAbove / 2});
}

PaperRow layOutRow(const TableLayout& layout, const DocumentRow& row)
{
    PaperRow laid;
    const DocumentCell* only = row.kind == DocumentRow::Kind::Group ? onlyCell(row) : nullptr;
    if (only != nullptr) {
        const PaperInk ink{paperTextFont(layout.columns.points, true), PaperColors().text};
        laid.texts.push_back({std::make_shared<PaperText>(paperString(cellText(only->value)), ink,
                                                          layout.width - 2 * kCellPadding),
                              kCellPadding, kAbove});
        laid.look.ground = PaperColors().soft;
    } else {
        addCells(laid, layout, row);
        addBelow(laid, layout, row);
        laid.look.lineAbove = row.kind == DocumentRow::Kind::Total ? kThick
            : row.kind == DocumentRow::Kind::Subtotal              ? 2 * kThin
                                                                   : 0;
    }
    closeRow(laid, layout.table.toFillIn ? kFillIn : 0);
    return laid;
}

/// The part of a row between two heights.
struct RowPart {
    std::shared_ptr<const PaperRow> row;
    double from = 0;
    double height = 0;
    double width = 0;
};

void drawRow(QPainter& painter, const QPointF& place, const RowPart& part)
{
    const PaperRow& row = *part.row;
    if (row.look.ground.isValid()) {
        painter.fillRect(QRectF(place, QSizeF(part.width, part.height)), row.look.ground);
    }
    const double bottom = place.y() + part.height;
    const bool isEnd = part.from + part.height >= row.height - 1;
    painter.setPen(QPen(PaperColors().line, row.look.lineBelow));
    painter.drawLine(QPointF(place.x(), bottom), QPointF(place.x() + part.width, bottom));
    for (const double edge : row.edges) {
        painter.drawLine(place + QPointF(edge, 0), QPointF(place.x() + edge, bottom));
    }
    if (row.look.lineAbove > 0 && part.from <= 0) {
        painter.setPen(QPen(PaperColors().text, row.look.lineAbove));
        painter.drawLine(place, place + QPointF(part.width, 0));
    }
    for (const RowText& text : row.texts) {
        const int first = text.text->linesWithin(0, part.from - text.top);
        const int end =
            isEnd ? text.text->lines() : text.text->linesWithin(0, part.from + part.height - text.top);
        const double top = text.top + text.text->heightOf(0, first) - part.from;
        if (end > first) {
            text.text->draw(painter, place + QPointF(text.left, top), first, end - first);
        }
    }
}

void putRow(PaperFlow& flow, const RowPart& part)
{
    flow.put(part.height, [part](QPainter& painter, const QPointF& place) { drawRow(painter, place, part); });
}

/// Where a row that is higher than a page may be cut: at the end of a line of each text.
double cutWithin(const PaperRow& row, double from, double room)
{
    double cut = from;
    for (const RowText& text : row.texts) {
        const int lines = text.text->linesWithin(0, from + room - text.top);
        cut = std::max(cut, text.top + text.text->heightOf(0, lines));
    }
    return cut > from ? cut : from + room;
}

class TableFlow {
public:
    TableFlow(PaperFlow& flow, const DocumentTable& table)
        : flow_(flow)
        , layout_{table, choosePaperColumns(table, flow.width()), flow.width()}
    {
        if (hasHead(table)) {
            head_ = std::make_shared<const PaperRow>(headRow(layout_));
        }
    }

    void put(const std::vector<DocumentRow>& rows)
    {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto row = std::make_shared<const PaperRow>(layOutRow(layout_, rows[i]));
            // What heads a group stays with its first line.
            const bool heads = rows[i].kind == DocumentRow::Kind::Group && i + 1 < rows.size();
            putWhole(row, row->height + (heads ? layOutRow(layout_, rows[i + 1]).height : 0));
        }
    }

private:
    void putHead()
    {
        if (head_) {
            putRow(flow_, {head_, 0, head_->height, layout_.width});
        }
        begun_ = true;
    }

    void putWhole(const std::shared_ptr<const PaperRow>& row, double together)
    {
        const double head = head_ ? head_->height : 0;
        const double needed = together + (begun_ ? 0 : head);
        if (needed > flow_.room() && !flow_.isAtTop()) {
            flow_.startPage(flow_.isLandscape());
            begun_ = false;
        }
        if (!begun_) {
            putHead();
        }
        double from = 0;
        while (row->height - from > flow_.room()) {
            const double cut = cutWithin(*row, from, flow_.room());
            putRow(flow_, {row, from, cut - from, layout_.width});
            from = cut;
            flow_.startPage(flow_.isLandscape());
            putHead();
        }
        putRow(flow_, {row, from, row->height - from, layout_.width});
    }

    PaperFlow& flow_;
    TableLayout layout_;
    std::shared_ptr<const PaperRow> head_;
    bool begun_ = false; ///< on this page
};

} // namespace

void putPaperTable(PaperFlow& flow, const DocumentTable& table)
{
    if (table.columns.empty() || table.rows.empty()) {
        return;
    }
    constexpr double kTitle = 9.5;
    constexpr double kKeptTogether = 60 * kPoint;
    if (!table.title.empty()) {
        flow.need(kKeptTogether);
        flow.skip(6 * kPoint);
        flow.putText(std::make_shared<PaperText>(paperString(table.title),
                                                 PaperInk{paperTextFont(kTitle, true), PaperColors().text},
                                                 flow.width()));
        flow.skip(3 * kPoint);
    }
    TableFlow(flow, table).put(table.rows);
    flow.skip(10 * kPoint);
}

} // namespace rigwright
