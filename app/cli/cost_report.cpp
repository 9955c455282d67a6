// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cost_report.h"

#include "cli/cost_phrases.h"
#include "cli/report.h"
#include "units/format.h"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace rigwright {

namespace {

constexpr std::size_t kRowsOfGroup = 10;
constexpr std::size_t kFactorsShown = 5;

/// What is shown together, in the order of the comparison.
struct ScenarioGroup {
    const char* title;
    bool (*holds)(const CostScenario&);
};

constexpr ScenarioGroup kGroups[] = {
    {"Owned:",
     [](const CostScenario& scenario) {
         return scenario.kind == ScenarioKind::Own || scenario.kind == ScenarioKind::Burst;
     }},
    {"Cloud, the same work:",
     [](const CostScenario& scenario) {
         return scenario.kind == ScenarioKind::Cloud && scenario.service != Service::Unverified;
     }},
    {"Hosted API:", [](const CostScenario& scenario) { return scenario.kind == ScenarioKind::Api; }},
    {"Cloud of unknown speed, not compared:",
     [](const CostScenario& scenario) {
         return scenario.kind == ScenarioKind::Cloud && scenario.service == Service::Unverified;
     }},
};

bool hasBands(const CostComparison& comparison)
{
    return std::ranges::any_of(comparison.scenarios,
                               [](const CostScenario& scenario) { return !scenario.cumulativeLow.empty(); });
}

std::string bandText(const CostScenario& scenario)
{
    if (scenario.cumulativeLow.empty() || scenario.cumulativeHigh.empty()) {
        return "–";
    }
    return formatMoney(scenario.cumulativeLow.back()) + "–" + formatMoney(scenario.cumulativeHigh.back());
}

std::string scenarioLabel(const CostScenario& scenario)
{
    return scenario.servedShare < 0.9995 && scenario.kind == ScenarioKind::Own
        ? scenario.name + " (answers " + shareText(scenario.servedShare) + ")"
        : scenario.name;
}

void addRow(TextTable& table, const CostScenario& scenario, bool bands)
{
    std::vector<std::string> row{scenarioLabel(scenario), formatMoney(scenario.total)};
    if (bands) {
        row.push_back(bandText(scenario));
    }
    row.insert(row.end(),
               {formatMoney(scenario.presentValue), ratePhrase(scenario.perMillionTokens),
                ratePhrase(scenario.perHour), ratePhrase(scenario.perGpuHour), priceOrigin(scenario)});
    table.add(std::move(row));
}

/// The first of a group, and the one that owning is compared with, be it where it may.
void addGroup(TextTable& table, const CostComparison& comparison, const ScenarioGroup& group, bool bands,
              bool all)
{
    std::size_t shown = 0;
    std::size_t left = 0;
    for (std::size_t i = 0; i < comparison.scenarios.size(); ++i) {
        const CostScenario& scenario = comparison.scenarios[i];
        if (!group.holds(scenario)) {
            continue;
        }
        const bool compared = comparison.breakEven.against == i || comparison.apiBreakEven.against == i;
        if (!all && shown >= kRowsOfGroup && !compared) {
            ++left;
            continue;
        }
        if (shown++ == 0) {
            table.add({group.title});
        }
        addRow(table, scenario, bands);
    }
    if (left > 0) {
        table.add({"… and " + formatCount(static_cast<std::int64_t>(left)) + " more (--all)"});
    }
}

void printScenarios(std::ostream& out, const CostComparison& comparison, bool all)
{
    const bool bands = hasBands(comparison);
    std::vector<std::string> header{"",
                                    "over " + std::to_string(12 * comparison.assumptions.years) + " months"};
    if (bands) {
        header.emplace_back("8 times of 10 between");
    }
    header.insert(header.end(), {"present value", "per million tokens", "per hour", "per GPU-hour", "price"});
    TextTable table(
        header, bands ? std::vector<std::size_t>{1, 2, 3, 4, 5, 6} : std::vector<std::size_t>{1, 2, 3, 4, 5});
    for (const ScenarioGroup& group : kGroups) {
        addGroup(table, comparison, group, bands, all);
    }
    table.print(out);
}

/// The scenarios that an answer is about: owned, what it is compared with, and the cheapest hosted API.
std::vector<const CostScenario*> chiefScenarios(const CostComparison& comparison)
{
    std::vector<const CostScenario*> chief{&comparison.scenarios.front()};
    for (const BreakEven* breakEven : {&comparison.breakEven, &comparison.apiBreakEven}) {
        if (breakEven->against) {
            chief.push_back(&comparison.scenarios.at(*breakEven->against));
        }
    }
    return chief;
}

void printYears(std::ostream& out, const CostComparison& comparison)
{
    const auto chief = chiefScenarios(comparison);
    if (std::ranges::any_of(chief, [](const CostScenario* scenario) { return scenario->years.empty(); })) {
        return;
    }
    TextTable table({"By year", "year", "capital", "operating", "together", "written off"}, {1, 2, 3, 4, 5});
    for (const CostScenario* scenario : chief) {
        for (const YearCost& year : scenario->years) {
            table.add({year.year == 1 ? scenario->name : "", std::to_string(year.year),
                       formatMoney(year.capital), formatMoney(year.operating),
                       formatMoney(year.capital + year.operating),
                       year.depreciation.minorUnits() == 0 ? "" : formatMoney(year.depreciation)});
        }
    }
    out << '\n';
    table.print(out);
}

void printItems(std::ostream& out, const CostComparison& comparison)
{
    out << '\n';
    for (const CostScenario* scenario : chiefScenarios(comparison)) {
        out << scenario->name << ':';
        for (const CostItem& item : scenario->items) {
            out << (&item == &scenario->items.front() ? " " : ", ") << costCategoryTitle(item.category) << ' '
                << formatMoney(item.total());
        }
        out << (scenario->items.empty() ? " nothing\n" : "\n");
    }
}

void printEarned(std::ostream& out, const CostComparison& comparison)
{
    for (const BreakEven* breakEven : {&comparison.breakEven, &comparison.apiBreakEven}) {
        if (breakEven->earned) {
            out << "Instead of " << comparison.scenarios.at(*breakEven->against).name << ", buying "
                << earnedText(*breakEven->earned) << '\n';
        }
    }
}

/// From what use on owning is the cheaper one, than each that it is compared with.
std::string cheaperText(const CostComparison& comparison)
{
    std::string text;
    const auto add = [&](const BreakEven& breakEven, const char* than, const std::optional<double>& from) {
        if (breakEven.against) {
            text += (text.empty() ? "Owning is cheaper than " : ", cheaper than ") + std::string(than) +
                (from ? " from " + shareText(*from) + " use on" : " at no level of use");
        }
    };
    add(comparison.breakEven, "the cloud", comparison.curve.cheaperThanCloudFrom);
    add(comparison.apiBreakEven, "a hosted API", comparison.curve.cheaperThanApiFrom);
    return text;
}

void printPerMillion(std::ostream& out, const CostComparison& comparison)
{
    const auto chief = chiefScenarios(comparison);
    if (!chief.front()->perMillionTokens) {
        return;
    }
    out << (comparison.traffic.input.value() > 0 ? "Per million output tokens, at "
                                                 : "Per million tokens, at ")
        << shareText(comparison.traffic.utilization) << " use, "
        << chief.front()->perMillionTokens->currency().code() << ": ";
    for (const CostScenario* scenario : chief) {
        out << (scenario == chief.front() ? "" : ", ") << scenario->name << ' '
            << ratePhrase(scenario->perMillionTokens);
    }
    out << '\n';
    if (const std::string cheaper = cheaperText(comparison);
        !comparison.curve.points.empty() && !cheaper.empty()) {
        out << cheaper << '\n';
    }
}

void printCarbon(std::ostream& out, const CostComparison& comparison)
{
    std::string text;
    for (const CostScenario* scenario : chiefScenarios(comparison)) {
        if (scenario->carbon) {
            text += (text.empty() ? "" : ", ") + scenario->name + " " +
                formatCount(std::llround(scenario->carbon->value())) + " kg";
        }
    }
    if (!text.empty()) {
        out << "CO2e of the electricity, an estimate: " << text << '\n';
    }
}

std::string factorText(CostFactor factor)
{
    std::string name = costFactorName(factor);
    std::ranges::replace(name, '-', ' ');
    return name;
}

void printSensitivity(std::ostream& out, const CostComparison& comparison)
{
    const Sensitivity& sensitivity = comparison.sensitivity;
    if (!sensitivity.against || sensitivity.effects.empty()) {
        return;
    }
    const Money& saved = sensitivity.advantage;
    out << "\nOwning " << (saved.minorUnits() < 0 ? "costs " : "saves ")
        << formatMoney(std::max(saved, saved * -1)) << (saved.minorUnits() < 0 ? " more than " : " against ")
        << comparison.scenarios.at(*sensitivity.against).name << "; what matters most:\n";
    TextTable table({"", "times", "saves", "times", "saves", "because"}, {1, 2, 3, 4});
    for (std::size_t i = 0; i < std::min(kFactorsShown, sensitivity.effects.size()); ++i) {
        const FactorEffect& effect = sensitivity.effects[i];
        table.add({factorText(effect.range.factor), formatFixed(effect.range.low, 2),
                   formatMoney(effect.advantageAtLow), formatFixed(effect.range.high, 2),
                   formatMoney(effect.advantageAtHigh),
                   effect.range.reason.empty() ? "you say so" : effect.range.reason});
    }
    table.print(out);
}

void printSources(std::ostream& out, const std::vector<CostSource>& sources)
{
    if (sources.empty()) {
        return;
    }
    out << '\n';
    TextTable table({"Sources", "", "", "", ""});
    for (const CostSource& source : sources) {
        const std::string date = source.date ? (source.source.empty() ? "" : ", ") + source.date->iso() : "";
        table.add({fillIn(source.what, source.evidence), source.value, sourceKindName(source.kind),
                   source.kind == SourceKind::Catalog ? verificationName(source.state) : "",
                   source.source + date});
    }
    table.print(out);
}

} // namespace

void printCosts(std::ostream& out, const CostAnswer& answer, const CostReportScope& scope)
{
    const CostComparison& comparison = answer.comparison;
    if (!answer.caseName.empty()) {
        out << answer.caseName << ": ";
    }
    out << verdictText(comparison, comparison.breakEven, "the cloud") << '\n'
        << verdictText(comparison, comparison.apiBreakEven, "a hosted API") << '\n'
        << trafficText(comparison) << "\n\n";
    printScenarios(out, comparison, scope.all);
    printYears(out, comparison);
    printItems(out, comparison);
    printEarned(out, comparison);
    printPerMillion(out, comparison);
    printCarbon(out, comparison);
    printSensitivity(out, comparison);
    out << "\nAssumed\n";
    for (const std::string& line : assumptionLines(comparison.assumptions)) {
        out << "  " << line << '\n';
    }
    out << "  then the machines' electricity costs " << formatMoney(comparison.monthlyElectricity)
        << " a month\n";
    printFindings(out, comparison.findings);
    if (scope.sources) {
        printSources(out, comparison.sources);
    }
}

} // namespace rigwright
