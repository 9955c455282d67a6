// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project.h"

// The machines of a project, changed one step at a time. `place`: of one of them, from 0 on.
namespace rigwright {

/// Null: none is chosen yet.
[[nodiscard]] const ProjectMachine* shownMachine(const Project& project);

/// The machine that is shown becomes this one; made where none has been chosen yet.
void setShownBuild(Project& project, const Build& build);

/// At the end, and shown. Nothing happens where a project may have no more.
void addMachine(Project& project, ProjectMachine machine);
/// Behind the one that it copies, and shown; nothing as for addMachine().
void duplicateMachine(Project& project, std::size_t place);
/// The one behind it is shown where it was, the last one where there is none. A project's only machine stays.
void removeMachine(Project& project, std::size_t place);

} // namespace rigwright
