// SPDX-License-Identifier: GPL-3.0-or-later
#include "builds/changes/repair.h"
#include "builds/evaluate.h"
#include "cli/budget_arguments.h"
#include "cli/change_report.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/measurement_arguments.h"
#include "cli/report.h"
#include "project/build_file.h"
#include "project/today.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

struct CheckArguments {
    std::string build;
    WorkloadArguments workload;
    BudgetArguments budget;
    MeasurementArguments measurements;
    bool repair = false;
    bool json = false;
};

/// What a build is for one model, and what would mend it.
struct ModelAnswer {
    EvaluatedBuild machine;
    bool needsRepair = false;
    std::vector<ChangeSet> repairs;
    std::vector<Finding> findings; ///< about the user's own measurements
};

bool isBlocked(const std::vector<Finding>& findings)
{
    return std::ranges::find(findings, Severity::Blocker, &Finding::severity) != findings.end();
}

void printParts(std::ostream& out, const std::vector<PricedLine>& lines)
{
    TextTable table({"", "part", "", "figures", "price from"}, {});
    for (const PricedLine& line : lines) {
        table.add({categoryName(line.line.category), line.name, std::to_string(line.line.quantity) + " ×",
                   verificationName(line.specs),
                   line.offer ? priceText(line.offer->kind, line.offer->date, line.standing) : "no price"});
    }
    table.print(out);
}

Expected<ModelAnswer> answerFor(Catalog& catalog, const Build& build, const CheckArguments& arguments)
{
    const Expected<Requirement> requirement =
        readRequirement(catalog, arguments.workload, limitsFor(arguments.budget, arguments.build));
    if (!requirement) {
        return tl::unexpected(requirement.error());
    }
    const UserConstants constants = userConstants(arguments.measurements);
    auto machine = evaluateBuild(catalog, build, *requirement, constants.table);
    if (!machine) {
        return tl::unexpected(machine.error());
    }
    ModelAnswer answer{std::move(*machine), false, {}, constants.findings};
    answer.needsRepair = needsRepair(answer.machine, *requirement);
    if (arguments.repair) {
        auto repairs = findRepairs(catalog, build, *requirement, {}, constants.table);
        if (!repairs) {
            return tl::unexpected(repairs.error());
        }
        answer.repairs = std::move(*repairs);
    }
    return answer;
}

void print(std::ostream& out, const Catalog& catalog, const ModelAnswer& answer, bool withRepairs)
{
    printBuild(out, answer.machine);
    out << '\n';
    printMemory(out, answer.machine.plan.memory);
    if (answer.machine.speed) {
        printSpeed(out, *answer.machine.speed);
    }
    printFindings(out, answer.machine.findings);
    printFindings(out, answer.findings);
    out << "Verdict: " << (isBlocked(answer.machine.findings) ? "incompatible" : "compatible")
        << (answer.needsRepair ? ", not good for this\n" : ", good for this\n");
    if (withRepairs && answer.needsRepair) {
        out << (answer.repairs.empty() ? "\nNo three changes mend it.\n" : "\nWhat would mend it:\n");
        printChanges(out, catalog, answer.repairs, answer.machine);
    }
}

Expected<ExitStatus> checkFor(Catalog& catalog, const Build& build, const CheckArguments& arguments,
                              std::ostream& out)
{
    const Expected<ModelAnswer> answer = answerFor(catalog, build, arguments);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    const EvaluatedBuild& machine = answer->machine;
    if (arguments.json) {
        Json json = {{"schema", "rigwright.check/1"},
                     {"findings", toJson(machine.findings)},
                     {"verdict", isBlocked(machine.findings) ? "incompatible" : "compatible"},
                     {"needs_repair", answer->needsRepair},
                     {"parts", toJson(machine.lines)},
                     {"build", toJson(machine)}};
        if (arguments.repair) {
            json["repairs"] = toJson(catalog, answer->repairs);
        }
        out << json.dump(2) << '\n';
    } else {
        print(out, catalog, *answer, arguments.repair);
    }
    return answer->needsRepair ? ExitStatus::NoAnswer : ExitStatus::Success;
}

Expected<ExitStatus> checkParts(const Catalog& catalog, const Build& build, bool asJson, std::ostream& out)
{
    const auto findings = checkCompatibility(catalog, build);
    const auto lines = pricedLines(catalog, build, today());
    if (!findings || !lines) {
        return tl::unexpected(!findings ? findings.error() : lines.error());
    }
    const bool blocked = isBlocked(*findings);
    const char* verdict = blocked ? "incompatible" : "compatible";
    if (asJson) {
        Json json = {{"schema", "rigwright.check/1"}, {"findings", toJson(*findings)}, {"verdict", verdict}};
        json["parts"] = toJson(*lines);
        out << json.dump(2) << '\n';
    } else {
        printParts(out, *lines);
        printFindings(out, *findings);
        out << "Verdict: " << verdict << '\n';
    }
    return blocked ? ExitStatus::NoAnswer : ExitStatus::Success;
}

Expected<ExitStatus> check(Catalog& catalog, const CheckArguments& arguments, std::ostream& out)
{
    const bool forModel = namesModel(arguments.workload.model);
    if (arguments.repair && !forModel) {
        return fail(
            "--repair needs to know what the machine is for: give --model ID, --hf-config FILE, --gguf FILE "
            "or --params 7B");
    }
    const Expected<Build> build = readBuildFile(catalog, arguments.build);
    if (!build) {
        return tl::unexpected(build.error());
    }
    return forModel ? checkFor(catalog, *build, arguments, out)
                    : checkParts(catalog, *build, arguments.json, out);
}

} // namespace

void addCheckCommand(CLI::App& app, Command& chosen)
{
    CLI::App* command = app.add_subcommand(
        "check",
        "Compatibility of a build that somebody wrote down; with a model, memory, speed and repairs");
    const auto arguments = std::make_shared<CheckArguments>();
    command->add_option("--build", arguments->build, "The build in JSON")->required();
    addWorkloadOptions(*command, arguments->workload);
    addBudgetOptions(*command, arguments->budget);
    addMeasurementOptions(*command, arguments->measurements);
    command->add_flag("--repair", arguments->repair, "The smallest changes that mend it for the model");
    command->add_flag("--json", arguments->json, "One JSON object");
    command->callback([&chosen, arguments] {
        chosen = [arguments](Catalog& catalog, std::ostream& out) { return check(catalog, *arguments, out); };
    });
}

} // namespace rigwright
