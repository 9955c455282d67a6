// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/purchase_arguments.h"

#include "builds/evaluate.h"
#include "cli/option_reader.h"
#include "project/project_facts.h"
#include "project/project_file.h"
#include "project/today.h"

#include <CLI/CLI.hpp>

namespace rigwright {

namespace {

Expected<void> takeProject(QuotedPurchase& purchase, const PurchaseArguments& arguments)
{
    if (!arguments.buildFile.empty()) {
        return fail("--project: has its machines; leave out --build");
    }
    Expected<Project> project = readProject(arguments.projectFile);
    if (!project) {
        return tl::unexpected(project.error());
    }
    if (project->machines.empty()) {
        return fail(arguments.projectFile + ": no machine is chosen in it yet");
    }
    purchase.requirement = project->requirement;
    purchase.requirement.today = today();
    purchase.machines = project->machines;
    purchase.order = project->order;
    Project withoutQuotes = *project;
    withoutQuotes.quotes.clear();
    ProjectCatalog priced = projectCatalog(withoutQuotes, std::move(purchase.catalog), today());
    purchase.catalog = std::move(priced.catalog);
    for (const Error& problem : priced.problems) {
        purchase.findings.push_back({"project-part",
                                     Severity::Warning,
                                     RIGWRIGHT_TEXT("Finding", "Of the project: {problem}."),
                                     {{"problem", problem.message}}});
    }
    purchase.project = std::move(*project);
    return {};
}

Expected<void> takeMachine(QuotedPurchase& purchase, const PurchaseArguments& arguments)
{
    const Expected<Requirement> requirement = readRequirement(
        purchase.catalog, arguments.workload, limitsFor(arguments.budget, arguments.buildFile));
    if (!requirement) {
        return tl::unexpected(requirement.error());
    }
    const Expected<std::int64_t> systems = readWhole("--systems", arguments.systems, 1, 10'000);
    if (!systems) {
        return tl::unexpected(systems.error());
    }
    purchase.requirement = *requirement;
    const auto build = chooseBuild(purchase.catalog, *requirement, arguments.buildFile, purchase.constants);
    if (!build) {
        return tl::unexpected(build.error());
    }
    if (*build) {
        purchase.machines = {{{}, (*build)->build, static_cast<int>(*systems)}};
    }
    return {};
}

} // namespace

void addPurchaseOptions(CLI::App& command, PurchaseArguments& arguments)
{
    addWorkloadOptions(command, arguments.workload);
    addBudgetOptions(command, arguments.budget);
    addMeasurementOptions(command, arguments.measurements);
    command.add_option("--build", arguments.buildFile, "A build in JSON instead of the best of a search");
    command.add_option("--project", arguments.projectFile, "A project (.rigwright) with all that it says");
    command.add_option("--systems", arguments.systems, "How many of the machine (1)");
}

Expected<QuotedPurchase> readPurchase(const Catalog& catalog, const PurchaseArguments& arguments)
{
    UserConstants constants = userConstants(arguments.measurements);
    QuotedPurchase purchase{
        catalog, {}, {}, {}, std::move(constants.table), {}, std::move(constants.findings)};
    const Expected<void> taken =
        arguments.projectFile.empty() ? takeMachine(purchase, arguments) : takeProject(purchase, arguments);
    if (!taken) {
        return tl::unexpected(taken.error());
    }
    return purchase;
}

Expected<std::vector<OrderedMachine>> evaluateMachines(const QuotedPurchase& purchase, const Catalog& catalog)
{
    std::vector<OrderedMachine> machines;
    for (const ProjectMachine& machine : purchase.machines) {
        Expected<EvaluatedBuild> build =
            evaluateBuild(catalog, machine.build, purchase.requirement, purchase.constants);
        if (!build) {
            return tl::unexpected(build.error());
        }
        machines.push_back(
            {machine.name, std::make_shared<const EvaluatedBuild>(std::move(*build)), machine.systems});
    }
    return machines;
}

} // namespace rigwright
