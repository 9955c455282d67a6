// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cost_phrases.h"
#include "cli/cost_report.h"
#include "cli/report.h"
#include "project/cost_assumptions_json.h"
#include "units/format.h"

#include <algorithm>
#include <iterator>
#include <ostream>

namespace rigwright {

namespace {

/// One figure of each case.
using CaseFigure = std::string (*)(const CostAnswer&);

struct CaseRow {
    const char* label;
    CaseFigure figure;
};

std::string totalOf(const CostComparison& comparison, const BreakEven& breakEven)
{
    if (!breakEven.against) {
        return "–";
    }
    const CostScenario& scenario = comparison.scenarios.at(*breakEven.against);
    return formatMoney(scenario.total) + " (" + scenario.name + ")";
}

int monthsOf(const CostAnswer& answer)
{
    return 12 * answer.comparison.assumptions.years;
}

constexpr CaseRow kCaseRows[] = {
    {"months", [](const CostAnswer& answer) { return std::to_string(monthsOf(answer)); }},
    {"break-even with the cloud",
     [](const CostAnswer& answer) { return breakEvenText(answer.comparison.breakEven); }},
    {"break-even with a hosted API",
     [](const CostAnswer& answer) { return breakEvenText(answer.comparison.apiBreakEven); }},
    {"owned",
     [](const CostAnswer& answer) { return formatMoney(answer.comparison.scenarios.front().total); }},
    {"cheapest on demand",
     [](const CostAnswer& answer) { return totalOf(answer.comparison, answer.comparison.breakEven); }},
    {"cheapest hosted API",
     [](const CostAnswer& answer) { return totalOf(answer.comparison, answer.comparison.apiBreakEven); }},
    {"owned, present value",
     [](const CostAnswer& answer) { return formatMoney(answer.comparison.scenarios.front().presentValue); }},
    {"owned, per million output tokens",
     [](const CostAnswer& answer) {
         return ratePhrase(answer.comparison.scenarios.front().perMillionTokens);
     }},
    {"use of what is owned",
     [](const CostAnswer& answer) { return shareText(answer.comparison.traffic.utilization); }},
};

/// A row for each assumption that isn't the same in all.
void addDifferences(TextTable& table, const std::vector<CostAnswer>& answers)
{
    std::vector<nlohmann::ordered_json> assumed;
    for (const CostAnswer& answer : answers) {
        assumed.push_back(costAssumptionsJson(answer.comparison.assumptions));
    }
    for (const auto& [key, value] : assumed.front().items()) {
        std::vector<std::string> row{key};
        std::ranges::replace(row.front(), '_', ' ');
        for (const auto& other : assumed) {
            const auto& own = other.at(key);
            row.push_back(own.is_string()     ? own.get<std::string>()
                              : own.is_null() ? "unknown"
                              : own.contains("amount")
                              ? own["amount"].get<std::string>() + " " + own["currency"].get<std::string>()
                              : own.dump());
        }
        if (std::ranges::any_of(assumed, [&](const auto& other) { return other.at(key) != value; })) {
            table.add(std::move(row));
        }
    }
}

} // namespace

void printCostCases(std::ostream& out, const std::vector<CostAnswer>& answers)
{
    std::vector<std::string> header{""};
    for (const CostAnswer& answer : answers) {
        header.push_back(answer.caseName);
    }
    TextTable table(header);
    for (const CaseRow& row : kCaseRows) {
        std::vector<std::string> cells{row.label};
        std::ranges::transform(answers, std::back_inserter(cells), row.figure);
        table.add(std::move(cells));
    }
    table.add({"Assumed differently:"});
    addDifferences(table, answers);
    table.print(out);
    std::vector<Finding> findings;
    for (const CostAnswer& answer : answers) {
        std::ranges::copy_if(
            answer.comparison.findings, std::back_inserter(findings),
            [&](const Finding& finding) { return std::ranges::find(findings, finding) == findings.end(); });
    }
    printFindings(out, findings);
}

} // namespace rigwright
