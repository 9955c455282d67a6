// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/utilization_chart.h"

#include "ui/cost_table_model.h"
#include "ui/cost_words.h"
#include "ui/text.h"

#include <QLineSeries>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rigwright {

namespace {

constexpr double kLeastCost = 1e-6; ///< a logarithm needs something above zero
constexpr double kTwo = 0.301;      ///< log10 of 2 and 5
constexpr double kFive = 0.699;

/// 1, 2 and 5 times the powers of ten, or the powers alone where that would be too many.
std::vector<AxisLabel> logLabels(double low, double high, const Currency& currency)
{
    constexpr int kMostLabels = 9;
    const double decades = high - low;
    const double every = std::max(1.0, std::ceil(decades / kMostLabels));
    const bool inBetween = decades * 3 <= kMostLabels;
    std::vector<AxisLabel> labels;
    for (double decade = std::floor(low); decade <= high; decade += inBetween ? 1 : every) {
        for (const double part : {0.0, kTwo, kFive}) {
            const double at = decade + part;
            if (at < low - 1e-6 || at > high + 1e-6 || (part > 0 && !inBetween)) {
                continue;
            }
            const double factor = part == 0 ? 1 : part == kTwo ? 2 : 5;
            const auto micros = static_cast<std::int64_t>(std::llround(factor * std::pow(10, decade) * 1e6));
            labels.push_back({at, perMillionText(MoneyRate(micros, currency))});
        }
    }
    return labels;
}

/// The next of 1, 2 and 5 times a power of ten, as a logarithm, at or below (`up`: above) a logarithm.
double stepBeside(double value, bool up)
{
    const double decade = std::floor(value);
    const std::array steps{decade, decade + kTwo, decade + kFive, decade + 1};
    if (up) {
        return *std::ranges::find_if(steps, [&](double step) { return step >= value - 1e-9; });
    }
    return *std::find_if(steps.rbegin(), steps.rend(), [&](double step) { return step <= value + 1e-9; });
}

} // namespace

UtilizationChart::UtilizationChart(QWidget* parent)
    : CostPlot(parent)
{
    for (QLineSeries*& series : series_) {
        series = addLine();
    }
    UtilizationChart::refresh();
    UtilizationChart::restyle();
}

QString UtilizationChart::title() const
{
    return tr("Cost per million tokens by utilization");
}

const UtilizationCurve* UtilizationChart::curve() const
{
    return comparison() == nullptr || comparison()->curve.points.empty() ? nullptr : &comparison()->curve;
}

std::optional<std::size_t> UtilizationChart::scenarioOf(Line line) const
{
    std::optional<std::size_t> index;
    switch (line) {
    case Own: index = 0; break;
    case Cloud: index = comparison()->breakEven.against; break;
    case Api: index = comparison()->apiBreakEven.against; break;
    case LineCount: break;
    }
    return index && *index < comparison()->scenarios.size() ? index : std::nullopt;
}

const std::optional<MoneyRate>& UtilizationChart::rateOf(const UtilizationPoint& point, Line line)
{
    switch (line) {
    case Cloud: return point.cloud;
    case Api: return point.api;
    default: return point.own;
    }
}

std::optional<double> UtilizationChart::costAt(const UtilizationPoint& point, Line line) const
{
    const std::optional<MoneyRate>& rate = rateOf(point, line);
    if (!rate || !scenarioOf(line)) {
        return std::nullopt;
    }
    return std::max(rate->toDouble(), kLeastCost);
}

QString UtilizationChart::nameOf(Line line) const
{
    return scenarioText(comparison()->scenarios[*scenarioOf(line)]);
}

std::vector<LegendEntry> UtilizationChart::legend() const
{
    std::vector<LegendEntry> entries;
    for (const Line line : {Own, Cloud, Api}) {
        if (!series_.at(line)->points().isEmpty()) {
            const QPen pen = penOf(*scenarioOf(line));
            entries.push_back({nameOf(line), pen.color(), pen.style()});
        }
    }
    return entries;
}

FigureTable UtilizationChart::figures() const
{
    return comparison() == nullptr ? FigureTable() : utilizationFigures(*comparison(), drawn());
}

QPointF UtilizationChart::pixelOfCost(double utilization, double cost) const
{
    return pixelOf(utilization, std::log10(std::max(cost, kLeastCost)));
}

void UtilizationChart::refresh()
{
    double low = std::numeric_limits<double>::max();
    double high = std::numeric_limits<double>::lowest();
    for (const Line line : {Own, Cloud, Api}) {
        QList<QPointF> points;
        for (std::size_t i = 0; i < itemCount(); ++i) {
            const UtilizationPoint& point = curve()->points[i];
            if (const std::optional<double> cost = costAt(point, line)) {
                points.append({point.utilization, std::log10(*cost)});
                low = std::min(low, points.back().y());
                high = std::max(high, points.back().y());
            }
        }
        if (points != series_.at(line)->points()) {
            series_.at(line)->replace(points);
        }
    }
    setAxes(low, high);
    findCrossings();
    describe();
    restyleLines();
}

std::size_t UtilizationChart::itemCount() const
{
    return curve() == nullptr ? 0 : curve()->points.size();
}

std::optional<std::size_t> UtilizationChart::itemAt(const QPointF& pixel) const
{
    const auto away = [&](const UtilizationPoint& point) {
        return std::abs(pixelOf(point.utilization, 0).x() - pixel.x());
    };
    const auto& points = curve()->points;
    return static_cast<std::size_t>(std::ranges::min_element(points, {}, away) - points.begin());
}

void UtilizationChart::setAxes(double low, double high)
{
    constexpr double kStep = 0.2;
    const bool any = low <= high;
    low = any ? stepBeside(low, false) : 0;
    high = any ? stepBeside(high, true) : 1;
    if (high <= low) {
        high = stepBeside(low + 0.1, true);
    }
    setHorizontal({0, 1, kStep});
    setVertical({low, high, high - low});
    std::vector<AxisLabel> shares;
    for (int step = 0; step <= 5; ++step) {
        shares.push_back({step * kStep, shareText(step * kStep)});
    }
    labelHorizontal(std::move(shares));
    labelVertical(any ? logLabels(low, high, comparison()->scenarios.front().total.currency())
                      : std::vector<AxisLabel>());
    setTitles(tr("share of the machine's capacity in use"),
              tr("%1 per million output tokens").arg(currencyCode()));
}

void UtilizationChart::findCrossings()
{
    crossings_.clear();
    if (curve() == nullptr || series_.at(Own)->points().isEmpty()) {
        return;
    }
    const auto add = [&](const std::optional<double>& from, const QString& text) {
        if (from) {
            crossings_.push_back({*from, ownCostAt(*from), text.arg(shareText(*from))});
        }
    };
    add(curve()->cheaperThanCloudFrom, tr("cheaper than the cloud from %1"));
    add(curve()->cheaperThanApiFrom, tr("cheaper than the API from %1"));
}

double UtilizationChart::ownCostAt(double utilization) const
{
    const QList<QPointF> points = series_.at(Own)->points();
    for (qsizetype i = 1; i < points.size(); ++i) {
        const QPointF& before = points[i - 1];
        const QPointF& after = points[i];
        if (utilization <= after.x()) {
            const double share = std::clamp((utilization - before.x()) / (after.x() - before.x()), 0.0, 1.0);
            return std::pow(10, before.y() + (after.y() - before.y()) * share);
        }
    }
    return points.isEmpty() ? 0 : std::pow(10, points.back().y());
}

void UtilizationChart::describe()
{
    setAccessibleName(title());
    QStringList sentences;
    for (const Crossing& crossing : crossings_) {
        sentences.append(tr("Owning is %1", "cheaper than …").arg(crossing.text));
    }
    if (curve() != nullptr) {
        if (!curve()->cheaperThanCloudFrom && scenarioOf(Cloud)) {
            sentences.append(tr("Owning is never cheaper than the cloud"));
        }
        if (!curve()->cheaperThanApiFrom && scenarioOf(Api)) {
            sentences.append(tr("Owning is never cheaper than the API"));
        }
        sentences.append(tr("In use now: %1").arg(shareText(comparison()->traffic.utilization)));
    }
    setAccessibleDescription(sentences.join(QStringLiteral(". ")));
}

void UtilizationChart::restyle()
{
    CostPlot::restyle();
    restyleLines();
}

void UtilizationChart::restyleLines()
{
    for (const Line line : {Own, Cloud, Api}) {
        if (!series_.at(line)->points().isEmpty() && series_.at(line)->pen() != penOf(*scenarioOf(line))) {
            series_.at(line)->setPen(penOf(*scenarioOf(line)));
        }
    }
}

void UtilizationChart::paintBelow(QPainter& painter)
{
    if (curve() == nullptr) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF plot = plotArea();
    const double now = pixelOf(comparison()->traffic.utilization, 0).x();
    painter.setPen(QPen(theme().text, 1.2));
    painter.drawLine(QPointF(now, plot.top()), QPointF(now, plot.bottom()));
    for (const Crossing& crossing : crossings_) {
        const QPointF at = pixelOfCost(crossing.utilization, crossing.cost);
        painter.setPen(QPen(theme().text, 1.2, Qt::DashLine));
        painter.drawLine(at, QPointF(at.x(), plot.bottom()));
    }
    if (pointed()) {
        const double x = pixelOf(curve()->points[*pointed()].utilization, 0).x();
        painter.setPen(QPen(theme().muted, 1));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
}

void UtilizationChart::paintAbove(QPainter& painter)
{
    if (curve() == nullptr) {
        if (comparison() != nullptr) {
            paintEmpty(
                painter,
                tr("There is no such curve for training, or while the speed of the machine is unknown."));
        }
        return;
    }
    if (pointed()) {
        paintPointed(painter, curve()->points[*pointed()]);
    }
    paintMarks(painter);
}

void UtilizationChart::paintPointed(QPainter& painter, const UtilizationPoint& point) const
{
    for (const Line line : {Own, Cloud, Api}) {
        if (const std::optional<double> cost = costAt(point, line)) {
            painter.setPen(QPen(theme().card, 1.5));
            painter.setBrush(penOf(*scenarioOf(line)).color());
            painter.drawEllipse(pixelOfCost(point.utilization, *cost), 4, 4);
        }
    }
}

void UtilizationChart::paintMarks(QPainter& painter) const
{
    QFont bold = fontFor(TextSize::Hint);
    bold.setBold(true);
    std::vector<QRectF> taken;
    const QString now =
        tr("now %1", "share of capacity in use").arg(shareText(comparison()->traffic.utilization));
    const QPointF top(pixelOf(comparison()->traffic.utilization, 0).x(), plotArea().top());
    painter.setFont(fontFor(TextSize::Hint));
    paintLabel(painter, freeBox(painter.font(), now, top - QPointF(0, 8), taken), now, theme().text);
    painter.setFont(bold);
    for (const Crossing& crossing : crossings_) {
        const QPointF at = pixelOfCost(crossing.utilization, crossing.cost);
        paintMark(painter, at);
        paintLabel(painter, freeBox(bold, crossing.text, at, taken), crossing.text, theme().text);
    }
}

QString UtilizationChart::sentenceOf(std::size_t point) const
{
    const UtilizationPoint& shown = curve()->points[point];
    QStringList costs;
    for (const Line line : {Own, Cloud, Api}) {
        const std::optional<MoneyRate>& rate = rateOf(shown, line);
        if (rate && scenarioOf(line)) {
            costs.append(tr("%1: %2", "scenario, amount").arg(nameOf(line), perMillionText(*rate)));
        }
    }
    return tr("%1 in use: %2", "share of capacity, costs")
        .arg(shareText(shown.utilization), costs.join(QStringLiteral("; ")));
}

} // namespace rigwright
