// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cell_delegate.h"

#include <QGuiApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kInset = 8;
constexpr int kRowPadding = 10;
constexpr int kTagGap = 4;
constexpr int kLeastTag = 26; ///< less room shows nothing of a tag
constexpr int kMarkSize = 8;
constexpr int kBoxSize = 14;
constexpr int kFocusBar = 3;
constexpr int kFrameRadius = 4;
constexpr int kLeastWrap = 40;
constexpr int kNoteWidth = 150; ///< longer notes break

QColor blend(const QColor& over, const QColor& under, double share)
{
    const auto mix = [share](int a, int b) { return static_cast<int>(a * share + b * (1 - share)); };
    return {mix(over.red(), under.red()), mix(over.green(), under.green()), mix(over.blue(), under.blue())};
}

void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme,
                 const QModelIndex& index)
{
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.fillRect(option.rect, theme.accentSoft);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter.fillRect(option.rect, blend(theme.accentSoft, theme.card, 0.35));
    }
    painter.setPen(theme.line);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    // Rows are chosen as a whole, so the current one is marked once, at its beginning.
    if (option.state.testFlag(QStyle::State_HasFocus) && index.column() == 0) {
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), kFocusBar, option.rect.height() - 1),
                         theme.accent);
    }
}

/// A cell that can be changed in its place shows so under the mouse, and which one the keys mean.
void paintFrame(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme,
                const QModelIndex& index)
{
    const bool isFocused = option.state.testFlag(QStyle::State_HasFocus);
    const bool canChange = index.flags().testFlag(Qt::ItemIsEditable) ||
        (index.column() > 0 && index.flags().testFlag(Qt::ItemIsUserCheckable));
    if (!canChange || !(isFocused || option.state.testFlag(QStyle::State_MouseOver))) {
        return;
    }
    painter.setPen(QPen(isFocused ? theme.accent : theme.muted, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -3.5), kFrameRadius, kFrameRadius);
}

int paintMark(QPainter& painter, const QRect& where, CellMark mark, const Theme& theme)
{
    if (mark == CellMark::None) {
        return 0;
    }
    QRectF dot(where.left(), where.center().y() - kMarkSize / 2.0 + 0.5, kMarkSize, kMarkSize);
    if (mark == CellMark::Filled) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
    } else {
        painter.setPen(QPen(theme.muted, 1.5));
        painter.setBrush(Qt::NoBrush);
        dot.adjust(1, 1, -1, -1);
    }
    painter.drawEllipse(dot);
    return kMarkSize + kInset;
}

QRectF boxIn(const QRect& where)
{
    return {where.left() + 0.5, where.center().y() - kBoxSize / 2.0 + 0.5, kBoxSize, kBoxSize};
}

int paintCheckBox(QPainter& painter, const QRect& where, const QModelIndex& index, const Theme& theme)
{
    const QVariant state = index.data(Qt::CheckStateRole);
    if (!state.isValid()) {
        return 0;
    }
    const bool on = state.toInt() == Qt::Checked;
    const QRectF box = boxIn(where);
    const auto color = index.data(kSwatchRole).value<QColor>();
    painter.setPen(on ? QPen(Qt::NoPen) : QPen(theme.muted, 1));
    painter.setBrush(on ? (color.isValid() ? color : theme.accent) : theme.card);
    painter.drawRoundedRect(box, 3, 3);
    if (on) {
        QPainterPath tick(QPointF(box.left() + 3.2, box.center().y()));
        tick.lineTo(box.left() + 6, box.bottom() - 3.8);
        tick.lineTo(box.right() - 3, box.top() + 4);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.dark ? theme.onAccent : theme.card, 1.8, Qt::SolidLine, Qt::RoundCap));
        painter.drawPath(tick);
    }
    return kBoxSize + kInset;
}

int tagsWidth(const CellTags& tags)
{
    int width = 0;
    for (const CellTag& tag : tags) {
        width += tagSize(tag.kind, tag.text).width() + kTagGap;
    }
    return width;
}

int markWidth(const QModelIndex& index)
{
    const bool marked = static_cast<CellMark>(index.data(kMarkRole).toInt()) != CellMark::None;
    return (marked ? kMarkSize + kInset : 0) +
        (index.data(Qt::CheckStateRole).isValid() ? kBoxSize + kInset : 0);
}

/// Between words, but anywhere where a word has no room in a line of its own. Chinese breaks between any two letters.
int wrapFlag(const QFont& font, const QString& text, int width)
{
    static const QRegularExpression between(QStringLiteral("[^0-9A-Za-z\\x{C0}-\\x{10FF}]+"));
    const QFontMetrics metrics(font);
    const QStringList words = text.split(between, Qt::SkipEmptyParts);
    const bool fits = std::ranges::all_of(
        words, [&](const QString& word) { return metrics.horizontalAdvance(word) <= width; });
    return static_cast<int>(fits ? Qt::TextWordWrap : Qt::TextWrapAnywhere);
}

int heightIn(const QFont& font, const QString& text, int width)
{
    const int room = std::max(width, kLeastWrap);
    return QFontMetrics(font)
        .boundingRect(QRect(0, 0, room, 10'000), wrapFlag(font, text, room), text)
        .height();
}

void paintTags(QPainter& painter, QRect where, const CellTags& tags, const Theme& theme,
               bool toTheRight = false)
{
    if (toTheRight) {
        where.setLeft(std::max(where.left(), where.right() + 1 - tagsWidth(tags) + kTagGap));
    }
    for (const CellTag& tag : tags) {
        if (where.width() < kLeastTag) {
            return;
        }
        paintTag(painter, where, tag.kind, tag.text, theme);
        where.setLeft(where.left() + tagSize(tag.kind, tag.text).width() + kTagGap);
    }
}

/// The text of a cell that has a second line: both break where the column is too narrow.
void paintWithNote(QPainter& painter, const QStyleOptionViewItem& option, const QRect& inside,
                   const QModelIndex& index, const QString& note, const Theme& theme)
{
    const auto tags = index.data(kTagsRole).value<CellTags>();
    const QFont small = fontFor(TextSize::Hint);
    const int above = tags.isEmpty() ? heightIn(option.font, option.text, inside.width())
                                     : QFontMetrics(option.font).height();
    const int below = heightIn(small, note, inside.width());
    const QRect first(inside.left(), inside.top() + (inside.height() - above - below) / 2, inside.width(),
                      above);
    const int flags = Qt::TextWordWrap | static_cast<int>(option.displayAlignment & Qt::AlignHorizontal_Mask);
    if (tags.isEmpty()) {
        painter.setFont(option.font);
        painter.setPen(theme.text);
        painter.drawText(first, flags, option.text);
    } else {
        paintTags(painter, first, tags, theme);
    }
    painter.setFont(small);
    painter.setPen(theme.muted);
    painter.drawText(QRect(inside.left(), first.bottom() + 1, inside.width(), below), flags, note);
}

/// The text, tags below it, and the note below these.
void paintWithTags(QPainter& painter, const QStyleOptionViewItem& option, const QRect& inside,
                   const QModelIndex& index, const CellTags& tags, const Theme& theme)
{
    const QFontMetrics metrics(option.font);
    const QFont small = fontFor(TextSize::Hint);
    const QString note = index.data(kNoteRole).toString();
    const int tagHeight = tagSize(TagKind::Neutral, {}).height();
    const int noteHeight = note.isEmpty() ? 0 : heightIn(small, note, inside.width());
    const int all = metrics.height() + kTagGap + tagHeight + noteHeight;
    const Qt::Alignment side = option.displayAlignment & Qt::AlignHorizontal_Mask;
    QRect place(inside.left(), inside.top() + (inside.height() - all) / 2, inside.width(), metrics.height());
    painter.setFont(option.font);
    painter.setPen(index.data(kMutedRole).toBool() ? theme.muted : theme.text);
    painter.drawText(place, static_cast<int>(side | Qt::AlignVCenter),
                     metrics.elidedText(option.text, Qt::ElideRight, inside.width()));
    place = QRect(inside.left(), place.bottom() + kTagGap, inside.width(), tagHeight);
    paintTags(painter, place, tags, theme, side.testFlag(Qt::AlignRight));
    painter.setFont(small);
    painter.setPen(theme.muted);
    painter.drawText(QRect(inside.left(), place.bottom() + 1, inside.width(), noteHeight),
                     static_cast<int>(side) | static_cast<int>(Qt::TextWordWrap), note);
}

void paintTexts(QPainter& painter, const QStyleOptionViewItem& option, const QRect& inside,
                const QModelIndex& index, const Theme& theme)
{
    const QString note = index.data(kNoteRole).toString();
    const auto tags = index.data(kTagsRole).value<CellTags>();
    const auto below = index.data(kTagsBelowRole).value<CellTags>();
    if (!below.isEmpty()) {
        paintWithTags(painter, option, inside, index, below, theme);
    } else if (!note.isEmpty()) {
        paintWithNote(painter, option, inside, index, note, theme);
    } else if (!tags.isEmpty()) {
        paintTags(painter, inside, tags, theme);
    } else {
        const QFontMetrics metrics(option.font);
        const bool wraps = index.data(kWrapRole).toBool();
        const int flags =
            static_cast<int>(Qt::AlignVCenter | (option.displayAlignment & Qt::AlignHorizontal_Mask));
        painter.setFont(option.font);
        painter.setPen(index.data(kMutedRole).toBool() ? theme.muted : theme.text);
        painter.drawText(inside, wraps ? flags | wrapFlag(option.font, option.text, inside.width()) : flags,
                         wraps ? option.text
                               : metrics.elidedText(option.text, Qt::ElideRight, inside.width()));
    }
}

} // namespace

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const Theme theme = themeFor(QGuiApplication::palette());
    painter->save();
    paintGround(*painter, cell, theme, index);
    painter->setRenderHint(QPainter::Antialiasing);
    paintFrame(*painter, cell, theme, index);
    QRect inside = cell.rect.adjusted(kInset, 0, -kInset, -1);
    inside.setLeft(inside.left() + paintCheckBox(*painter, inside, index, theme));
    inside.setLeft(inside.left() +
                   paintMark(*painter, inside, static_cast<CellMark>(index.data(kMarkRole).toInt()), theme));
    paintTexts(*painter, cell, inside, index, theme);
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QFontMetrics metrics(cell.font);
    const auto tags = index.data(kTagsRole).value<CellTags>();
    const auto tagsBelow = index.data(kTagsBelowRole).value<CellTags>();
    const int before = markWidth(index) + 2 * kInset;
    const int content = std::max(tags.isEmpty() ? metrics.horizontalAdvance(cell.text) + 2 : tagsWidth(tags),
                                 tagsWidth(tagsBelow));
    const QString note = index.data(kNoteRole).toString();
    if (tagsBelow.isEmpty() && note.isEmpty() && index.data(kWrapRole).toBool()) {
        const int width = std::min(content, kNoteWidth);
        const int given = cell.rect.width() > 0 ? cell.rect.width() - before : width;
        return {before + width, heightIn(cell.font, cell.text, given) + kRowPadding};
    }
    const int ofTags = tagsBelow.isEmpty() ? 0 : kTagGap + tagSize(TagKind::Neutral, {}).height();
    if (note.isEmpty()) {
        return {before + content, metrics.height() + ofTags + kRowPadding};
    }
    const QFont small = fontFor(TextSize::Hint);
    const int wanted = QFontMetrics(small).boundingRect(QRect(0, 0, 10'000, 10'000), 0, note).width() + 2;
    const int width = std::max(content, std::min(wanted, kNoteWidth));
    const int given = cell.rect.width() > 0 ? cell.rect.width() - before : width;
    const bool breaks = tags.isEmpty() && tagsBelow.isEmpty();
    const int above = breaks ? heightIn(cell.font, cell.text, given) : metrics.height();
    return {before + width, above + ofTags + heightIn(small, note, given) + kRowPadding};
}

bool CellDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                               const QModelIndex& index)
{
    const QVariant state = index.data(Qt::CheckStateRole);
    if (!state.isValid() || !index.flags().testFlag(Qt::ItemIsUserCheckable)) {
        return false;
    }
    if (event->type() != QEvent::MouseButtonRelease) {
        return false;
    }
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const QRect inside = option.rect.adjusted(kInset, 0, -kInset, -1);
    if (mouse->button() != Qt::LeftButton ||
        !boxIn(inside).adjusted(-6, -6, 6, 6).contains(mouse->position())) {
        return false;
    }
    const bool on = state.toInt() == Qt::Checked;
    return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace rigwright
