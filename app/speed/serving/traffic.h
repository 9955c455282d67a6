// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speed/serving/load.h"

#include <optional>

namespace rigwright {

/// How a machine fares when many ask: over the number of users, within the targets, at a request rate.
struct TrafficStudy {
    std::optional<LoadCurve> curve;
    std::optional<UsersWithin> users; ///< only where the workload has a target
    std::optional<RateWithin> rate;   ///< only where the workload has a target
    std::optional<LoadEstimate> load; ///< only where the workload has a request rate
};

/// Only `serve` has traffic; elsewhere, and where a figure of the hardware is unknown, everything is empty.
[[nodiscard]] TrafficStudy studyTraffic(const QuantizedModel& model, const Workload& workload,
                                        const Hardware& hardware, const PlacementRequest& placement,
                                        int mostUsers = kMostUsersTried,
                                        const CalibrationTable& constants = fittedCalibration());

} // namespace rigwright
