// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/chart_frame.h"

#include "bom/formats/chart_text.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

constexpr double kSwatch = 7;
constexpr double kGridWidth = 0.5;
constexpr double kMarkWidth = 1.6;

struct LegendItem {
    std::string name;
    ChartInk ink;
    bool line = false;
    bool dashed = false;
    bool mark = false; ///< stands upright, as a limit on its bar
};

std::vector<LegendItem> legendItems(const ChartFigures& figures, bool lines)
{
    std::vector<LegendItem> items;
    if (figures.series.size() < 2 && figures.limits.empty()) {
        return items;
    }
    for (const ChartFigures::Series& series : figures.series) {
        items.push_back({.name = series.name,
                         .ink = {ChartInk::Role::Series, series.rgb},
                         .line = lines,
                         .dashed = series.dashed});
    }
    if (!figures.limits.empty()) {
        items.push_back({.name = figures.limitName, .ink = {ChartInk::Role::Text}, .mark = true});
    }
    return items;
}

void addSwatch(ChartDrawing& drawing, const LegendItem& item, double x, double y)
{
    if (item.line) {
        drawing.shapes.emplace_back(DrawnLine{
            {{x, y + kSwatch / 2}, {x + 2 * kSwatch, y + kSwatch / 2}}, item.ink, kMarkWidth, item.dashed});
    } else if (item.mark) {
        drawing.shapes.emplace_back(
            DrawnLine{{{x + kSwatch / 2, y - 1}, {x + kSwatch / 2, y + kSwatch + 1}}, item.ink, kMarkWidth});
    } else {
        drawing.shapes.emplace_back(DrawnBar{x, y, kSwatch, kSwatch, item.ink});
    }
}

/// Draws where `drawing` isn't null. Where the legend ends.
double placeLegend(ChartDrawing* drawing, const std::vector<LegendItem>& items, double width, double height)
{
    if (items.empty()) {
        return 0;
    }
    double x = 0;
    double y = 0;
    for (const LegendItem& item : items) {
        const double swatch = item.line ? 2 * kSwatch : kSwatch;
        const double room = width - swatch - kChartGap;
        const std::string name = elided(item.name, room);
        const double taken = swatch + kChartGap / 2 + textWidth(name);
        if (x > 0 && x + taken > width) {
            x = 0;
            y += kChartLine;
        }
        if (y + kChartLine > height) {
            return y;
        }
        if (drawing != nullptr) {
            addSwatch(*drawing, item, x, y + 2);
            drawing->shapes.emplace_back(chartLabel(x + swatch + kChartGap / 2, y + kChartFont + 1, name,
                                                    DrawnLabel::Anchor::Start, ChartInk::Role::Text));
        }
        x += taken + 2 * kChartGap;
    }
    return y + kChartLine;
}

} // namespace

double ChartScale::at(double value) const
{
    const double share = (std::clamp(value, axis.low, axis.high) - axis.low) / (axis.high - axis.low);
    return from + share * (to - from);
}

std::vector<double> ChartScale::ticks() const
{
    std::vector<double> values;
    constexpr double kRounding = 1e-6;
    const double first = std::ceil(axis.low / axis.step - kRounding);
    const double last = std::floor(axis.high / axis.step + kRounding);
    constexpr double kMost = 1000;
    for (double n = first; n <= std::min(last, first + kMost); ++n) {
        values.push_back(n * axis.step);
    }
    return values;
}

DrawnLabel chartLabel(double x, double y, std::string text, DrawnLabel::Anchor anchor, ChartInk::Role role)
{
    return {x, y, std::move(text), anchor, {role}, kChartFont};
}

double addLegend(ChartDrawing& drawing, const ChartFigures& figures, bool lines, double height)
{
    return placeLegend(&drawing, legendItems(figures, lines), drawing.width, height);
}

double legendHeight(const ChartFigures& figures, double width)
{
    constexpr double kUnbounded = 1e9;
    return placeLegend(nullptr, legendItems(figures, true), width, kUnbounded);
}

void addVerticalGrid(ChartDrawing& drawing, const ChartPlace& place, const ChartScale& scale)
{
    for (const double value : scale.ticks()) {
        const double x = scale.at(value);
        drawing.shapes.emplace_back(
            DrawnLine{{{x, place.top}, {x, place.bottom}}, {ChartInk::Role::Grid}, kGridWidth});
    }
}

void addHorizontalGrid(ChartDrawing& drawing, const ChartPlace& place, const ChartScale& scale)
{
    for (const double value : scale.ticks()) {
        const double y = scale.at(value);
        drawing.shapes.emplace_back(
            DrawnLine{{{place.left, y}, {place.right, y}}, {ChartInk::Role::Grid}, kGridWidth});
    }
}

void addLabelsBelow(ChartDrawing& drawing, const ChartPlace& place, const ChartScale& scale)
{
    double free = 0;
    for (const double value : scale.ticks()) {
        const std::string text = tickText(value, scale.axis.step);
        const double half = textWidth(text) / 2;
        const double x = std::min(std::max(scale.at(value), half), drawing.width - half);
        if (x - half >= free) {
            drawing.shapes.emplace_back(
                chartLabel(x, place.bottom + kLabelBase, text, DrawnLabel::Anchor::Middle));
            free = x + half + kChartGap / 2;
        }
    }
}

void addTitlesBelow(ChartDrawing& drawing, const ChartPlace& place, const std::string& left,
                    const std::string& right)
{
    const double base = place.bottom + kLabelBase + kChartLine;
    const std::string first = elided(left, place.right / 2 - kChartGap);
    if (!first.empty()) {
        drawing.shapes.emplace_back(chartLabel(0, base, first, DrawnLabel::Anchor::Start));
    }
    const std::string second = elided(right, place.right - textWidth(first) - kChartGap);
    if (!second.empty()) {
        drawing.shapes.emplace_back(chartLabel(place.right, base, second, DrawnLabel::Anchor::End));
    }
}

double widestTick(const AxisRange& axis)
{
    double widest = 0;
    for (const double value : ChartScale{axis, 0, 1}.ticks()) {
        widest = std::max(widest, textWidth(tickText(value, axis.step)));
    }
    return widest;
}

} // namespace rigwright
