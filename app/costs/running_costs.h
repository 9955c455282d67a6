// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/inputs.h"
#include "costs/scenario.h"

#include <vector>

namespace rigwright {

/// Electricity, room, support, software and staff of all own machines, paid month by month.
[[nodiscard]] std::vector<CostItem> runningItems(const CostInputs& inputs);

} // namespace rigwright
