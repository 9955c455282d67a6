// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/serving/traffic.h"

#include <utility>

namespace rigwright {

namespace {

template <class Value>
std::optional<Value> known(Expected<Value> value)
{
    return value ? std::optional<Value>(std::move(*value)) : std::nullopt;
}

} // namespace

TrafficStudy studyTraffic(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                          const PlacementRequest& placement, int mostUsers, const CalibrationTable& constants)
{
    TrafficStudy study;
    if (workload.kind != WorkloadKind::Serve) {
        return study;
    }
    study.curve = known(speedOverUsers(model, workload, hardware, placement, mostUsers, constants));
    if (workload.maxTimeToFirstToken || workload.maxTimePerOutputToken) {
        study.users = known(mostUsersWithin(model, workload, hardware, placement, constants));
        study.rate = known(highestRateWithin(model, workload, hardware, placement, constants));
    }
    if (workload.requestRate) {
        study.load = known(estimateLoad(model, workload, hardware, placement, constants));
    }
    return study;
}

} // namespace rigwright
