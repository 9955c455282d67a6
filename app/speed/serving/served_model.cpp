// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/serving/served_model.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

/// 1, 2, 3, 4, 6, 8, 12 … up to the slots, and those.
std::vector<int> steps(int slots)
{
    std::vector<int> all;
    for (int power = 1; power < slots; power *= 2) {
        all.push_back(power);
        if (const int between = power + power / 2; between > power && between < slots) {
            all.push_back(between);
        }
    }
    all.push_back(slots);
    return all;
}

Workload servingWorkload(Workload workload)
{
    workload.kind = WorkloadKind::Serve;
    workload.requestRate.reset();
    return workload;
}

Expected<ServiceCurve> curveOver(const Workload& workload, int slots, const auto& speedAt)
{
    std::vector<ServicePoint> points;
    for (const int running : steps(slots)) {
        const Expected<SpeedEstimate> speed = speedAt(running);
        if (!speed) {
            return tl::unexpected(speed.error());
        }
        const Seconds first = speed->timeToFirstToken.mid;
        const auto rest = static_cast<double>(workload.outputTokens - 1);
        points.push_back({static_cast<double>(running), first, first + speed->timePerOutputToken.mid * rest});
    }
    return ServiceCurve(std::move(points));
}

} // namespace

ServedModel::ServedModel(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                         const PlacementRequest& placement, const CalibrationTable& constants)
    : model_(model)
    , hardware_(hardware)
    , placement_(placement)
    , constants_(constants)
    , workload_(servingWorkload(workload))
    , plan_(planMemory(model, workloadFor(1), hardware, placement))
    , slots_(poolSlots(workload_, hardware, plan_))
{ }

Workload ServedModel::workloadFor(int users) const
{
    Workload workload = workload_;
    workload.concurrency = users;
    return workload;
}

Expected<SpeedEstimate> ServedModel::at(int users) const
{
    const Workload workload = workloadFor(users);
    if (hasPool() || users == 1) {
        return estimateSpeed(model_, workload, hardware_, plan_, constants_);
    }
    return estimateSpeed(model_, workload, hardware_, planMemory(model_, workload, hardware_, placement_),
                         constants_);
}

bool ServedModel::holds(int users) const
{
    if (hasPool()) {
        return plan_.fits && users <= slots_->count;
    }
    return planMemory(model_, workloadFor(users), hardware_, placement_).fits;
}

int ServedModel::mostHeld(int upTo) const
{
    if (hasPool()) {
        return static_cast<int>(std::min<std::int64_t>(upTo, slots_->count));
    }
    int held = 0;
    int missed = upTo + 1;
    for (int users = 1; users <= upTo; users *= 2) {
        if (!holds(users)) {
            missed = users;
            break;
        }
        held = users;
    }
    while (held + 1 < missed) {
        const int between = held + (missed - held) / 2;
        (holds(between) ? held : missed) = between;
    }
    return held;
}

Expected<ServiceCurve> ServedModel::serviceCurve(int slots) const
{
    return curveOver(workload_, slots, [this](int running) { return at(running); });
}

Expected<int> concurrencyAtRate(const QuantizedModel& model, const Workload& workload,
                                const Hardware& hardware, const MemoryPlan& plan,
                                const CalibrationTable& constants)
{
    Workload closed = servingWorkload(workload);
    const auto pool = poolSlots(closed, hardware, plan);
    const int slots = pool ? static_cast<int>(std::min<std::int64_t>(pool->count, kLargestConcurrency))
                           : workload.concurrency;
    const auto curve = curveOver(workload, slots, [&](int running) {
        closed.concurrency = running;
        return estimateSpeed(model, closed, hardware, plan, constants);
    });
    return curve.map([&](const ServiceCurve& times) {
        return std::max(1, static_cast<int>(std::lround(meanRunning(times, *workload.requestRate))));
    });
}

} // namespace rigwright
