// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart_legend.h"

#include "ui/theme.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace rigwright {

namespace {
constexpr int kStroke = 20;
constexpr int kStrokeGap = 6;
constexpr int kEntryGap = 16;
constexpr int kRowGap = 2;
} // namespace

ChartLegend::ChartLegend(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChartLegend::setEntries(std::vector<LegendEntry> entries)
{
    entries_ = std::move(entries);
    QStringList names;
    for (const LegendEntry& entry : entries_) {
        names.append(entry.text);
    }
    setAccessibleName(names.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

std::vector<QRect> ChartLegend::arrange(int width) const
{
    const QFontMetrics metrics(fontFor(TextSize::Hint));
    std::vector<QRect> places;
    int x = 0;
    int y = 0;
    for (const LegendEntry& entry : entries_) {
        const int wanted = std::min(width, kStroke + kStrokeGap + metrics.horizontalAdvance(entry.text) + 1);
        if (x > 0 && x + wanted > width) {
            x = 0;
            y += metrics.height() + kRowGap;
        }
        places.emplace_back(x, y, wanted, metrics.height());
        x += wanted + kEntryGap;
    }
    return places;
}

QSize ChartLegend::sizeHint() const
{
    return {200, heightForWidth(width() > 0 ? width() : 200)};
}

int ChartLegend::heightForWidth(int width) const
{
    const std::vector<QRect> places = arrange(width);
    return places.empty() ? 0 : places.back().bottom() + 1;
}

void ChartLegend::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontFor(TextSize::Hint));
    const QFontMetrics metrics(painter.font());
    const QColor ink = themeFor(QGuiApplication::palette()).muted;
    const std::vector<QRect> places = arrange(width());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const QRect& place = places[i];
        const double middle = place.center().y() + 0.5;
        painter.setPen(QPen(entries_[i].color, 2.5, entries_[i].line, Qt::FlatCap));
        painter.drawLine(QPointF(place.left(), middle), QPointF(place.left() + kStroke, middle));
        const QRect text = place.adjusted(kStroke + kStrokeGap, 0, 0, 0);
        painter.setPen(ink);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(entries_[i].text, Qt::ElideRight, text.width()));
    }
}

} // namespace rigwright
