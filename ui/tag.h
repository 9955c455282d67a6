// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QWidget>

namespace rigwright {

/// What a tag says beside its word; each kind has a sign of its own, so that colour is never the only one to say it.
enum class TagKind {
    Good,    ///< ✓
    Warning, ///< !
    Danger,  ///< ✕
    Unknown, ///< ?
    Neutral  ///< no sign
};

/// A small status word on a soft ground.
class Tag : public QWidget {
    Q_OBJECT
public:
    explicit Tag(QWidget* parent = nullptr);
    void setTag(TagKind kind, const QString& text);
    [[nodiscard]] QString text() const { return text_; }
    [[nodiscard]] TagKind kind() const { return kind_; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TagKind kind_ = TagKind::Neutral;
    QString text_;
};

/// "✓ 24 GB": the sign of the kind and the word; only the sign where the text is empty.
[[nodiscard]] QString tagText(TagKind kind, const QString& text);
[[nodiscard]] QSize tagSize(TagKind kind, const QString& text);
/// Draws a tag at the left of the rectangle, centred in its height, cut with … where it is too narrow.
void paintTag(QPainter& painter, const QRect& where, TagKind kind, const QString& text, const Theme& theme);

} // namespace rigwright
