// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/inputs.h"
#include "costs/scenario.h"

namespace rigwright {

/// What a hosted model costs for the requests: prompts less their cached share, cached tokens (at the price of others where the
/// offer has none for them), and answers. The totals are left to `finish`.
[[nodiscard]] CostScenario hostedScenario(const CostInputs& inputs, const HostedModel& hosted);

} // namespace rigwright
