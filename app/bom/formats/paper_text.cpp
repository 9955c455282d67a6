// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/paper_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextOption>

#include <algorithm>

namespace rigwright {

PaperText::PaperText(const QString& text, const PaperInk& ink, double width,
                     const std::vector<PaperAccent>& accents)
    : layout_(std::make_unique<QTextLayout>(text, ink.font))
    , color_(ink.color)
{
    QTextOption option(ink.alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout_->setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    for (const PaperAccent& accent : accents) {
        QTextLayout::FormatRange range;
        range.start = accent.start;
        range.length = accent.length;
        range.format.setForeground(accent.color);
        if (!accent.link.isEmpty()) {
            range.format.setAnchor(true);
            range.format.setAnchorHref(accent.link);
        }
        formats.append(range);
    }
    layout_->setFormats(formats);
    layout_->beginLayout();
    double y = 0;
    for (QTextLine line = layout_->createLine(); line.isValid(); line = layout_->createLine()) {
        line.setLineWidth(std::max(1.0, width));
        line.setPosition({0, y});
        y += line.height();
    }
    layout_->endLayout();
}

double PaperText::heightOf(int first, int count) const
{
    double height = 0;
    for (int i = first; i < first + count; ++i) {
        height += layout_->lineAt(i).height();
    }
    return height;
}

int PaperText::linesWithin(int first, double height) const
{
    int count = 0;
    while (first + count < lines()) {
        height -= layout_->lineAt(first + count).height();
        if (height < 0) {
            break;
        }
        ++count;
    }
    return count;
}

void PaperText::draw(QPainter& painter, const QPointF& place, int first, int count) const
{
    painter.setPen(color_);
    const double above = first < lines() ? layout_->lineAt(first).y() : 0;
    for (int i = first; i < std::min(first + count, lines()); ++i) {
        layout_->lineAt(i).draw(&painter, place - QPointF(0, above));
    }
}

double paperWidth(const QString& text, const QFont& font)
{
    const QFontMetricsF metrics(font);
    double width = 0;
    for (const QString& line : text.split(QChar(QChar::LineSeparator))) {
        width = std::max(width, metrics.horizontalAdvance(line));
    }
    return width;
}

} // namespace rigwright
