// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/change.h"
#include "speed/calibration.h"

#include <stop_token>
#include <vector>

namespace rigwright {

/// Whether a machine breaks a rule, doesn't hold the model, or misses a target or a limit of the requirement.
[[nodiscard]] bool needsRepair(const EvaluatedBuild& build, const Requirement& requirement);

/// The smallest sets of changes that mend a machine: after each of them it breaks no blocking rule, holds the model and keeps
/// targets and limits other than the budget, and without any one change of the set it would not. One set for each combination
/// of kinds of changes (changes/part_options.h, changes/use_settings.h), with the best parts of all and the mildest settings
/// (changes/repair_search.h): at most twelve sets of at most three changes, larger ones only where fewer than six smaller ones
/// mend. Fewest changes first, then least to pay, then fastest. `cost` is the machine's price with less that without. Empty:
/// the machine is fine, or no such set mends it. An error: a part that the catalog lacks, a requirement that can't be.
[[nodiscard]] Expected<std::vector<ChangeSet>>
findRepairs(const Catalog& catalog, const Build& build, const Requirement& requirement,
            std::stop_token stop = {}, const CalibrationTable& constants = fittedCalibration());

} // namespace rigwright
