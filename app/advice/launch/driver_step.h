// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/launch.h"

#include <vector>

namespace rigwright {

/// Which driver, and which CUDA or ROCm, the accelerators need at least; one step for each kind of them. Of one that nobody
/// published a version for, or that isn't known here, the step says so.
[[nodiscard]] std::vector<LaunchStep> driverSteps(const Hardware& hardware);

} // namespace rigwright
