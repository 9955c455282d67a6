// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/export.h"
#include "cli/budget_arguments.h"
#include "cli/commands.h"
#include "cli/measurement_arguments.h"
#include "cli/option_reader.h"
#include "cli/report.h"
#include "project/today.h"
#include "units/format.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

struct BomArguments {
    WorkloadArguments workload;
    BudgetArguments budget;
    MeasurementArguments measurements;
    std::string buildFile;
    std::string output;
    std::string systems = "1";
};

Expected<ExitStatus> bom(Catalog& catalog, const BomArguments& arguments, std::ostream& out)
{
    const Expected<Requirement> requirement =
        readRequirement(catalog, arguments.workload, limitsFor(arguments.budget, arguments.buildFile));
    if (!requirement) {
        return tl::unexpected(requirement.error());
    }
    const Expected<std::int64_t> systems = readWhole("--systems", arguments.systems, 1, 10'000);
    if (!systems) {
        return tl::unexpected(systems.error());
    }
    const UserConstants constants = userConstants(arguments.measurements);
    const auto build = chooseBuild(catalog, *requirement, arguments.buildFile, constants.table);
    if (!build) {
        return tl::unexpected(build.error());
    }
    if (!*build) {
        out << "No machine meets the requirement; `builds` says why. Nothing was written.\n";
        return ExitStatus::NoAnswer;
    }
    const Expected<Bom> document =
        makeBom(catalog, **build, *requirement, today(), static_cast<int>(*systems));
    if (!document) {
        return tl::unexpected(document.error());
    }
    if (const Expected<void> written = exportBom(*document, **build, arguments.output); !written) {
        return tl::unexpected(written.error());
    }
    out << (*build)->title << ", " << formatMoney((*build)->price) << '\n';
    printBuild(out, **build);
    printFindings(out, constants.findings);
    out << "Bill of materials: " << arguments.output << '\n';
    return ExitStatus::Success;
}

} // namespace

void addBomCommand(CLI::App& app, Command& chosen)
{
    CLI::App* command = app.add_subcommand("bom", "Writes the bill of materials of a machine");
    const auto arguments = std::make_shared<BomArguments>();
    addWorkloadOptions(*command, arguments->workload);
    addBudgetOptions(*command, arguments->budget);
    addMeasurementOptions(*command, arguments->measurements);
    command->add_option("--build", arguments->buildFile, "A build in JSON instead of the best of a search");
    command->add_option("--output", arguments->output, "File to write: .xlsx or .csv")->required();
    command->add_option("--systems", arguments->systems, "How many of the machine (1)");
    command->callback([&chosen, arguments] {
        chosen = [arguments](Catalog& catalog, std::ostream& out) { return bom(catalog, *arguments, out); };
    });
}

} // namespace rigwright
