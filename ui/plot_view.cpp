// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot_view.h"

#include <QChart>
#include <QEvent>
#include <QFocusEvent>
#include <QGraphicsLayout>
#include <QGuiApplication>
#include <QLegend>
#include <QLineSeries>
#include <QLocale>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rigwright {

namespace {
constexpr int kTitleGap = 4;
constexpr int kLabelGap = 6;
constexpr int kInset = 2; ///< of texts from the edge
constexpr double kFocusRadius = 4;
} // namespace

PlotView::PlotView(QWidget* parent)
    : QChartView(parent)
    , horizontal_(new QValueAxis)
    , vertical_(new QValueAxis)
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::StrongFocus);
    // Marks reach beyond the items that Qt Charts knows of, so whole frames are redrawn.
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setBackgroundVisible(false);
    chart()->legend()->hide();
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setLocalizeNumbers(true);
    chart()->addAxis(horizontal_, Qt::AlignBottom);
    chart()->addAxis(vertical_, Qt::AlignLeft);
    for (QValueAxis* axis : {horizontal_, vertical_}) {
        axis->setTickType(QValueAxis::TicksDynamic);
        axis->setTitleVisible(false);
        axis->setTruncateLabels(false);
    }
    horizontal_->setGridLineVisible(false);
    vertical_->setLineVisible(false);
}

QString PlotView::horizontalTitle() const
{
    return horizontal_->titleText();
}

QString PlotView::verticalTitle() const
{
    return vertical_->titleText();
}

void PlotView::setTitles(const QString& horizontal, const QString& vertical)
{
    horizontal_->setTitleText(horizontal);
    vertical_->setTitleText(vertical);
    chart()->setLocale(QLocale());
    fitMargins();
    viewport()->update();
}

void PlotView::setRange(QValueAxis& axis, const AxisRange& range, const QString& prefix)
{
    if (!(range.high > range.low) || !(range.step > 0)) {
        return;
    }
    const double decimals = range.step >= 1 ? 0 : std::ceil(-std::log10(range.step));
    QString escaped = prefix;
    escaped.replace(QLatin1Char('%'), QLatin1String("%%"));
    const bool blank = labelsHidden_ && &axis == horizontal_;
    axis.setLabelFormat(blank ? QStringLiteral(" ")
                              : escaped + QStringLiteral("%.%1f").arg(static_cast<int>(decimals)));
    axis.setTickAnchor(0);
    // Ticks are laid out on each change: a small step over a wide range would make thousands of them for a moment.
    if (range.step > axis.tickInterval()) {
        axis.setTickInterval(range.step);
        axis.setRange(range.low, range.high);
    } else {
        axis.setRange(range.low, range.high);
        axis.setTickInterval(range.step);
    }
}

void PlotView::setRightMargin(int pixels)
{
    rightMargin_ = pixels;
    fitMargins();
}

void PlotView::hideHorizontalLabels()
{
    labelsHidden_ = true;
}

void PlotView::label(QValueAxis& axis, AxisLabels& place, std::vector<AxisLabel> labels, bool lines)
{
    if (place.own && place.labels == labels) {
        return;
    }
    place = {true, lines, std::move(labels)};
    axis.setVisible(false);
    fitMargins();
    viewport()->update();
}

void PlotView::labelVertical(std::vector<AxisLabel> labels, bool lines)
{
    label(*vertical_, verticalLabels_, std::move(labels), lines);
}

void PlotView::labelHorizontal(std::vector<AxisLabel> labels, bool lines)
{
    label(*horizontal_, horizontalLabels_, std::move(labels), lines);
}

void PlotView::fitMargins()
{
    const QFontMetrics metrics(fontFor(TextSize::Hint));
    const int row = metrics.height() + kTitleGap;
    int left = 0;
    for (const AxisLabel& label : verticalLabels_.labels) {
        left = std::max(left, metrics.horizontalAdvance(label.text) + kLabelGap + 2 * kInset);
    }
    // The highest label reaches half a line above the plot.
    const int top = verticalLabels_.own ? row + metrics.height() / 2 : row;
    const int labels = horizontalLabels_.own ? metrics.height() + kLabelGap : 0;
    const int title = horizontalLabels_.own && horizontalTitle().isEmpty() ? 0 : row;
    const QMargins margins(left, top, rightMargin_, labels + title);
    // Each change lays everything out anew.
    if (margins != chart()->margins()) {
        chart()->setMargins(margins);
        chart()->layout()->activate();
    }
}

void PlotView::setHorizontal(const AxisRange& range, const QString& prefix)
{
    setRange(*horizontal_, range, prefix);
}

void PlotView::setVertical(const AxisRange& range, const QString& prefix)
{
    setRange(*vertical_, range, prefix);
}

void PlotView::attach(QXYSeries* series)
{
    chart()->addSeries(series);
    series->attachAxis(horizontal_);
    series->attachAxis(vertical_);
    if (first_ == nullptr) {
        first_ = series;
    }
}

QLineSeries* PlotView::addLine()
{
    auto* series = new QLineSeries;
    attach(series);
    return series;
}

QScatterSeries* PlotView::addPoints(double size)
{
    auto* series = new QScatterSeries;
    series->setMarkerSize(size);
    attach(series);
    return series;
}

QRectF PlotView::plotArea() const
{
    return chart()->mapToScene(chart()->plotArea()).boundingRect();
}

QPointF PlotView::pixelOf(double x, double y) const
{
    return chart()->mapToScene(chart()->mapToPosition({x, y}, first_));
}

QRectF PlotView::canvas() const
{
    return {QPointF(), chart()->size()};
}

void PlotView::print(QPainter& painter, const QSizeF& size)
{
    const QSizeF before = chart()->size();
    printing_ = true;
    restyle();
    chart()->resize(size);
    chart()->layout()->activate();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    drawBackground(&painter, canvas());
    scene()->render(&painter, canvas(), canvas());
    drawForeground(&painter, canvas());
    painter.restore();
    printing_ = false;
    chart()->resize(before);
    restyle();
}

Theme PlotView::theme() const
{
    if (printing_) {
        return lightTheme();
    }
    return themeFor(QGuiApplication::palette());
}

void PlotView::restyle()
{
    const Theme colors = theme();
    const QFont font = fontFor(TextSize::Hint);
    fitMargins();
    QColor grid = colors.line;
    grid.setAlphaF(0.6F);
    for (QValueAxis* axis : {horizontal_, vertical_}) {
        axis->setLabelsFont(font);
        axis->setLabelsColor(colors.muted);
        axis->setGridLineColor(grid);
        axis->setLinePen(QPen(colors.line, 1));
    }
    viewport()->update();
}

void PlotView::paintBelow(QPainter& /*painter*/) { }

void PlotView::paintAbove(QPainter& /*painter*/) { }

void PlotView::drawBackground(QPainter* painter, const QRectF& exposed)
{
    painter->fillRect(exposed, theme().card);
    paintLines(*painter);
    paintBelow(*painter);
}

void PlotView::paintLines(QPainter& painter) const
{
    const QRectF plot = plotArea();
    QColor grid = theme().line;
    grid.setAlphaF(0.6F);
    painter.setPen(QPen(grid, 1));
    for (const AxisLabel& label : verticalLabels_.lines ? verticalLabels_.labels : std::vector<AxisLabel>()) {
        const double y = pixelOf(0, label.at).y();
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
    for (const AxisLabel& label :
         horizontalLabels_.lines ? horizontalLabels_.labels : std::vector<AxisLabel>()) {
        const double x = pixelOf(label.at, 0).x();
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    if (!horizontalLabels_.labels.empty()) {
        painter.setPen(QPen(theme().line, 1));
        painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    }
}

void PlotView::paintLabels(QPainter& painter) const
{
    const QRectF plot = plotArea();
    const QFontMetricsF metrics(painter.font());
    constexpr double kTightest = 0.9; // of the height of a line
    double last = std::numeric_limits<double>::max();
    for (const AxisLabel& label : verticalLabels_.labels) {
        const double y = pixelOf(0, label.at).y();
        // Of labels that would run into each other, every other one is left out.
        if (std::abs(last - y) < metrics.height() * kTightest) {
            continue;
        }
        last = y;
        painter.drawText(QRectF(0, y - metrics.height() / 2, plot.left() - kLabelGap, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, label.text);
    }
    double taken = 0;
    for (const AxisLabel& label : horizontalLabels_.labels) {
        const double width = metrics.horizontalAdvance(label.text) + 1;
        const double rightmost = std::max(0.0, canvas().right() - width);
        const double left = std::clamp(pixelOf(label.at, 0).x() - width / 2, 0.0, rightmost);
        if (left >= taken) {
            painter.drawText(QRectF(left, plot.bottom() + kLabelGap - 2, width, metrics.height()),
                             Qt::AlignCenter | Qt::TextDontClip, label.text);
            taken = left + width + kLabelGap;
        }
    }
}

void PlotView::drawForeground(QPainter* painter, const QRectF& /*exposed*/)
{
    const QRectF plot = plotArea();
    const QRectF all = canvas();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(fontFor(TextSize::Hint));
    painter->setPen(theme().muted);
    painter->drawText(QRectF(kInset, 0, all.width() - kInset, plot.top()), Qt::AlignLeft | Qt::AlignTop,
                      verticalTitle());
    painter->drawText(QRectF(0, plot.bottom(), plot.right(), all.bottom() - plot.bottom()),
                      Qt::AlignRight | Qt::AlignBottom, horizontalTitle());
    paintLabels(*painter);
    paintAbove(*painter);
    if (byKeyboard_ && !printing_) {
        painter->setPen(QPen(theme().accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(all.adjusted(0.5, 0.5, -0.5, -0.5), kFocusRadius, kFocusRadius);
    }
}

void PlotView::focusInEvent(QFocusEvent* event)
{
    byKeyboard_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    viewport()->update();
    QChartView::focusInEvent(event);
}

void PlotView::focusOutEvent(QFocusEvent* event)
{
    byKeyboard_ = false;
    viewport()->update();
    QChartView::focusOutEvent(event);
}

QRectF PlotView::labelBox(const QFont& font, const QString& text, const QPointF& corner, bool toTheLeft) const
{
    const QFontMetricsF metrics(font);
    const QRectF plot = plotArea();
    QRectF box(0, 0, metrics.horizontalAdvance(text) + 8, metrics.height() + 2);
    box.moveTopLeft(corner);
    if (toTheLeft) {
        box.moveRight(corner.x());
    }
    const double rightmost = std::max(plot.left(), canvas().right() - box.width());
    box.moveLeft(std::clamp(box.left(), plot.left(), rightmost));
    box.moveTop(std::clamp(box.top(), 0.0, std::max(0.0, plot.bottom() - box.height())));
    return box;
}

void PlotView::paintLabel(QPainter& painter, const QRectF& box, const QString& text, const QColor& ink) const
{
    QColor ground = theme().card;
    ground.setAlphaF(0.85F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(ink);
    painter.drawText(box, Qt::AlignCenter, text);
}

void PlotView::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    // Qt tells widgets of another palette of the application as of one of their own.
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange: restyle(); break;
    default: break;
    }
}

} // namespace rigwright
