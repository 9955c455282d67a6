// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/formats/chart_layout.h"

#include "bom/formats/chart_svg.h"
#include "bom/formats/chart_text.h"
#include "bom/written_documents.h"

#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include <cmath>
#include <limits>

using namespace rigwright;

namespace {

struct ChartCase {
    Document document;
    DocumentChart chart;
};

/// Names in the first column, then value, low and high of each series, then the limit.
ChartCase chartOf(DocumentChart::Kind kind, const std::vector<std::string>& names,
                  const std::vector<std::vector<std::optional<double>>>& series, bool numbers)
{
    ChartCase made;
    DocumentTable table;
    table.id = "t";
    table.columns.resize(2 + 3 * series.size(),
                         DocumentColumn{"c", "Holds at most", DocumentColumn::Kind::Number});
    for (std::size_t row = 0; row < names.size(); ++row) {
        const auto cell = [](std::optional<double> value) {
            return value ? DocumentCell{Decimal{*value, 1}} : DocumentCell{};
        };
        std::vector<DocumentCell> cells{numbers ? DocumentCell{static_cast<std::int64_t>(row)}
                                                : textCell(names[row])};
        for (const auto& values : series) {
            const std::optional<double> value = values[row];
            cells.push_back(cell(value));
            cells.push_back(cell(value ? std::optional(*value * 0.8) : std::nullopt));
            cells.push_back(cell(value ? std::optional(*value * 1.3) : std::nullopt));
        }
        cells.push_back(cell(series.front()[row]));
        table.rows.push_back({DocumentRow::Kind::Line, std::move(cells)});
    }
    const auto column = [&](std::size_t index) { return CellRange{"t", 0, index, names.size() - 1, index}; };
    made.chart.kind = kind;
    made.chart.categoryTitle = "Device or month, with a long explanation of what it is";
    made.chart.valueTitle = "thousand tokens per second";
    made.chart.categories = column(0);
    for (std::size_t i = 0; i < series.size(); ++i) {
        made.chart.series.push_back({.name = "Series number " + std::to_string(i),
                                     .rgb = 0x3b6fb6,
                                     .values = column(3 * i + 1),
                                     .low = column(3 * i + 2),
                                     .high = column(3 * i + 3)});
    }
    if (kind == DocumentChart::Kind::StackedBars) {
        made.chart.limits = column(3 * series.size() + 1);
    }
    made.document.sections = {{.id = "s", .title = "S", .landscape = false, .blocks = {table}}};
    return made;
}

std::vector<DrawnLabel> labelsOf(const ChartDrawing& drawing)
{
    std::vector<DrawnLabel> labels;
    for (const ChartShape& shape : drawing.shapes) {
        if (const auto* label = std::get_if<DrawnLabel>(&shape)) {
            labels.push_back(*label);
        }
    }
    return labels;
}

std::vector<std::string> textsOf(const ChartDrawing& drawing)
{
    std::vector<std::string> texts;
    for (const DrawnLabel& label : labelsOf(drawing)) {
        texts.push_back(label.text);
    }
    return texts;
}

bool overlap(const LabelBox& a, const LabelBox& b)
{
    constexpr double kTouch = 0.01;
    return a.left < b.right - kTouch && b.left < a.right - kTouch && a.top < b.bottom - kTouch &&
        b.top < a.bottom - kTouch;
}

bool isInside(const ChartDrawing& drawing, const LabelBox& box)
{
    constexpr double kTouch = 0.01;
    return box.left >= -kTouch && box.top >= -kTouch && box.right <= drawing.width + kTouch &&
        box.bottom <= drawing.height + kTouch && std::isfinite(box.left) && std::isfinite(box.top);
}

LabelBox boxOfPoints(const std::vector<ChartPoint>& points)
{
    LabelBox box{points.front().x, points.front().y, points.front().x, points.front().y};
    for (const ChartPoint& point : points) {
        box = {std::min(box.left, point.x), std::min(box.top, point.y), std::max(box.right, point.x),
               std::max(box.bottom, point.y)};
    }
    return box;
}

LabelBox boxOfShape(const ChartShape& shape)
{
    if (const auto* bar = std::get_if<DrawnBar>(&shape)) {
        return {bar->x, bar->y, bar->x + bar->width, bar->y + bar->height};
    }
    if (const auto* line = std::get_if<DrawnLine>(&shape)) {
        return boxOfPoints(line->points);
    }
    if (const auto* area = std::get_if<DrawnArea>(&shape)) {
        return boxOfPoints(area->points);
    }
    return boxOf(std::get<DrawnLabel>(shape));
}

rc::Gen<std::optional<double>> someValue()
{
    const auto scaled = rc::gen::apply(
        [](int mantissa, int power) { return std::optional(mantissa / 7.0 * std::pow(10.0, power)); },
        rc::gen::inRange(-900, 4000), rc::gen::inRange(-4, 9));
    return rc::gen::oneOf(scaled, scaled, scaled,
                          rc::gen::element<std::optional<double>>(std::nullopt, 0.0, 1e300, -1e300,
                                                                  std::numeric_limits<double>::quiet_NaN(),
                                                                  std::numeric_limits<double>::infinity()));
}

ChartCase someChart()
{
    const auto kind = *rc::gen::element(DocumentChart::Kind::StackedBars, DocumentChart::Kind::Bars,
                                        DocumentChart::Kind::Lines);
    const auto rows = *rc::gen::inRange<std::size_t>(1, 40);
    const auto count = *rc::gen::inRange<std::size_t>(1, 5);
    const auto names = *rc::gen::container<std::vector<std::string>>(rows, rc::gen::string<std::string>());
    const auto series = *rc::gen::container<std::vector<std::vector<std::optional<double>>>>(
        count, rc::gen::container<std::vector<std::optional<double>>>(rows, someValue()));
    return chartOf(kind, names, series, *rc::gen::arbitrary<bool>());
}

} // namespace

BOOST_AUTO_TEST_SUITE(chart_layout)

BOOST_AUTO_TEST_CASE(nothing_of_a_chart_leaves_its_drawing)
{
    BOOST_TEST(rc::check("every shape lies within the drawing", [] {
        const ChartCase made = someChart();
        const auto width = static_cast<double>(*rc::gen::inRange(60, 900));
        const auto height = static_cast<double>(*rc::gen::inRange(60, 600));
        const ChartDrawing drawing = layOutChart(made.document, made.chart, width, height);
        for (const ChartShape& shape : drawing.shapes) {
            const LabelBox box = boxOfShape(shape);
            RC_LOG(std::to_string(shape.index()) + ": " + std::to_string(box.left) + " " +
                   std::to_string(box.top) + " " + std::to_string(box.right) + " " +
                   std::to_string(box.bottom));
            RC_ASSERT(isInside(drawing, box));
        }
    }));
}

BOOST_AUTO_TEST_CASE(no_label_lies_on_another)
{
    BOOST_TEST(rc::check("labels keep apart", [] {
        const ChartCase made = someChart();
        const auto width = static_cast<double>(*rc::gen::inRange(60, 900));
        const double height = chartHeight(made.document, made.chart, width);
        const std::vector<DrawnLabel> labels =
            labelsOf(layOutChart(made.document, made.chart, width, height));
        for (std::size_t i = 0; i < labels.size(); ++i) {
            for (std::size_t j = i + 1; j < labels.size(); ++j) {
                RC_LOG(labels[i].text + "' and '" + labels[j].text);
                RC_ASSERT(!overlap(boxOf(labels[i]), boxOf(labels[j])));
            }
        }
    }));
}

BOOST_AUTO_TEST_CASE(a_stack_has_its_figures_its_limit_and_round_labels)
{
    const Document document = smallDocument();
    const auto& chart = std::get<DocumentChart>(document.sections[1].blocks[2]);
    const ChartDrawing drawing = layOutChart(document, chart, 640, 200);
    const std::vector<std::string> expected{"Weights", "KV cache", "Capacity", "16.1",   "4.0", "16.1",
                                            "4.0",     "GPU 0",    "GPU 1",    "0",      "5",   "10",
                                            "15",      "20",       "25",       "Device", "GiB"};
    BOOST_TEST(textsOf(drawing) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(months_are_labelled_by_the_dozen)
{
    std::vector<std::string> names(37);
    std::vector<std::optional<double>> values(37, 1000.0);
    const ChartCase made = chartOf(DocumentChart::Kind::Lines, names, {values}, true);
    const std::vector<std::string> texts = textsOf(layOutChart(made.document, made.chart, 300, 200));
    for (const char* month : {"0", "6", "12", "18", "24", "30", "36"}) {
        BOOST_TEST((std::ranges::find(texts, month) != texts.end()), month);
    }
    BOOST_TEST((std::ranges::find(texts, "10") == texts.end()));
}

BOOST_AUTO_TEST_CASE(an_unknown_figure_breaks_a_line)
{
    const ChartCase made =
        chartOf(DocumentChart::Kind::Lines, std::vector<std::string>(5), {{1.0, 2.0, {}, 3.0, 4.0}}, true);
    const ChartDrawing drawing = layOutChart(made.document, made.chart, 300, 200);
    int lines = 0;
    for (const ChartShape& shape : drawing.shapes) {
        const auto* line = std::get_if<DrawnLine>(&shape);
        lines += line != nullptr && line->ink.role == ChartInk::Role::Series;
    }
    BOOST_TEST(lines == 2);
}

BOOST_AUTO_TEST_CASE(figures_on_a_bar_can_be_read)
{
    BOOST_TEST(readableOn(0x000000) == 0xffffffU);
    BOOST_TEST(readableOn(0xffffff) == 0x1d2129U);
    BOOST_TEST(readableOn(0x3b6fb6) == 0xffffffU); // luminance 0.157
    BOOST_TEST(readableOn(0xe0902f) == 0x1d2129U); // luminance 0.362
}

BOOST_AUTO_TEST_CASE(a_long_name_is_cut_with_an_ellipsis)
{
    BOOST_TEST(elided("GPU 0", 100) == "GPU 0");
    const std::string cut = elided("An accelerator whose name has no end", 100);
    BOOST_TEST(cut.ends_with("…"));
    BOOST_TEST(textWidth(cut) <= 100);
    BOOST_TEST(elided("每个设备的内存", 30) ==
               "每个…"); // each of the three takes 8.16 points, a fourth has no room
    BOOST_TEST(elided("GPU", 2).empty());
}

BOOST_AUTO_TEST_CASE(ticks_have_as_many_decimals_as_their_step)
{
    BOOST_TEST(tickText(1500, 500) == "1,500");
    BOOST_TEST(tickText(0.25, 0.05) == "0.25");
    BOOST_TEST(tickText(0.4, 0.2) == "0.4");
    BOOST_TEST(tickText(-1e-18, 0.2) == "0.0");
}

BOOST_AUTO_TEST_SUITE_END()
