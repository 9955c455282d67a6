// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/context_chart.h"

#include "ui/components.h"
#include "ui/text.h"

#include <QEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

constexpr int kLeft = 44;
constexpr int kBeforeAxis = 12;
constexpr int kTop = 20;
constexpr int kRight = 14;
constexpr int kBottom = 24;
constexpr int kMostSteps = 6;
constexpr int kReadingHeight = 48; ///< of the sentence above the axis, with room around it

double log2Of(std::int64_t context)
{
    return std::log2(static_cast<double>(std::max<std::int64_t>(context, 1)));
}

} // namespace

ContextChart::ContextChart(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("contextChart"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMouseTracking(true);
}

void ContextChart::showCurve(ContextCurve curve)
{
    curve_ = std::move(curve);
    describe();
    update();
}

void ContextChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        describe();
        update();
    }
}

void ContextChart::mouseMoveEvent(QMouseEvent* event)
{
    hoverX_ = plot().contains(event->position()) ? std::optional(event->position().x()) : std::nullopt;
    setCursor(hoverX_ ? Qt::CrossCursor : Qt::ArrowCursor);
    update();
}

void ContextChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !curve_.points.empty() && plot().contains(event->position())) {
        Q_EMIT contextChosen(contextAt(event->position().x()));
    }
}

void ContextChart::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    hoverX_.reset();
    update();
}

void ContextChart::paintEvent(QPaintEvent* /*event*/)
{
    if (curve_.points.size() < 2) {
        return;
    }
    const Theme theme = themeFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontFor(TextSize::Hint));
    paintAxes(painter, theme);
    paintAreas(painter, theme);
    paintReading(painter, theme, hoverX_ ? contextAt(*hoverX_) : curve_.context);
    paintCapacity(painter, theme);
}

QRectF ContextChart::plot() const
{
    const int figures =
        QFontMetrics(fontFor(TextSize::Hint)).horizontalAdvance(countText(std::lround(axis().high)));
    return QRectF(rect()).adjusted(std::max(kLeft, figures + kBeforeAxis), kTop, -kRight, -kBottom);
}

AxisRange ContextChart::axis() const
{
    Bytes highest;
    for (const ContextPoint& point : curve_.points) {
        highest = std::max(highest, point.used.total());
    }
    // A capacity far above all use would press the areas flat.
    constexpr double kFarAbove = 4;
    if (curve_.capacity && *curve_.capacity < highest * static_cast<std::int64_t>(kFarAbove)) {
        highest = std::max(highest, *curve_.capacity);
    }
    return axisFromZero(highest.inGib() * 1.04, kMostSteps);
}

double ContextChart::xOf(double context) const
{
    const double first = log2Of(curve_.points.front().context);
    const double last = log2Of(curve_.points.back().context);
    const QRectF area = plot();
    const double at = std::clamp((std::log2(std::max(context, 1.0)) - first) / (last - first), 0.0, 1.0);
    return area.left() + area.width() * at;
}

double ContextChart::yOf(double gib) const
{
    const QRectF area = plot();
    return area.bottom() - area.height() * gib / axis().high;
}

std::int64_t ContextChart::exactContextAt(double x) const
{
    const double first = log2Of(curve_.points.front().context);
    const double last = log2Of(curve_.points.back().context);
    const QRectF area = plot();
    const double exact = std::exp2(first + (last - first) * (x - area.left()) / area.width());
    return std::clamp(static_cast<std::int64_t>(std::llround(exact)), curve_.points.front().context,
                      curve_.points.back().context);
}

std::int64_t ContextChart::contextAt(double x) const
{
    constexpr std::int64_t kCellPadding = 256;
    const std::int64_t whole = (exactContextAt(x) + kCellPadding / 2) / kCellPadding * kCellPadding;
    return std::clamp(whole, curve_.points.front().context, curve_.points.back().context);
}

/// Every component is linear in the context between two powers of two, but for rounding up to blocks.
MemoryComponents ContextChart::usedAt(std::int64_t context) const
{
    const auto next = std::ranges::find_if(
        curve_.points, [context](const ContextPoint& point) { return point.context >= context; });
    if (next == curve_.points.begin()) {
        return next->used;
    }
    if (next == curve_.points.end()) {
        return curve_.points.back().used;
    }
    const ContextPoint& low = *std::prev(next);
    const double share =
        static_cast<double>(context - low.context) / static_cast<double>(next->context - low.context);
    const auto between = [share](Bytes a, Bytes b) { return a + (b - a).scaled(share); };
    MemoryComponents used;
    used.weights = between(low.used.weights, next->used.weights);
    used.kvCache = between(low.used.kvCache, next->used.kvCache);
    used.recurrentState = between(low.used.recurrentState, next->used.recurrentState);
    used.computeBuffer = between(low.used.computeBuffer, next->used.computeBuffer);
    used.outputBuffer = between(low.used.outputBuffer, next->used.outputBuffer);
    used.gradients = between(low.used.gradients, next->used.gradients);
    used.optimizer = between(low.used.optimizer, next->used.optimizer);
    used.activations = between(low.used.activations, next->used.activations);
    used.engineOverhead = between(low.used.engineOverhead, next->used.engineOverhead);
    return used;
}

void ContextChart::paintAxes(QPainter& painter, const Theme& theme) const
{
    const QRectF area = plot();
    const AxisRange range = axis();
    const int steps = static_cast<int>(std::lround(range.high / range.step));
    for (int step = 0; step <= steps; ++step) {
        const double gib = step * range.step;
        const double y = yOf(gib);
        painter.setPen(QPen(theme.line, 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(0, y - 8, area.left() - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
                         QLocale().toString(gib, 'f', range.step < 1 ? 1 : 0));
    }
    painter.drawText(QRectF(0, 0, kLeft - 8, 16), Qt::AlignRight | Qt::AlignTop, tr("GiB"));
    const double width = painter.fontMetrics().horizontalAdvance(QStringLiteral("128k")) + 10;
    double free = area.left() - width;
    for (const ContextPoint& point : curve_.points) {
        const double x = xOf(static_cast<double>(point.context));
        if (x - free < width) {
            continue;
        }
        free = x;
        const double left = std::min(x - width / 2, this->width() - width);
        painter.drawText(QRectF(left, area.bottom() + 5, width, 16), Qt::AlignCenter,
                         shortTokensText(point.context));
    }
}

void ContextChart::paintAreas(QPainter& painter, const Theme& theme) const
{
    // Straight lines in log2 would lie between the points: as many points as the eye can tell apart are filled in.
    constexpr double kPixelsPerStep = 6;
    const QRectF area = plot();
    std::vector<std::pair<double, std::vector<MemoryPart>>> columns;
    const int steps = static_cast<int>(std::ceil(area.width() / kPixelsPerStep));
    for (int step = 0; step <= steps; ++step) {
        const double at = std::min(area.left() + step * kPixelsPerStep, area.right());
        columns.emplace_back(at, memoryParts(usedAt(exactContextAt(at)), theme));
    }
    std::vector<double> floor(columns.size(), 0);
    for (std::size_t part = 0; part < columns.front().second.size(); ++part) {
        QPolygonF outline;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            outline << QPointF(columns[i].first, yOf(floor[i] + columns[i].second[part].amount.inGib()));
        }
        for (std::size_t i = columns.size(); i-- > 0;) {
            outline << QPointF(columns[i].first, yOf(floor[i]));
            floor[i] += columns[i].second[part].amount.inGib();
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(columns.front().second[part].color);
        painter.drawPolygon(outline);
    }
}

void ContextChart::paintReading(QPainter& painter, const Theme& theme, std::int64_t context) const
{
    const QRectF area = plot();
    const double x = xOf(static_cast<double>(context));
    const Bytes used = usedAt(context).total();
    painter.setPen(QPen(theme.text, 1, Qt::DotLine));
    painter.drawLine(QPointF(x, yOf(used.inGib())), QPointF(x, area.bottom()));
    painter.setPen(QPen(theme.card, 1.5));
    painter.setBrush(theme.text);
    painter.drawEllipse(QPointF(x, yOf(used.inGib())), 3.5, 3.5);

    const QString text = tr("%1 tokens: %2").arg(countText(context), memoryText(used));
    const double wide = painter.fontMetrics().horizontalAdvance(text) + 12;
    const double left =
        std::clamp(x - wide / 2, area.left() + 4, std::max(area.left() + 4, area.right() - wide));
    const QRectF ground(left, area.bottom() - 26, wide, 20);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(ground, 4, 4);
    painter.setPen(theme.text);
    painter.drawText(ground, Qt::AlignCenter, text);
}

void ContextChart::paintCapacity(QPainter& painter, const Theme& theme) const
{
    const QRectF area = plot();
    if (!curve_.capacity || curve_.capacity->inGib() > axis().high) {
        return;
    }
    const double y = yOf(curve_.capacity->inGib());
    painter.setPen(QPen(theme.text, 1.2, Qt::DashLine));
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    painter.setFont(fontFor(TextSize::Title));
    const QString text = capacityText(*curve_.capacity);
    const double above = y - 20 < 0 ? y + 2 : y - 20;
    painter.setPen(theme.text);
    // Low in the chart the reading has the left side.
    const bool low = y > area.bottom() - kReadingHeight;
    painter.drawText(QRectF(area.left() + 6, above, area.width() - 12, 18),
                     static_cast<int>((low ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter), text);
    if (curve_.largest) {
        painter.setPen(QPen(theme.text, 2));
        painter.setBrush(theme.card);
        const double used = usedAt(*curve_.largest).total().inGib();
        painter.drawEllipse(QPointF(xOf(static_cast<double>(*curve_.largest)), yOf(used)), 5, 5);
    }
    painter.setFont(fontFor(TextSize::Hint));
}

void ContextChart::describe()
{
    setAccessibleName(tr("Memory over context"));
    if (curve_.points.empty()) {
        setAccessibleDescription({});
        return;
    }
    const QString now =
        tr("%1 tokens: %2").arg(countText(curve_.context), memoryText(usedAt(curve_.context).total()));
    setAccessibleDescription(curve_.largest ? now + QStringLiteral("; ") +
                                     tr("largest that fits: %1 tokens").arg(countText(*curve_.largest))
                                            : now);
}

} // namespace rigwright
