// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/year_chart.h"

#include "ui/cost_table_model.h"
#include "ui/cost_words.h"
#include "ui/hatch.h"
#include "ui/text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {
constexpr int kMaxSteps = 5;
constexpr double kBarsOfYear = 0.74; ///< of the room of a year; the rest parts it from the next
constexpr double kWidestBar = 44;
constexpr double kBetweenBars = 2;
constexpr double kRoomAbove = 1.06; ///< for the totals

double positive(const Money& amount)
{
    return std::max(amount.toDouble(), 0.0);
}

double negative(const Money& amount)
{
    return std::min(amount.toDouble(), 0.0);
}

double topOf(const YearCost& cost)
{
    return positive(cost.capital) + positive(cost.operating);
}

double footOf(const YearCost& cost)
{
    return negative(cost.capital) + negative(cost.operating);
}
} // namespace

YearChart::YearChart(QWidget* parent)
    : CostPlot(parent)
{
    addLine(); // maps amounts to pixels
    YearChart::refresh();
    PlotView::restyle();
}

QString YearChart::title() const
{
    return tr("Cost by year");
}

std::vector<LegendEntry> YearChart::legend() const
{
    std::vector<LegendEntry> entries;
    for (const std::size_t index : drawn()) {
        entries.push_back({scenarioText(comparison()->scenarios[index]), penOf(index).color(), Qt::SolidLine,
                           LegendEntry::Sample::Filled});
    }
    if (!entries.empty()) {
        entries.push_back({tr("filled: capital"), theme().muted, Qt::SolidLine, LegendEntry::Sample::Filled});
        entries.push_back(
            {tr("hatched: operating"), theme().muted, Qt::SolidLine, LegendEntry::Sample::Hatched});
    }
    return entries;
}

FigureTable YearChart::figures() const
{
    return comparison() == nullptr ? FigureTable() : yearFigures(*comparison(), drawn());
}

std::size_t YearChart::yearCount() const
{
    std::size_t years = 0;
    for (std::size_t position = 0; position < drawn().size(); ++position) {
        years = std::max(years, scenario(position).years.size());
    }
    return years;
}

std::size_t YearChart::itemCount() const
{
    return yearCount() * drawn().size();
}

const YearCost* YearChart::costAt(std::size_t year, std::size_t position) const
{
    if (position >= drawn().size() || year >= scenario(position).years.size()) {
        return nullptr;
    }
    return &scenario(position).years[year];
}

void YearChart::refresh()
{
    double lowest = 0;
    double highest = 0;
    QStringList sentences;
    std::vector<AxisLabel> years;
    for (std::size_t bar = 0; bar < itemCount(); ++bar) {
        if (const YearCost* cost = costAt(bar / drawn().size(), bar % drawn().size())) {
            lowest = std::min(lowest, footOf(*cost));
            highest = std::max(highest, topOf(*cost));
            sentences.append(sentenceOf(bar));
        }
    }
    for (std::size_t year = 0; year < yearCount(); ++year) {
        years.push_back({static_cast<double>(year) + 0.5, tr("year %1").arg(year + 1)});
    }
    const AxisRange money = axisWithZero(lowest * kRoomAbove, highest * kRoomAbove, kMaxSteps);
    setHorizontal({0, static_cast<double>(std::max<std::size_t>(years.size(), 1)), 1});
    setVertical(money);
    labelHorizontal(std::move(years));
    labelVertical(drawn().empty() ? std::vector<AxisLabel>()
                                  : moneyLabels(money, scenario(0).total.currency()));
    setTitles({}, currencyCode());
    setAccessibleName(title());
    setAccessibleDescription(sentences.join(QStringLiteral(". ")));
}

QRectF YearChart::barOf(std::size_t year, std::size_t position) const
{
    const YearCost* cost = costAt(year, position);
    if (cost == nullptr) {
        return {};
    }
    const QRectF plot = plotArea();
    const double room = plot.width() / static_cast<double>(yearCount());
    const auto count = static_cast<double>(drawn().size());
    const double width = std::min(kWidestBar, room * kBarsOfYear / count);
    const double left = plot.left() + room * (static_cast<double>(year) + 0.5) +
        width * (static_cast<double>(position) - count / 2);
    const double gap = width > 4 * kBetweenBars ? kBetweenBars : 0;
    const double top = pixelOf(0, topOf(*cost)).y();
    return {left + gap / 2, top, width - gap, pixelOf(0, footOf(*cost)).y() - top};
}

std::optional<std::size_t> YearChart::itemAt(const QPointF& pixel) const
{
    for (std::size_t bar = 0; bar < itemCount(); ++bar) {
        // All of the column means its bar: some are too low to be hit.
        const QRectF box = barOf(bar / drawn().size(), bar % drawn().size());
        if (pixel.x() >= box.left() && pixel.x() < box.right()) {
            return bar;
        }
    }
    return std::nullopt;
}

void YearChart::paintBar(QPainter& painter, std::size_t year, std::size_t position) const
{
    const YearCost* cost = costAt(year, position);
    if (cost == nullptr) {
        return;
    }
    const QRectF bar = barOf(year, position);
    const QColor color = penOf(drawn()[position]).color();
    const auto piece = [&](double from, double to, bool capital) {
        if (from == to) {
            return;
        }
        const double top = pixelOf(0, std::max(from, to)).y();
        const QRectF box(bar.left(), top, bar.width(), pixelOf(0, std::min(from, to)).y() - top);
        if (capital) {
            painter.fillRect(box, color);
        } else {
            paintHatched(painter, box, color);
        }
    };
    piece(0, positive(cost->capital), true);
    piece(positive(cost->capital), topOf(*cost), false);
    piece(0, negative(cost->capital), true);
    piece(negative(cost->capital), footOf(*cost), false);
    if (pointed() == year * drawn().size() + position) {
        painter.setPen(QPen(theme().text, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(bar.adjusted(-1, -1, 1, 1));
    }
}

bool YearChart::isCrossed(const QRectF& label, std::size_t year, std::size_t position) const
{
    for (std::size_t other = 0; other < drawn().size(); ++other) {
        const QRectF bar = barOf(year, other);
        if (other != position && label.right() > bar.left() && label.left() < bar.right() &&
            label.bottom() > bar.top()) {
            return true;
        }
    }
    return false;
}

void YearChart::paintTotals(QPainter& painter, std::size_t year) const
{
    const QFontMetricsF metrics(painter.font());
    const double room = plotArea().width() / static_cast<double>(yearCount());
    const double end = plotArea().left() + room * static_cast<double>(year + 1);
    double taken = plotArea().left() + room * static_cast<double>(year);
    for (std::size_t position = 0; position < drawn().size(); ++position) {
        const YearCost* cost = costAt(year, position);
        if (cost == nullptr) {
            continue;
        }
        const QRectF bar = barOf(year, position);
        const QString text = moneyText(cost->capital + cost->operating);
        QRectF label(0, 0, metrics.horizontalAdvance(text) + 2, metrics.height());
        label.moveCenter(QPointF(bar.center().x(), bar.top() - metrics.height() / 2 - 1));
        // A total that would run into another one or into a bar is left to the pointer.
        if (label.left() >= taken && label.right() <= end && !isCrossed(label, year, position)) {
            painter.drawText(label, Qt::AlignCenter | Qt::TextDontClip, text);
            taken = label.right() + 2;
        }
    }
}

void YearChart::paintAbove(QPainter& painter)
{
    if (drawn().empty()) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t year = 0; year < yearCount(); ++year) {
        for (std::size_t position = 0; position < drawn().size(); ++position) {
            paintBar(painter, year, position);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().muted, 1));
    const QRectF plot = plotArea();
    const double zero = pixelOf(0, 0).y();
    painter.drawLine(QPointF(plot.left(), zero), QPointF(plot.right(), zero));
    painter.setFont(fontFor(TextSize::Hint));
    painter.setPen(theme().text);
    for (std::size_t year = 0; year < yearCount(); ++year) {
        paintTotals(painter, year);
    }
}

QString YearChart::sentenceOf(std::size_t bar) const
{
    const std::size_t position = bar % drawn().size();
    const YearCost* cost = costAt(bar / drawn().size(), position);
    if (cost == nullptr) {
        return {};
    }
    return tr("%1, year %2: %3, of it capital %4, operating %5")
        .arg(scenarioText(scenario(position)))
        .arg(cost->year)
        .arg(moneyText(cost->capital + cost->operating), moneyText(cost->capital),
             moneyText(cost->operating));
}

} // namespace rigwright
