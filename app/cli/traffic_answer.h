// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/json.h"
#include "speed/serving/load.h"

#include <iosfwd>
#include <optional>

namespace rigwright {

/// How a machine fares when many ask: over the number of users, within the targets, at a request rate.
struct TrafficAnswer {
    std::optional<LoadCurve> curve;
    std::optional<UsersWithin> users; ///< only where the workload has a target
    std::optional<RateWithin> rate;   ///< only where the workload has a target
    std::optional<LoadEstimate> load; ///< only where the workload has a request rate
};

/// Only `serve` has traffic; elsewhere everything is empty.
[[nodiscard]] TrafficAnswer answerTraffic(const QuantizedModel& model, const Workload& workload,
                                          const Hardware& hardware, const PlacementRequest& placement,
                                          const CalibrationTable& constants);

/// Null where there is no traffic.
[[nodiscard]] Json toJson(const TrafficAnswer& answer);
void printTraffic(std::ostream& out, const TrafficAnswer& answer);

} // namespace rigwright
