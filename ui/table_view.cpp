// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table_view.h"

#include "ui/cell_delegate.h"
#include "ui/table_header.h"
#include "ui/theme.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace rigwright {

namespace {
constexpr int kRowPadding = 12;
} // namespace

TableView::TableView(QWidget* parent)
    : QTableView(parent)
{
    setItemDelegate(new CellDelegate(this));
    setHorizontalHeader(new TableHeader(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    connect(this, &QTableView::doubleClicked, this, &TableView::rowActivated);
    restyle();
}

void TableView::setStretchColumn(int column)
{
    stretch_ = column;
}

void TableView::setElasticColumns(std::vector<int> columns)
{
    elastic_ = std::move(columns);
}

void TableView::setLeastElasticWidth(int width)
{
    leastElasticWidth_ = width;
}

void TableView::setBreaksLines(bool breaksLines)
{
    breaksLines_ = breaksLines;
}

void TableView::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    fitColumns();
}

void TableView::fitColumns()
{
    contentWidths_.clear();
    if (model() == nullptr) {
        return;
    }
    for (int column = 0; column < model()->columnCount(); ++column) {
        contentWidths_.push_back(isColumnHidden(column) ? 0 : contentWidth(column));
    }
    shareWidth();
}

void TableView::shareWidth()
{
    std::vector<int> widths = contentWidths_;
    const int left = viewport()->width() - std::accumulate(widths.begin(), widths.end(), 0);
    if (left < 0) {
        squeeze(widths, -left);
    } else if (stretch_ < static_cast<int>(widths.size())) {
        widths[static_cast<std::size_t>(stretch_)] += left;
    }
    for (std::size_t column = 0; column < widths.size(); ++column) {
        setColumnWidth(static_cast<int>(column), widths[column]);
    }
    if (breaksLines_) {
        resizeRowsToContents();
    }
}

int TableView::contentWidth(int column) const
{
    return std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
}

void TableView::squeeze(std::vector<int>& widths, int excess) const
{
    for (const int column : elastic_) {
        int& width = widths[static_cast<std::size_t>(column)];
        const int given = std::clamp(width - leastElasticWidth_, 0, excess);
        width -= given;
        excess -= given;
    }
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    // Return in an editor ends it, and is no choice of the row.
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && currentIndex().isValid() && state() != EditingState) {
        Q_EMIT rowActivated(currentIndex());
        return;
    }
    // Where the current cell has no box of its own, the one in the first column is meant.
    const bool hasBox = currentIndex().flags().testFlag(Qt::ItemIsUserCheckable);
    const QModelIndex box = hasBox ? currentIndex() : currentIndex().siblingAtColumn(0);
    if (event->key() == Qt::Key_Space && box.flags().testFlag(Qt::ItemIsUserCheckable)) {
        const bool on = box.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        model()->setData(box, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    // A click says itself which row it means; a jump to the first one would move that row away from under it.
    const bool byClick = event->reason() == Qt::MouseFocusReason;
    if (!byClick && !currentIndex().isValid() && model() != nullptr && model()->rowCount() > 0) {
        selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::NoUpdate);
    }
}

void TableView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::StyleChange) {
        restyle();
        fitColumns();
    }
}

void TableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    shareWidth();
}

void TableView::setEmptyText(const QString& text)
{
    emptyText_ = text;
    viewport()->update();
}

void TableView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (emptyText_.isEmpty() || (model() != nullptr && model()->rowCount() > 0)) {
        return;
    }
    QPainter painter(viewport());
    painter.setFont(fontFor(TextSize::Text));
    painter.setPen(themeFor(QGuiApplication::palette()).muted);
    painter.drawText(viewport()->rect().adjusted(12, 12, -12, -12),
                     static_cast<int>(Qt::AlignHCenter | Qt::AlignTop) | Qt::TextWordWrap, emptyText_);
}

void TableView::restyle()
{
    const int row = fontMetrics().height() + kRowPadding;
    if (verticalHeader()->defaultSectionSize() != row) {
        verticalHeader()->setMinimumSectionSize(row);
        verticalHeader()->setDefaultSectionSize(row);
    }
}

} // namespace rigwright
