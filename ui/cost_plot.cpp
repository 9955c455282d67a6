// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost_plot.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QXYSeries>

#include <algorithm>
#include <array>
#include <limits>

namespace rigwright {

namespace {

/// The colour of the kind first, then others for more of its kind: of all kinds together no two are alike, because at most three
/// lines are drawn beside that of owning.
QColor colorOf(ScenarioKind kind, std::size_t rank, const Theme& theme)
{
    switch (kind) {
    case ScenarioKind::Own: return theme.weights;
    case ScenarioKind::Cloud:
        return std::array{theme.kvCache, theme.optimizer, theme.activations}.at(
            std::min<std::size_t>(rank, 2));
    case ScenarioKind::Api:
        return std::array{theme.compute, theme.gradients, theme.activations}.at(
            std::min<std::size_t>(rank, 2));
    case ScenarioKind::Burst:
        return std::array{theme.engine, theme.danger, theme.muted}.at(std::min<std::size_t>(rank, 2));
    }
    return theme.other;
}

/// Whether a straight line from a to b touches a box: the part of it that lies between the edges of the box isn't empty.
bool isTouched(const QRectF& box, const QPointF& a, const QPointF& b)
{
    double from = 0;
    double to = 1;
    const auto cut = [&](double start, double way, double low, double high) {
        if (way == 0) {
            return start >= low && start <= high;
        }
        from = std::max(from, std::min((low - start) / way, (high - start) / way));
        to = std::min(to, std::max((low - start) / way, (high - start) / way));
        return from <= to;
    };
    return cut(a.x(), b.x() - a.x(), box.left(), box.right()) &&
        cut(a.y(), b.y() - a.y(), box.top(), box.bottom());
}

bool isCrossed(const QRectF& box, const QRectF& other)
{
    return box.intersects(other);
}

bool isCrossed(const QRectF& box, const QPolygonF& line)
{
    for (qsizetype i = 1; i < line.size(); ++i) {
        if (isTouched(box, line[i - 1], line[i])) {
            return true;
        }
    }
    return false;
}

} // namespace

QPen costLinePen(const CostComparison& comparison, const std::vector<std::size_t>& drawn,
                 std::size_t scenario, const Theme& theme)
{
    const ScenarioKind kind = comparison.scenarios.at(scenario).kind;
    const auto place = std::ranges::find(drawn, scenario);
    if (place == drawn.end()) {
        return {colorOf(kind, 0, theme), 2, Qt::DashDotDotLine, Qt::FlatCap, Qt::RoundJoin};
    }
    const auto rank = std::count_if(drawn.begin(), place, [&](std::size_t other) {
        return other < comparison.scenarios.size() && comparison.scenarios[other].kind == kind;
    });
    const QColor color = colorOf(kind, static_cast<std::size_t>(rank), theme);
    switch (place - drawn.begin()) {
    case 0: return {color, 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
    case 1: return {color, 2.5, Qt::DashLine, Qt::FlatCap, Qt::RoundJoin};
    case 2: return {color, 2.5, Qt::DotLine, Qt::FlatCap, Qt::RoundJoin};
    default: return {color, 2.5, Qt::DashDotLine, Qt::FlatCap, Qt::RoundJoin};
    }
}

CostPlot::CostPlot(QWidget* parent)
    : PlotView(parent)
{
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
}

void CostPlot::show(std::shared_ptr<const CostComparison> comparison, const std::vector<std::size_t>& drawn)
{
    comparison_ = std::move(comparison);
    drawn_.clear();
    for (const std::size_t index : drawn) {
        if (comparison_ != nullptr && index < comparison_->scenarios.size() &&
            drawn_.size() < kMostCostLines) {
            drawn_.push_back(index);
        }
    }
    renew();
}

void CostPlot::renew()
{
    refresh();
    viewport()->update();
    // What is read out has another amount, or is gone.
    if (pointed_) {
        const std::size_t count = itemCount();
        pointed_ = count == 0 ? std::nullopt : std::optional(std::min(*pointed_, count - 1));
        Q_EMIT pointedAt(pointed_ ? sentenceOf(*pointed_) : QString());
    }
}

void CostPlot::pointTo(std::optional<std::size_t> item)
{
    if (item == pointed_) {
        return;
    }
    pointed_ = item;
    viewport()->update();
    Q_EMIT pointedAt(item ? sentenceOf(*item) : QString());
}

QPen CostPlot::penOf(std::size_t scenario) const
{
    return costLinePen(*comparison_, drawn_, scenario, theme());
}

QString CostPlot::currencyCode() const
{
    return comparison_ == nullptr || comparison_->scenarios.empty()
        ? QString()
        : QString::fromStdString(comparison_->scenarios.front().total.currency().code());
}

std::vector<LegendEntry> CostPlot::printedLegend()
{
    setPrinting(true);
    std::vector<LegendEntry> entries = legend();
    setPrinting(false);
    return entries;
}

QRectF CostPlot::freeBox(const QFont& font, const QString& text, const QPointF& mark,
                         std::vector<QRectF>& taken) const
{
    constexpr double kAway = 10;
    constexpr int kLabel = 100; ///< two labels on each other can't be read, a covered line still can
    const double height = QFontMetricsF(font).height() + 4;
    const bool leftFirst =
        mark.x() + 2 * kAway + QFontMetricsF(font).horizontalAdvance(text) > canvas().right();
    const std::vector<QPolygonF> lines = linePixels();
    QRectF best;
    int least = std::numeric_limits<int>::max();
    for (const double rise : {8.0, -height - 8, height + 8, -2 * height - 8, 2 * height + 8}) {
        for (const bool toTheLeft : {leftFirst, !leftFirst}) {
            const QRectF box =
                labelBox(font, text, mark + QPointF(toTheLeft ? -kAway : kAway, rise), toTheLeft);
            const auto covers = [&](const auto& thing) { return isCrossed(box, thing); };
            const int hidesMark = box.left() < mark.x() && box.right() > mark.x() ? 1 : 0;
            const auto covered = hidesMark +
                static_cast<int>(kLabel * std::ranges::count_if(taken, covers) +
                                 std::ranges::count_if(lines, covers));
            if (covered < least) {
                least = covered;
                best = box;
            }
        }
    }
    taken.push_back(best);
    return best;
}

std::vector<QPolygonF> CostPlot::linePixels() const
{
    std::vector<QPolygonF> lines;
    for (const QAbstractSeries* series : chart()->series()) {
        QPolygonF line;
        if (const auto* points = qobject_cast<const QXYSeries*>(series)) {
            for (const QPointF& point : points->points()) {
                line.append(pixelOf(point.x(), point.y()));
            }
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

void CostPlot::paintMark(QPainter& painter, const QPointF& at) const
{
    painter.setPen(QPen(theme().text, 2));
    painter.setBrush(theme().card);
    painter.drawEllipse(at, 5.5, 5.5);
}

void CostPlot::paintEmpty(QPainter& painter, const QString& reason) const
{
    painter.setFont(fontFor(TextSize::Text));
    painter.setPen(theme().muted);
    painter.drawText(plotArea(), Qt::AlignCenter | Qt::TextWordWrap, reason);
}

void CostPlot::changeEvent(QEvent* event)
{
    PlotView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        renew();
    }
}

void CostPlot::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = mapToScene(event->pos());
    pointTo(itemCount() > 0 && plotArea().contains(at) ? itemAt(at) : std::nullopt);
}

void CostPlot::leaveEvent(QEvent* event)
{
    pointTo(std::nullopt);
    PlotView::leaveEvent(event);
}

void CostPlot::focusOutEvent(QFocusEvent* event)
{
    pointTo(std::nullopt);
    PlotView::focusOutEvent(event);
}

void CostPlot::keyPressEvent(QKeyEvent* event)
{
    const std::size_t count = itemCount();
    if (count == 0) {
        PlotView::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left: pointTo(pointed_ && *pointed_ > 0 ? *pointed_ - 1 : 0); break;
    case Qt::Key_Right: pointTo(pointed_ ? std::min(*pointed_ + 1, count - 1) : 0); break;
    case Qt::Key_Home: pointTo(0); break;
    case Qt::Key_End: pointTo(count - 1); break;
    default: PlotView::keyPressEvent(event);
    }
}

} // namespace rigwright
