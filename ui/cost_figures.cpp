// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cost_figures.h"

#include "ui/cost_table_model.h"
#include "ui/cost_words.h"
#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace rigwright {

namespace {

struct FigureWords {
    Q_DECLARE_TR_FUNCTIONS(rigwright::CostFigures)
};

const QString kNothing = QStringLiteral("–");

std::vector<const CostScenario*> scenariosOf(const CostComparison& comparison,
                                             const std::vector<std::size_t>& drawn)
{
    std::vector<const CostScenario*> scenarios;
    for (const std::size_t index : drawn) {
        if (index < comparison.scenarios.size()) {
            scenarios.push_back(&comparison.scenarios[index]);
        }
    }
    return scenarios;
}

QString nameOf(const CostComparison& comparison, std::optional<std::size_t> scenario,
               const QString& otherwise)
{
    return scenario && *scenario < comparison.scenarios.size() ? scenarioText(comparison.scenarios[*scenario])
                                                               : otherwise;
}

bool hasBand(const CostScenario& scenario)
{
    return !scenario.cumulativeLow.empty() && scenario.cumulativeLow.size() == scenario.cumulativeHigh.size();
}

QString amountAt(const std::vector<Money>& months, std::size_t month)
{
    return month < months.size() ? moneyText(months[month]) : kNothing;
}

QString bandAt(const CostScenario& scenario, std::size_t month)
{
    if (month >= scenario.cumulativeLow.size()) {
        return kNothing;
    }
    return FigureWords::tr("%1 to %2", "range of amounts")
        .arg(moneyText(scenario.cumulativeLow[month]), moneyText(scenario.cumulativeHigh[month]));
}

QString perMillionOr(const std::optional<MoneyRate>& rate)
{
    return rate ? perMillionText(*rate) : kNothing;
}

} // namespace

FigureTable monthFigures(const CostComparison& comparison, const std::vector<std::size_t>& drawn)
{
    FigureTable table{FigureWords::tr("Cumulative cost by month"), {FigureWords::tr("Month")}, {}, {0}};
    const auto scenarios = scenariosOf(comparison, drawn);
    std::size_t months = 0;
    for (const CostScenario* scenario : scenarios) {
        months = std::max(months, scenario->cumulative.size());
        table.headers.append(scenarioText(*scenario));
        if (hasBand(*scenario)) {
            table.headers.append(FigureWords::tr("%1, range", "scenario").arg(scenarioText(*scenario)));
        }
    }
    for (std::size_t month = 0; month < months; ++month) {
        QStringList row{QString::number(month)};
        for (const CostScenario* scenario : scenarios) {
            row.append(amountAt(scenario->cumulative, month));
            if (hasBand(*scenario)) {
                row.append(bandAt(*scenario, month));
            }
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

FigureTable yearFigures(const CostComparison& comparison, const std::vector<std::size_t>& drawn)
{
    FigureTable table{FigureWords::tr("Cost by year"),
                      {FigureWords::tr("Year"), FigureWords::tr("Scenario"), FigureWords::tr("Capital"),
                       FigureWords::tr("Operating"), FigureWords::tr("Paid in the year"),
                       FigureWords::tr("Depreciation")},
                      {},
                      {0, 1}};
    const auto scenarios = scenariosOf(comparison, drawn);
    std::size_t years = 0;
    for (const CostScenario* scenario : scenarios) {
        years = std::max(years, scenario->years.size());
    }
    for (std::size_t year = 0; year < years; ++year) {
        for (const CostScenario* scenario : scenarios) {
            if (year < scenario->years.size()) {
                const YearCost& cost = scenario->years[year];
                table.rows.push_back(
                    {QString::number(cost.year), scenarioText(*scenario), moneyText(cost.capital),
                     moneyText(cost.operating), moneyText(cost.capital + cost.operating),
                     cost.depreciation.minorUnits() == 0 ? kNothing : moneyText(cost.depreciation)});
            }
        }
    }
    return table;
}

FigureTable itemFigures(const CostComparison& comparison, const std::vector<std::size_t>& drawn)
{
    FigureTable table{FigureWords::tr("What it is made of"), {FigureWords::tr("Payment")}, {}, {0}};
    const auto scenarios = scenariosOf(comparison, drawn);
    std::set<CostCategory> categories;
    QStringList sums{FigureWords::tr("Total")};
    for (const CostScenario* scenario : scenarios) {
        table.headers.append(scenarioText(*scenario));
        sums.append(exactMoneyText(scenario->total));
        for (const CostItem& item : scenario->items) {
            categories.insert(item.category);
        }
    }
    for (const CostCategory category : categories) {
        QStringList row{costsText(costCategoryTitle(category), {})};
        for (const CostScenario* scenario : scenarios) {
            const auto item = std::ranges::find(scenario->items, category, &CostItem::category);
            row.append(item == scenario->items.end() ? kNothing : exactMoneyText(item->total()));
        }
        table.rows.push_back(std::move(row));
    }
    table.rows.push_back(std::move(sums));
    return table;
}

FigureTable utilizationFigures(const CostComparison& comparison, const std::vector<std::size_t>& /*drawn*/)
{
    FigureTable table{FigureWords::tr("Cost per million output tokens by utilization"),
                      {FigureWords::tr("Utilization"), nameOf(comparison, 0, FigureWords::tr("Own")),
                       nameOf(comparison, comparison.breakEven.against, FigureWords::tr("Cloud")),
                       nameOf(comparison, comparison.apiBreakEven.against, FigureWords::tr("Hosted API"))},
                      {},
                      {0}};
    for (const UtilizationPoint& point : comparison.curve.points) {
        table.rows.push_back({shareText(point.utilization), perMillionOr(point.own),
                              perMillionOr(point.cloud), perMillionOr(point.api)});
    }
    return table;
}

FigureTable sensitivityFigures(const CostComparison& comparison, const std::vector<std::size_t>& /*drawn*/)
{
    FigureTable table{FigureWords::tr("What matters most"),
                      {FigureWords::tr("Factor"), FigureWords::tr("Low"),
                       FigureWords::tr("Owning saves, at the low end"), FigureWords::tr("High"),
                       FigureWords::tr("Owning saves, at the high end"), FigureWords::tr("Reason")},
                      {},
                      {0, 5}};
    for (const FactorEffect& effect : comparison.sensitivity.effects) {
        table.rows.push_back({costFactorText(effect.range.factor), multipleText(effect.range.low),
                              signedMoneyText(effect.advantageAtLow), multipleText(effect.range.high),
                              signedMoneyText(effect.advantageAtHigh),
                              effect.range.reason.empty() ? FigureWords::tr("your own range")
                                                          : costsText(effect.range.reason, {})});
    }
    return table;
}

} // namespace rigwright
