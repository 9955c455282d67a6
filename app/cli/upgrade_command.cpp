// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/changes/upgrade.h"
#include "builds/question.h"
#include "cli/budget_arguments.h"
#include "cli/change_report.h"
#include "cli/commands.h"
#include "cli/measurement_arguments.h"
#include "cli/report.h"
#include "project/build_file.h"
#include "units/format.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

struct UpgradeArguments {
    WorkloadArguments workload;
    BudgetArguments budget;
    MeasurementArguments measurements;
    std::string build;
    bool json = false;
};

void print(std::ostream& out, const Catalog& catalog, const Requirement& requirement,
           const UpgradeAnswer& answer)
{
    out << "Now: " << answer.now.title;
    if (answer.now.speed) {
        out << ", " << formatRate(rankedSpeed(requirement, *answer.now.speed).value()) << " tokens/s\n";
    } else {
        out << (answer.now.plan.fits ? ", of unknown speed\n" : ", which doesn't hold the model\n");
    }
    out << formatCount(answer.considered) << " steps considered\n";
    if (answer.steps.empty()) {
        out << "No step within " << formatMoney(requirement.budget) << " makes it faster.\n";
        return;
    }
    printChanges(out, catalog, answer.steps, answer.now);
}

Expected<ExitStatus> upgrade(Catalog& catalog, const UpgradeArguments& arguments, std::ostream& out)
{
    const Expected<Requirement> requirement = readRequirement(catalog, arguments.workload, arguments.budget);
    if (!requirement) {
        return tl::unexpected(requirement.error());
    }
    const Expected<Build> build = readBuildFile(catalog, arguments.build);
    if (!build) {
        return tl::unexpected(build.error());
    }
    const UserConstants constants = userConstants(arguments.measurements);
    const auto start = std::chrono::steady_clock::now();
    const auto answer = findUpgrades(catalog, *build, *requirement, {}, constants.table);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - start;
    if (arguments.json) {
        const Json json = {{"schema", "rigwright.upgrade/1"},
                           {"now", toJson(answer->now)},
                           {"steps", toJson(catalog, answer->steps)},
                           {"considered", answer->considered},
                           {"exact", answer->exact},
                           {"elapsed_ms", elapsed.count()},
                           {"findings", toJson(constants.findings)}};
        out << json.dump(2) << '\n';
    } else {
        print(out, catalog, *requirement, *answer);
        printFindings(out, constants.findings);
    }
    return answer->steps.empty() ? ExitStatus::NoAnswer : ExitStatus::Success;
}

} // namespace

void addUpgradeCommand(CLI::App& app, Command& chosen)
{
    CLI::App* command = app.add_subcommand("upgrade", "The best steps from a machine that you have");
    const auto arguments = std::make_shared<UpgradeArguments>();
    command->add_option("--build", arguments->build, "The machine in JSON")->required();
    addWorkloadOptions(*command, arguments->workload);
    addBudgetOptions(*command, arguments->budget);
    addMeasurementOptions(*command, arguments->measurements);
    command->add_flag("--json", arguments->json, "One JSON object");
    command->callback([&chosen, arguments] {
        chosen = [arguments](Catalog& catalog, std::ostream& out) {
            return upgrade(catalog, *arguments, out);
        };
    });
}

} // namespace rigwright
