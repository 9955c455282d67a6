// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/project_option.h"

#include "project/json_text.h"
#include "project/project_facts.h"
#include "project/project_file.h"
#include "project/today.h"
#include "units/format.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>

namespace rigwright {

namespace {

/// The machine with this name or number; an error where it is none or several.
Expected<std::size_t> findMachine(const std::vector<ProjectMachine>& machines, const std::string& text)
{
    std::vector<std::size_t> named;
    std::string known;
    for (std::size_t i = 0; i < machines.size(); ++i) {
        const std::string& name = machines[i].name;
        if (!name.empty() && toLower(name) == toLower(text)) {
            named.push_back(i);
        }
        known += (i == 0 ? "" : ", ") + std::to_string(i + 1) +
            (name.empty() ? std::string() : " (" + printableText(name) + ")");
    }
    if (named.size() == 1) {
        return named.front();
    }
    if (named.size() > 1) {
        return fail("--machine: several are called " + quotedText(text) + ": give the number, of " + known);
    }
    std::size_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, status] = std::from_chars(text.data(), end, number);
    if (status != std::errc() || stopped != end || number < 1 || number > machines.size()) {
        return fail("--machine: the project has no machine " + quotedText(text) + ": expected " + known);
    }
    return number - 1;
}

/// The machines that it is to buy, and then those that it keeps to compare, which may be the same.
std::vector<ProjectMachine> choicesOf(const Project& project)
{
    std::vector<ProjectMachine> choices = project.machines;
    for (const SavedMachine& kept : project.alternatives) {
        const bool isThere = std::ranges::any_of(choices, [&](const ProjectMachine& choice) {
            return choice.name == kept.name && choice.build == kept.build;
        });
        if (!isThere) {
            choices.push_back({kept.name, kept.build, 1});
        }
    }
    return choices;
}

} // namespace

void addProjectOption(CLI::App& command, ProjectOption& option)
{
    command.add_option("--project", option.file,
                       "A project (.rigwright): what isn't said by other options is as it says");
}

void addProjectMachineOption(CLI::App& command, ProjectOption& option)
{
    command.add_option("--machine", option.machine, "Which machine of the project, by name or number");
}

Expected<std::optional<Project>> openProject(const ProjectOption& option)
{
    if (option.file.empty()) {
        return option.machine.empty() ? Expected<std::optional<Project>>(std::nullopt)
                                      : fail("--machine: is one of a project; give --project FILE");
    }
    Expected<Project> project = readProject(option.file);
    if (!project) {
        return tl::unexpected(project.error());
    }
    if (option.machine.empty()) {
        return std::optional(*std::move(project));
    }
    const std::vector<ProjectMachine> choices = choicesOf(*project);
    if (choices.empty()) {
        return fail(option.file + ": no machine is chosen in it yet");
    }
    const auto index = findMachine(choices, option.machine);
    if (!index) {
        return tl::unexpected(index.error());
    }
    project->machines = {choices[*index]};
    return std::optional(*std::move(project));
}

std::vector<Finding> layProject(Catalog& catalog, const Project& project)
{
    ProjectCatalog priced = projectCatalog(project, std::move(catalog), today());
    catalog = std::move(priced.catalog);
    std::vector<Finding> findings;
    for (const Error& problem : priced.problems) {
        findings.push_back({"project-part",
                            Severity::Warning,
                            RIGWRIGHT_TEXT("Finding", "Of the project: {problem}."),
                            {{"problem", problem.message}}});
    }
    return findings;
}

std::vector<Finding> otherMachines(const std::vector<ProjectMachine>& machines)
{
    if (machines.size() < 2) {
        return {};
    }
    return {{"project-machine",
             Severity::Note,
             RIGWRIGHT_TEXT("Finding", "This is the first of the project's {count} kinds of machine."),
             {{"count", std::to_string(machines.size())}}}};
}

} // namespace rigwright
