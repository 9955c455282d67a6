// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/chart_data.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

std::optional<double> drawableNumber(const CellValue& value)
{
    // Far beyond any amount or count, and far below what a label can't count any more.
    constexpr double kLargest = 1e15;
    const std::optional<double> number = cellNumber(value);
    return number && std::abs(*number) <= kLargest ? number : std::nullopt;
}

/// One for each category: what a range lacks is unknown.
std::vector<std::optional<double>> numbersOf(const Document& document, const std::optional<CellRange>& range,
                                             std::size_t count)
{
    std::vector<std::optional<double>> numbers;
    if (range) {
        for (const DocumentCell* cell : document.cellsOf(*range)) {
            numbers.push_back(drawableNumber(cell->value));
        }
    }
    numbers.resize(count);
    return numbers;
}

ChartFigures::Series seriesOf(const Document& document, const ChartSeries& series, std::size_t count)
{
    ChartFigures::Series figures{.name = series.name, .rgb = series.rgb, .dashed = series.dashed};
    figures.values = numbersOf(document, series.values, count);
    figures.low = numbersOf(document, series.low, count);
    figures.high = numbersOf(document, series.high, count);
    for (const DocumentCell* cell : document.cellsOf(series.values)) {
        figures.texts.push_back(cellText(cell->value));
    }
    figures.texts.resize(count);
    return figures;
}

} // namespace

ChartFigures chartFigures(const Document& document, const DocumentChart& chart)
{
    ChartFigures figures;
    for (const DocumentCell* cell : document.cellsOf(chart.categories)) {
        figures.categories.push_back(cellText(cell->value));
        if (const auto number = drawableNumber(cell->value)) {
            figures.positions.push_back(*number);
        }
    }
    const std::size_t count = figures.categories.size();
    if (figures.positions.size() != count || !std::ranges::is_sorted(figures.positions)) {
        figures.positions.clear();
    }
    for (const ChartSeries& series : chart.series) {
        figures.series.push_back(seriesOf(document, series, count));
    }
    if (chart.limits) {
        figures.limits = numbersOf(document, chart.limits, count);
        figures.limitName =
            document.findTable(chart.limits->table)->columns.at(chart.limits->firstColumn).title;
    }
    return figures;
}

} // namespace rigwright
