// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bom/formats/chart_data.h"
#include "bom/formats/chart_drawing.h"
#include "bom/formats/ticks.h"

#include <string>

// What bars and lines have in common: the plot's place, the legend, and how an axis becomes points.
namespace rigwright {

struct ChartPlace {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
};

/// An axis between two ends in points; `to` may lie before `from`.
struct ChartScale {
    AxisRange axis;
    double from = 0;
    double to = 0;

    /// Values beyond the axis stay at its ends.
    [[nodiscard]] double at(double value) const;
    /// Whole multiples of the step on the axis.
    [[nodiscard]] std::vector<double> ticks() const;
};

inline constexpr double kChartGap = 6;
inline constexpr double kChartLine = 12; ///< of text, with the room around it
inline constexpr double kLabelBase = 13; ///< of the labels of an axis, below the plot
inline constexpr double kBelowPlot = 28; ///< with the line of the axes' titles

[[nodiscard]] DrawnLabel chartLabel(double x, double y, std::string text, DrawnLabel::Anchor anchor,
                                    ChartInk::Role role = ChartInk::Role::Muted);

/// Names of series with their colours, from the top left corner on, in as many lines as they take, within `height`.
/// Where it ends. Nothing is drawn for one series alone without a limit.
double addLegend(ChartDrawing& drawing, const ChartFigures& figures, bool lines, double height);
/// As addLegend, for a drawing of this width; nothing is drawn.
[[nodiscard]] double legendHeight(const ChartFigures& figures, double width);

void addVerticalGrid(ChartDrawing& drawing, const ChartPlace& place, const ChartScale& scale);
void addHorizontalGrid(ChartDrawing& drawing, const ChartPlace& place, const ChartScale& scale);
void addLabelsBelow(ChartDrawing& drawing, const ChartPlace& place, const ChartScale& scale);
/// The titles of axes in a line below the labels: `left` from the left edge on, `right` up to the end of the plot.
void addTitlesBelow(ChartDrawing& drawing, const ChartPlace& place, const std::string& left,
                    const std::string& right);

/// The axis with the most steps whose labels have room beside each other.
template <class Make>
[[nodiscard]] AxisRange roomyAxis(double room, const Make& make);
/// The widest of its labels.
[[nodiscard]] double widestTick(const AxisRange& axis);

template <class Make>
AxisRange roomyAxis(double room, const Make& make)
{
    constexpr int kMostSteps = 8;
    for (int steps = kMostSteps; steps > 1; --steps) {
        const AxisRange axis = make(steps);
        const double labels = (axis.high - axis.low) / axis.step + 1;
        if (labels * (widestTick(axis) + 2 * kChartGap) <= room) {
            return axis;
        }
    }
    return make(1);
}

} // namespace rigwright
