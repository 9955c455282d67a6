// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/price_history_chart.h"

#include "ui/text.h"

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

constexpr int kMaxSteps = 5;
constexpr double kMarkSize = 8;
constexpr double kReach = 14; ///< pixels from a point that still mean it
constexpr double kRing = 7;
constexpr int kDaysOfYear = 365;
constexpr double kLeastTickGap = 10;

bool sameOffer(const Offer& a, const Offer& b)
{
    return a.date == b.date && a.kind == b.kind && a.region == b.region && a.source == b.source &&
        a.own == b.own && a.price == b.price;
}

Date monthAfter(const Date& date, int months)
{
    const int index = date.year * 12 + date.month - 1 + months;
    return {index / 12, index % 12 + 1, 1};
}

} // namespace

PriceHistoryChart::PriceHistoryChart(QWidget* parent)
    : PlotView(parent)
{
    setObjectName(QStringLiteral("priceHistory"));
    for (std::size_t i = 0; i < kMostLines; ++i) {
        series_[i] = addLine();
        marks_[i] = addPoints(kMarkSize);
    }
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    hideHorizontalLabels();
    PriceHistoryChart::restyle();
    retranslate();
}

void PriceHistoryChart::showOffers(const std::vector<Offer>& offers, const ExchangeRates& rates,
                                   const Date& today, const PricePolicy& policy)
{
    lines_.clear();
    current_.reset();
    pointed_.reset();
    leftOut_ = 0;
    today_ = today;
    policy_ = policy;
    const Offer* counting = currentOffer(offers);
    currency_ = counting == nullptr ? Currency::usd() : counting->price.currency();
    origin_ = today;
    for (const Offer& offer : offers) {
        origin_ = std::min(origin_, offer.date);
    }
    origin_ = {origin_.year, 1, 1};
    for (const Offer& offer : offers) {
        addOffer(offer, rates);
    }
    for (std::size_t line = 0; line < lines_.size(); ++line) {
        std::ranges::stable_sort(lines_[line].points, {}, &Point::day);
        for (std::size_t i = 0; i < lines_[line].points.size(); ++i) {
            if (counting != nullptr && sameOffer(lines_[line].points[i].offer, *counting)) {
                current_ = Place{line, i};
            }
        }
    }
    setAxes();
    showSeries();
    retranslate();
}

void PriceHistoryChart::addOffer(const Offer& offer, const ExchangeRates& rates)
{
    const Expected<Money> amount =
        offer.price.currency() == currency_ ? offer.price : rates.convert(offer.price, currency_);
    if (!amount) {
        ++leftOut_;
        return;
    }
    const auto same = [&](const Line& line) {
        return line.kind == offer.kind && line.region == offer.region && line.own == offer.own;
    };
    auto line = std::ranges::find_if(lines_, same);
    if (line == lines_.end()) {
        if (lines_.size() == kMostLines) {
            ++leftOut_;
            return;
        }
        lines_.push_back({offer.kind, offer.region, offer.own, {}});
        line = std::prev(lines_.end());
    }
    line->points.push_back({dayOf(offer.date), amount->toDouble(), offer});
}

void PriceHistoryChart::setAxes()
{
    double highest = 0;
    for (const Line& line : lines_) {
        for (const Point& point : line.points) {
            highest = std::max(highest, point.amount);
        }
    }
    const double end = std::max(dayOf(today_), 1.0);
    double first = end;
    for (const Line& line : lines_) {
        first = std::min(first, line.points.front().day);
    }
    const double margin = std::max(10.0, (end - first) * 0.06);
    setHorizontal({first - margin, end + margin, kDaysOfYear});
    setVertical(axisFromZero(highest * 1.08, kMaxSteps), QString::fromStdString(currency_.sign()));
}

void PriceHistoryChart::showSeries()
{
    for (std::size_t i = 0; i < kMostLines; ++i) {
        QList<QPointF> points;
        if (i < lines_.size()) {
            for (const Point& point : lines_[i].points) {
                points.append({point.day, point.amount});
            }
        }
        series_[i]->replace(points);
        marks_[i]->replace(points);
    }
    restyle();
}

double PriceHistoryChart::dayOf(const Date& date) const
{
    return date.daysSince(origin_);
}

QColor PriceHistoryChart::colorOf(const Line& line) const
{
    const Theme colors = theme();
    if (line.own) {
        return colors.accent;
    }
    switch (line.kind) {
    case PriceKind::Quote: return colors.gradients;
    case PriceKind::Street: return colors.kvCache;
    case PriceKind::List: return colors.compute;
    case PriceKind::Msrp: return colors.engine;
    case PriceKind::Estimate: return colors.optimizer;
    }
    return colors.other;
}

QString PriceHistoryChart::nameOf(const Line& line) const
{
    const QString kind = priceKindText(line.kind);
    const QString region = QString::fromStdString(line.region);
    return line.own ? tr("yours: %1, %2").arg(kind, region) : tr("%1, %2").arg(kind, region);
}

std::vector<LegendEntry> PriceHistoryChart::legend() const
{
    std::vector<LegendEntry> entries;
    for (const Line& line : lines_) {
        entries.push_back({nameOf(line), colorOf(line)});
    }
    return entries;
}

QString PriceHistoryChart::tipOf(const Point& point) const
{
    QStringList lines{
        QStringLiteral("<b>%1</b> · %2")
            .arg(exactMoneyText(point.offer.price), priceKindText(point.offer.kind)),
        QStringLiteral("%1, %2").arg(dateText(point.offer.date), ageText(point.offer.date, today_)),
        QString::fromStdString(point.offer.source).toHtmlEscaped()};
    if (point.offer.validUntil) {
        lines.insert(2, tr("valid until %1").arg(dateText(*point.offer.validUntil)));
    }
    return lines.join(QStringLiteral("<br>"));
}

QPointF PriceHistoryChart::pixelOfOffer(std::size_t line, std::size_t position) const
{
    const Point& point = lines_.at(line).points.at(position);
    return pixelOf(point.day, point.amount);
}

std::optional<PriceHistoryChart::Place> PriceHistoryChart::at(const QPointF& pixel) const
{
    std::optional<Place> nearest;
    double best = kReach * kReach;
    for (const Place& place : places()) {
        const QPointF away = pixelOfOffer(place.line, place.position) - pixel;
        const double distance = QPointF::dotProduct(away, away);
        if (distance < best) {
            best = distance;
            nearest = place;
        }
    }
    return nearest;
}

std::vector<PriceHistoryChart::Place> PriceHistoryChart::places() const
{
    std::vector<Place> all;
    for (std::size_t line = 0; line < lines_.size(); ++line) {
        for (std::size_t i = 0; i < lines_[line].points.size(); ++i) {
            all.push_back({line, i});
        }
    }
    std::ranges::stable_sort(all, {}, [this](const Place& place) { return pointAt(place).day; });
    return all;
}

const PriceHistoryChart::Point& PriceHistoryChart::pointAt(const Place& place) const
{
    return lines_[place.line].points[place.position];
}

void PriceHistoryChart::pointTo(std::optional<Place> place)
{
    pointed_ = place;
    viewport()->update();
    if (!place) {
        QToolTip::hideText();
        Q_EMIT pointedAt({});
        return;
    }
    const QPointF at = pixelOfOffer(place->line, place->position);
    const QString text = tipOf(pointAt(*place));
    QToolTip::showText(viewport()->mapToGlobal(at.toPoint()) + QPoint(10, 0), text, viewport());
    Q_EMIT pointedAt(text);
}

void PriceHistoryChart::restyle()
{
    PlotView::restyle();
    for (std::size_t i = 0; i < kMostLines; ++i) {
        const QColor color = i < lines_.size() ? colorOf(lines_[i]) : theme().other;
        series_[i]->setPen(QPen(color, 2));
        marks_[i]->setColor(color);
        marks_[i]->setBorderColor(theme().card);
    }
}

void PriceHistoryChart::paintDates(QPainter& painter) const
{
    const QRectF plot = plotArea();
    painter.setFont(fontFor(TextSize::Hint));
    painter.setPen(theme().muted);
    const double room =
        QFontMetricsF(painter.font()).horizontalAdvance(QStringLiteral("2026-08")) + kLeastTickGap;
    constexpr double kMonth = 30.4;
    const double perMonth = pixelOf(kMonth, 0).x() - pixelOf(0, 0).x();
    constexpr std::array kSteps{1, 3, 6, 12, 24};
    const auto fits = std::ranges::find_if(kSteps, [&](int months) { return months * perMonth >= room; });
    const int step = fits == kSteps.end() ? kSteps.back() : *fits;
    for (Date tick = origin_; tick <= monthAfter(today_, 1); tick = monthAfter(tick, step)) {
        const double x = pixelOf(dayOf(tick), 0).x();
        if (x < plot.left() || x > plot.right()) {
            continue;
        }
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 4));
        painter.drawText(QRectF(x - room / 2, plot.bottom() + 4, room, 16), Qt::AlignCenter,
                         dateText(tick).left(7));
    }
}

void PriceHistoryChart::paintLimit(QPainter& painter) const
{
    const QRectF plot = plotArea();
    const double x = pixelOf(dayOf(today_) - policy_.oldAfterDays, 0).x();
    if (x <= plot.left() || lines_.empty()) {
        return;
    }
    QColor ground = theme().warningSoft;
    ground.setAlphaF(0.45F);
    painter.fillRect(QRectF(plot.topLeft(), QPointF(std::min(x, plot.right()), plot.bottom())), ground);
}

void PriceHistoryChart::paintBelow(QPainter& painter)
{
    paintLimit(painter);
}

void PriceHistoryChart::paintCurrent(QPainter& painter) const
{
    const Point& point = pointAt(*current_);
    const QPointF center = pixelOfOffer(current_->line, current_->position);
    painter.setPen(QPen(theme().text, 2));
    painter.setBrush(theme().card);
    painter.drawEllipse(center, kRing, kRing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorOf(lines_[current_->line]));
    painter.drawEllipse(center, 4, 4);
    QFont bold = fontFor(TextSize::Hint);
    bold.setBold(true);
    painter.setFont(bold);
    const QString text = tr("counts: %1").arg(moneyText(point.offer.price));
    const bool toTheLeft = center.x() > plotArea().center().x();
    const bool high = center.y() < plotArea().top() + 30;
    const QPointF corner = center + QPointF(toTheLeft ? -12 : 12, high ? 8 : -26);
    paintLabel(painter, labelBox(bold, text, corner, toTheLeft), text, theme().text);
}

void PriceHistoryChart::paintAbove(QPainter& painter)
{
    if (lines_.empty()) {
        painter.setPen(theme().muted);
        painter.drawText(sceneRect(), Qt::AlignCenter, tr("Nobody has named a price for this part yet."));
        return;
    }
    paintDates(painter);
    const QRectF plot = plotArea();
    const double limit = pixelOf(dayOf(today_) - policy_.oldAfterDays, 0).x();
    const QString old = tr("older than %n days", nullptr, policy_.oldAfterDays);
    const double wide = QFontMetricsF(painter.font()).horizontalAdvance(old) + 12;
    if (limit - plot.left() > wide) {
        painter.setPen(theme().warning);
        painter.drawText(
            QRectF(plot.left(), plot.top() + 2, std::min(limit, plot.right()) - plot.left() - 6, 16),
            Qt::AlignRight | Qt::AlignVCenter, old);
    }
    if (pointed_) {
        painter.setPen(QPen(theme().text, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(pixelOfOffer(pointed_->line, pointed_->position), kRing + 2, kRing + 2);
    }
    if (current_) {
        paintCurrent(painter);
    }
}

void PriceHistoryChart::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<Place> place = at(mapToScene(event->pos()));
    const bool same = place.has_value() == pointed_.has_value() &&
        (!place || (place->line == pointed_->line && place->position == pointed_->position));
    if (!same) {
        pointTo(place);
    }
}

void PriceHistoryChart::leaveEvent(QEvent* event)
{
    pointTo({});
    PlotView::leaveEvent(event);
}

void PriceHistoryChart::keyPressEvent(QKeyEvent* event)
{
    const std::vector<Place> all = places();
    const bool back = event->key() == Qt::Key_Left;
    if (all.empty() || (!back && event->key() != Qt::Key_Right)) {
        PlotView::keyPressEvent(event);
        return;
    }
    auto now = std::ranges::find_if(all, [this](const Place& place) {
        return pointed_ && place.line == pointed_->line && place.position == pointed_->position;
    });
    if (now == all.end()) {
        now = back ? std::prev(all.end()) : all.begin();
    } else if (back && now != all.begin()) {
        --now;
    } else if (!back && std::next(now) != all.end()) {
        ++now;
    }
    pointTo(*now);
}

void PriceHistoryChart::changeEvent(QEvent* event)
{
    PlotView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void PriceHistoryChart::retranslate()
{
    setTitles(tr("Date of the price"), tr("Price, %1").arg(QString::fromStdString(currency_.code())));
    setAccessibleName(tr("Price history"));
    QStringList sentences;
    for (const Line& line : lines_) {
        const Point& last = line.points.back();
        sentences << tr("%1: last %2 on %3")
                         .arg(nameOf(line), exactMoneyText(last.offer.price), dateText(last.offer.date));
    }
    setAccessibleDescription(sentences.join(QStringLiteral("; ")));
}

} // namespace rigwright
