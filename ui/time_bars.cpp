// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/time_bars.h"

#include "ui/text.h"

#include <QEvent>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kLegendHeight = 26;
constexpr int kSwatch = 10;
constexpr int kRow = 44;
constexpr int kBar = 26;
constexpr int kNameGap = 12;
constexpr int kTotalWidth = 72;

QColor colorOf(TimeKind kind, const Theme& theme)
{
    switch (kind) {
    case TimeKind::DeviceMemory: return theme.weights;
    case TimeKind::HostMemory: return theme.kvCache;
    case TimeKind::Compute: return theme.compute;
    case TimeKind::Interconnect: return theme.activations;
    case TimeKind::Overhead: return theme.engine;
    case TimeKind::GradientSync: return theme.gradients;
    case TimeKind::PipelineBubble: return theme.muted;
    case TimeKind::Optimizer: return theme.optimizer;
    case TimeKind::Storage: return theme.other;
    }
    return theme.other;
}

} // namespace

QString barName(const TimeBar& bar)
{
    switch (bar.what) {
    case TimeBar::What::Token: return TimeBars::tr("An output token");
    case TimeBar::What::Prompt: return TimeBars::tr("The prompt");
    case TimeBar::What::TrainingStep: return TimeBars::tr("A training step");
    }
    return {};
}

QString timeKindText(TimeKind kind)
{
    switch (kind) {
    case TimeKind::DeviceMemory: return TimeBars::tr("device memory");
    case TimeKind::HostMemory: return TimeBars::tr("host");
    case TimeKind::Compute: return TimeBars::tr("compute");
    case TimeKind::Interconnect: return TimeBars::tr("links between devices");
    case TimeKind::Overhead: return TimeBars::tr("engine overhead");
    case TimeKind::GradientSync: return TimeBars::tr("gradients and parameters");
    case TimeKind::PipelineBubble: return TimeBars::tr("waiting for stages");
    case TimeKind::Optimizer: return TimeBars::tr("optimiser");
    case TimeKind::Storage: return TimeBars::tr("storage");
    }
    return {};
}

QString partTimeText(Seconds time)
{
    const double value = time.value();
    if (value >= 1) {
        return TimeBars::tr("%1 s").arg(QLocale().toString(value, 'f', value < 100 ? 1 : 0));
    }
    constexpr double kMilli = 1e3;
    const double milliseconds = value * kMilli;
    return TimeBars::tr("%1 ms").arg(QLocale().toString(milliseconds, 'f', milliseconds < 10 ? 1 : 0));
}

TimeBars::TimeBars(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("timeBars"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
}

void TimeBars::showBars(std::vector<TimeBar> bars)
{
    const bool grows = bars.size() != bars_.size();
    bars_ = std::move(bars);
    if (grows) {
        updateGeometry();
    }
    describe();
    update();
}

QSize TimeBars::sizeHint() const
{
    return {640, kLegendHeight + kRow * std::max(1, static_cast<int>(bars_.size()))};
}

QSize TimeBars::minimumSizeHint() const
{
    return {320, sizeHint().height()};
}

void TimeBars::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        describe();
        update();
    }
}

bool TimeBars::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = (help->y() - kLegendHeight) / kRow;
    if (help->y() < kLegendHeight || row >= static_cast<int>(bars_.size())) {
        QToolTip::hideText();
        return true;
    }
    const TimeBar& bar = bars_[static_cast<std::size_t>(row)];
    QStringList lines{tr("%1: %2").arg(barName(bar), partTimeText(bar.total()))};
    for (const TimePart& part : bar.parts) {
        lines << tr("%1: %2").arg(timeKindText(part.kind), partTimeText(part.time));
    }
    QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), this);
    return true;
}

void TimeBars::paintEvent(QPaintEvent* /*event*/)
{
    const Theme theme = themeFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLegend(painter, theme);
    int top = kLegendHeight;
    for (const TimeBar& bar : bars_) {
        paintBar(painter, theme, bar, top);
        top += kRow;
    }
}

int TimeBars::nameWidth() const
{
    const QFontMetrics metrics(fontFor(TextSize::Title));
    int widest = 96;
    for (const TimeBar& bar : bars_) {
        widest = std::max(widest, metrics.horizontalAdvance(barName(bar)) + 2);
    }
    return widest;
}

void TimeBars::paintLegend(QPainter& painter, const Theme& theme) const
{
    painter.setFont(fontFor(TextSize::Hint));
    const int middle = kLegendHeight / 2 - 3;
    int x = 0;
    std::vector<TimeKind> shown;
    for (const TimeBar& bar : bars_) {
        for (const TimePart& part : bar.parts) {
            if (std::ranges::find(shown, part.kind) != shown.end()) {
                continue;
            }
            shown.push_back(part.kind);
            painter.setPen(Qt::NoPen);
            painter.setBrush(colorOf(part.kind, theme));
            painter.drawRoundedRect(QRectF(x, middle - kSwatch / 2.0, kSwatch, kSwatch), 2, 2);
            painter.setPen(theme.muted);
            const QString name = timeKindText(part.kind);
            const int wide = painter.fontMetrics().horizontalAdvance(name);
            painter.drawText(QRect(x + kSwatch + 5, 0, wide + 4, 2 * middle), Qt::AlignVCenter, name);
            x += kSwatch + 5 + wide + 14;
        }
    }
}

void TimeBars::paintBar(QPainter& painter, const Theme& theme, const TimeBar& bar, int top) const
{
    const double y = top + (kRow - kBar) / 2.0;
    const int names = nameWidth();
    painter.setFont(fontFor(TextSize::Title));
    painter.setPen(theme.text);
    painter.drawText(QRectF(0, y, names, kBar), Qt::AlignRight | Qt::AlignVCenter, barName(bar));
    const double left = names + kNameGap;
    const double room = std::max(1.0, width() - left - kTotalWidth);
    double x = left;
    for (const TimePart& part : bar.parts) {
        const double wide = room * (part.time / bar.total());
        const QRectF piece(x, y, wide, kBar);
        const QColor color = colorOf(part.kind, theme);
        painter.fillRect(piece, color);
        const QString figure = partTimeText(part.time);
        if (painter.fontMetrics().horizontalAdvance(figure) + 8 <= wide) {
            painter.setPen(inkOn(color));
            painter.drawText(piece, Qt::AlignCenter, figure);
        }
        x += wide;
    }
    painter.setPen(theme.text);
    painter.drawText(QRectF(left + room + 8, y, kTotalWidth - 8, kBar), Qt::AlignLeft | Qt::AlignVCenter,
                     partTimeText(bar.total()));
}

void TimeBars::describe()
{
    QStringList sentences;
    for (const TimeBar& bar : bars_) {
        QStringList parts;
        for (const TimePart& part : bar.parts) {
            parts << tr("%1: %2").arg(timeKindText(part.kind), partTimeText(part.time));
        }
        sentences << tr("%1: %2").arg(barName(bar), parts.join(QStringLiteral(", ")));
    }
    setAccessibleName(tr("Where the time goes"));
    setAccessibleDescription(sentences.join(QStringLiteral("; ")));
}

} // namespace rigwright
