// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/chart_shapes.h"
#include "bom/formats/chart_text.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

constexpr double kLineWidth = 1;
constexpr double kLimitWidth = 1.8;
constexpr double kLeastFigure = 1.2 * kChartFont; ///< apart from the next
constexpr double kWhisker = 2.5;                  ///< half of its cap

struct BarPlot {
    ChartDrawing& drawing;
    const ChartFigures& figures;
    ChartPlace place; ///< of the bars
    ChartScale scale; ///< of the values
    bool stacked = false;

    [[nodiscard]] double row() const
    {
        return place.height() / static_cast<double>(std::max<std::size_t>(1, figures.categories.size()));
    }
    [[nodiscard]] double top(std::size_t category) const
    {
        return place.top + row() * static_cast<double>(category);
    }
};

/// The lowest and the highest end of all that is drawn.
std::pair<double, double> extent(const ChartFigures& figures, bool stacked)
{
    double low = 0;
    double high = 0;
    const auto reach = [&](const std::optional<double>& value) {
        low = std::min(low, value.value_or(0));
        high = std::max(high, value.value_or(0));
    };
    for (std::size_t i = 0; i < figures.categories.size(); ++i) {
        double below = 0;
        double above = 0;
        for (const ChartFigures::Series& series : figures.series) {
            const double value = series.values[i].value_or(0);
            (value < 0 ? below : above) += value;
            if (!stacked) {
                reach(value);
                reach(series.low[i]);
                reach(series.high[i]);
            }
        }
        if (stacked) {
            reach(below);
            reach(above);
        }
        reach(figures.limits.empty() ? std::nullopt : figures.limits[i]);
    }
    return {low, high};
}

/// Where a figure has room in its bar.
void addInside(BarPlot& plot, const DrawnBar& bar, const std::string& text)
{
    if (!text.empty() && textWidth(text) + kChartGap <= bar.width && bar.height >= kChartFont + 2) {
        DrawnLabel label = chartLabel(bar.x + bar.width / 2, bar.y + bar.height / 2 + kChartFont * 0.36, text,
                                      DrawnLabel::Anchor::Middle, ChartInk::Role::OnSeries);
        label.ink.rgb = bar.ink.rgb;
        plot.drawing.shapes.emplace_back(label);
    }
}

void addStack(BarPlot& plot, std::size_t category)
{
    const double height = plot.row() * 0.62;
    const double y = plot.top(category) + (plot.row() - height) / 2;
    double below = 0;
    double above = 0;
    for (const ChartFigures::Series& series : plot.figures.series) {
        const double value = series.values[category].value_or(0);
        double& end = value < 0 ? below : above;
        const double from = plot.scale.at(std::min(end, end + value));
        const double to = plot.scale.at(std::max(end, end + value));
        end += value;
        if (to > from) {
            const DrawnBar bar{from, y, to - from, height, {ChartInk::Role::Series, series.rgb}};
            plot.drawing.shapes.emplace_back(bar);
            addInside(plot, bar, series.texts[category]);
        }
    }
    if (!plot.figures.limits.empty() && plot.figures.limits[category]) {
        const double x = plot.scale.at(*plot.figures.limits[category]);
        const double beyond = std::min(3.0, (plot.row() - height) / 2);
        plot.drawing.shapes.emplace_back(
            DrawnLine{{{x, y - beyond}, {x, y + height + beyond}}, {ChartInk::Role::Text}, kLimitWidth});
    }
}

/// The further end of the whisker, or of the bar.
double addWhisker(BarPlot& plot, const ChartFigures::Series& series, std::size_t category,
                  const DrawnBar& bar)
{
    const double middle = bar.y + bar.height / 2;
    const double cap = std::min(kWhisker, bar.height / 2);
    const double end = plot.scale.at(std::max(0.0, series.values[category].value_or(0)));
    if (!series.low[category] || !series.high[category]) {
        return end;
    }
    const double low = plot.scale.at(*series.low[category]);
    const double high = plot.scale.at(*series.high[category]);
    const ChartInk ink{ChartInk::Role::Text};
    for (const auto& points : {std::vector<ChartPoint>{{low, middle}, {high, middle}},
                               {{low, middle - cap}, {low, middle + cap}},
                               {{high, middle - cap}, {high, middle + cap}}}) {
        plot.drawing.shapes.emplace_back(DrawnLine{points, ink, kLineWidth});
    }
    return std::max(end, high);
}

void addBarsOfCategory(BarPlot& plot, std::size_t category)
{
    const auto count = static_cast<double>(std::max<std::size_t>(1, plot.figures.series.size()));
    const double height = plot.row() * 0.72 / count;
    const double zero = plot.scale.at(0);
    double y = plot.top(category) + plot.row() * 0.14;
    for (const ChartFigures::Series& series : plot.figures.series) {
        if (series.values[category]) {
            const double end = plot.scale.at(*series.values[category]);
            const DrawnBar bar{std::min(zero, end), y, std::abs(end - zero), height * 0.9, {{}, series.rgb}};
            plot.drawing.shapes.emplace_back(bar);
            const double free = addWhisker(plot, series, category, bar) + kChartGap / 2 + 1;
            const std::string& text = series.texts[category];
            if (height >= kLeastFigure && free + textWidth(text) <= plot.drawing.width) {
                plot.drawing.shapes.emplace_back(chartLabel(free, y + height * 0.45 + kChartFont * 0.36, text,
                                                            DrawnLabel::Anchor::Start, ChartInk::Role::Text));
            }
        }
        y += height;
    }
}

/// Each n-th where rows are lower than a line of text.
void addNames(BarPlot& plot, double room)
{
    const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(kChartLine / plot.row())));
    for (std::size_t i = 0; i < plot.figures.categories.size(); i += every) {
        const std::string name = elided(plot.figures.categories[i], room);
        const double base =
            std::max(plot.top(i) + plot.row() / 2 + kChartFont * 0.36, plot.place.top + kChartFont);
        if (!name.empty()) {
            plot.drawing.shapes.emplace_back(chartLabel(plot.place.left - kChartGap, base, name,
                                                        DrawnLabel::Anchor::End, ChartInk::Role::Text));
        }
    }
}

double widestName(const ChartFigures& figures, double most)
{
    double widest = 0;
    for (const std::string& name : figures.categories) {
        widest = std::max(widest, textWidth(name));
    }
    return std::min(widest, most);
}

double widestFigure(const ChartFigures& figures)
{
    double widest = 0;
    for (const ChartFigures::Series& series : figures.series) {
        for (const std::string& text : series.texts) {
            widest = std::max(widest, textWidth(text));
        }
    }
    return widest;
}

} // namespace

void addBars(ChartDrawing& drawing, const ChartPlace& place, const ChartFigures& figures,
             const ChartTitles& titles, bool stacked)
{
    constexpr double kMostOfNames = 0.36; ///< of the width
    const double names = widestName(figures, drawing.width * kMostOfNames);
    const double figuresRoom = stacked ? 0 : std::min(widestFigure(figures) + kChartGap, drawing.width / 5);
    ChartPlace bars{place.left + names + kChartGap, place.top, place.right - figuresRoom,
                    place.bottom - kBelowPlot};
    const auto [low, high] = extent(figures, stacked);
    const double lowest = low;
    const double highest = high;
    const AxisRange axis =
        roomyAxis(bars.width(), [&](int steps) { return axisWithZero(lowest, highest, steps); });
    // Half of the last label stands beyond the axis.
    bars.right = std::min(bars.right, drawing.width - textWidth(tickText(axis.high, axis.step)) / 2);
    BarPlot plot{drawing, figures, bars, {axis, bars.left, bars.right}, stacked};
    addVerticalGrid(drawing, bars, plot.scale);
    for (std::size_t i = 0; i < figures.categories.size(); ++i) {
        if (stacked) {
            addStack(plot, i);
        } else {
            addBarsOfCategory(plot, i);
        }
    }
    const double zero = plot.scale.at(0);
    drawing.shapes.emplace_back(
        DrawnLine{{{zero, bars.top}, {zero, bars.bottom}}, {ChartInk::Role::Muted}, kLineWidth});
    addNames(plot, names);
    addLabelsBelow(drawing, bars, plot.scale);
    addTitlesBelow(drawing, bars, titles.category, titles.value);
}

} // namespace rigwright
