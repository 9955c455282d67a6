// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/document_facts.h"
#include "bom/export.h"
#include "bom/formats/pdf_application.h"
#include "cli/budget_arguments.h"
#include "cli/commands.h"
#include "cli/measurement_arguments.h"
#include "cli/option_reader.h"
#include "cli/project_report.h"
#include "project/json_text.h"
#include "project/project_file.h"
#include "project/today.h"
#include "units/format.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

struct ProjectArguments {
    std::string file;
    WorkloadArguments workload;
    BudgetArguments budget;
    MeasurementArguments measurements;
    std::string buildFile;
    std::string systems = "1";
    std::string name;
    std::string note;
    std::string author;
    std::string before;
    std::string after = "now";
    std::string output;
    bool dryRun = false;
    bool json = false;
};

/// A project that this command has alone.
struct TakenProject {
    ProjectLock lock;
    Project project;
};

Expected<TakenProject> takeProject(const std::string& file)
{
    return ProjectLock::take(file).and_then([&](ProjectLock lock) {
        return readProject(file).map([&](Project project) {
            return TakenProject{std::move(lock), std::move(project)};
        });
    });
}

/// The parts with their cells, which an excerpt is made of.
Expected<std::shared_ptr<const CatalogView>> currentView()
{
    return UserCatalog::open().and_then([](UserCatalog catalog) { return catalog.store.read(); });
}

Expected<ExitStatus> createProject(Catalog& catalog, const ProjectArguments& arguments, std::ostream& out)
{
    if (std::filesystem::exists(arguments.file)) {
        return fail(arguments.file + ": is there already");
    }
    const auto requirement =
        readRequirement(catalog, arguments.workload, limitsFor(arguments.budget, arguments.buildFile));
    const auto systems = readWhole("--systems", arguments.systems, 1, 10'000);
    const auto view = currentView();
    if (!requirement || !systems || !view) {
        return tl::unexpected(!requirement ? requirement.error() : !systems ? systems.error() : view.error());
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
    Project project;
    project.name =
        arguments.name.empty() ? std::filesystem::path(arguments.file).stem().string() : arguments.name;
    project.notes = arguments.note;
    project.createdOn = today();
    project.requirement = *requirement;
    project.machines = {{"", (*build)->build, static_cast<int>(*systems)}};
    project = repriced(std::move(project), **view, catalog, today());
    return writeProject(arguments.file, project).map([&] {
        out << "Saved " << printableText(project.name) << ": " << *systems << " × " << (*build)->title << ", "
            << formatMoney((*build)->price * *systems) << '\n';
        return ExitStatus::Success;
    });
}

Expected<ExitStatus> showProject(const Catalog& catalog, const ProjectArguments& arguments, std::ostream& out)
{
    return readProject(arguments.file)
        .and_then([&](const Project& project) {
            return projectAnswer(project, catalog, today(), userConstants(arguments.measurements).table);
        })
        .map([&](const ProjectAnswer& answer) {
            if (arguments.json) {
                out << projectJson(answer).dump(2) << '\n';
            } else {
                printProject(out, answer);
            }
            return ExitStatus::Success;
        });
}

Expected<ExitStatus> repriceProject(const Catalog& catalog, const ProjectArguments& arguments,
                                    std::ostream& out)
{
    const auto view = currentView();
    auto taken = takeProject(arguments.file);
    if (!view || !taken) {
        return tl::unexpected(!view ? view.error() : taken.error());
    }
    const CalibrationTable constants = userConstants(arguments.measurements).table;
    const Project after = repriced(taken->project, **view, catalog, today());
    const auto report = repricingReport(taken->project, after, catalog, today(), constants);
    if (!report) {
        return tl::unexpected(report.error());
    }
    if (!arguments.dryRun) {
        if (const auto written = writeProject(arguments.file, after); !written) {
            return tl::unexpected(written.error());
        }
    }
    if (arguments.json) {
        out << repricingJson(*report).dump(2) << '\n';
    } else {
        printRepricing(out, *report);
        out << (arguments.dryRun ? "Nothing was written.\n" : "The project has these prices now.\n");
    }
    return ExitStatus::Success;
}

Expected<ExitStatus> reviseProject(const Catalog& catalog, const ProjectArguments& arguments,
                                   std::ostream& out)
{
    auto taken = takeProject(arguments.file);
    if (!taken) {
        return tl::unexpected(taken.error());
    }
    Project& project = taken->project;
    auto present = presentRevision(project, projectCatalog(project, catalog, today()).catalog, today(),
                                   userConstants(arguments.measurements).table);
    if (!present) {
        return tl::unexpected(present.error());
    }
    addRevision(project, *std::move(present), arguments.author, arguments.note);
    return writeProject(arguments.file, project).map([&] {
        const Revision& kept = project.revisions.back();
        out << "Revision " << kept.number << ", " << formatMoney(kept.bom.totals().net) << " before tax\n";
        return ExitStatus::Success;
    });
}

/// By its number; "now" is the present state.
Expected<Revision> revisionNamed(const Project& project, const Catalog& catalog, const std::string& name,
                                 const CalibrationTable& constants)
{
    if (toLower(name) == "now") {
        return presentRevision(project, projectCatalog(project, catalog, today()).catalog, today(),
                               constants);
    }
    std::string known;
    for (const Revision& revision : project.revisions) {
        if (name == std::to_string(revision.number)) {
            return revision;
        }
        known += std::to_string(revision.number) + ", ";
    }
    return fail("no revision " + quotedText(name) + ": expected " + known + "or now");
}

/// In a file, where one is asked for.
Expected<void> writeChanges(const RevisionDifference& difference, const ProjectArguments& arguments)
{
    if (arguments.output.empty()) {
        return {};
    }
    return exportFormat(arguments.output).and_then([&](ExportFormat format) {
        // Fonts take longer to load than anything else here: for the one format that needs them.
        const std::unique_ptr<PdfApplication> fonts =
            format == ExportFormat::Pdf ? std::make_unique<PdfApplication>() : nullptr;
        return exportDocument(changesDocument(difference), arguments.output);
    });
}

Expected<ExitStatus> compareProject(const Catalog& catalog, const ProjectArguments& arguments,
                                    std::ostream& out)
{
    const auto project = readProject(arguments.file);
    if (!project) {
        return tl::unexpected(project.error());
    }
    const CalibrationTable constants = userConstants(arguments.measurements).table;
    const auto before = revisionNamed(*project, catalog, arguments.before, constants);
    const auto after = revisionNamed(*project, catalog, arguments.after, constants);
    if (!before || !after) {
        return tl::unexpected(!before ? before.error() : after.error());
    }
    const RevisionDifference difference = compareRevisions(*before, *after);
    if (const auto written = writeChanges(difference, arguments); !written) {
        return tl::unexpected(written.error());
    }
    if (arguments.json) {
        out << changesJson(difference).dump(2) << '\n';
        return ExitStatus::Success;
    }
    printChanges(out, difference);
    if (!arguments.output.empty()) {
        out << "Differences: " << arguments.output << '\n';
    }
    return ExitStatus::Success;
}

using Action = Expected<ExitStatus> (*)(const Catalog&, const ProjectArguments&, std::ostream&);

/// A command on a project that is there.
CLI::App* addAction(CLI::App& project, Command& chosen, const char* name, const char* description,
                    const std::shared_ptr<ProjectArguments>& arguments, Action action)
{
    CLI::App* command = project.add_subcommand(name, description);
    command->add_option("file", arguments->file, "The project")->required();
    addMeasurementOptions(*command, arguments->measurements);
    command->callback([&chosen, arguments, action] {
        chosen = [arguments, action](Catalog& catalog, std::ostream& out) {
            return action(catalog, *arguments, out);
        };
    });
    return command;
}

void addNew(CLI::App& project, Command& chosen)
{
    CLI::App* command = project.add_subcommand("new", "A project with the machine that a search recommends");
    const auto arguments = std::make_shared<ProjectArguments>();
    command->add_option("file", arguments->file, "The project to write: plan.rigwright")->required();
    addWorkloadOptions(*command, arguments->workload);
    addBudgetOptions(*command, arguments->budget);
    addMeasurementOptions(*command, arguments->measurements);
    command->add_option("--build", arguments->buildFile, "A build in JSON instead of the best of a search");
    command->add_option("--systems", arguments->systems, "How many of the machine (1)");
    command->add_option("--name", arguments->name, "What to call it (the name of the file)");
    command->add_option("--notes", arguments->note, "A text of your own");
    command->callback([&chosen, arguments] {
        chosen = [arguments](Catalog& catalog, std::ostream& out) {
            return createProject(catalog, *arguments, out);
        };
    });
}

} // namespace

void addProjectCommand(CLI::App& app, Command& chosen)
{
    CLI::App* project =
        app.add_subcommand("project", "Purchases that you keep, with their prices as they were");
    project->require_subcommand(1);
    addNew(*project, chosen);
    const auto arguments = std::make_shared<ProjectArguments>();
    addAction(*project, chosen, "show", "Its machines and their figures, as it was priced", arguments,
              showProject)
        ->add_flag("--json", arguments->json, "One JSON object");
    CLI::App* repricing = addAction(*project, chosen, "reprice", "Prices it as the catalog is today",
                                    arguments, repriceProject);
    repricing->add_flag("--dry-run", arguments->dryRun, "Only says what would change");
    repricing->add_flag("--json", arguments->json, "One JSON object");
    CLI::App* revising = addAction(*project, chosen, "revise", "Keeps the present state as a revision",
                                   arguments, reviseProject);
    revising->add_option("--note", arguments->note, "Why");
    revising->add_option("--author", arguments->author, "By whom");
    CLI::App* comparing = addAction(*project, chosen, "compare",
                                    "What differs between two revisions, and why", arguments, compareProject);
    comparing->add_option("before", arguments->before, "The number of a revision, or now")->required();
    comparing->add_option("after", arguments->after, "The number of a revision (now)");
    comparing->add_option("--output", arguments->output,
                          "Writes them too: .xlsx, .csv, .pdf, .html, .md or .json");
    comparing->add_flag("--json", arguments->json, "One JSON object");
}

} // namespace rigwright
