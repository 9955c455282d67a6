// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/price_speed_chart.h"

#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPainter>
#include <QScatterSeries>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {
constexpr double kFrontSize = 10;
constexpr double kOtherSize = 8;
constexpr double kReach = 14;     ///< pixels from a point that still mean it
constexpr int kMaxPriceSteps = 5; ///< prices are wide
constexpr int kMaxSpeedSteps = 6;
/// A budget further out than this many times the dearest machine would squeeze the points together.
constexpr double kFarthestBudget = 1.5;
constexpr double kArrow = 5;

bool isDrawable(const PricePoint& point)
{
    return std::isfinite(point.price) && std::isfinite(point.low) && std::isfinite(point.mid) &&
        std::isfinite(point.high);
}
} // namespace

PriceSpeedChart::PriceSpeedChart(QWidget* parent)
    : PlotView(parent)
    , frontLine_(addLine())
    , others_(addPoints(kOtherSize))
    , front_(addPoints(kFrontSize))
{
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    PriceSpeedChart::restyle();
}

void PriceSpeedChart::setAxisTitles(const QString& price, const QString& speed)
{
    setTitles(price, speed);
}

void PriceSpeedChart::setPoints(std::vector<PricePoint> points, std::optional<BudgetMark> budget,
                                const QString& currencySign)
{
    std::erase_if(points, [](const PricePoint& point) { return !isDrawable(point); });
    std::ranges::stable_sort(points, {}, &PricePoint::price);
    points_ = std::move(points);
    budget_ = std::move(budget);
    setAxes(currencySign);
    QList<QPointF> front;
    QList<QPointF> others;
    for (const PricePoint& point : points_) {
        (point.front ? front : others).append({point.price, point.mid});
    }
    frontLine_->replace(front);
    front_->replace(front);
    others_->replace(others);
    if (find(selected_) == nullptr) {
        selected_.clear();
    }
    viewport()->update();
}

void PriceSpeedChart::setAxes(const QString& currencySign)
{
    double cheapest = 0;
    double dearest = 1;
    double fastest = 1;
    if (!points_.empty()) {
        cheapest = points_.front().price;
        dearest = points_.back().price;
        fastest = std::ranges::max(points_, {}, &PricePoint::high).high;
    }
    budgetShown_ = budget_ && budget_->price >= cheapest && budget_->price <= dearest * kFarthestBudget;
    if (budgetShown_) {
        dearest = std::max(dearest, budget_->price);
    }
    setHorizontal(axisAround(cheapest, dearest, kMaxPriceSteps), currencySign);
    setVertical(axisFromZero(fastest, kMaxSpeedSteps));
}

void PriceSpeedChart::setSelected(const QString& id)
{
    selected_ = id;
    viewport()->update();
}

const PricePoint* PriceSpeedChart::find(const QString& id) const
{
    const auto found = std::ranges::find(points_, id, &PricePoint::id);
    return found == points_.end() ? nullptr : &*found;
}

QPointF PriceSpeedChart::pixelOfPoint(const QString& id) const
{
    const PricePoint* point = find(id);
    return point == nullptr ? QPointF() : pixelOf(point->price, point->mid);
}

const PricePoint* PriceSpeedChart::at(const QPointF& pixel) const
{
    const PricePoint* nearest = nullptr;
    double best = kReach * kReach;
    for (const PricePoint& point : points_) {
        const QPointF away = pixelOf(point.price, point.mid) - pixel;
        const double distance = QPointF::dotProduct(away, away);
        // Of two that lie on each other, the one of the front is meant.
        if (distance < best || (distance == best && point.front)) {
            best = distance;
            nearest = &point;
        }
    }
    return nearest;
}

void PriceSpeedChart::choose(const PricePoint& point)
{
    setSelected(point.id);
    Q_EMIT pointSelected(selected_);
}

void PriceSpeedChart::restyle()
{
    PlotView::restyle();
    const Theme colors = theme();
    frontLine_->setPen(QPen(colors.accent, 1.5));
    front_->setColor(colors.accent);
    front_->setBorderColor(colors.card);
    others_->setColor(colors.card);
    others_->setPen(QPen(colors.muted, 1.5));
}

void PriceSpeedChart::paintBelow(QPainter& painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ink = theme().muted;
    ink.setAlphaF(0.6F);
    painter.setPen(QPen(ink, 1.5));
    for (const PricePoint& point : points_) {
        painter.drawLine(pixelOf(point.price, point.low), pixelOf(point.price, point.high));
    }
}

void PriceSpeedChart::paintAbove(QPainter& painter)
{
    paintBudget(painter);
    paintSelected(painter);
}

void PriceSpeedChart::paintBudget(QPainter& painter) const
{
    if (!budget_ || points_.empty()) {
        return;
    }
    const QRectF plot = plotArea();
    const Theme colors = theme();
    if (budgetShown_) {
        const double x = pixelOf(budget_->price, 0).x();
        painter.setPen(QPen(colors.warning, 1.5, Qt::DashLine));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        paintLabel(painter, {x - 4, plot.top() - 10}, budget_->text, true, colors.warning);
        return;
    }
    // Out of sight: an arrow says on which side it lies.
    const bool beyond = budget_->price > points_.back().price;
    const QString text = beyond ? budget_->text + QStringLiteral(" →") : QStringLiteral("← ") + budget_->text;
    paintLabel(painter, {beyond ? plot.right() : plot.left() + kArrow, plot.top() - 10}, text, beyond,
               colors.warning);
}

void PriceSpeedChart::paintSelected(QPainter& painter) const
{
    const PricePoint* point = find(selected_);
    if (point == nullptr) {
        return;
    }
    const Theme colors = theme();
    const QPointF center = pixelOf(point->price, point->mid);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.text);
    painter.drawEllipse(center, 8, 8);
    painter.setBrush(colors.card);
    painter.drawEllipse(center, 6, 6);
    painter.setBrush(point->front ? colors.accent : colors.muted);
    painter.drawEllipse(center, 4.5, 4.5);
    painter.setFont([] {
        QFont bold = fontFor(TextSize::Hint);
        bold.setBold(true);
        return bold;
    }());
    const QString text = QStringLiteral("%1 · %2").arg(point->name, point->priceText);
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(text);
    const bool toTheLeft = center.x() + width + 20 > plotArea().right();
    paintLabel(painter, center + QPointF(toTheLeft ? -11 : 11, toTheLeft ? -22 : 4), text, toTheLeft,
               colors.text);
}

void PriceSpeedChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        if (const PricePoint* point = at(mapToScene(event->pos()))) {
            choose(*point);
        }
    }
    event->accept();
}

void PriceSpeedChart::mouseMoveEvent(QMouseEvent* event)
{
    const PricePoint* point = at(mapToScene(event->pos()));
    const QString id = point == nullptr ? QString() : point->id;
    if (id != hovered_) {
        hovered_ = id;
        viewport()->setCursor(point == nullptr ? Qt::ArrowCursor : Qt::PointingHandCursor);
        if (point == nullptr) {
            QToolTip::hideText();
        } else {
            QToolTip::showText(event->globalPosition().toPoint() + QPoint(8, 0), point->tip, viewport());
        }
    }
}

void PriceSpeedChart::leaveEvent(QEvent* event)
{
    hovered_.clear();
    PlotView::leaveEvent(event);
}

void PriceSpeedChart::keyPressEvent(QKeyEvent* event)
{
    if (points_.empty()) {
        PlotView::keyPressEvent(event);
        return;
    }
    const auto last = static_cast<int>(points_.size()) - 1;
    const PricePoint* now = find(selected_);
    const int index = now == nullptr ? -1 : static_cast<int>(now - points_.data());
    int next = index;
    switch (event->key()) {
    case Qt::Key_Left: next = std::max(0, index - 1); break;
    case Qt::Key_Right: next = std::min(last, index + 1); break;
    case Qt::Key_Home: next = 0; break;
    case Qt::Key_End: next = last; break;
    default: PlotView::keyPressEvent(event); return;
    }
    choose(points_[static_cast<std::size_t>(next)]);
}

} // namespace rigwright
