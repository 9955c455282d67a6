// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/memory_bars.h"

#include "ui/components.h"
#include "ui/text.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kLegendHeight = 26;
constexpr int kSwatch = 10;

/// Fewer bars stand in taller rows; the kind of memory needs a second line.
struct RowLook {
    int height;
    int bar;
    bool twoLines;
};

RowLook lookOf(std::size_t bars)
{
    constexpr RowLook kTall{58, 34, true};
    constexpr RowLook kMedium{44, 28, true};
    constexpr RowLook kLow{30, 18, false};
    constexpr RowLook kLeast{22, 14, false};
    constexpr std::size_t kTallUpTo = 2;
    constexpr std::size_t kMediumUpTo = 4;
    constexpr std::size_t kLowUpTo = 6;
    return bars <= kTallUpTo ? kTall : bars <= kMediumUpTo ? kMedium : bars <= kLowUpTo ? kLow : kLeast;
}

constexpr int kNameGap = 12;
constexpr double kCapacityAt = 0.88; ///< of the width, while nothing exceeds its capacity

double share(const MemoryBar& bar)
{
    return bar.capacity && bar.capacity->value() > 0 ? bar.used.total() / *bar.capacity : 0;
}

} // namespace

/// From bytes to pixels: bars with a capacity share the place of its line, the others share one scale among them.
struct MemoryBars::Scale {
    double left = 0;
    double capacityLine = 0; ///< pixels from left to the lines of capacity
    double perByte = 0;      ///< for bars without a capacity

    [[nodiscard]] double width(const MemoryBar& bar, Bytes amount) const
    {
        return bar.capacity ? capacityLine * (amount / *bar.capacity)
                            : perByte * static_cast<double>(amount.value());
    }
};

QString barName(const MemoryBar& bar)
{
    if (bar.name.empty()) {
        return bar.isHost ? MemoryBars::tr("Model alone") : MemoryBars::tr("Device");
    }
    const QString name = QString::fromStdString(bar.name);
    return bar.devices > 1 ? QStringLiteral("%1 × %2").arg(bar.devices).arg(name) : name;
}

QString barKind(const MemoryBar& bar)
{
    if (bar.isHost) {
        return bar.name.empty() ? MemoryBars::tr("needs") : MemoryBars::tr("RAM");
    }
    return bar.devices > 1 ? MemoryBars::tr("VRAM, each") : MemoryBars::tr("VRAM");
}

MemoryBars::MemoryBars(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("memoryBars"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
}

void MemoryBars::showBars(std::vector<MemoryBar> bars)
{
    const bool grows = bars.size() != bars_.size();
    bars_ = std::move(bars);
    if (grows) {
        updateGeometry();
    }
    describe();
    update();
}

QSize MemoryBars::sizeHint() const
{
    const int rows = std::max(1, static_cast<int>(bars_.size()));
    return {640, kLegendHeight + rows * rowHeight()};
}

QSize MemoryBars::minimumSizeHint() const
{
    return {320, sizeHint().height()};
}

void MemoryBars::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        describe();
        update();
    }
}

bool MemoryBars::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = (help->y() - kLegendHeight) / rowHeight();
    if (help->y() < kLegendHeight || row >= static_cast<int>(bars_.size())) {
        QToolTip::hideText();
        return true;
    }
    const MemoryBar& bar = bars_[static_cast<std::size_t>(row)];
    QStringList lines{barName(bar)};
    for (const MemoryPart& part : memoryParts(bar.used, themeFor(palette()))) {
        if (part.amount > Bytes()) {
            lines << tr("%1: %2").arg(part.name, memoryText(part.amount));
        }
    }
    QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), this);
    return true;
}

void MemoryBars::paintEvent(QPaintEvent* /*event*/)
{
    const Theme theme = themeFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLegend(painter, theme);
    const Scale fit = scale();
    int top = kLegendHeight;
    for (const MemoryBar& bar : bars_) {
        paintBar(painter, theme, bar, top, fit);
        top += rowHeight();
    }
}

MemoryBars::Scale MemoryBars::scale() const
{
    Scale fit;
    fit.left = nameWidth() + kNameGap;
    const double room = width() - fit.left - 8;
    double fullest = 1;
    Bytes largest;
    for (const MemoryBar& bar : bars_) {
        fullest = std::max(fullest, share(bar));
        largest = bar.capacity ? largest : std::max(largest, bar.used.total());
    }
    // What exceeds its capacity says by how much, right of its bar.
    const double shortText =
        QFontMetrics(fontFor(TextSize::Hint)).horizontalAdvance(tr("%1 short").arg(memoryText(1000_GiB)));
    fit.capacityLine =
        fullest > 1 ? std::min(room * kCapacityAt, (room - shortText) / fullest) : room * kCapacityAt;
    fit.perByte = largest > Bytes() ? room * kCapacityAt / static_cast<double>(largest.value()) : 0;
    return fit;
}

int MemoryBars::rowHeight() const
{
    return lookOf(bars_.size()).height;
}

int MemoryBars::nameWidth() const
{
    const QFontMetrics metrics(fontFor(TextSize::Title));
    int widest = 96;
    for (const MemoryBar& bar : bars_) {
        widest = std::max(widest, metrics.horizontalAdvance(barName(bar)) + 2);
    }
    return std::min(widest, std::max(96, width() * 3 / 10));
}

void MemoryBars::paintLegend(QPainter& painter, const Theme& theme) const
{
    painter.setFont(fontFor(TextSize::Hint));
    const QFontMetrics metrics = painter.fontMetrics();
    const int middle = kLegendHeight / 2 - 3;
    int x = 0;
    MemoryComponents all;
    for (const MemoryBar& bar : bars_) {
        all += bar.used;
    }
    for (const MemoryPart& part : memoryParts(all, theme)) {
        if (part.amount <= Bytes()) {
            continue;
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(part.color);
        painter.drawRoundedRect(QRectF(x, middle - kSwatch / 2.0, kSwatch, kSwatch), 2, 2);
        painter.setPen(theme.muted);
        const int wide = metrics.horizontalAdvance(part.name);
        painter.drawText(QRect(x + kSwatch + 5, 0, wide + 4, 2 * middle), Qt::AlignVCenter, part.name);
        x += kSwatch + 5 + wide + 14;
    }
    if (std::ranges::any_of(bars_, [](const MemoryBar& bar) { return bar.capacity.has_value(); })) {
        painter.setPen(QPen(theme.text, 1.5));
        painter.drawLine(QPointF(x + 3, middle - 7), QPointF(x + 3, middle + 7));
        painter.setPen(theme.muted);
        painter.drawText(QRect(x + 10, 0, width() - x - 10, 2 * middle), Qt::AlignVCenter, tr("capacity"));
    }
}

void MemoryBars::paintBar(QPainter& painter, const Theme& theme, const MemoryBar& bar, int top,
                          const Scale& fit) const
{
    const RowLook look = lookOf(bars_.size());
    const double height = look.bar;
    const double y = top + (look.height - height) / 2.0;
    const int names = nameWidth();
    painter.setPen(theme.text);
    painter.setFont(fontFor(TextSize::Title));
    const QString name = painter.fontMetrics().elidedText(barName(bar), Qt::ElideRight, names);
    const QRectF beside(0, y, names, height);
    painter.drawText(look.twoLines ? beside.adjusted(0, 0, 0, -height / 2) : beside,
                     Qt::AlignRight | Qt::AlignVCenter, name);
    painter.setFont(fontFor(TextSize::Hint));
    if (look.twoLines) {
        painter.setPen(theme.muted);
        painter.drawText(beside.adjusted(0, height / 2, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
                         barKind(bar));
    }
    if (bar.capacity) {
        painter.fillRect(QRectF(fit.left, y, fit.capacityLine, height), theme.window);
    }
    double x = fit.left;
    painter.setFont(fontFor(TextSize::Title));
    for (const MemoryPart& part : memoryParts(bar.used, theme)) {
        const double wide = fit.width(bar, part.amount);
        const QRectF piece(x, y, wide, height);
        painter.fillRect(piece, part.color);
        const QString figure = gibText(part.amount);
        if (painter.fontMetrics().horizontalAdvance(figure) + 8 <= wide) {
            painter.setPen(inkOn(part.color));
            painter.drawText(piece, Qt::AlignCenter, figure);
        }
        x += wide;
    }
    painter.setFont(fontFor(TextSize::Hint));
    const QString total = memoryText(bar.used.total());
    const double room = (bar.capacity ? fit.left + fit.capacityLine : width()) - x - 12;
    if (painter.fontMetrics().horizontalAdvance(total) <= room) {
        painter.setPen(theme.text);
        painter.drawText(QRectF(x + 6, y, room, height), Qt::AlignVCenter, total);
    }
    if (!bar.capacity) {
        return;
    }
    const double line = fit.left + fit.capacityLine;
    const bool over = bar.used.total() > *bar.capacity;
    painter.setPen(QPen(over ? theme.danger : theme.text, 1.5));
    painter.drawLine(QPointF(line, y - 4), QPointF(line, y + height + 4));
    const double labelAt = std::max(line, over ? x : line) + 6;
    QString label = capacityText(*bar.capacity);
    if (over) {
        label += QLatin1Char('\n') + tr("%1 short").arg(memoryText(bar.used.total() - *bar.capacity));
    }
    painter.drawText(QRectF(labelAt, y - 4, width() - labelAt, height + 8), Qt::AlignTop | Qt::AlignLeft,
                     label);
}

void MemoryBars::describe()
{
    QStringList sentences;
    for (const MemoryBar& bar : bars_) {
        const QString used = memoryText(bar.used.total());
        sentences << (bar.capacity ? tr("%1: %2 of %3").arg(barName(bar), used, capacityText(*bar.capacity))
                                   : tr("%1: %2").arg(barName(bar), used));
    }
    setAccessibleName(tr("Where the memory goes"));
    setAccessibleDescription(sentences.join(QStringLiteral("; ")));
}

} // namespace rigwright
