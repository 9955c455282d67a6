// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project.h"
#include "units/finding.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace rigwright {

/// A project, and one of its machines, as typed. Empty: none.
struct ProjectOption {
    std::string file;
    std::string machine; ///< its name or its number from 1
};

void addProjectOption(CLI::App& command, ProjectOption& option);
void addProjectMachineOption(CLI::App& command, ProjectOption& option);

/// The project that is named, with the machine that is named alone, which may be one that it keeps to compare; else with all that
/// it is to buy. No value: none is named. An error lists the machines where there is no such one.
[[nodiscard]] Expected<std::optional<Project>> openProject(const ProjectOption& option);

/// Puts the project's prices over the catalog, as on its pricing day; says which of its parts are left out.
[[nodiscard]] std::vector<Finding> layProject(Catalog& catalog, const Project& project);

/// That there are more machines than the first, which is answered for; nothing where there are none.
[[nodiscard]] std::vector<Finding> otherMachines(const std::vector<ProjectMachine>& machines);

} // namespace rigwright
