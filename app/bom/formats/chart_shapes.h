// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/formats/chart_frame.h"

// The kinds of charts, each in the place that the legend leaves.
namespace rigwright {

struct ChartTitles {
    std::string category;
    std::string value;
};

/// Horizontal, one row for each category; the series of a row one behind the other, or below each other.
void addBars(ChartDrawing& drawing, const ChartPlace& place, const ChartFigures& figures,
             const ChartTitles& titles, bool stacked);
void addLines(ChartDrawing& drawing, const ChartPlace& place, const ChartFigures& figures,
              const ChartTitles& titles);

} // namespace rigwright
