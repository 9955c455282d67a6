// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/budget_arguments.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/measurement_arguments.h"
#include "cli/option_reader.h"
#include "cli/report.h"
#include "units/format.h"

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
    std::string buildFile;
    std::string years = "3";
    std::string utilization = "0.4";
    std::string electricity;
    std::string pue = "1.0";
    bool json = false;
};

Expected<CostAssumptions> readAssumptions(Catalog& catalog, const CostsArguments& arguments,
                                          Currency currency)
{
    Expected<CostAssumptions> defaults = defaultAssumptions(catalog, currency);
    if (!defaults) {
        return defaults;
    }
    CostAssumptions assumptions = *std::move(defaults);
    const Expected<std::int64_t> years = readWhole("--years", arguments.years, 1, 10);
    const Expected<double> utilization = readDecimal("--utilization", arguments.utilization, 0, 1);
    const Expected<double> pue = readDecimal("--pue", arguments.pue, 1, 5);
    if (!years || !utilization || !pue) {
        return tl::unexpected(!years ? years.error() : !utilization ? utilization.error() : pue.error());
    }
    assumptions.years = static_cast<int>(*years);
    assumptions.use.utilization = *utilization;
    assumptions.running.powerUsageEffectiveness = *pue;
    if (arguments.electricity.empty()) {
        if (assumptions.country.empty()) {
            return fail("--electricity: the catalog has no tariff for " + currency.code() +
                        ", so give the price of a kWh");
        }
        return assumptions;
    }
    const Expected<MoneyRate> rate = MoneyRate::parse(arguments.electricity, currency);
    if (!rate || rate->micros() < 0) {
        return fail("--electricity: '" + arguments.electricity.substr(0, 60) +
                    "' is not a price per kWh, such as 0.30");
    }
    assumptions.running.electricity = *rate;
    return assumptions;
}

std::string priceOf(const CostScenario& scenario)
{
    if (scenario.offer) {
        return std::string(pricingModelName(scenario.offer->pricing)) + ", " +
            priceText(scenario.offer->kind, scenario.offer->date, scenario.standing);
    }
    if (scenario.hosted) {
        const ApiOffer& offer = scenario.hosted->offer;
        return priceText(offer.kind, offer.date, scenario.standing);
    }
    return "purchase and electricity";
}

void print(std::ostream& out, const CostComparison& comparison)
{
    const CostAssumptions& assumed = comparison.assumptions;
    TextTable table({"", "per hour in use", "over " + std::to_string(assumed.years) + " years",
                     "per million tokens", "price from"},
                    {1, 2, 3});
    for (const CostScenario& scenario : comparison.scenarios) {
        table.add({scenario.name, scenario.perHour ? scenario.perHour->decimal() : "–",
                   formatMoney(scenario.total),
                   scenario.perMillionTokens ? scenario.perMillionTokens->decimal() : "unknown",
                   priceOf(scenario)});
    }
    table.print(out);
    out << '\n';
    const BreakEven& breakEven = comparison.breakEven;
    if (breakEven.months) {
        out << "Buying has cost less after " << formatFixed(breakEven.months->value(), 1) << " months\n";
    } else {
        out << fillIn(breakEven.noneReason, breakEven.noneEvidence) << '\n';
    }
    out << "In use " << formatFixed(100 * assumed.use.utilization, 0) << " % of the hours, electricity "
        << assumed.running.electricity.decimal() << ' ' << assumed.running.electricity.currency().code()
        << " per kWh (" << formatMoney(comparison.monthlyElectricity) << " a month), PUE "
        << formatFixed(assumed.running.powerUsageEffectiveness, 2) << '\n';
    printFindings(out, comparison.findings);
}

Expected<ExitStatus> costs(Catalog& catalog, const CostsArguments& arguments, std::ostream& out)
{
    const Expected<Requirement> requirement =
        readRequirement(catalog, arguments.workload, limitsFor(arguments.budget, arguments.buildFile));
    if (!requirement) {
        return tl::unexpected(requirement.error());
    }
    const Expected<CostAssumptions> assumptions =
        readAssumptions(catalog, arguments, requirement->budget.currency());
    if (!assumptions) {
        return tl::unexpected(assumptions.error());
    }
    const UserConstants constants = userConstants(arguments.measurements);
    const auto build = chooseBuild(catalog, *requirement, arguments.buildFile, constants.table);
    if (!build) {
        return tl::unexpected(build.error());
    }
    if (!*build) {
        out << (arguments.json ? "{\"schema\": \"rigwright.costs/1\", \"scenarios\": []}\n"
                               : "No machine meets the requirement; `builds` says why.\n");
        return ExitStatus::NoAnswer;
    }
    Expected<CostComparison> comparison = costCandidates(catalog, **build, *requirement, constants.table)
                                              .and_then([&](const CostCandidates& candidates) {
                                                  return compareCosts(candidates, *assumptions);
                                              });
    if (!comparison) {
        return tl::unexpected(comparison.error());
    }
    std::ranges::copy_if((*build)->findings, std::back_inserter(comparison->findings),
                         [](const Finding& finding) { return finding.id == "speed-corrected"; });
    std::ranges::copy(constants.findings, std::back_inserter(comparison->findings));
    if (arguments.json) {
        out << toJson(*comparison).dump(2) << '\n';
    } else {
        print(out, *comparison);
    }
    return ExitStatus::Success;
}

} // namespace

void addCostsCommand(CLI::App& app, Command& chosen)
{
    CLI::App* command = app.add_subcommand("costs", "What owning a machine costs against cloud instances");
    const auto arguments = std::make_shared<CostsArguments>();
    addWorkloadOptions(*command, arguments->workload);
    addBudgetOptions(*command, arguments->budget);
    addMeasurementOptions(*command, arguments->measurements);
    command->add_option("--build", arguments->buildFile, "A build in JSON instead of the best of a search");
    command->add_option("--years", arguments->years, "Horizon in years (3)");
    command->add_option("--utilization", arguments->utilization, "Share of all hours in use (0.4)");
    command->add_option("--electricity", arguments->electricity,
                        "Price of a kWh in the currency of the answer");
    command->add_option("--pue", arguments->pue, "Facility power over machine power (1.0)");
    command->add_flag("--json", arguments->json, "One JSON object");
    command->callback([&chosen, arguments] {
        chosen = [arguments](Catalog& catalog, std::ostream& out) { return costs(catalog, *arguments, out); };
    });
}

} // namespace rigwright
