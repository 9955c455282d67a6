// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/workload.h"
#include "speed/estimate.h"

namespace rigwright {

/// Requests answered at an estimated speed: by all concurrent users together, with the time that their prompts take. Of
/// training: sequences.
[[nodiscard]] Range<RequestsPerSecond> capacityOf(const SpeedEstimate& speed, const Workload& workload);

/// Output tokens of a request; of training, the tokens of a sequence.
[[nodiscard]] double outputTokensOf(const Workload& workload);

} // namespace rigwright
