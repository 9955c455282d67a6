// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/chart_shapes.h"
#include "bom/formats/chart_text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rigwright {

namespace {

constexpr double kCurveWidth = 1.6;
constexpr double kDot = 1.8; ///< half the side of a single point

struct LinePlot {
    ChartDrawing& drawing;
    const ChartFigures& figures;
    std::vector<double> positions;
    ChartScale across;
    ChartScale up;
};

std::pair<double, double> extentOfLines(const ChartFigures& figures)
{
    double low = 0;
    double high = 0;
    for (const ChartFigures::Series& series : figures.series) {
        for (const auto* values : {&series.values, &series.low, &series.high}) {
            for (const std::optional<double>& value : *values) {
                low = std::min(low, value.value_or(0));
                high = std::max(high, value.value_or(0));
            }
        }
    }
    return {low, high};
}

/// Months and years go by the dozen.
AxisRange axisAcross(const std::vector<double>& positions, double room)
{
    const double first = positions.empty() ? 0 : positions.front();
    const double last = positions.empty() ? 1 : positions.back();
    constexpr double kDozen = 12;
    const bool dozens = last >= kDozen && std::fmod(last, kDozen) == 0 && (first == 0 || first == 1);
    const auto bounds = [&](AxisRange axis) {
        return AxisRange{first, last > first ? last : first + 1, axis.step};
    };
    if (dozens) {
        for (const double step : {3.0, 6.0, 12.0, 24.0, 60.0, 120.0}) {
            const AxisRange axis = bounds({first, last, step});
            if ((last / step + 1) * (widestTick(axis) + 2 * kChartGap) <= room) {
                return axis;
            }
        }
    }
    return roomyAxis(room, [&](int steps) { return bounds({first, last, niceStep(last - first, steps)}); });
}

/// Behind the lines; broken where a figure is unknown.
void addBands(LinePlot& plot, const ChartFigures::Series& series)
{
    std::vector<ChartPoint> lower;
    std::vector<ChartPoint> upper;
    const auto finish = [&] {
        if (lower.size() > 1) {
            std::vector<ChartPoint> outline = lower;
            outline.insert(outline.end(), upper.rbegin(), upper.rend());
            plot.drawing.shapes.emplace_back(DrawnArea{outline, {ChartInk::Role::Series, series.rgb}});
        }
        lower.clear();
        upper.clear();
    };
    for (std::size_t i = 0; i < plot.positions.size(); ++i) {
        if (!series.low[i] || !series.high[i]) {
            finish();
            continue;
        }
        const double x = plot.across.at(plot.positions[i]);
        lower.push_back({x, plot.up.at(*series.low[i])});
        upper.push_back({x, plot.up.at(*series.high[i])});
    }
    finish();
}

void addCurve(LinePlot& plot, const ChartFigures::Series& series)
{
    const ChartInk ink{ChartInk::Role::Series, series.rgb};
    std::vector<ChartPoint> points;
    const auto finish = [&] {
        if (points.size() > 1) {
            plot.drawing.shapes.emplace_back(DrawnLine{points, ink, kCurveWidth, series.dashed});
        } else if (points.size() == 1) {
            plot.drawing.shapes.emplace_back(
                DrawnBar{points[0].x - kDot, points[0].y - kDot, 2 * kDot, 2 * kDot, ink});
        }
        points.clear();
    };
    for (std::size_t i = 0; i < plot.positions.size(); ++i) {
        if (series.values[i]) {
            points.push_back({plot.across.at(plot.positions[i]), plot.up.at(*series.values[i])});
        } else {
            finish();
        }
    }
    finish();
}

void addLabelsLeft(ChartDrawing& drawing, const ChartPlace& place, const ChartScale& up)
{
    for (const double value : up.ticks()) {
        const std::string text = tickText(value, up.axis.step);
        if (textWidth(text) + kChartGap <= place.left) {
            drawing.shapes.emplace_back(chartLabel(place.left - kChartGap, up.at(value) + kChartFont * 0.36,
                                                   text, DrawnLabel::Anchor::End));
        }
    }
}

/// Names below the plot, as many as have room.
void addNamesBelow(LinePlot& plot, const ChartPlace& place)
{
    double free = 0;
    for (std::size_t i = 0; i < plot.positions.size(); ++i) {
        const std::string& name = plot.figures.categories[i];
        const double width = textWidth(name);
        const double most = plot.drawing.width - width / 2;
        const double x = std::min(std::max(plot.across.at(plot.positions[i]), width / 2), most);
        if (!name.empty() && x - width / 2 >= free) {
            plot.drawing.shapes.emplace_back(
                chartLabel(x, place.bottom + kLabelBase, name, DrawnLabel::Anchor::Middle));
            free = x + width / 2 + kChartGap;
        }
    }
}

} // namespace

void addLines(ChartDrawing& drawing, const ChartPlace& place, const ChartFigures& figures,
              const ChartTitles& titles)
{
    constexpr double kMostOfLabels = 0.6; ///< of the width
    const auto [low, high] = extentOfLines(figures);
    ChartPlace plotPlace{0, place.top + kChartLine + kChartGap, place.right - kChartGap,
                         place.bottom - kBelowPlot};
    const int steps = std::clamp(static_cast<int>(plotPlace.height() / (2 * kChartLine)), 1, 8);
    const AxisRange upAxis = axisWithZero(low, high, steps);
    plotPlace.left = std::min(widestTick(upAxis) + kChartGap, drawing.width * kMostOfLabels);
    std::vector<double> positions = figures.positions;
    const bool named = positions.empty();
    if (named) {
        positions.resize(figures.categories.size());
        std::iota(positions.begin(), positions.end(), 0.0);
    }
    const AxisRange across = axisAcross(positions, plotPlace.width());
    LinePlot plot{drawing,
                  figures,
                  positions,
                  {across, plotPlace.left, plotPlace.right},
                  {upAxis, plotPlace.bottom, plotPlace.top}};
    addHorizontalGrid(drawing, plotPlace, plot.up);
    for (const ChartFigures::Series& series : figures.series) {
        addBands(plot, series);
    }
    for (const ChartFigures::Series& series : figures.series) {
        addCurve(plot, series);
    }
    addLabelsLeft(drawing, plotPlace, plot.up);
    const std::string title = elided(titles.value, drawing.width);
    drawing.shapes.emplace_back(chartLabel(0, place.top + kChartFont, title, DrawnLabel::Anchor::Start));
    if (named) {
        addNamesBelow(plot, plotPlace);
    } else {
        addLabelsBelow(drawing, plotPlace, plot.across);
    }
    addTitlesBelow(drawing, plotPlace, "", titles.category);
}

} // namespace rigwright
