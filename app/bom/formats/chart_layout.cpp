// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/chart_layout.h"

#include "bom/formats/chart_shapes.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr double kSmallest = 120; ///< points

} // namespace

double chartHeight(const Document& document, const DocumentChart& chart, double width)
{
    constexpr double kOfLines = 210;
    constexpr double kTallest = 560;
    constexpr double kBar = 12;
    constexpr double kBetween = 8;
    constexpr double kAxis = 3 * kChartLine;
    const ChartFigures figures = chartFigures(document, chart);
    const double legend = legendHeight(figures, width);
    if (chart.kind == DocumentChart::Kind::Lines) {
        return kOfLines + legend;
    }
    const auto bars = static_cast<double>(
        chart.kind == DocumentChart::Kind::StackedBars ? 1 : std::max<std::size_t>(1, figures.series.size()));
    const auto rows = static_cast<double>(figures.categories.size());
    return std::clamp(legend + rows * (bars * kBar + kBetween) + kAxis, kSmallest, kTallest);
}

ChartDrawing layOutChart(const Document& document, const DocumentChart& chart, double width, double height)
{
    const ChartFigures figures = chartFigures(document, chart);
    ChartDrawing drawing{std::max(width, kSmallest), std::max(height, kSmallest), {}};
    const bool lines = chart.kind == DocumentChart::Kind::Lines;
    const double legend = addLegend(drawing, figures, lines, drawing.height / 3);
    const ChartPlace place{0, legend + (legend > 0 ? kChartGap : 0), drawing.width, drawing.height};
    const ChartTitles titles{chart.categoryTitle, chart.valueTitle};
    if (lines) {
        addLines(drawing, place, figures, titles);
    } else {
        addBars(drawing, place, figures, titles, chart.kind == DocumentChart::Kind::StackedBars);
    }
    return drawing;
}

} // namespace rigwright
