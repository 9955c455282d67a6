// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/formats/chart_drawing.h"

#include <QPointF>

class QPainter;

namespace rigwright {

/// Draws a chart on paper, as vectors.
void paintDrawing(QPainter& painter, const ChartDrawing& drawing, const QPointF& topLeft);

} // namespace rigwright
