// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/json.h"
#include "speed/training/training_speed.h"

#include <iosfwd>

namespace rigwright {

/// The block "training" of `rigwright.size/1`: times in seconds, utilisation as a share of the peak.
[[nodiscard]] Json toJson(const TrainingEstimate& estimate);
void printTraining(std::ostream& out, const TrainingEstimate& estimate);

} // namespace rigwright
