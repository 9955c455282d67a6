// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/cost_tables.h"

#include "bom/document/cells.h"
#include "units/format.h"

#include <algorithm>
#include <array>
#include <set>

namespace rigwright {

namespace {

using Kind = DocumentColumn::Kind;

constexpr std::size_t kCheapest = 5; ///< offers of a kind that a reader weighs

constexpr std::array<ColumnText, 10> kScenarioColumns{{
    {"kind", RIGWRIGHT_TEXT("Document", "Way")},
    {"name", RIGWRIGHT_TEXT("Document", "Scenario"), Kind::LongText},
    {"service", RIGWRIGHT_TEXT("Document", "Does the same"), Kind::Text},
    {"total", RIGWRIGHT_TEXT("Document", "Total ({currency})"), Kind::Number},
    {"total_low", RIGWRIGHT_TEXT("Document", "Low ({currency})"), Kind::Number, true},
    {"total_high", RIGWRIGHT_TEXT("Document", "High ({currency})"), Kind::Number, true},
    {"present_value", RIGWRIGHT_TEXT("Document", "Present value ({currency})"), Kind::Number, true},
    {"per_million_tokens", RIGWRIGHT_TEXT("Document", "Per million tokens ({currency})"), Kind::Number},
    {"carbon_kg", RIGWRIGHT_TEXT("Document", "CO2e (kg)"), Kind::Number, true},
    {"price_date", RIGWRIGHT_TEXT("Document", "Price date"), Kind::Text, true},
}};

constexpr std::array<ColumnText, 6> kYearColumns{{
    {"scenario", RIGWRIGHT_TEXT("Document", "Scenario"), Kind::LongText},
    {"year", RIGWRIGHT_TEXT("Document", "Year"), Kind::Number},
    {"capital", RIGWRIGHT_TEXT("Document", "Capital expense ({currency})"), Kind::Number},
    {"operating", RIGWRIGHT_TEXT("Document", "Operating expense ({currency})"), Kind::Number},
    {"paid", RIGWRIGHT_TEXT("Document", "Paid ({currency})"), Kind::Number},
    {"depreciation", RIGWRIGHT_TEXT("Document", "Depreciation ({currency})"), Kind::Number},
}};

constexpr std::array<ColumnText, 6> kFactorColumns{{
    {"factor", RIGWRIGHT_TEXT("Document", "Factor")},
    {"low", RIGWRIGHT_TEXT("Document", "Low (times)"), Kind::Number},
    {"high", RIGWRIGHT_TEXT("Document", "High (times)"), Kind::Number},
    {"advantage_at_low", RIGWRIGHT_TEXT("Document", "Advantage of owning at low ({currency})"), Kind::Number},
    {"advantage_at_high", RIGWRIGHT_TEXT("Document", "Advantage of owning at high ({currency})"),
     Kind::Number},
    {"reason", RIGWRIGHT_TEXT("Document", "Why this range"), Kind::LongText, true},
}};

const char* kindText(ScenarioKind kind)
{
    switch (kind) {
    case ScenarioKind::Own: return RIGWRIGHT_TEXT("Document", "own");
    case ScenarioKind::Cloud: return RIGWRIGHT_TEXT("Document", "cloud");
    case ScenarioKind::Api: return RIGWRIGHT_TEXT("Document", "hosted API");
    case ScenarioKind::Burst: return RIGWRIGHT_TEXT("Document", "own and cloud");
    }
    return "";
}

const char* serviceText(Service service)
{
    switch (service) {
    case Service::Same: return RIGWRIGHT_TEXT("Document", "yes");
    case Service::Unverified: return RIGWRIGHT_TEXT("Document", "speed unknown, not compared");
    case Service::Part: return RIGWRIGHT_TEXT("Document", "a part of the requests");
    }
    return "";
}

const char* factorText(CostFactor factor)
{
    switch (factor) {
    case CostFactor::Use: return RIGWRIGHT_TEXT("Document", "Use");
    case CostFactor::HardwarePrice: return RIGWRIGHT_TEXT("Document", "Price of the system");
    case CostFactor::OwnSpeed: return RIGWRIGHT_TEXT("Document", "Own speed");
    case CostFactor::Power: return RIGWRIGHT_TEXT("Document", "Power draw");
    case CostFactor::Electricity: return RIGWRIGHT_TEXT("Document", "Price of electricity");
    case CostFactor::PowerUsage: return RIGWRIGHT_TEXT("Document", "Cooling overhead");
    case CostFactor::Running: return RIGWRIGHT_TEXT("Document", "Running costs");
    case CostFactor::ResidualValue: return RIGWRIGHT_TEXT("Document", "Residual value");
    case CostFactor::CloudPrice: return RIGWRIGHT_TEXT("Document", "Price of the cloud");
    case CostFactor::CloudSpeed: return RIGWRIGHT_TEXT("Document", "Speed of the cloud");
    case CostFactor::ApiPrice: return RIGWRIGHT_TEXT("Document", "Price of the API");
    }
    return "";
}

template <class ColumnTexts>
DocumentTable tableOf(const SectionInput& input, const char* id, const char* title,
                      const ColumnTexts& columns)
{
    const Currency currency = input.facts.costs->scenarios.front().total.currency();
    return emptyTable(id, input.say(title), columns, input.say, currency);
}

std::optional<Date> priceDateOf(const CostScenario& scenario)
{
    if (scenario.offer) {
        return scenario.offer->date;
    }
    return scenario.hosted ? std::optional(scenario.hosted->offer.date) : std::nullopt;
}

std::optional<Money> lastOf(const std::vector<Money>& cumulative)
{
    return cumulative.empty() ? std::nullopt : std::optional(cumulative.back());
}

DocumentRow scenarioRow(const SectionInput& input, const CostScenario& scenario)
{
    const bool isSame = scenario.service == Service::Same;
    return {
        DocumentRow::Kind::Line,
        {textCell(input.say(kindText(scenario.kind))),
         textCell(scenario.name),
         textCell(input.say(serviceText(scenario.service)), isSame ? CellTone::Plain : CellTone::Attention),
         {CellValue(scenario.total)},
         knownCell(lastOf(scenario.cumulativeLow)),
         knownCell(lastOf(scenario.cumulativeHigh)),
         {CellValue(scenario.presentValue)},
         knownCell(scenario.perMillionTokens),
         scenario.carbon ? decimalCell(scenario.carbon->value(), 0) : DocumentCell{},
         knownCell(priceDateOf(scenario))}};
}

void addYearsOf(DocumentTable& table, const SectionInput& input, const CostScenario& scenario)
{
    const Currency currency = scenario.total.currency();
    const std::size_t first = table.rows.size();
    const auto cells = [&](std::size_t column, std::size_t row) {
        return columnRange(table.id, column, first, row);
    };
    for (const YearCost& year : scenario.years) {
        const CellRange paid{table.id, table.rows.size(), 2, table.rows.size(), 3};
        table.rows.push_back(
            {DocumentRow::Kind::Line,
             {textCell(scenario.name),
              countCell(year.year),
              {CellValue(year.capital)},
              {CellValue(year.operating)},
              formulaCell(year.capital + year.operating, roundedFormula("SUM({0})", currency), {paid}),
              scenario.kind == ScenarioKind::Own ? DocumentCell{CellValue(year.depreciation)}
                                                 : DocumentCell{}}});
    }
    if (table.rows.size() == first) {
        return;
    }
    const std::size_t last = table.rows.size() - 1;
    Money capital(0, currency);
    Money operating(0, currency);
    for (const YearCost& year : scenario.years) {
        capital += year.capital;
        operating += year.operating;
    }
    const auto sum = [&](const Money& amount, std::size_t column) {
        return formulaCell(amount, roundedFormula("SUM({0})", currency), {cells(column, last)});
    };
    table.rows.push_back(
        {DocumentRow::Kind::Subtotal,
         {textCell(input.say(RIGWRIGHT_TEXT("Document", "Sub-total: {what}"), {{"what", scenario.name}})),
          {},
          sum(capital, 2),
          sum(operating, 3),
          sum(capital + operating, 4),
          {}}});
}

} // namespace

std::vector<ComparedScenario> comparedScenarios(const CostComparison& costs)
{
    // The colours of the window's charts.
    constexpr std::uint32_t kOwn = 0x3B6FB6;
    constexpr std::uint32_t kCloud = 0xE0902F;
    constexpr std::uint32_t kApi = 0x4F9D69;
    constexpr std::uint32_t kBurst = 0x9A6FB0;
    std::vector<ComparedScenario> compared;
    if (!costs.scenarios.empty()) {
        compared.push_back({&costs.scenarios.front(), "own", kOwn});
    }
    const auto burst = std::ranges::find(costs.scenarios, ScenarioKind::Burst, &CostScenario::kind);
    if (burst != costs.scenarios.end()) {
        compared.push_back({&*burst, "burst", kBurst});
    }
    if (costs.breakEven.against) {
        compared.push_back({&costs.scenarios.at(*costs.breakEven.against), "cloud", kCloud});
    }
    if (costs.apiBreakEven.against) {
        compared.push_back({&costs.scenarios.at(*costs.apiBreakEven.against), "api", kApi});
    }
    return compared;
}

std::vector<const CostScenario*> shownScenarios(const CostComparison& costs)
{
    std::set<const CostScenario*> shown;
    for (const ComparedScenario& compared : comparedScenarios(costs)) {
        shown.insert(compared.scenario);
    }
    for (const ScenarioKind kind : {ScenarioKind::Cloud, ScenarioKind::Api}) {
        std::vector<const CostScenario*> same;
        for (const CostScenario& scenario : costs.scenarios) {
            if (scenario.kind == kind && scenario.service == Service::Same) {
                same.push_back(&scenario);
            }
        }
        std::ranges::stable_sort(same, {}, [](const CostScenario* scenario) { return scenario->total; });
        same.resize(std::min(same.size(), kCheapest));
        shown.insert(same.begin(), same.end());
    }
    // Scenarios lie behind each other in memory.
    return {shown.begin(), shown.end()};
}

void addScenarios(DocumentSection& section, const SectionInput& input)
{
    const std::vector<const CostScenario*> shown = shownScenarios(*input.facts.costs);
    DocumentTable table =
        tableOf(input, "cost_ways", RIGWRIGHT_TEXT("Document", "Ways to do the work"), kScenarioColumns);
    for (const CostScenario* scenario : shown) {
        table.rows.push_back(scenarioRow(input, *scenario));
    }
    section.blocks.emplace_back(std::move(table));
    const std::size_t others = input.facts.costs->scenarios.size() - shown.size();
    if (others > 0) {
        section.blocks.emplace_back(DocumentText{
            input.say(
                RIGWRIGHT_TEXT("Document",
                               "Shown are owning, the offers that it is compared with, and of rented "
                               "machines and of hosted APIs each the {cheapest} cheapest that do the same "
                               "work. Left out: {count} more. The workbook lists all of them under "
                               "\"{sheet}\"."),
                {{"cheapest", std::to_string(kCheapest)},
                 {"count", formatCount(static_cast<std::int64_t>(others))},
                 {"sheet", input.say(kOffersTitle)}}),
            CellTone::Muted});
    }
}

void addAllScenarios(DocumentSection& section, const SectionInput& input)
{
    DocumentTable table =
        tableOf(input, "cost_scenarios", RIGWRIGHT_TEXT("Document", "Ways to do the work"), kScenarioColumns);
    table.filter = true;
    for (const CostScenario& scenario : input.facts.costs->scenarios) {
        table.rows.push_back(scenarioRow(input, scenario));
    }
    section.blocks.emplace_back(std::move(table));
}

void addYears(DocumentSection& section, const SectionInput& input)
{
    DocumentTable table =
        tableOf(input, "cost_years", RIGWRIGHT_TEXT("Document", "What is paid year by year"), kYearColumns);
    for (const ComparedScenario& compared : comparedScenarios(*input.facts.costs)) {
        addYearsOf(table, input, *compared.scenario);
    }
    section.blocks.emplace_back(std::move(table));
}

void addSensitivity(DocumentSection& section, const SectionInput& input)
{
    const Sensitivity& sensitivity = input.facts.costs->sensitivity;
    if (!sensitivity.against || sensitivity.effects.empty()) {
        return;
    }
    DocumentTable table =
        tableOf(input, "cost_sensitivity", RIGWRIGHT_TEXT("Document", "What each factor alone would change"),
                kFactorColumns);
    for (const FactorEffect& effect : sensitivity.effects) {
        table.rows.push_back({DocumentRow::Kind::Line,
                              {textCell(input.say(factorText(effect.range.factor))),
                               decimalCell(effect.range.low, 2),
                               decimalCell(effect.range.high, 2),
                               {CellValue(effect.advantageAtLow)},
                               {CellValue(effect.advantageAtHigh)},
                               textCell(input.say.texts()("Costs", effect.range.reason))}});
    }
    section.blocks.emplace_back(std::move(table));
    section.blocks.emplace_back(DocumentText{
        input.say(RIGWRIGHT_TEXT("Document",
                                 "Compared with {name}; a negative advantage means that owning costs more."),
                  {{"name", input.facts.costs->scenarios.at(*sensitivity.against).name}}),
        CellTone::Muted});
}

} // namespace rigwright
