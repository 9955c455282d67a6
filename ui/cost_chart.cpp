// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost_chart.h"

#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

constexpr int kMaxSteps = 6;

/// True where b lies on the way from a to c, to less than what a pixel shows.
bool isOnTheWay(const QPointF& a, const QPointF& b, const QPointF& c)
{
    constexpr double kInvisible = 1e-4;
    const double expected = a.y() + (c.y() - a.y()) * (b.x() - a.x()) / (c.x() - a.x());
    return std::abs(expected - b.y()) <= kInvisible * std::max(std::abs(c.y()), 1.0);
}

/// Only the points where a line bends: dashes begin anew at each one.
QList<QPointF> pointsOf(const CostLine& line)
{
    QList<QPointF> points;
    for (std::size_t month = 0; month < line.byMonth.size(); ++month) {
        const QPointF point(static_cast<double>(month), line.byMonth[month]);
        if (!std::isfinite(point.y())) {
            continue;
        }
        if (points.size() >= 2 && isOnTheWay(points[points.size() - 2], points.back(), point)) {
            points.back() = point;
        } else {
            points.append(point);
        }
    }
    return points;
}

} // namespace

QPen costLinePen(std::size_t index, const Theme& theme)
{
    switch (index) {
    case 0: return {theme.weights, 2.5, Qt::SolidLine, Qt::RoundCap};
    case 1: return {theme.kvCache, 2.5, Qt::SolidLine, Qt::RoundCap};
    case 2: return {theme.compute, 2, Qt::DashLine, Qt::FlatCap};
    default: return {theme.engine, 2, Qt::DotLine, Qt::FlatCap};
    }
}

CostChart::CostChart(QWidget* parent)
    : PlotView(parent)
{
    for (QLineSeries*& series : series_) {
        series = addLine();
    }
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    CostChart::restyle();
}

void CostChart::setAxisTitles(const QString& months, const QString& money)
{
    setTitles(months, money);
}

void CostChart::setLines(std::vector<CostLine> lines, const QString& currencySign)
{
    lines_ = std::move(lines);
    lines_.resize(std::min(lines_.size(), kMostCostLines));
    double highest = 0;
    for (std::size_t i = 0; i < series_.size(); ++i) {
        const QList<QPointF> points = i < lines_.size() ? pointsOf(lines_[i]) : QList<QPointF>();
        for (const QPointF& point : points) {
            highest = std::max(highest, point.y());
        }
        series_[i]->replace(points);
    }
    setHorizontal(axisOfMonths(lastMonth()));
    setVertical(axisFromZero(highest, kMaxSteps), currencySign);
    pointAt(std::min(month_, lastMonth()));
    viewport()->update();
}

void CostChart::setBreakEven(std::optional<BreakEvenMark> mark)
{
    mark_ = std::move(mark);
    viewport()->update();
}

int CostChart::lastMonth() const
{
    std::size_t longest = 0;
    for (const CostLine& line : lines_) {
        longest = std::max(longest, line.byMonth.size());
    }
    return static_cast<int>(longest) - 1;
}

void CostChart::restyle()
{
    PlotView::restyle();
    for (std::size_t i = 0; i < series_.size(); ++i) {
        series_[i]->setPen(costLinePen(i, theme()));
    }
}

void CostChart::paintBelow(QPainter& painter)
{
    const QRectF plot = plotArea();
    if (month_ >= 0) {
        const double x = pixelOf(month_, 0).x();
        painter.setPen(QPen(theme().muted, 1));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    if (mark_) {
        const QPointF at = pixelOf(mark_->months, mark_->cost);
        painter.setPen(QPen(theme().text, 1.2, Qt::DashLine));
        painter.drawLine(at, QPointF(at.x(), plot.bottom()));
    }
}

void CostChart::paintAbove(QPainter& painter)
{
    const Theme colors = theme();
    for (std::size_t i = 0; i < lines_.size() && month_ >= 0; ++i) {
        const auto month = static_cast<std::size_t>(month_);
        if (month < lines_[i].byMonth.size() && std::isfinite(lines_[i].byMonth[month])) {
            painter.setPen(QPen(colors.card, 1.5));
            painter.setBrush(costLinePen(i, colors).color());
            painter.drawEllipse(pixelOf(month_, lines_[i].byMonth[month]), 4, 4);
        }
    }
    if (!mark_) {
        return;
    }
    const QPointF at = pixelOf(mark_->months, mark_->cost);
    painter.setPen(QPen(colors.text, 2));
    painter.setBrush(colors.card);
    painter.drawEllipse(at, 5.5, 5.5);
    QFont bold = fontFor(TextSize::Hint);
    bold.setBold(true);
    painter.setFont(bold);
    const double width = QFontMetricsF(bold).horizontalAdvance(mark_->text);
    const bool toTheLeft = at.x() + width + 24 > plotArea().right();
    const QPointF corner = at + QPointF(toTheLeft ? -10 : 10, 8);
    paintLabel(painter, labelBox(bold, mark_->text, corner, toTheLeft), mark_->text, colors.text);
}

void CostChart::pointAt(int month)
{
    if (month == month_) {
        return;
    }
    month_ = month;
    viewport()->update();
    Q_EMIT monthPointedAt(month_);
}

void CostChart::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF plot = plotArea();
    const QPointF at = mapToScene(event->pos());
    if (!plot.contains(at) || lastMonth() < 1) {
        pointAt(-1);
        return;
    }
    pointAt(static_cast<int>(std::lround((at.x() - plot.left()) / plot.width() * lastMonth())));
}

void CostChart::leaveEvent(QEvent* event)
{
    pointAt(-1);
    PlotView::leaveEvent(event);
}

void CostChart::focusOutEvent(QFocusEvent* event)
{
    pointAt(-1);
    PlotView::focusOutEvent(event);
}

void CostChart::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left: pointAt(std::max(0, month_ - 1)); break;
    case Qt::Key_Right: pointAt(std::min(lastMonth(), month_ + 1)); break;
    case Qt::Key_Home: pointAt(std::min(0, lastMonth())); break;
    case Qt::Key_End: pointAt(lastMonth()); break;
    default: PlotView::keyPressEvent(event);
    }
}

} // namespace rigwright
