// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speed/estimate.h"
#include "speed/serving/queue.h"
#include "speed/serving/slots.h"

namespace rigwright {

/// A model as one machine serves it, by the number of users. What it is made from must outlive it.
class ServedModel {
public:
    ServedModel(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                const PlacementRequest& placement, const CalibrationTable& constants);

    /// True when the engine shares one pool among however many requests; others are set up for a number of them.
    [[nodiscard]] bool hasPool() const { return slots_.has_value(); }
    /// Requests of the pool that are worked on at once.
    [[nodiscard]] const Slots& slots() const { return *slots_; }

    /// With so many users; an error when they don't fit or a figure is unknown.
    [[nodiscard]] Expected<SpeedEstimate> at(int users) const;
    /// True when so many users fit without waiting for each other.
    [[nodiscard]] bool holds(int users) const;
    /// The most that fit, up to a number.
    [[nodiscard]] int mostHeld(int upTo) const;

    /// Times for 1 to `slots` requests at once.
    [[nodiscard]] Expected<ServiceCurve> serviceCurve(int slots) const;

private:
    [[nodiscard]] Workload workloadFor(int users) const;

    const QuantizedModel& model_;
    const Hardware& hardware_;
    const PlacementRequest& placement_;
    const CalibrationTable& constants_;
    Workload workload_;
    MemoryPlan plan_; ///< for one user
    std::optional<Slots> slots_;
};

/// The concurrency at which a workload's request rate keeps an engine with a pool, and at most the pool's slots.
[[nodiscard]] Expected<int> concurrencyAtRate(const QuantizedModel& model, const Workload& workload,
                                              const Hardware& hardware, const MemoryPlan& plan,
                                              const CalibrationTable& constants);

} // namespace rigwright
