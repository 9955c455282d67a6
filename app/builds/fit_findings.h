// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/question.h"

#include <optional>
#include <vector>

namespace rigwright {

/// A model on one machine, as far as it is worked out.
struct ModelOnMachine {
    const Question& question;
    const Machine& machine;
    const Hardware& hardware; ///< less what the operating system keeps
    const MemoryPlan& plan;   ///< that fits
    const std::optional<SpeedEstimate>& speed;
};

/// What rules about parts alone can't see: whether links, host memory, CPU and drive keep up with this model as it is placed.
[[nodiscard]] std::vector<Finding> fitFindings(const ModelOnMachine& fit);

/// Whether the accelerators compute in the precision of the weights.
[[nodiscard]] std::vector<Finding> precisionFindings(const ModelOnMachine& fit);

} // namespace rigwright
