// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart_legend.h"

#include "ui/hatch.h"
#include "ui/theme.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kStroke = 24;
constexpr int kBox = 12;
constexpr int kSampleGap = 6;
constexpr int kEntryGap = 16;
constexpr int kRowGap = 2;

int sampleWidth(const LegendEntry& entry)
{
    return entry.sample == LegendEntry::Sample::Line ? kStroke : kBox;
}

/// Where each entry lies in so much width.
std::vector<QRect> arrange(const std::vector<LegendEntry>& entries, int width)
{
    const QFontMetrics metrics(fontFor(TextSize::Hint));
    std::vector<QRect> places;
    int x = 0;
    int y = 0;
    for (const LegendEntry& entry : entries) {
        const int text = metrics.horizontalAdvance(entry.text) + 1;
        const int wanted = std::min(width, sampleWidth(entry) + kSampleGap + text);
        if (x > 0 && x + wanted > width) {
            x = 0;
            y += metrics.height() + kRowGap;
        }
        places.emplace_back(x, y, wanted, metrics.height());
        x += wanted + kEntryGap;
    }
    return places;
}

void paintSample(QPainter& painter, const LegendEntry& entry, const QRectF& place)
{
    QRectF box(0, 0, kBox, kBox);
    box.moveCenter(place.center());
    switch (entry.sample) {
    case LegendEntry::Sample::Line: {
        const double middle = place.top() + (place.height() + 1) / 2;
        painter.setPen(QPen(entry.color, 2.5, entry.line, Qt::FlatCap));
        painter.drawLine(QPointF(place.left(), middle), QPointF(place.right(), middle));
        break;
    }
    case LegendEntry::Sample::Filled: painter.fillRect(box, entry.color); break;
    case LegendEntry::Sample::Hatched: paintHatched(painter, box, entry.color); break;
    }
}

} // namespace

int legendHeight(const std::vector<LegendEntry>& entries, int width)
{
    const std::vector<QRect> places = arrange(entries, width);
    return places.empty() ? 0 : places.back().bottom() + 1;
}

void paintLegend(QPainter& painter, const std::vector<LegendEntry>& entries, const QRect& place,
                 const QColor& ink)
{
    painter.setFont(fontFor(TextSize::Hint));
    const QFontMetrics metrics(painter.font());
    const std::vector<QRect> places = arrange(entries, place.width());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const QRect entry = places[i].translated(place.topLeft());
        const int sample = sampleWidth(entries[i]);
        paintSample(painter, entries[i], QRectF(entry.left(), entry.top(), sample, entry.height()));
        const QRect text = entry.adjusted(sample + kSampleGap, 0, 0, 0);
        painter.setPen(ink);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(entries[i].text, Qt::ElideRight, text.width()));
    }
}

ChartLegend::ChartLegend(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChartLegend::setEntries(std::vector<LegendEntry> entries)
{
    // A slider sets the same names again and again: only another height is worth another layout.
    const int before = heightForWidth(width());
    entries_ = std::move(entries);
    QStringList names;
    for (const LegendEntry& entry : entries_) {
        names.append(entry.text);
    }
    setAccessibleName(names.join(QStringLiteral(", ")));
    if (heightForWidth(width()) != before) {
        updateGeometry();
    }
    update();
}

QSize ChartLegend::sizeHint() const
{
    return {200, heightForWidth(width() > 0 ? width() : 200)};
}

int ChartLegend::heightForWidth(int width) const
{
    return legendHeight(entries_, width);
}

void ChartLegend::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLegend(painter, entries_, rect(), themeFor(QGuiApplication::palette()).muted);
}

} // namespace rigwright
