// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/plan.h"
#include "speed/calibration.h"
#include "speed/step_time.h"

namespace rigwright {

/// An estimate with the 10th and 90th percentile of what was measured on like machines.
template <class T>
struct Range {
    T low;
    T mid;
    T high;
};

struct SpeedEstimate {
    Range<TokensPerSecond> prefill; ///< mean over the prompt
    Range<TokensPerSecond> decode;  ///< one user's mean over the output tokens
    Range<TokensPerSecond> total;   ///< output tokens of all concurrent users together
    Range<Seconds> timeToFirstToken;
    Range<Seconds> timePerOutputToken;
    Bound bound = Bound::MemoryBandwidth; ///< of decode
    StepTime decodeStep;                  ///< where the time of one decode step goes; the parts add up to it
    StepTime prompt;                      ///< where the time of one prompt goes
    bool corrected = false;               ///< by the user's own measurement
    double efficiency = 0; ///< share of the bounding resource that decode uses, for the explanation
};

/// Speed of a model where a plan has placed it. An error says which figure of the hardware is unknown, or that the plan
/// does not fit.
[[nodiscard]] Expected<SpeedEstimate> estimateSpeed(const QuantizedModel& model, const Workload& workload,
                                                    const Hardware& hardware, const MemoryPlan& plan,
                                                    const CalibrationTable& constants = fittedCalibration());

} // namespace rigwright
