// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/assumptions.h"

#include <QString>

namespace rigwright {

/// What a change of what is assumed of costs is called where it can be undone: "Costs: years", "Costs" where several things
/// change at once. Empty: nothing is another.
[[nodiscard]] QString costStepName(const CostAssumptions& before, const CostAssumptions& after);

} // namespace rigwright
