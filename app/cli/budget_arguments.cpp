// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/budget_arguments.h"

#include "builds/evaluate.h"
#include "builds/machine.h"
#include "builds/recommend.h"
#include "cli/option_reader.h"
#include "cli/switches.h"
#include "project/build_file.h"
#include "project/today.h"

#include <CLI/CLI.hpp>

namespace rigwright {

namespace {

Expected<WallCircuit> readCircuit(const std::string& text)
{
    const std::size_t cross = text.find_first_of("xX");
    if (cross == std::string::npos) {
        return fail("--circuit: '" + text + "' is not volts x amperes, such as 120x15");
    }
    const auto volts = readWhole("--circuit", text.substr(0, cross), 100, 240);
    const auto amperes = readWhole("--circuit", text.substr(cross + 1), 1, 100);
    if (!volts || !amperes) {
        return tl::unexpected(!volts ? volts.error() : amperes.error());
    }
    return WallCircuit{static_cast<int>(*volts), static_cast<int>(*amperes)};
}

/// "rtx-3090" or "rtx-3090:2".
Expected<BuildLine> readOwned(const Catalog& catalog, const std::string& text)
{
    BuildLine line;
    const std::size_t colon = text.rfind(':');
    line.part = PartId(text.substr(0, colon));
    if (colon != std::string::npos) {
        const auto quantity = readWhole("--own", text.substr(colon + 1), 1, kLargestQuantity);
        if (!quantity) {
            return tl::unexpected(quantity.error());
        }
        line.quantity = static_cast<int>(*quantity);
    }
    line.category = findAnyPart(catalog, line.part).category;
    return line;
}

/// What the machine is plugged into, made of and ranked by.
Expected<void> addPreferences(Requirement& requirement, const Catalog& catalog, const BudgetArguments& budget)
{
    if (!budget.circuit.empty()) {
        const auto circuit = readCircuit(budget.circuit);
        if (!circuit) {
            return tl::unexpected(circuit.error());
        }
        requirement.circuit = *circuit;
    }
    if (!budget.formFactors.empty()) {
        requirement.formFactors = budget.formFactors;
    }
    takeSwitch(budget.mixedCards, requirement.mixedCards);
    if (!budget.rankBy.empty()) {
        requirement.objectives.clear();
    }
    for (const std::string& name : budget.rankBy) {
        const auto objective = readChoice<Objective>("--rank-by", name,
                                                     {{"power", Objective::Power},
                                                      {"noise", Objective::Noise},
                                                      {"headroom", Objective::Headroom},
                                                      {"upgrade-room", Objective::UpgradeRoom}});
        if (!objective) {
            return tl::unexpected(objective.error());
        }
        requirement.objectives.push_back(*objective);
    }
    if (!budget.own.empty()) {
        requirement.owned.clear();
    }
    for (const std::string& text : budget.own) {
        const auto owned = readOwned(catalog, text);
        if (!owned) {
            return tl::unexpected(owned.error());
        }
        requirement.owned.push_back(*owned);
    }
    return {};
}

/// What is wanted where nobody says otherwise.
Requirement unlimited()
{
    Requirement requirement;
    requirement.minDecode = TokensPerSecond(1); // slower than anybody reads: what runs like that does not do
    return requirement;
}

/// The amount that was typed, else the one that is wanted already, in the currency that was typed, or that one's, or dollars.
Expected<Money> readBudget(const Catalog& catalog, const BudgetArguments& budget,
                           const std::optional<Money>& wanted)
{
    Currency currency = wanted ? wanted->currency() : Currency::usd();
    if (!budget.currency.empty()) {
        const Expected<Currency> named = Currency::parse(budget.currency);
        if (!named) {
            return fail("--currency: " + named.error().message);
        }
        currency = *named;
    }
    if (budget.budget.empty()) {
        return wanted ? catalog.rates.convert(*wanted, currency)
                      : fail("--budget is required, such as --budget 3000 --currency USD");
    }
    const Expected<Money> amount = Money::parse(budget.budget, currency);
    if (!amount) {
        return fail("--budget: " + amount.error().message);
    }
    if (amount->minorUnits() <= 0) {
        return fail("--budget: " + amount->decimal() + " is not a positive amount");
    }
    return amount;
}

} // namespace

void addBudgetOptions(CLI::App& command, BudgetArguments& arguments)
{
    command.add_option("--budget", arguments.budget, "The most that a machine may cost, before tax");
    command.add_option("--currency", arguments.currency, "Currency of the budget and the answer (USD)");
    command.add_option("--max-watts", arguments.maxWatts, "The most power at the wall");
    command.add_option("--min-tokens-per-s", arguments.minTokensPerSecond,
                       "The least speed of one user (1; 0: any)");
    command.add_option("--vendor", arguments.vendor, "nvidia, amd, intel, apple or any");
    command.add_option("--enclosure", arguments.enclosure, "tower, rack or any (any)");
    addSwitch(command, "--require-ecc,!--no-require-ecc", arguments.requireEcc, true,
              "Host memory with error correction");
    addSwitch(command, "--no-host-offload,!--host-offload", arguments.hostOffload, false,
              "The model must lie on accelerators");
    command.add_option("--circuit", arguments.circuit,
                       "Volts x amperes of the circuit that it is plugged into, such as 120x15 or 230x16");
    command.add_option("--form-factor", arguments.formFactors, "Of the board, such as ATX; may be repeated")
        ->delimiter(',');
    command
        .add_option("--rank-by", arguments.rankBy,
                    "Beside price and speed: power, noise, headroom, upgrade-room; may be repeated")
        ->delimiter(',');
    command
        .add_option("--own", arguments.own,
                    "A part at hand, and how many, such as rtx-3090:2: they cost nothing; may be repeated")
        ->delimiter(',');
    addSwitch(command, "--mixed-cards,!--no-mixed-cards", arguments.mixedCards, true,
              "Also machines with two kinds of accelerators of one vendor, at most 4 together");
    command.add_option("--price-limit-days", arguments.priceLimitDays,
                       "Flag prices that are older (180, or what the user set)");
}

BudgetArguments limitsFor(BudgetArguments arguments, const std::string& buildFile)
{
    if (!buildFile.empty() && arguments.budget.empty()) {
        arguments.budget = "1000000000000";
    }
    return arguments;
}

Expected<Requirement> readRequirement(Catalog& catalog, const WorkloadArguments& workload,
                                      const BudgetArguments& budget, const Requirement* wanted)
{
    const Expected<ModelAndWorkload> described = readWorkload(catalog, workload, wanted);
    if (!described) {
        return tl::unexpected(described.error());
    }
    Requirement requirement = wanted == nullptr ? unlimited() : *wanted;
    requirement.model = described->model;
    requirement.workload = described->workload;
    const Expected<Money> amount =
        readBudget(catalog, budget, wanted == nullptr ? std::nullopt : std::optional(wanted->budget));
    if (!amount) {
        return tl::unexpected(amount.error());
    }
    requirement.budget = *amount;
    OptionReader reader;
    reader.decimal("--max-watts", budget.maxWatts, 1, 1e6, 1, requirement.maxWallPower);
    reader.whole("--price-limit-days", budget.priceLimitDays, 0, 100'000, catalog.pricePolicy.oldAfterDays);
    reader.decimal("--min-tokens-per-s", budget.minTokensPerSecond, 0, 1e6, 1, requirement.minDecode);
    if (!budget.vendor.empty()) {
        using Vendor = std::optional<AcceleratorVendor>;
        reader.take(readChoice<Vendor>("--vendor", budget.vendor,
                                       {{"nvidia", AcceleratorVendor::Nvidia},
                                        {"amd", AcceleratorVendor::Amd},
                                        {"intel", AcceleratorVendor::Intel},
                                        {"apple", AcceleratorVendor::Apple},
                                        {"any", std::nullopt}}),
                    requirement.vendor);
    }
    if (!budget.enclosure.empty()) {
        reader.take(readChoice<Enclosure>(
                        "--enclosure", budget.enclosure,
                        {{"tower", Enclosure::Tower}, {"rack", Enclosure::Rack}, {"any", Enclosure::Any}}),
                    requirement.enclosure);
    }
    if (auto added = addPreferences(requirement, catalog, budget); !added) {
        return tl::unexpected(added.error());
    }
    takeSwitch(budget.requireEcc, requirement.requireEcc);
    takeSwitch(budget.hostOffload, requirement.allowHostOffload);
    requirement.today = today();
    return reader.error() ? Expected<Requirement>(tl::unexpected(*reader.error())) : requirement;
}

Expected<std::optional<EvaluatedBuild>> chooseBuild(const Catalog& catalog, const Requirement& requirement,
                                                    const std::string& buildFile,
                                                    const CalibrationTable& constants)
{
    if (!buildFile.empty()) {
        return readBuildFile(catalog, buildFile)
            .and_then(
                [&](const Build& build) { return evaluateBuild(catalog, build, requirement, constants); })
            .map([](EvaluatedBuild build) { return std::optional(std::move(build)); });
    }
    return searchBuilds(catalog, requirement, {}, constants).map([](const SearchResult& result) {
        const EvaluatedBuild* best = recommendedBuild(result);
        return best == nullptr ? std::nullopt : std::optional(*best);
    });
}

} // namespace rigwright
