// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hatch.h"

#include <QLineF>
#include <QPainter>
#include <QVector>

#include <algorithm>

namespace rigwright {

void paintHatched(QPainter& painter, const QRectF& box, const QColor& color)
{
    constexpr double kApart = 5; ///< pixels along an edge
    constexpr float kGround = 0.2F;
    QColor ground = color;
    ground.setAlphaF(kGround);
    painter.fillRect(box, ground);
    // The lines x + y = sum, cut where they leave the box.
    QVector<QLineF> lines;
    for (double sum = box.left() + box.top() + kApart; sum < box.right() + box.bottom(); sum += kApart) {
        const double left = std::max(box.left(), sum - box.bottom());
        const double right = std::min(box.right(), sum - box.top());
        lines.append(QLineF(left, sum - left, right, sum - right));
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawLines(lines);
    if (box.width() > 2 && box.height() > 2) {
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter.restore();
}

} // namespace rigwright
