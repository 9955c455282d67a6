// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tag.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace rigwright {

namespace {

constexpr int kPadding = 8;

QString signOf(TagKind kind)
{
    switch (kind) {
    case TagKind::Good: return QStringLiteral("✓");
    case TagKind::Warning: return QStringLiteral("!");
    case TagKind::Danger: return QStringLiteral("✕");
    case TagKind::Unknown: return QStringLiteral("?");
    case TagKind::Neutral: break;
    }
    return {};
}

std::pair<QColor, QColor> inkAndGround(TagKind kind, const Theme& theme)
{
    switch (kind) {
    case TagKind::Good: return {theme.good, theme.goodSoft};
    case TagKind::Warning: return {theme.warning, theme.warningSoft};
    case TagKind::Danger: return {theme.danger, theme.dangerSoft};
    case TagKind::Unknown:
    case TagKind::Neutral: break;
    }
    return {theme.muted, theme.window};
}

} // namespace

QString tagText(TagKind kind, const QString& text)
{
    const QString sign = signOf(kind);
    if (sign.isEmpty()) {
        return text;
    }
    return text.isEmpty() ? sign : sign + QLatin1Char(' ') + text;
}

QSize tagSize(TagKind kind, const QString& text)
{
    const QFontMetrics metrics(fontFor(TextSize::Hint));
    return {metrics.horizontalAdvance(tagText(kind, text)) + 2 * kPadding, metrics.height() + 4};
}

void paintTag(QPainter& painter, const QRect& where, TagKind kind, const QString& text, const Theme& theme)
{
    const QSize size = tagSize(kind, text);
    const QRect ground(where.left(), where.top() + (where.height() - size.height()) / 2,
                       std::min(size.width(), where.width()), size.height());
    const auto [ink, fill] = inkAndGround(kind, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(ground, ground.height() / 2.0, ground.height() / 2.0);
    painter.setFont(fontFor(TextSize::Hint));
    painter.setPen(ink);
    const QRect inside = ground.adjusted(kPadding, 0, 2 - kPadding, 0);
    const QString shown =
        QFontMetrics(painter.font()).elidedText(tagText(kind, text), Qt::ElideRight, inside.width());
    painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft, shown);
    painter.restore();
}

Tag::Tag(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Tag::setTag(TagKind kind, const QString& text)
{
    kind_ = kind;
    text_ = text;
    setAccessibleName(tagText(kind, text));
    updateGeometry();
    update();
}

QSize Tag::sizeHint() const
{
    return tagSize(kind_, text_);
}

void Tag::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paintTag(painter, rect(), kind_, text_, themeFor(palette()));
}

} // namespace rigwright
