// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/cost_arguments.h"
#include "cli/cost_json.h"
#include "cli/cost_report.h"
#include "cli/purchase_arguments.h"
#include "costs/ranges.h"
#include "project/cost_case.h"
#include "project/json_text.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

struct CostsArguments {
    PurchaseArguments purchase;
    CostArguments costs;
    CostReportScope scope;
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

/// A case with the country's tariff, tax and carbon where another country is asked for.
Expected<CostCase> inCountry(CostCase costCase, const Catalog& catalog, const CostArguments& arguments,
                             Currency currency)
{
    if (arguments.country.empty()) {
        return costCase;
    }
    return usualAssumptions(catalog, arguments, currency).map([&](const CostAssumptions& usual) {
        costCase.assumptions.country = usual.country;
        costCase.assumptions.running.electricity = usual.running.electricity;
        costCase.assumptions.purchase.taxRate = usual.purchase.taxRate;
        costCase.assumptions.carbon = usual.carbon;
        return std::move(costCase);
    });
}

/// One of the project's by its name, else that of a file.
Expected<CostCase> namedCase(const std::string& name, const std::optional<Project>& project)
{
    std::string known;
    if (project) {
        const auto found = std::ranges::find(project->cases, name, &CostCase::name);
        if (found != project->cases.end()) {
            return *found;
        }
        for (const CostCase& costCase : project->cases) {
            known += (known.empty() ? "; the project has " : ", ") + printableText(costCase.name);
        }
    }
    return readCostCase(name).map_error(
        [&](const Error& error) { return Error{"--case: " + error.message + known}; });
}

/// Those that the user names; else the project's, or what it assumes without a name. None: as is usual.
Expected<std::vector<CostCase>> knownCases(const CostArguments& arguments,
                                           const std::optional<Project>& project)
{
    std::vector<CostCase> cases;
    for (const std::string& name : arguments.caseFiles) {
        auto known = namedCase(name, project);
        if (!known) {
            return tl::unexpected(known.error());
        }
        cases.push_back(*std::move(known));
    }
    if (cases.empty() && project) {
        cases = project->cases;
        if (cases.empty() && project->assumptions) {
            cases.push_back({"", *project->assumptions});
        }
    }
    return cases;
}

/// What is to be compared, with the options over each.
Expected<std::vector<CostCase>> readCases(const Catalog& catalog, const CostArguments& arguments,
                                          const PlannedPurchase& purchase)
{
    if (arguments.caseFiles.size() > kMostCostCases) {
        return fail("--case: at most " + std::to_string(kMostCostCases) + " are compared, got " +
                    std::to_string(arguments.caseFiles.size()));
    }
    const Currency currency = purchase.requirement.budget.currency();
    auto cases = knownCases(arguments, purchase.project);
    if (cases && cases->empty()) {
        auto usual = usualAssumptions(catalog, arguments, currency);
        if (!usual) {
            return tl::unexpected(usual.error());
        }
        cases->push_back({"", *std::move(usual)});
    }
    if (!cases) {
        return cases;
    }
    for (CostCase& costCase : *cases) {
        auto changed = inCountry(std::move(costCase), catalog, arguments, currency);
        auto assumed = changed.and_then(
            [&](const CostCase& moved) { return withOptions(moved.assumptions, arguments, currency); });
        if (!assumed) {
            return tl::unexpected(assumed.error());
        }
        costCase = {std::move(changed->name), *std::move(assumed)};
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
    auto purchase = readPurchase(catalog, arguments.purchase);
    if (!purchase) {
        return tl::unexpected(purchase.error());
    }
    const auto cases = readCases(catalog, arguments.costs, *purchase);
    if (!cases) {
        return tl::unexpected(cases.error());
    }
    const auto build = evaluateFirst(*purchase, catalog);
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
        costCandidates(catalog, **build, purchase->requirement, purchase->constants)
            .and_then([&](const CostCandidates& candidates) { return compareCases(candidates, *cases); });
    if (!answers) {
        return tl::unexpected(answers.error());
    }
    for (CostAnswer& answer : *answers) {
        std::ranges::copy_if((*build)->findings, std::back_inserter(answer.comparison.findings),
                             [](const Finding& finding) { return finding.id == "speed-corrected"; });
        std::ranges::copy(purchase->findings, std::back_inserter(answer.comparison.findings));
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
    addPurchaseOptions(*command, arguments->purchase);
    addCostOptions(*command, arguments->costs);
    command->add_flag("--all", arguments->scope.all, "Every offer in the table");
    command->add_flag("--sources", arguments->scope.sources, "Where each figure comes from");
    command->add_flag("--json", arguments->json, "One JSON object");
    command->callback([&chosen, arguments] {
        chosen = [arguments](Catalog& catalog, std::ostream& out) { return costs(catalog, *arguments, out); };
    });
}

} // namespace rigwright
