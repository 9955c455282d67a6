// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/acceptance.h"
#include "advice/launch.h"
#include "bom/formats/whole_text.h"
#include "cli/budget_arguments.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/measurement_arguments.h"
#include "cli/report.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>
#include <sstream>

namespace rigwright {

namespace {

struct LaunchArguments {
    WorkloadArguments workload;
    BudgetArguments budget;
    MeasurementArguments measurements;
    std::string buildFile;
    std::string output;
    bool json = false;
};

struct LaunchAnswer {
    EvaluatedBuild build;
    LaunchSheet sheet;
    std::vector<AcceptanceCheck> checks;
    std::vector<Finding> findings; ///< about the user's own measurements
};

const char* kindName(LaunchText::Kind kind)
{
    return kind == LaunchText::Kind::Compose ? "compose" : "command";
}

Json evidenceJson(const std::vector<std::pair<std::string, std::string>>& evidence)
{
    Json all = Json::object();
    for (const auto& [key, value] : evidence) {
        all[key] = value;
    }
    return all;
}

Json launchJson(const LaunchAnswer& answer)
{
    Json texts = Json::array();
    for (const LaunchText& text : answer.sheet.texts) {
        texts.push_back({{"kind", kindName(text.kind)}, {"program", text.program}, {"text", text.text}});
    }
    Json checklist = Json::array();
    for (const LaunchStep& step : answer.sheet.checklist) {
        checklist.push_back({{"id", step.id},
                             {"text", fillIn(step.text, step.evidence)},
                             {"evidence", evidenceJson(step.evidence)},
                             {"command", step.command}});
    }
    Json checks = Json::array();
    for (const AcceptanceCheck& check : answer.checks) {
        checks.push_back({{"id", check.id},
                          {"what", fillIn(check.what, check.evidence)},
                          {"expected", fillIn(check.expected, check.evidence)},
                          {"evidence", evidenceJson(check.evidence)},
                          {"command", check.command}});
    }
    std::vector<Finding> findings = answer.sheet.findings;
    findings.insert(findings.end(), answer.findings.begin(), answer.findings.end());
    return {{"schema", "rigwright.launch/1"},
            {"build", {{"id", answer.build.id}, {"title", answer.build.title}}},
            {"placement", toJson(answer.build.plan.placement)},
            {"fits", answer.build.plan.fits},
            {"texts", std::move(texts)},
            {"checklist", std::move(checklist)},
            {"acceptance", std::move(checks)},
            {"findings", toJson(findings)}};
}

void printIndented(std::ostream& out, const std::string& text)
{
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        out << (line.empty() ? "" : "    ") << line << '\n';
    }
}

void printLaunch(std::ostream& out, const LaunchAnswer& answer)
{
    out << answer.build.title << '\n';
    for (const LaunchText& text : answer.sheet.texts) {
        out << '\n'
            << text.program
            << (text.kind == LaunchText::Kind::Compose ? ", with docker compose:\n\n" : ":\n\n") << text.text
            << '\n';
    }
    out << "\nTo see to, in this order:\n";
    for (const LaunchStep& step : answer.sheet.checklist) {
        out << "- " << fillIn(step.text, step.evidence) << '\n';
        printIndented(out, step.command);
    }
    out << "\nAcceptance, what the delivered machine must show:\n";
    for (const AcceptanceCheck& check : answer.checks) {
        out << "- " << fillIn(check.what, check.evidence) << ": " << fillIn(check.expected, check.evidence)
            << '\n';
        printIndented(out, check.command);
    }
    printFindings(out, answer.sheet.findings);
    printFindings(out, answer.findings);
}

Expected<std::optional<LaunchAnswer>> launchAnswer(Catalog& catalog, const LaunchArguments& arguments)
{
    const Expected<Requirement> requirement =
        readRequirement(catalog, arguments.workload, limitsFor(arguments.budget, arguments.buildFile));
    if (!requirement) {
        return tl::unexpected(requirement.error());
    }
    const UserConstants constants = userConstants(arguments.measurements);
    auto build = chooseBuild(catalog, *requirement, arguments.buildFile, constants.table);
    if (!build) {
        return tl::unexpected(build.error());
    }
    if (!*build) {
        return std::nullopt;
    }
    auto sheet = launchSheet(catalog, **build, *requirement);
    if (!sheet) {
        return tl::unexpected(sheet.error());
    }
    auto checks = acceptanceChecks(catalog, **build, *requirement);
    if (!checks) {
        return tl::unexpected(checks.error());
    }
    return LaunchAnswer{std::move(**build), std::move(*sheet), std::move(*checks), constants.findings};
}

Expected<ExitStatus> launch(Catalog& catalog, const LaunchArguments& arguments, std::ostream& out)
{
    const auto answer = launchAnswer(catalog, arguments);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    if (!*answer) {
        if (arguments.json) {
            out << Json{{"schema", "rigwright.launch/1"}, {"build", nullptr}}.dump(2) << '\n';
        } else {
            out << "No machine meets the requirement; `builds` says why.\n";
        }
        return ExitStatus::NoAnswer;
    }
    std::ostringstream text;
    if (arguments.json) {
        text << launchJson(**answer).dump(2) << '\n';
    } else {
        printLaunch(text, **answer);
    }
    if (arguments.output.empty()) {
        out << text.str();
    } else if (const Expected<void> written = writeWholeText(arguments.output, text.str()); !written) {
        return tl::unexpected(written.error());
    }
    return (*answer)->build.plan.fits ? ExitStatus::Success : ExitStatus::NoAnswer;
}

} // namespace

void addLaunchCommand(CLI::App& app, Command& chosen)
{
    CLI::App* command =
        app.add_subcommand("launch", "How to start what was sized, and what the delivered machine must show");
    const auto arguments = std::make_shared<LaunchArguments>();
    addWorkloadOptions(*command, arguments->workload);
    addBudgetOptions(*command, arguments->budget);
    addMeasurementOptions(*command, arguments->measurements);
    command->add_option("--build", arguments->buildFile, "A build in JSON instead of the best of a search");
    command->add_option("--output", arguments->output, "File to write instead of the terminal");
    command->add_flag("--json", arguments->json, "One JSON object");
    command->callback([&chosen, arguments] {
        chosen = [arguments](Catalog& catalog, std::ostream& out) {
            return launch(catalog, *arguments, out);
        };
    });
}

} // namespace rigwright
