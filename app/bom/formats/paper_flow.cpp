// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/paper_flow.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace rigwright {

PaperFlow::PaperFlow(const QSizeF& portrait)
    : portrait_(portrait)
{ }

void PaperFlow::startPage(bool landscape)
{
    pages_.push_back({landscape, {}});
    y_ = top();
}

QSizeF PaperFlow::pageSize(bool landscape) const
{
    return landscape ? portrait_.transposed() : portrait_;
}

double PaperFlow::width() const
{
    return pageSize(isLandscape()).width() - 2 * kMargin;
}

double PaperFlow::bottom() const
{
    return pageSize(isLandscape()).height() - kMargin - kBand;
}

double PaperFlow::room() const
{
    return bottom() - y_;
}

double PaperFlow::wholeRoom() const
{
    return bottom() - top();
}

void PaperFlow::need(double height)
{
    if (height > room() && !isAtTop()) {
        startPage(isLandscape());
    }
}

void PaperFlow::put(double height, Draw draw)
{
    const QPointF place(kMargin, y_);
    pages_.back().items.emplace_back(
        [place, drawn = std::move(draw)](QPainter& painter) { drawn(painter, place); });
    y_ += height;
}

void PaperFlow::putText(const PaperTextPtr& text, double indent)
{
    int line = 0;
    while (line < text->lines()) {
        int count = text->linesWithin(line, room());
        if (count == 0 && !isAtTop()) {
            startPage(isLandscape());
            continue;
        }
        count = std::max(count, 1);
        put(text->heightOf(line, count), [=](QPainter& painter, const QPointF& place) {
            text->draw(painter, place + QPointF(indent, 0), line, count);
        });
        line += count;
    }
}

} // namespace rigwright
