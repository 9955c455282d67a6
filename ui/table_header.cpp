// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table_header.h"

#include "ui/theme.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace rigwright {

namespace {

constexpr int kInset = 8;
constexpr int kArrow = 7;
constexpr int kArrowGap = 4;
constexpr int kHeight = 28;

void paintArrow(QPainter& painter, const QPointF& center, Qt::SortOrder order, const QColor& color)
{
    const double half = kArrow / 2.0;
    const double tip = order == Qt::AscendingOrder ? -half / 1.5 : half / 1.5;
    QPainterPath path(center + QPointF(-half, -tip));
    path.lineTo(center + QPointF(half, -tip));
    path.lineTo(center + QPointF(0, tip));
    path.closeSubpath();
    painter.fillPath(path, color);
}

} // namespace

TableHeader::TableHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(kInset * 3);
    setFocusPolicy(Qt::TabFocus);
    setFixedHeight(kHeight);
}

QString TableHeader::textOf(int section) const
{
    return model()->headerData(section, orientation(), Qt::DisplayRole).toString();
}

void TableHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const Theme theme = themeFor(QGuiApplication::palette());
    const QString text = textOf(section);
    const QFontMetrics metrics(fontFor(TextSize::Text));
    const bool toTheRight =
        Qt::Alignment(model()->headerData(section, orientation(), Qt::TextAlignmentRole).toInt())
            .testFlag(Qt::AlignRight);
    const QRect inside = rect.adjusted(kInset, 0, -kInset, -1);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(fontFor(TextSize::Text));
    painter->setPen(theme.muted);
    painter->drawText(inside,
                      static_cast<int>(Qt::AlignVCenter | (toTheRight ? Qt::AlignRight : Qt::AlignLeft)),
                      metrics.elidedText(text, Qt::ElideRight, inside.width()));
    if (isSortIndicatorShown() && sortIndicatorSection() == section) {
        const int away = metrics.horizontalAdvance(text) + kArrowGap + kArrow / 2;
        const double x = toTheRight ? inside.right() - away : inside.left() + away;
        paintArrow(*painter, {x, inside.center().y() + 1.0}, sortIndicatorOrder(), theme.muted);
    }
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line);
    if (hasFocus() && focused_ == section) {
        painter->fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), theme.accent);
    }
}

QSize TableHeader::sectionSizeFromContents(int section) const
{
    const QFontMetrics metrics(fontFor(TextSize::Text));
    const int arrow = isSortIndicatorShown() ? kArrowGap + kArrow : 0;
    return {metrics.horizontalAdvance(textOf(section)) + 2 * kInset + arrow + 2, kHeight};
}

void TableHeader::step(int direction)
{
    int next = focused_ + direction;
    while (next >= 0 && next < count() && isSectionHidden(next)) {
        next += direction;
    }
    if (next >= 0 && next < count()) {
        focused_ = next;
        viewport()->update();
    }
}

void TableHeader::sortByFocused()
{
    const bool again = sortIndicatorSection() == focused_ && sortIndicatorOrder() == Qt::AscendingOrder;
    setSortIndicator(focused_, again ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void TableHeader::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left: step(-1); break;
    case Qt::Key_Right: step(1); break;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter: sortByFocused(); break;
    default: QHeaderView::keyPressEvent(event);
    }
}

void TableHeader::focusInEvent(QFocusEvent* event)
{
    QHeaderView::focusInEvent(event);
    viewport()->update();
}

void TableHeader::focusOutEvent(QFocusEvent* event)
{
    QHeaderView::focusOutEvent(event);
    viewport()->update();
}

} // namespace rigwright
