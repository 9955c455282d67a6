// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/cells.h"
#include "bom/document/cost_tables.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

using Kind = DocumentColumn::Kind;

constexpr const char* kMonths = "cost_months";
constexpr const char* kCurve = "cost_utilization";

/// What has been paid by a month; nothing beyond the last that is known.
DocumentCell paidCell(const std::vector<Money>& cumulative, std::size_t month)
{
    return month < cumulative.size() ? DocumentCell{CellValue(cumulative[month])} : DocumentCell{};
}

bool hasRange(const CostScenario& scenario)
{
    return !scenario.cumulativeLow.empty() && !scenario.cumulativeHigh.empty();
}

void addScenarioColumns(DocumentTable& table, const SectionInput& input, const ComparedScenario& compared)
{
    const std::string& name = compared.scenario->name;
    const std::string key = compared.key;
    const Texts::Evidence figures{{"name", name}};
    table.columns.push_back({key, name, Kind::Number});
    if (hasRange(*compared.scenario)) {
        table.columns.push_back({key + "_low", input.say(RIGWRIGHT_TEXT("Document", "{name}, low"), figures),
                                 Kind::Number, true});
        table.columns.push_back({key + "_high",
                                 input.say(RIGWRIGHT_TEXT("Document", "{name}, high"), figures), Kind::Number,
                                 true});
    }
}

DocumentTable monthTable(const SectionInput& input, const std::vector<ComparedScenario>& scenarios)
{
    DocumentTable table;
    table.id = kMonths;
    table.title = input.say(RIGWRIGHT_TEXT("Document", "Paid by the end of each month"));
    table.columns.push_back({"month", input.say(RIGWRIGHT_TEXT("Document", "Month")), Kind::Number});
    for (const ComparedScenario& compared : scenarios) {
        addScenarioColumns(table, input, compared);
    }
    for (std::size_t month = 0; month < scenarios.front().scenario->cumulative.size(); ++month) {
        std::vector<DocumentCell> cells{countCell(static_cast<std::int64_t>(month))};
        for (const ComparedScenario& compared : scenarios) {
            cells.push_back(paidCell(compared.scenario->cumulative, month));
            if (hasRange(*compared.scenario)) {
                cells.push_back(paidCell(compared.scenario->cumulativeLow, month));
                cells.push_back(paidCell(compared.scenario->cumulativeHigh, month));
            }
        }
        table.rows.push_back({DocumentRow::Kind::Line, std::move(cells)});
    }
    return table;
}

/// A chart over the first column of a table.
DocumentChart lineChart(const SectionInput& input, const char* id, const char* title,
                        const DocumentTable& table)
{
    DocumentChart chart;
    chart.kind = DocumentChart::Kind::Lines;
    chart.id = id;
    chart.title = input.say(title);
    chart.categoryTitle = table.columns.front().title;
    chart.categories = columnRange(table.id, 0, 0, table.rows.size() - 1);
    return chart;
}

/// One way over how much the machine is used.
struct CurveLine {
    const char* key;
    const char* title;
    std::uint32_t rgb;
    std::optional<MoneyRate> UtilizationPoint::*cost;
};

constexpr std::array<CurveLine, 3> kCurveLines{{
    {"own", RIGWRIGHT_TEXT("Document", "own"), 0x3B6FB6, &UtilizationPoint::own},
    {"cloud", RIGWRIGHT_TEXT("Document", "cloud"), 0xE0902F, &UtilizationPoint::cloud},
    {"api", RIGWRIGHT_TEXT("Document", "hosted API"), 0x4F9D69, &UtilizationPoint::api},
}};

DocumentTable curveTable(const SectionInput& input, const UtilizationCurve& curve)
{
    constexpr double kPercent = 100;
    DocumentTable table;
    table.id = kCurve;
    table.title = input.say(RIGWRIGHT_TEXT("Document", "Cost of a million tokens over use"));
    table.columns.push_back(
        {"utilization", input.say(RIGWRIGHT_TEXT("Document", "Use of the own capacity (%)")), Kind::Number});
    for (const CurveLine& line : kCurveLines) {
        table.columns.push_back({line.key, input.say(line.title), Kind::Number});
    }
    for (const UtilizationPoint& point : curve.points) {
        table.rows.push_back({DocumentRow::Kind::Line,
                              {decimalCell(point.utilization * kPercent, 1), knownCell(point.own),
                               knownCell(point.cloud), knownCell(point.api)}});
    }
    return table;
}

} // namespace

void addMonthChart(DocumentSection& section, const SectionInput& input)
{
    const std::vector<ComparedScenario> scenarios = comparedScenarios(*input.facts.costs);
    if (scenarios.empty() || scenarios.front().scenario->cumulative.empty()) {
        return;
    }
    const DocumentTable table = monthTable(input, scenarios);
    DocumentChart chart =
        lineChart(input, "cost_chart", RIGWRIGHT_TEXT("Document", "What has been paid"), table);
    chart.valueTitle = scenarios.front().scenario->total.currency().code();
    const std::size_t last = table.rows.size() - 1;
    std::size_t column = 1;
    for (const ComparedScenario& compared : scenarios) {
        ChartSeries series{
            compared.scenario->name, compared.rgb, columnRange(kMonths, column++, 0, last), {}, {}};
        if (hasRange(*compared.scenario)) {
            series.low = columnRange(kMonths, column++, 0, last);
            series.high = columnRange(kMonths, column++, 0, last);
        }
        chart.series.push_back(std::move(series));
    }
    section.blocks.emplace_back(std::move(chart));
}

void addMonths(DocumentSection& section, const SectionInput& input)
{
    const std::vector<ComparedScenario> scenarios = comparedScenarios(*input.facts.costs);
    if (!scenarios.empty() && !scenarios.front().scenario->cumulative.empty()) {
        section.blocks.emplace_back(monthTable(input, scenarios));
    }
}

void addUtilizationChart(DocumentSection& section, const SectionInput& input)
{
    const UtilizationCurve& curve = input.facts.costs->curve;
    if (curve.points.empty()) {
        return;
    }
    const DocumentTable table = curveTable(input, curve);
    DocumentChart chart = lineChart(input, "cost_utilization_chart",
                                    RIGWRIGHT_TEXT("Document", "Cost of a million tokens over use"), table);
    chart.valueTitle = input.facts.costs->scenarios.front().total.currency().code();
    for (std::size_t i = 0; i < kCurveLines.size(); ++i) {
        const CurveLine& line = kCurveLines[i];
        const bool isKnown = std::ranges::any_of(
            curve.points, [&](const UtilizationPoint& point) { return (point.*line.cost).has_value(); });
        if (isKnown) {
            chart.series.push_back({input.say(line.title),
                                    line.rgb,
                                    columnRange(kCurve, i + 1, 0, table.rows.size() - 1),
                                    {},
                                    {}});
        }
    }
    section.blocks.emplace_back(std::move(chart));
}

void addUtilization(DocumentSection& section, const SectionInput& input)
{
    if (!input.facts.costs->curve.points.empty()) {
        section.blocks.emplace_back(curveTable(input, input.facts.costs->curve));
    }
}

} // namespace rigwright
