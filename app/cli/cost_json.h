// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/cost_answer.h"
#include "cli/json.h"

namespace rigwright {

/// "rigwright.costs/1": the first answer, and under `cases` all of them where there are several.
[[nodiscard]] Json costsJson(const std::vector<CostAnswer>& answers);
/// The same where no machine does what is asked for.
[[nodiscard]] Json noCostsJson();

} // namespace rigwright
