// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/plan.h"
#include "speed/serving/serving_step.h"

namespace rigwright {

/// Times of one workload on one placement.
struct ServingTimes {
    StepTime step;
    StepTime prompt;
    Seconds tokenTime;
    Seconds firstToken;
    Seconds tokenLimit;    ///< the least that a token can take by the data sheet
    double tokensEach = 1; ///< of a step, for each sequence
    double served = 1;     ///< users that are worked on at once
};

/// A workload on a group of devices, ready to be timed with one set of constants after another. Workload and group must outlive
/// it.
class ServingCase {
public:
    /// An error says which figure of the hardware is missing.
    [[nodiscard]] static Expected<ServingCase> of(const QuantizedModel& model, const Workload& workload,
                                                  const Hardware& hardware, const MemoryPlan& plan,
                                                  const AcceleratorGroup& group);

    [[nodiscard]] ServingTimes times(const ServingConstants& constants) const;

private:
    ServingCase(ServingWork work, const Workload& workload, const Hardware& hardware, const MemoryPlan& plan,
                const AcceleratorGroup& group);

    ServingWork work_;
    const Workload& workload_;
    const AcceleratorGroup& group_;
    Placement placement_;
    double copies_ = 1;
    double sequences_ = 1; ///< of one copy that are worked on at once
    double waiting_ = 0;   ///< users without a slot, over those with one
};

} // namespace rigwright
