// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document/cells.h"
#include "bom/document/cost_tables.h"
#include "units/format.h"

#include <array>

namespace rigwright {

namespace {

using Kind = DocumentColumn::Kind;

constexpr std::array<ColumnText, 3> kItemColumns{{
    {"item", RIGWRIGHT_TEXT("Document", "Item")},
    {"expense_class", RIGWRIGHT_TEXT("Document", "Expense class")},
    {"total", RIGWRIGHT_TEXT("Document", "Total ({currency})"), Kind::Number},
}};

std::string monthsText(Months months)
{
    return formatFixed(months.value(), 1);
}

std::string rangeText(const DocumentWords& say, const BreakEven& breakEven)
{
    if (!breakEven.earliest) {
        return {};
    }
    const Texts::Evidence from{{"from", monthsText(*breakEven.earliest)}};
    if (!breakEven.months) {
        return say(RIGWRIGHT_TEXT("Document", "At best it does after {from} months."), from);
    }
    if (!breakEven.latest) {
        return say(RIGWRIGHT_TEXT("Document",
                                  "Within the ranges of the factors: from {from} months on, perhaps never."),
                   from);
    }
    return say(
        RIGWRIGHT_TEXT("Document", "Within the ranges of the factors: between {from} and {to} months."),
        {from.front(), {"to", monthsText(*breakEven.latest)}});
}

/// When owning pays, against what; or why it doesn't.
std::string verdictText(const SectionInput& input, const BreakEven& breakEven, const char* what)
{
    const DocumentWords& say = input.say;
    const std::vector<CostScenario>& scenarios = input.facts.costs->scenarios;
    const std::string against = breakEven.against ? scenarios.at(*breakEven.against).name : say(what);
    std::string text;
    if (breakEven.months) {
        text =
            say(RIGWRIGHT_TEXT("Document", "Owning pays for itself after {months} months, against {name}."),
                {{"months", monthsText(*breakEven.months)}, {"name", against}});
    } else if (!breakEven.noneReason.empty()) {
        text = say(RIGWRIGHT_TEXT("Document", "Owning does not pay for itself against {name}: {reason}."),
                   {{"name", against},
                    {"reason", say.texts()("Costs", breakEven.noneReason, breakEven.noneEvidence)}});
    }
    const std::string range = rangeText(say, breakEven);
    return text + (text.empty() || range.empty() ? "" : " ") + range;
}

DocumentTable itemTable(const SectionInput& input)
{
    const CostScenario& own = input.facts.costs->scenarios.front();
    DocumentTable table = emptyTable("cost_items", input.say(RIGWRIGHT_TEXT("Document", "What owning costs")),
                                     kItemColumns, input.say, own.total.currency());
    for (const CostItem& item : own.items) {
        table.rows.push_back(
            {DocumentRow::Kind::Line,
             {textCell(input.say.texts()("Costs", costCategoryTitle(item.category))),
              textCell(input.say(isCapital(item.category) ? RIGWRIGHT_TEXT("Document", "capital expense")
                                                          : RIGWRIGHT_TEXT("Document", "operating expense"))),
              {CellValue(item.total())}}});
    }
    DocumentCell total{CellValue(own.total)};
    if (!table.rows.empty()) {
        total.formula = Formula{roundedFormula("SUM({0})", own.total.currency()),
                                {columnRange(table.id, 2, 0, table.rows.size() - 1)}};
    }
    table.rows.push_back({DocumentRow::Kind::Total,
                          {textCell(input.say(RIGWRIGHT_TEXT("Document", "Total"))), {}, std::move(total)}});
    return table;
}

void addVerdicts(DocumentSection& section, const SectionInput& input)
{
    const CostComparison& costs = *input.facts.costs;
    const auto add = [&](std::string text, CellTone tone) {
        if (!text.empty()) {
            section.blocks.emplace_back(DocumentText{std::move(text), tone});
        }
    };
    add(input.say(RIGWRIGHT_TEXT("Document",
                                 "{machines} × {name} over {years} years, against renting and hosted APIs "
                                 "that answer the same requests."),
                  {{"machines", std::to_string(costs.assumptions.purchase.machines)},
                   {"name", costs.scenarios.front().name},
                   {"years", std::to_string(costs.assumptions.years)}}),
        CellTone::Plain);
    add(verdictText(input, costs.breakEven, RIGWRIGHT_TEXT("Document", "the cloud")), CellTone::Strong);
    add(verdictText(input, costs.apiBreakEven, RIGWRIGHT_TEXT("Document", "a hosted API")), CellTone::Strong);
    if (input.facts.machines.size() > 1) {
        add(input.say(RIGWRIGHT_TEXT("Document", "Only the first kind of system is compared.")),
            CellTone::Muted);
    }
    for (const Finding& finding : costs.findings) {
        add(input.say.texts().of(finding),
            finding.severity == Severity::Note ? CellTone::Muted : CellTone::Attention);
    }
}

} // namespace

DocumentSection costsSection(const SectionInput& input)
{
    DocumentSection section = emptySection(input, "costs", RIGWRIGHT_TEXT("Document", "Cost comparison"));
    section.landscape = true;
    if (input.facts.costs == nullptr || input.facts.costs->scenarios.empty()) {
        return section;
    }
    addVerdicts(section, input);
    addScenarios(section, input);
    section.blocks.emplace_back(itemTable(input));
    addYears(section, input);
    addMonthChart(section, input);
    addUtilizationChart(section, input);
    addSensitivity(section, input);
    return section;
}

DocumentSection offersSection(const SectionInput& input)
{
    DocumentSection section = emptySection(input, "offers", kOffersTitle);
    section.landscape = true;
    section.detail = true;
    if (input.facts.costs && !input.facts.costs->scenarios.empty()) {
        addAllScenarios(section, input);
    }
    return section;
}

DocumentSection costFiguresSection(const SectionInput& input)
{
    DocumentSection section =
        emptySection(input, "cost_figures", RIGWRIGHT_TEXT("Document", "Figures of the cost charts"));
    section.landscape = true;
    section.detail = true;
    if (input.facts.costs && !input.facts.costs->scenarios.empty()) {
        addMonths(section, input);
        addUtilization(section, input);
    }
    return section;
}

} // namespace rigwright
