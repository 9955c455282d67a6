// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/purchase_arguments.h"

#include "builds/evaluate.h"
#include "cli/option_reader.h"
#include "project/build_file.h"
#include "project/project_facts.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iterator>

namespace rigwright {

namespace {

/// What a project says, over the catalog and in the purchase.
Expected<void> takeProject(Catalog& catalog, PlannedPurchase& purchase, const ProjectOption& option,
                           QuotedPrices quotes)
{
    auto project = openProject(option);
    if (!project) {
        return tl::unexpected(project.error());
    }
    purchase.project = *std::move(project);
    if (!purchase.project) {
        return {};
    }
    Project priced = *purchase.project;
    if (quotes == QuotedPrices::AreLeftOut) {
        priced.quotes.clear();
    }
    std::ranges::move(layProject(catalog, priced), std::back_inserter(purchase.findings));
    purchase.order = purchase.project->order;
    return {};
}

Expected<std::vector<ProjectMachine>> machinesFor(const Catalog& catalog, const PlannedPurchase& purchase,
                                                  const PurchaseArguments& arguments)
{
    if (!arguments.buildFile.empty()) {
        return readBuildFile(catalog, arguments.buildFile).map([](Build build) {
            return std::vector<ProjectMachine>{{{}, std::move(build), 1}};
        });
    }
    if (purchase.project) {
        return purchase.project->machines.empty()
            ? fail(arguments.project.file + ": no machine is chosen in it yet")
            : Expected<std::vector<ProjectMachine>>(purchase.project->machines);
    }
    return chooseBuild(catalog, purchase.requirement, {}, purchase.constants)
        .map([](const std::optional<EvaluatedBuild>& build) {
            return build ? std::vector<ProjectMachine>{{{}, build->build, 1}} : std::vector<ProjectMachine>{};
        });
}

Expected<void> takeSystems(std::vector<ProjectMachine>& machines, const std::string& text)
{
    if (text.empty()) {
        return {};
    }
    if (machines.size() > 1) {
        return fail("--systems: the project has " + std::to_string(machines.size()) +
                    " kinds of machine; say which with --machine");
    }
    return readWhole("--systems", text, 1, 10'000).map([&](std::int64_t systems) {
        if (!machines.empty()) {
            machines.front().systems = static_cast<int>(systems);
        }
    });
}

} // namespace

void addPurchaseOptions(CLI::App& command, PurchaseArguments& arguments)
{
    addWorkloadOptions(command, arguments.workload);
    addBudgetOptions(command, arguments.budget);
    addMeasurementOptions(command, arguments.measurements);
    addProjectOption(command, arguments.project);
    addProjectMachineOption(command, arguments.project);
    command.add_option("--build", arguments.buildFile,
                       "A build in JSON instead of the best of a search, or of the project's machines");
}

void addSystemsOption(CLI::App& command, PurchaseArguments& arguments)
{
    command.add_option("--systems", arguments.systems, "How many of the machine (1, or as the project says)");
}

Expected<PlannedPurchase> readPurchase(Catalog& catalog, const PurchaseArguments& arguments,
                                       QuotedPrices quotes)
{
    if (!arguments.buildFile.empty() && !arguments.project.machine.empty()) {
        return fail("--machine: with --build the project's machines don't count; leave one of them out");
    }
    UserConstants constants = userConstants(arguments.measurements);
    PlannedPurchase purchase{{}, {}, {}, std::move(constants.table), {}, std::move(constants.findings)};
    if (const auto taken = takeProject(catalog, purchase, arguments.project, quotes); !taken) {
        return tl::unexpected(taken.error());
    }
    auto requirement = purchase.project
        ? readRequirement(catalog, arguments.workload, arguments.budget, &purchase.project->requirement)
        : readRequirement(catalog, arguments.workload, limitsFor(arguments.budget, arguments.buildFile));
    if (!requirement) {
        return tl::unexpected(requirement.error());
    }
    purchase.requirement = *std::move(requirement);
    auto machines = machinesFor(catalog, purchase, arguments);
    if (!machines) {
        return tl::unexpected(machines.error());
    }
    purchase.machines = *std::move(machines);
    if (const auto systems = takeSystems(purchase.machines, arguments.systems); !systems) {
        return tl::unexpected(systems.error());
    }
    return purchase;
}

Expected<std::vector<OrderedMachine>> evaluateMachines(const PlannedPurchase& purchase,
                                                       const Catalog& catalog)
{
    Project wanted;
    wanted.requirement = purchase.requirement;
    wanted.machines = purchase.machines;
    return projectMachines(wanted, catalog, *purchase.requirement.today, purchase.constants);
}

Expected<std::optional<EvaluatedBuild>> evaluateFirst(PlannedPurchase& purchase, const Catalog& catalog)
{
    if (purchase.machines.empty()) {
        return std::nullopt;
    }
    std::ranges::move(otherMachines(purchase.machines), std::back_inserter(purchase.findings));
    return evaluateBuild(catalog, purchase.machines.front().build, purchase.requirement, purchase.constants)
        .map([](EvaluatedBuild build) { return std::optional(std::move(build)); });
}

} // namespace rigwright
