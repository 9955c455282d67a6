// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace rigwright {

/// A box of slanting lines with an outline: drawn line by line, because pattern brushes are lost in SVG files and grow coarse at
/// higher resolutions.
void paintHatched(QPainter& painter, const QRectF& box, const QColor& color);

} // namespace rigwright
