// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/budget_arguments.h"
#include "cli/commands.h"
#include "cli/cost_arguments.h"
#include "cli/cost_json.h"
#include "cli/cost_report.h"
#include "cli/measurement_arguments.h"
#include "costs/ranges.h"
#include "project/cost_case.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

struct CostsArguments {
    WorkloadArguments workload;
    BudgetArguments budget;
    MeasurementArguments measurements;
    CostArguments costs;
    CostReportScope scope;
    std::string buildFile;
    bool json = false;
};

/// Codes of countries are written in capitals.
std::string inCapitals(std::string code)
{
    std::ranges::transform(code, code.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return code;
}

/// What is assumed where the user names no case.
Expected<CostAssumptions> usualAssumptions(const Catalog& catalog, const CostArguments& arguments,
                                           Currency currency)
{
    auto usual = defaultAssumptions(catalog, currency, inCapitals(arguments.country));
    if (!usual) {
        return fail("--country: " + usual.error().message);
    }
    if (usual->running.electricity.micros() == 0 && costOption(arguments, "--electricity").empty()) {
        return fail("--electricity: the catalog has no tariff for " +
                    (arguments.country.empty() ? currency.code() : usual->country) +
                    ", so give the price of a kWh");
    }
    return usual;
}

/// A case that was saved, with the country's tariff, tax and carbon where another country is asked for.
Expected<CostCase> openedCase(const Catalog& catalog, const std::string& file, const CostArguments& arguments,
                              Currency currency)
{
    auto opened = readCostCase(file);
    if (!opened || arguments.country.empty()) {
        return opened.map_error([](const Error& error) { return Error{"--case: " + error.message}; });
    }
    const auto usual = usualAssumptions(catalog, arguments, currency);
    if (!usual) {
        return tl::unexpected(usual.error());
    }
    opened->assumptions.country = usual->country;
    opened->assumptions.running.electricity = usual->running.electricity;
    opened->assumptions.purchase.taxRate = usual->purchase.taxRate;
    opened->assumptions.carbon = usual->carbon;
    return opened;
}

/// What is to be compared: the cases that the user names, else one without a name; options over each.
Expected<std::vector<CostCase>> readCases(const Catalog& catalog, const CostArguments& arguments,
                                          Currency currency)
{
    if (arguments.caseFiles.size() > kMostCostCases) {
        return fail("--case: at most " + std::to_string(kMostCostCases) + " are compared, got " +
                    std::to_string(arguments.caseFiles.size()));
    }
    std::vector<CostCase> cases;
    for (const std::string& file : arguments.caseFiles) {
        auto opened = openedCase(catalog, file, arguments, currency);
        if (!opened) {
            return tl::unexpected(opened.error());
        }
        cases.push_back(*std::move(opened));
    }
    if (cases.empty()) {
        auto usual = usualAssumptions(catalog, arguments, currency);
        if (!usual) {
            return tl::unexpected(usual.error());
        }
        cases.push_back({"", *std::move(usual)});
    }
    for (CostCase& costCase : cases) {
        auto changed = withOptions(std::move(costCase.assumptions), arguments, currency);
        if (!changed) {
            return tl::unexpected(changed.error());
        }
        costCase.assumptions = *std::move(changed);
    }
    return cases;
}

/// Where the user asks for it. A case needs a name: the one given, that of the case it began with, or of the file.
Expected<void> saveCase(const CostArguments& arguments, const std::vector<CostCase>& cases)
{
    if (arguments.saveAs.empty()) {
        return arguments.caseName.empty() ? Expected<void>() : fail("--case-name: only with --save-case");
    }
    if (cases.size() > 1) {
        return fail("--save-case: saves one case, so name at most one with --case");
    }
    CostCase saved = cases.front();
    const std::filesystem::path file = arguments.saveAs;
    if (!arguments.caseName.empty() || saved.name.empty()) {
        saved.name = arguments.caseName.empty() ? file.stem().string() : arguments.caseName;
    }
    return writeCostCase(file, saved).map_error([](const Error& error) {
        return Error{"--save-case: " + error.message};
    });
}

Expected<std::vector<CostAnswer>> compareCases(const CostCandidates& candidates,
                                               const std::vector<CostCase>& cases)
{
    std::vector<CostAnswer> answers;
    for (const CostCase& costCase : cases) {
        auto comparison = compareCosts(candidates, costCase.assumptions);
        if (!comparison) {
            return tl::unexpected(comparison.error());
        }
        std::vector<FactorRange> ranges = rangesFor(*comparison, candidates);
        answers.push_back({costCase.name, *std::move(comparison), std::move(ranges)});
    }
    return answers;
}

void print(std::ostream& out, const std::vector<CostAnswer>& answers, const CostsArguments& arguments)
{
    if (arguments.json) {
        out << costsJson(answers).dump(2) << '\n';
    } else if (answers.size() > 1) {
        printCostCases(out, answers);
    } else {
        printCosts(out, answers.front(), arguments.scope);
    }
}

Expected<ExitStatus> costs(Catalog& catalog, const CostsArguments& arguments, std::ostream& out)
{
    const Expected<Requirement> requirement =
        readRequirement(catalog, arguments.workload, limitsFor(arguments.budget, arguments.buildFile));
    if (!requirement) {
        return tl::unexpected(requirement.error());
    }
    const auto cases = readCases(catalog, arguments.costs, requirement->budget.currency());
    if (!cases) {
        return tl::unexpected(cases.error());
    }
    const UserConstants constants = userConstants(arguments.measurements);
    const auto build = chooseBuild(catalog, *requirement, arguments.buildFile, constants.table);
    if (!build) {
        return tl::unexpected(build.error());
    }
    if (!*build) {
        out << (arguments.json ? noCostsJson().dump(2)
                               : "No machine meets the requirement; `builds` says why.")
            << '\n';
        return ExitStatus::NoAnswer;
    }
    auto answers =
        costCandidates(catalog, **build, *requirement, constants.table)
            .and_then([&](const CostCandidates& candidates) { return compareCases(candidates, *cases); });
    if (!answers) {
        return tl::unexpected(answers.error());
    }
    for (CostAnswer& answer : *answers) {
        std::ranges::copy_if((*build)->findings, std::back_inserter(answer.comparison.findings),
                             [](const Finding& finding) { return finding.id == "speed-corrected"; });
        std::ranges::copy(constants.findings, std::back_inserter(answer.comparison.findings));
    }
    if (const auto saved = saveCase(arguments.costs, *cases); !saved) {
        return tl::unexpected(saved.error());
    }
    print(out, *answers, arguments);
    return ExitStatus::Success;
}

} // namespace

void addCostsCommand(CLI::App& app, Command& chosen)
{
    CLI::App* command =
        app.add_subcommand("costs", "What owning a machine costs against cloud instances and hosted APIs");
    const auto arguments = std::make_shared<CostsArguments>();
    addWorkloadOptions(*command, arguments->workload);
    addBudgetOptions(*command, arguments->budget);
    addMeasurementOptions(*command, arguments->measurements);
    command->add_option("--build", arguments->buildFile, "A build in JSON instead of the best of a search");
    addCostOptions(*command, arguments->costs);
    command->add_flag("--all", arguments->scope.all, "Every offer in the table");
    command->add_flag("--sources", arguments->scope.sources, "Where each figure comes from");
    command->add_flag("--json", arguments->json, "One JSON object");
    command->callback([&chosen, arguments] {
        chosen = [arguments](Catalog& catalog, std::ostream& out) { return costs(catalog, *arguments, out); };
    });
}

} // namespace rigwright
