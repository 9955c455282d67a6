// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tornado_chart.h"

#include "ui/cost_table_model.h"
#include "ui/cost_words.h"
#include "ui/hatch.h"
#include "ui/text.h"

#include <QChart>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {
constexpr int kMaxSteps = 4;
constexpr double kBarOfRow = 0.56;
constexpr double kHighestBar = 22;
constexpr double kEndGap = 4; ///< between a bar and the amount at its end
} // namespace

TornadoChart::TornadoChart(QWidget* parent)
    : CostPlot(parent)
{
    addLine(); // maps amounts to pixels
    constexpr int kRightMargin = 2;
    setRightMargin(kRightMargin);
    TornadoChart::refresh();
    PlotView::restyle();
    // Lower charts have fewer bars, and amounts take more of a narrower one.
    connect(chart(), &QChart::plotAreaChanged, this, &TornadoChart::refresh);
}

QString TornadoChart::title() const
{
    return tr("What matters most");
}

std::vector<LegendEntry> TornadoChart::legend() const
{
    if (barCount() == 0) {
        return {};
    }
    return {{tr("filled: better for owning"), theme().good, Qt::SolidLine, LegendEntry::Sample::Filled},
            {tr("hatched: worse for owning"), theme().warning, Qt::SolidLine, LegendEntry::Sample::Hatched}};
}

FigureTable TornadoChart::figures() const
{
    return comparison() == nullptr ? FigureTable() : sensitivityFigures(*comparison(), drawn());
}

std::size_t TornadoChart::barCount() const
{
    if (comparison() == nullptr) {
        return 0;
    }
    const double rows = plotArea().height() / QFontMetricsF(fontFor(TextSize::Hint)).height();
    const std::size_t most = std::min(kMostBars, comparison()->sensitivity.effects.size());
    return std::min(most, static_cast<std::size_t>(std::max(rows, 1.0)));
}

std::size_t TornadoChart::itemCount() const
{
    return barCount();
}

const FactorEffect& TornadoChart::effect(std::size_t bar) const
{
    return comparison()->sensitivity.effects[bar];
}

QString TornadoChart::otherName() const
{
    const std::optional<std::size_t> against = comparison()->sensitivity.against;
    return against && *against < comparison()->scenarios.size()
        ? scenarioText(comparison()->scenarios[*against])
        : tr("the alternative");
}

void TornadoChart::refresh()
{
    lowest_ = 0;
    highest_ = 0;
    std::vector<AxisLabel> names;
    if (barCount() > 0) {
        lowest_ = highest_ = comparison()->sensitivity.advantage.toDouble();
    }
    for (std::size_t bar = 0; bar < barCount(); ++bar) {
        const FactorEffect& shown = effect(bar);
        names.push_back({middleOf(bar), costFactorText(shown.range.factor)});
        const auto [low, high] =
            std::minmax({shown.advantageAtLow.toDouble(), shown.advantageAtHigh.toDouble()});
        lowest_ = std::min(lowest_, low);
        highest_ = std::max(highest_, high);
    }
    setVertical({0, static_cast<double>(std::max<std::size_t>(barCount(), 1)), 1});
    labelVertical(std::move(names), false);
    setTitles(barCount() == 0 ? QString() : tr("%1 saved by owning", "currency").arg(currencyCode()), {});
    fitRange();
    describe();
}

void TornadoChart::fitRange()
{
    // Room for the amounts at the ends of the longest bars: so many pixels, whatever the width.
    double widest = 0;
    const QFontMetricsF metrics(fontFor(TextSize::Hint));
    for (std::size_t bar = 0; bar < barCount(); ++bar) {
        for (const Money& amount : {effect(bar).advantageAtLow, effect(bar).advantageAtHigh}) {
            widest = std::max(widest, metrics.horizontalAdvance(endText(bar, amount)));
        }
    }
    const double room = widest + 2 * kEndGap;
    const double bars = std::max(plotArea().width() - 2 * room, room);
    const double span = std::max(highest_ - lowest_, 1.0);
    const double beside = span * room / bars;
    const double step = niceStep(span, kMaxSteps);
    setHorizontal({lowest_ - beside, highest_ + beside, step});
    labelHorizontal(barCount() == 0 ? std::vector<AxisLabel>()
                                    : moneyLabels({std::ceil(lowest_ / step) * step,
                                                   std::floor(highest_ / step) * step, step},
                                                  comparison()->sensitivity.advantage.currency(), true),
                    true);
}

QString TornadoChart::endText(std::size_t bar, const Money& amount) const
{
    constexpr double kWide = 380; // pixels
    const bool wide = plotArea().width() >= kWide;
    const QString text = wide ? signedMoneyText(amount) : shortSignedMoneyText(amount);
    if (!wide) {
        return text;
    }
    const FactorEffect& shown = effect(bar);
    const double multiple = amount == shown.advantageAtLow ? shown.range.low : shown.range.high;
    return tr("%1 (%2)", "amount, by how much a factor differs").arg(text, multipleText(multiple));
}

void TornadoChart::describe()
{
    setAccessibleName(title());
    QStringList sentences;
    for (std::size_t bar = 0; bar < barCount(); ++bar) {
        sentences.append(sentenceOf(bar));
    }
    setAccessibleDescription(sentences.join(QStringLiteral(". ")));
}

double TornadoChart::middleOf(std::size_t bar) const
{
    return static_cast<double>(barCount() - bar) - 0.5;
}

QRectF TornadoChart::barOf(std::size_t bar) const
{
    const FactorEffect& shown = effect(bar);
    const double base = comparison()->sensitivity.advantage.toDouble();
    const auto [low, high] =
        std::minmax({base, shown.advantageAtLow.toDouble(), shown.advantageAtHigh.toDouble()});
    const double height =
        std::min(kHighestBar, plotArea().height() / static_cast<double>(barCount()) * kBarOfRow);
    const QPointF left = pixelOf(low, middleOf(bar));
    return {left.x(), left.y() - height / 2, pixelOf(high, 0).x() - left.x(), height};
}

std::optional<std::size_t> TornadoChart::itemAt(const QPointF& pixel) const
{
    const QRectF plot = plotArea();
    const double row = (pixel.y() - plot.top()) / plot.height() * static_cast<double>(barCount());
    return std::min(static_cast<std::size_t>(std::max(row, 0.0)), barCount() - 1);
}

void TornadoChart::paintBar(QPainter& painter, std::size_t bar) const
{
    const QRectF box = barOf(bar);
    const double base = pixelOf(comparison()->sensitivity.advantage.toDouble(), 0).x();
    if (base > box.left()) {
        paintHatched(painter, QRectF(box.left(), box.top(), base - box.left(), box.height()),
                     theme().warning);
    }
    if (box.right() > base) {
        painter.fillRect(QRectF(base, box.top(), box.right() - base, box.height()), theme().good);
    }
    if (pointed() == bar) {
        painter.setPen(QPen(theme().text, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(-1, -1, 1, 1));
    }
    const auto [low, high] = std::minmax(effect(bar).advantageAtLow, effect(bar).advantageAtHigh);
    const Money& advantage = comparison()->sensitivity.advantage;
    painter.setPen(theme().text);
    const double far = canvas().width();
    if (low < advantage) {
        painter.drawText(QRectF(box.left() - far - kEndGap, box.top(), far, box.height()),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, endText(bar, low));
    }
    if (high > advantage) {
        painter.drawText(QRectF(box.right() + kEndGap, box.top(), far, box.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, endText(bar, high));
    }
}

void TornadoChart::paintAbove(QPainter& painter)
{
    if (barCount() == 0) {
        if (comparison() != nullptr) {
            paintEmpty(painter, tr("Nothing that is uncertain changes the answer."));
        }
        return;
    }
    const QRectF plot = plotArea();
    painter.setFont(fontFor(TextSize::Hint));
    for (std::size_t bar = 0; bar < barCount(); ++bar) {
        paintBar(painter, bar);
    }
    const double base = pixelOf(comparison()->sensitivity.advantage.toDouble(), 0).x();
    painter.setPen(QPen(theme().text, 1.5));
    painter.drawLine(QPointF(base, plot.top()), QPointF(base, plot.bottom()));
    const QString assumed = tr("as assumed: %1").arg(signedMoneyText(comparison()->sensitivity.advantage));
    QFont bold = painter.font();
    bold.setBold(true);
    painter.setFont(bold);
    const double width = QFontMetricsF(bold).horizontalAdvance(assumed) + 2;
    const double left = std::clamp(base - width / 2, 0.0, std::max(0.0, canvas().right() - width));
    painter.drawText(QRectF(left, 0, width, plot.top() - 2), Qt::AlignCenter | Qt::TextDontClip, assumed);
}

QString TornadoChart::sentenceOf(std::size_t bar) const
{
    const FactorEffect& shown = effect(bar);
    const auto end = [this](double multiple, const Money& advantage) {
        const bool saves = advantage.minorUnits() >= 0;
        const Money size = saves ? advantage : advantage * -1;
        return (saves ? tr("at %1 owning saves %2") : tr("at %1 owning costs %2 more"))
            .arg(multipleText(multiple), moneyText(size));
    };
    return tr("%1, against %2: %3; %4", "factor, scenario, low end, high end")
        .arg(costFactorText(shown.range.factor), otherName(), end(shown.range.low, shown.advantageAtLow),
             end(shown.range.high, shown.advantageAtHigh));
}

} // namespace rigwright
