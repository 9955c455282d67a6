// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project_machines.h"

#include <algorithm>
#include <utility>

namespace rigwright {

namespace {

void insertMachine(Project& project, std::size_t place, ProjectMachine machine)
{
    if (project.machines.size() >= kMostProjectMachines) {
        return;
    }
    project.machines.insert(project.machines.begin() + static_cast<std::ptrdiff_t>(place),
                            std::move(machine));
    project.shown = place;
}

} // namespace

const ProjectMachine* shownMachine(const Project& project)
{
    return project.shown < project.machines.size() ? &project.machines[project.shown] : nullptr;
}

void setShownBuild(Project& project, const Build& build)
{
    if (project.machines.empty()) {
        project.machines.emplace_back();
        project.shown = 0;
    }
    project.machines.at(project.shown).build = build;
}

void addMachine(Project& project, ProjectMachine machine)
{
    insertMachine(project, project.machines.size(), std::move(machine));
}

void duplicateMachine(Project& project, std::size_t place)
{
    insertMachine(project, place + 1, project.machines.at(place));
}

void removeMachine(Project& project, std::size_t place)
{
    if (project.machines.size() < 2 || place >= project.machines.size()) {
        return;
    }
    project.machines.erase(project.machines.begin() + static_cast<std::ptrdiff_t>(place));
    if (project.shown > place) {
        --project.shown;
    }
    project.shown = std::min(project.shown, project.machines.size() - 1);
}

} // namespace rigwright
