// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/inputs.h"
#include "costs/scenario.h"

#include <vector>

namespace rigwright {

/// Of each hosted model what the requests cost, finished, by their totals. Empty: how many requests there are is unknown, or the
/// work is training.
[[nodiscard]] std::vector<CostScenario> hostedScenarios(const CostInputs& inputs);

/// What a hosted model costs for the requests: prompts less their cached share, cached tokens (at the price of others where the
/// offer has none for them), and answers. The totals are left to `finish`.
[[nodiscard]] CostScenario hostedScenario(const CostInputs& inputs, const HostedModel& hosted);

} // namespace rigwright
