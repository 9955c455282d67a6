// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/band_chart.h"

#include "ui/text.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

constexpr int kTop = 26;
constexpr int kRight = 14;
constexpr int kBottom = 42;
constexpr int kBesideFigures = 12;
constexpr int kMostSteps = 6;
constexpr double kDot = 3.5;
constexpr int kReadingRoom = 34;

double log2Of(double at)
{
    return std::log2(std::max(at, 1.0));
}

} // namespace

BandChart::BandChart(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("bandChart"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMouseTracking(true);
}

void BandChart::showCurve(BandCurve curve, const QString& horizontal, const QString& vertical,
                          ValueText valueText, PlaceText placeText)
{
    curve_ = std::move(curve);
    horizontal_ = horizontal;
    vertical_ = vertical;
    valueText_ = std::move(valueText);
    placeText_ = std::move(placeText);
    hoverX_.reset();
    describe();
    update();
}

void BandChart::mouseMoveEvent(QMouseEvent* event)
{
    const bool inside = curve_.points.size() > 1 && plot().contains(event->position());
    hoverX_ = inside ? std::optional(event->position().x()) : std::nullopt;
    setCursor(hoverX_ ? Qt::CrossCursor : Qt::ArrowCursor);
    update();
}

void BandChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && curve_.points.size() > 1 && plot().contains(event->position())) {
        Q_EMIT placeChosen(placeAt(event->position().x()));
    }
}

void BandChart::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    hoverX_.reset();
    update();
}

void BandChart::paintEvent(QPaintEvent* /*event*/)
{
    const Theme theme = themeFor(palette());
    QPainter painter(this);
    if (curve_.points.size() < 2) {
        painter.setPen(theme.muted);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Nothing else works here that this could be compared with."));
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontFor(TextSize::Hint));
    paintAxes(painter, theme);
    paintBand(painter, theme);
    paintLimits(painter, theme);
    paintReading(painter, theme);
}

QRectF BandChart::plot() const
{
    const QFontMetrics metrics(fontFor(TextSize::Hint));
    const AxisRange range = axis();
    const QString widest = QLocale().toString(range.high, 'f', range.step < 1 ? 1 : 0);
    return QRectF(rect()).adjusted(metrics.horizontalAdvance(widest) + kBesideFigures, kTop, -kRight,
                                   -kBottom);
}

AxisRange BandChart::axis() const
{
    double highest = 0;
    for (const BandPoint& point : curve_.points) {
        highest = std::max(highest, point.high);
    }
    // A limit far above everything would press the band flat.
    constexpr double kFarAbove = 2;
    if (curve_.atMost && curve_.atMost->value < kFarAbove * highest) {
        highest = std::max(highest, curve_.atMost->value);
    }
    return axisFromZero(highest * 1.04, kMostSteps);
}

double BandChart::xOf(double at) const
{
    const double first = log2Of(static_cast<double>(curve_.points.front().at));
    const double last = log2Of(static_cast<double>(curve_.points.back().at));
    const QRectF area = plot();
    return area.left() + area.width() * std::clamp((log2Of(at) - first) / (last - first), 0.0, 1.0);
}

double BandChart::yOf(double value) const
{
    const QRectF area = plot();
    return area.bottom() - area.height() * value / axis().high;
}

std::int64_t BandChart::placeAt(double x) const
{
    const double first = log2Of(static_cast<double>(curve_.points.front().at));
    const double last = log2Of(static_cast<double>(curve_.points.back().at));
    const QRectF area = plot();
    const auto exact = std::llround(std::exp2(first + (last - first) * (x - area.left()) / area.width()));
    return std::clamp<std::int64_t>(exact, curve_.points.front().at, curve_.points.back().at);
}

BandPoint BandChart::valueAt(std::int64_t at) const
{
    const auto next =
        std::ranges::find_if(curve_.points, [at](const BandPoint& point) { return point.at >= at; });
    if (next == curve_.points.begin()) {
        return *next;
    }
    if (next == curve_.points.end()) {
        return curve_.points.back();
    }
    const BandPoint& before = *std::prev(next);
    const double first = log2Of(static_cast<double>(before.at));
    const double share =
        (log2Of(static_cast<double>(at)) - first) / (log2Of(static_cast<double>(next->at)) - first);
    const auto between = [share](double a, double b) { return a + (b - a) * share; };
    return {at, between(before.low, next->low), between(before.mid, next->mid),
            between(before.high, next->high)};
}

void BandChart::paintAxes(QPainter& painter, const Theme& theme) const
{
    const QRectF area = plot();
    const AxisRange range = axis();
    const int steps = static_cast<int>(std::lround(range.high / range.step));
    for (int step = 0; step <= steps; ++step) {
        const double value = step * range.step;
        const double y = yOf(value);
        painter.setPen(QPen(theme.line, 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(0, y - 8, area.left() - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
                         QLocale().toString(value, 'f', range.step < 1 ? 1 : 0));
    }
    painter.drawText(QRectF(0, 0, width(), 16), Qt::AlignLeft | Qt::AlignTop, vertical_);
    const double room = painter.fontMetrics().horizontalAdvance(QStringLiteral("128k")) + 10;
    double free = area.left() - room;
    for (const BandPoint& point : curve_.points) {
        const double x = xOf(static_cast<double>(point.at));
        if (x - free < room) {
            continue;
        }
        free = x;
        painter.drawText(QRectF(std::min(x - room / 2, width() - room), area.bottom() + 5, room, 16),
                         Qt::AlignCenter, shortTokensText(point.at));
    }
    painter.drawText(QRectF(0, area.bottom() + 22, area.right(), 16), Qt::AlignRight | Qt::AlignVCenter,
                     horizontal_);
}

void BandChart::paintBand(QPainter& painter, const Theme& theme) const
{
    QPolygonF band;
    QPolygonF line;
    for (const BandPoint& point : curve_.points) {
        const double x = xOf(static_cast<double>(point.at));
        band << QPointF(x, yOf(point.high));
        line << QPointF(x, yOf(point.mid));
    }
    for (auto point = curve_.points.rbegin(); point != curve_.points.rend(); ++point) {
        band << QPointF(xOf(static_cast<double>(point->at)), yOf(point->low));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accentSoft);
    painter.drawPolygon(band);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
}

void BandChart::paintLimits(QPainter& painter, const Theme& theme) const
{
    const QRectF area = plot();
    painter.setPen(QPen(theme.text, 1.2, Qt::DashLine));
    if (curve_.atMost && curve_.atMost->value <= axis().high) {
        const double y = yOf(curve_.atMost->value);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.drawText(QRectF(area.left() + 6, y - 18, area.width() - 12, 16),
                         Qt::AlignRight | Qt::AlignBottom, curve_.atMost->text);
    }
    const auto last = static_cast<double>(curve_.points.back().at);
    if (curve_.until && curve_.until->value <= last) {
        const double x = xOf(curve_.until->value);
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        const double wide = painter.fontMetrics().horizontalAdvance(curve_.until->text) + 8;
        const bool left = x + wide > area.right();
        painter.drawText(QRectF(left ? x - wide - 6 : x + 6, area.top(), wide, 16),
                         static_cast<int>((left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter),
                         curve_.until->text);
    }
}

void BandChart::paintReading(QPainter& painter, const Theme& theme) const
{
    const QRectF area = plot();
    const std::int64_t at = hoverX_ ? placeAt(*hoverX_) : curve_.now;
    const BandPoint read = valueAt(at);
    const double x = xOf(static_cast<double>(at));
    painter.setPen(QPen(theme.text, 1, Qt::DotLine));
    painter.drawLine(QPointF(x, yOf(read.mid)), QPointF(x, area.bottom()));
    painter.setPen(QPen(theme.card, 1.5));
    painter.setBrush(theme.text);
    painter.drawEllipse(QPointF(x, yOf(read.mid)), kDot, kDot);

    const QString text = tr("%1: %2").arg(placeText_(at), valueText_(read));
    const double wide = painter.fontMetrics().horizontalAdvance(text) + 12;
    const double left =
        std::clamp(x - wide / 2, area.left() + 4, std::max(area.left() + 4, area.right() - wide));
    // Where the line runs low, the reading stands above it.
    const bool low = yOf(read.mid) > area.bottom() - kReadingRoom;
    const QRectF ground(left, low ? yOf(read.mid) - kReadingRoom : area.bottom() - 26, wide, 20);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(ground, 4, 4);
    painter.setPen(theme.text);
    painter.drawText(ground, Qt::AlignCenter, text);
}

void BandChart::describe()
{
    setAccessibleName(tr("%1 over %2").arg(vertical_, horizontal_));
    if (curve_.points.empty()) {
        setAccessibleDescription({});
        return;
    }
    const BandPoint now = valueAt(curve_.now);
    setAccessibleDescription(tr("%1: %2").arg(placeText_(curve_.now), valueText_(now)));
}

} // namespace rigwright
