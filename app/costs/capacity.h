// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speed/estimate.h"

namespace rigwright {

/// Requests answered at an estimated speed: by all concurrent users together, with the time that their prompts take. Of
/// training: sequences.
[[nodiscard]] Range<RequestsPerSecond> capacityOf(const SpeedEstimate& speed, const Workload& workload);

/// The same of a speed that was estimated for a workload on a plan. Where the workload has a request rate, its speed is the one
/// at that rate; what counts here is the most that is answered, with all of the engine's slots in use.
[[nodiscard]] Range<RequestsPerSecond> largestCapacity(const SpeedEstimate& speed,
                                                       const QuantizedModel& model, const Workload& workload,
                                                       const Hardware& hardware, const MemoryPlan& plan,
                                                       const CalibrationTable& constants);

/// Work without a target (batch, training): it waits for its turn.
[[nodiscard]] bool isQueued(const Workload& workload);

/// Tokens of a request's prompt; of training: none.
[[nodiscard]] double promptTokensOf(const Workload& workload);

/// Output tokens of a request; of training, the tokens of a sequence.
[[nodiscard]] double outputTokensOf(const Workload& workload);

} // namespace rigwright
