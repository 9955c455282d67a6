// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/document.h"
#include "bom/formats/chart_drawing.h"

namespace rigwright {

/// In points, for a chart of this width: so that each bar has room for its name, within reason.
[[nodiscard]] double chartHeight(const Document& document, const DocumentChart& chart, double width);

/// Axes with round labels, bars or lines with their ranges, limits, a legend above. No label lies on another or leaves the
/// drawing: those without room are cut or left out. Figures beyond 10^15 are not drawn. The title is the format's. A width or height below 120 counts as 120.
[[nodiscard]] ChartDrawing layOutChart(const Document& document, const DocumentChart& chart, double width,
                                       double height);

} // namespace rigwright
