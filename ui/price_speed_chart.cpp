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
#include <limits>

namespace rigwright {

namespace {
constexpr double kFrontSize = 10;
constexpr double kOtherSize = 8;
constexpr double kReach = 14;     ///< pixels from a point that still mean it
constexpr int kMaxPriceSteps = 5; ///< prices are wide
constexpr int kMaxSpeedSteps = 6;
/// A budget further out than this many times the dearest machine would squeeze the points together.
constexpr double kFarthestBudget = 1.5;
constexpr double kRing = 8;
constexpr double kBudgetRise = 10;

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
    QList<QPointF> line;
    for (const PricePoint& point : points_) {
        (point.front ? front : others).append({point.price, point.mid});
        // Machines that are on the front for another reason than price and speed lie below the line.
        if (point.front && (line.isEmpty() || point.mid > line.last().y())) {
            line.append({point.price, point.mid});
        }
    }
    frontLine_->replace(line);
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
    constexpr std::size_t kCrowd = 60; ///< so many ranges at full strength would hide each other
    for (const PricePoint& point : points_) {
        const bool counts = point.front || point.id == selected_;
        QColor ink = point.front ? theme().accent : theme().muted;
        ink.setAlphaF(counts ? 0.7F : points_.size() > kCrowd ? 0.2F : 0.45F);
        painter.setPen(QPen(ink, 1.5));
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
    QString text = budget_->text;
    QPointF corner(plot.right(), plot.top() - kBudgetRise);
    bool toTheLeft = true;
    if (budgetShown_) {
        corner.setX(pixelOf(budget_->price, 0).x());
        painter.setPen(QPen(colors.warning, 1.5, Qt::DashLine));
        painter.drawLine(QPointF(corner.x(), plot.top()), QPointF(corner.x(), plot.bottom()));
        corner.rx() -= 4;
    } else if (budget_->price > points_.back().price) {
        // Out of sight: an arrow says on which side it lies.
        text += QStringLiteral(" →");
    } else {
        text = QStringLiteral("← ") + text;
        corner.setX(plot.left());
        toTheLeft = false;
    }
    paintLabel(painter, labelBox(painter.font(), text, corner, toTheLeft), text, colors.warning);
}

void PriceSpeedChart::paintSelected(QPainter& painter) const
{
    if (const PricePoint* pointedAt = find(hovered_)) {
        painter.setPen(QPen(theme().text, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(pixelOf(pointedAt->price, pointedAt->mid), kRing, kRing);
    }
    const PricePoint* point = find(selected_);
    if (point == nullptr) {
        return;
    }
    const Theme colors = theme();
    const QPointF center = pixelOf(point->price, point->mid);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.text);
    painter.drawEllipse(center, kRing, kRing);
    painter.setBrush(colors.card);
    painter.drawEllipse(center, 6, 6);
    painter.setBrush(point->front ? colors.accent : colors.muted);
    painter.drawEllipse(center, 4.5, 4.5);
    QFont bold = fontFor(TextSize::Hint);
    bold.setBold(true);
    painter.setFont(bold);
    const QString text = QStringLiteral("%1 · %2").arg(point->name, point->priceText);
    paintLabel(painter, freestBox(bold, text, center), text, colors.text);
}

QRectF PriceSpeedChart::freestBox(const QFont& font, const QString& text, const QPointF& around) const
{
    constexpr double kAway = 11;
    constexpr double kAbove = -26;
    constexpr double kBelow = 6;
    QRectF best;
    int fewest = std::numeric_limits<int>::max();
    for (const bool toTheLeft : {false, true}) {
        for (const double rise : {kBelow, kAbove, 3 * kBelow, 2 * kAbove}) {
            const QPointF corner = around + QPointF(toTheLeft ? -kAway : kAway, rise);
            const QRectF box = labelBox(font, text, corner, toTheLeft);
            const int covered = coveredBy(box);
            if (covered < fewest) {
                fewest = covered;
                best = box;
            }
        }
    }
    return best;
}

int PriceSpeedChart::coveredBy(const QRectF& box) const
{
    constexpr int kPoint = 3; ///< a covered machine weighs more than a piece of line
    constexpr int kSamples = 16;
    const QRectF grown = box.adjusted(-4, -4, 4, 4);
    int covered = 0;
    QPointF last;
    for (const PricePoint& point : points_) {
        const QPointF at = pixelOf(point.price, point.mid);
        covered += grown.contains(at) ? kPoint : 0;
        if (!point.front) {
            continue;
        }
        for (int i = 1; i < kSamples && !last.isNull(); ++i) {
            covered += box.contains(last + (at - last) * i / kSamples) ? 1 : 0;
        }
        last = at;
    }
    return covered;
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
        viewport()->update();
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
    viewport()->update();
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
    int next = 0;
    switch (event->key()) {
    case Qt::Key_Left: next = std::max(0, index - 1); break;
    case Qt::Key_Right: next = std::min(last, index + 1); break;
    case Qt::Key_Home: break;
    case Qt::Key_End: next = last; break;
    default: PlotView::keyPressEvent(event); return;
    }
    choose(points_[static_cast<std::size_t>(next)]);
}

} // namespace rigwright
