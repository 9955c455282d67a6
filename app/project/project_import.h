// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/object_reader.h"
#include "project/project.h"

// Files that were there before projects were, opened as one.
namespace rigwright {

/// A project of the machines that somebody keeps ("rigwright.machines/1"): each is to be bought once, and kept to compare with.
[[nodiscard]] Project projectOfMachines(ObjectReader& document);

/// A project of the machines that a search found ("rigwright.builds/1"), or of one build; parts must say their categories.
[[nodiscard]] Project projectOfBuilds(ObjectReader& document);

} // namespace rigwright
