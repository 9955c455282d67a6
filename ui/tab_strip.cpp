// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tab_strip.h"

#include "ui/theme.h"

#include <QPainter>

namespace rigwright {

TabStrip::TabStrip(QWidget* parent)
    : QTabBar(parent)
{
    setObjectName(QStringLiteral("tabs"));
    setExpanding(false);
    setDrawBase(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::TabFocus);
}

QSize TabStrip::tabSizeHint(int index) const
{
    constexpr int kPadding = 28;
    QSize size = QTabBar::tabSizeHint(index);
    const QFontMetrics bold(fontFor(TextSize::Title));
    size.setWidth(bold.horizontalAdvance(tabText(index)) + kPadding);
    return size;
}

void TabStrip::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setPen(themeFor(palette()).line);
    painter.drawLine(0, height() - 1, width(), height() - 1);
    painter.end();
    QTabBar::paintEvent(event);
}

} // namespace rigwright
