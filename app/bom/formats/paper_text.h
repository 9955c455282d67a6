// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QString>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace rigwright {

struct PaperInk {
    QFont font;
    QColor color;
    Qt::Alignment alignment = Qt::AlignLeft;
};

/// Letters in another colour than the rest, or that lead to a page of the web.
struct PaperAccent {
    int start = 0;
    int length = 0;
    QColor color;
    QString link = {}; ///< empty: none
};

/// A text in lines of one width, which can be drawn in parts.
class PaperText {
public:
    PaperText(const QString& text, const PaperInk& ink, double width,
              const std::vector<PaperAccent>& accents = {});

    [[nodiscard]] int lines() const { return layout_->lineCount(); }
    [[nodiscard]] double height() const { return heightOf(0, lines()); }
    [[nodiscard]] double heightOf(int first, int count) const;
    /// How many lines from `first` on have room.
    [[nodiscard]] int linesWithin(int first, double height) const;
    /// With the top of its first line at the place.
    void draw(QPainter& painter, const QPointF& place, int first, int count) const;

private:
    std::unique_ptr<QTextLayout> layout_;
    QColor color_;
};

using PaperTextPtr = std::shared_ptr<const PaperText>; ///< shared with the page on which it is drawn

/// In one line.
[[nodiscard]] double paperWidth(const QString& text, const QFont& font);

} // namespace rigwright
