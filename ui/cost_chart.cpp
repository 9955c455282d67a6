// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost_chart.h"

#include "ui/cost_table_model.h"
#include "ui/cost_words.h"
#include "ui/text.h"

#include <QLineSeries>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

constexpr int kMaxSteps = 6;
constexpr float kBandStrength = 0.16F;

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
        if (points.size() >= 2 && isOnTheWay(points[points.size() - 2], points.back(), point)) {
            points.back() = point;
        } else {
            points.append(point);
        }
    }
    return points;
}

std::vector<double> amountsOf(const std::vector<Money>& months)
{
    std::vector<double> amounts;
    amounts.reserve(months.size());
    for (const Money& paid : months) {
        amounts.push_back(paid.toDouble());
    }
    return amounts;
}

CostLine lineOf(const CostScenario& scenario)
{
    return {scenarioText(scenario), amountsOf(scenario.cumulative), amountsOf(scenario.cumulativeLow),
            amountsOf(scenario.cumulativeHigh)};
}

/// Straight between months.
double costAt(const std::vector<double>& byMonth, double months)
{
    if (byMonth.empty()) {
        return 0;
    }
    const auto before = std::min(static_cast<std::size_t>(std::max(months, 0.0)), byMonth.size() - 1);
    const auto after = std::min(before + 1, byMonth.size() - 1);
    return byMonth[before] +
        (byMonth[after] - byMonth[before]) * (std::max(months, 0.0) - static_cast<double>(before));
}

} // namespace

CostChart::CostChart(QWidget* parent)
    : CostPlot(parent)
{
    for (QLineSeries*& series : series_) {
        series = addLine();
    }
    connect(this, &CostPlot::pointedAt, this,
            [this] { Q_EMIT monthPointedAt(pointed() ? static_cast<int>(*pointed()) : -1); });
    CostChart::refresh();
    CostChart::restyle();
}

QString CostChart::title() const
{
    return tr("Cumulative cost");
}

std::vector<LegendEntry> CostChart::legend() const
{
    std::vector<LegendEntry> entries;
    for (std::size_t line = 0; line < lines_.size(); ++line) {
        const QPen pen = penOf(drawn()[line]);
        entries.push_back({lines_[line].name, pen.color(), pen.style()});
    }
    return entries;
}

FigureTable CostChart::figures() const
{
    return comparison() == nullptr ? FigureTable() : monthFigures(*comparison(), drawn());
}

void CostChart::refresh()
{
    lines_.clear();
    for (std::size_t line = 0; line < drawn().size(); ++line) {
        lines_.push_back(lineOf(scenario(line)));
    }
    const bool any = comparison() != nullptr;
    cloudMark_ = any ? markOf(comparison()->breakEven, false) : std::nullopt;
    apiMark_ = any ? markOf(comparison()->apiBreakEven, true) : std::nullopt;
    for (std::size_t i = 0; i < series_.size(); ++i) {
        const QList<QPointF> points = i < lines_.size() ? pointsOf(lines_[i]) : QList<QPointF>();
        if (points != series_[i]->points()) {
            series_[i]->replace(points);
        }
        if (i < lines_.size() && series_[i]->pen() != penOf(drawn()[i])) {
            series_[i]->setPen(penOf(drawn()[i]));
        }
    }
    setAxes();
    describe();
}

void CostChart::setAxes()
{
    double lowest = 0;
    double highest = 0;
    for (const CostLine& line : lines_) {
        for (const std::vector<double>* amounts : {&line.byMonth, &line.low, &line.high}) {
            for (const double amount : *amounts) {
                lowest = std::min(lowest, amount);
                highest = std::max(highest, amount);
            }
        }
    }
    const AxisRange money = axisWithZero(lowest, highest, kMaxSteps);
    setHorizontal(axisOfMonths(static_cast<int>(itemCount()) - 1));
    setVertical(money);
    labelVertical(lines_.empty() ? std::vector<AxisLabel>()
                                 : moneyLabels(money, scenario(0).total.currency()));
    setTitles(tr("months"), currencyCode());
}

void CostChart::describe()
{
    setAccessibleName(title());
    QStringList totals;
    for (std::size_t line = 0; line < lines_.size(); ++line) {
        totals.append(
            tr("%1: %2", "scenario, amount").arg(lines_[line].name, moneyText(scenario(line).total)));
    }
    QString text = totals.join(QStringLiteral("; "));
    if (cloudMark_) {
        text += QStringLiteral(". ") + tr("Break-even with the cloud: %1").arg(cloudMark_->text);
    }
    if (apiMark_) {
        text += QStringLiteral(". ") + tr("Break-even with the API: %1").arg(apiMark_->text);
    }
    setAccessibleDescription(text);
}

std::optional<BreakEvenMark> CostChart::markOf(const BreakEven& breakEven, bool api) const
{
    if (lines_.empty() || !breakEven.months || !breakEven.against ||
        std::ranges::find(drawn(), *breakEven.against) == drawn().end()) {
        return std::nullopt;
    }
    const double months = breakEven.months->value();
    const QString text = breakEvenText(breakEven);
    return BreakEvenMark{months, costAt(lines_.front().byMonth, months),
                         api ? tr("API: %1", "break-even").arg(text) : text};
}

std::size_t CostChart::itemCount() const
{
    std::size_t longest = 0;
    for (const CostLine& line : lines_) {
        longest = std::max(longest, line.byMonth.size());
    }
    return longest;
}

std::optional<std::size_t> CostChart::itemAt(const QPointF& pixel) const
{
    const QRectF plot = plotArea();
    const auto last = static_cast<double>(itemCount() - 1);
    return static_cast<std::size_t>(std::lround((pixel.x() - plot.left()) / plot.width() * last));
}

void CostChart::restyle()
{
    PlotView::restyle();
    for (std::size_t i = 0; i < drawn().size(); ++i) {
        series_[i]->setPen(penOf(drawn()[i]));
    }
}

void CostChart::paintBand(QPainter& painter, std::size_t line) const
{
    const CostLine& drawnLine = lines_[line];
    if (drawnLine.low.size() != drawnLine.high.size() || drawnLine.low.size() < 2) {
        return;
    }
    QPolygonF band;
    band.reserve(static_cast<qsizetype>(2 * drawnLine.low.size()));
    for (std::size_t month = 0; month < drawnLine.high.size(); ++month) {
        band.append(pixelOf(static_cast<double>(month), drawnLine.high[month]));
    }
    for (std::size_t month = drawnLine.low.size(); month-- > 0;) {
        band.append(pixelOf(static_cast<double>(month), drawnLine.low[month]));
    }
    QColor ground = penOf(drawn()[line]).color();
    ground.setAlphaF(kBandStrength);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawPolygon(band);
}

void CostChart::paintBelow(QPainter& painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF plot = plotArea();
    for (std::size_t line = 0; line < lines_.size(); ++line) {
        paintBand(painter, line);
    }
    if (pointed()) {
        const double x = pixelOf(static_cast<double>(*pointed()), 0).x();
        painter.setPen(QPen(theme().muted, 1));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    for (const auto& mark : {cloudMark_, apiMark_}) {
        if (mark) {
            const QPointF at = pixelOf(mark->months, mark->cost);
            painter.setPen(QPen(theme().text, 1.2, Qt::DashLine));
            painter.drawLine(at, QPointF(at.x(), plot.bottom()));
        }
    }
}

void CostChart::paintAbove(QPainter& painter)
{
    if (pointed()) {
        paintDots(painter, *pointed());
    }
    paintMarks(painter);
}

void CostChart::paintDots(QPainter& painter, std::size_t month) const
{
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (month < lines_[i].byMonth.size()) {
            painter.setPen(QPen(theme().card, 1.5));
            painter.setBrush(penOf(drawn()[i]).color());
            painter.drawEllipse(pixelOf(static_cast<double>(month), lines_[i].byMonth[month]), 4, 4);
        }
    }
}

void CostChart::paintMarks(QPainter& painter) const
{
    QFont bold = fontFor(TextSize::Hint);
    bold.setBold(true);
    painter.setFont(bold);
    std::vector<QRectF> taken;
    for (const auto& mark : {cloudMark_, apiMark_}) {
        if (mark) {
            const QPointF at = pixelOf(mark->months, mark->cost);
            paintMark(painter, at);
            paintLabel(painter, freeBox(bold, mark->text, at, taken), mark->text, theme().text);
        }
    }
}

QString CostChart::sentenceOf(std::size_t month) const
{
    QStringList amounts;
    for (std::size_t line = 0; line < lines_.size(); ++line) {
        const std::vector<Money>& paid = scenario(line).cumulative;
        if (month < paid.size()) {
            amounts.append(tr("%1: %2", "scenario, amount").arg(lines_[line].name, moneyText(paid[month])));
        }
    }
    return tr("Month %1: %2", "amounts of that month").arg(month).arg(amounts.join(QStringLiteral("; ")));
}

} // namespace rigwright
