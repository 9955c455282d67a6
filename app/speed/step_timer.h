// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speed/calibration.h"
#include "speed/estimate.h"
#include "speed/step_time.h"

#include <vector>

namespace rigwright {

/// Times the steps of one placed model. What it is made from must outlive it.
class StepTimer {
public:
    StepTimer(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
              const MemoryPlan& plan, const CalibrationTable& constants);

    /// An error names the figure of the hardware that nobody knows.
    [[nodiscard]] Expected<void> checkFigures() const;

    /// One token for each of so many sequences, with so many tokens in each one's cache.
    [[nodiscard]] StepTime decode(double sequences, double cachedTokens) const;
    /// A prompt, in passes of one micro-batch.
    [[nodiscard]] StepTime prefill(double tokens) const;

    /// The least time that a decode step can take: every byte at full bandwidth.
    [[nodiscard]] Seconds decodeLimit(const StepTime& time) const;
    /// The constants of the resource that binds.
    [[nodiscard]] const Calibration& constantsFor(Bound bound) const;

private:
    struct Device {
        const AcceleratorGroup* group;
        Calibration constants;
        double weightShare; ///< of what lies on all devices
    };

    [[nodiscard]] bool usesHost() const;
    [[nodiscard]] double tensorParallel() const;
    [[nodiscard]] Seconds deviceTime(Bytes bytes) const;
    [[nodiscard]] Seconds computeTime(Flops work) const;
    [[nodiscard]] Seconds hostComputeTime(Flops work) const;
    [[nodiscard]] Seconds allReduceTime(double tokens) const;
    [[nodiscard]] Seconds layerOverhead() const;
    [[nodiscard]] Bytes hostLayerWeights() const;
    [[nodiscard]] Seconds hostPrefill(Flops work, Bytes weights, double passes) const;

    const QuantizedModel& model_;
    const Workload& workload_;
    const Host& hostFacts_;
    const Placement& placement_;
    Calibration host_;
    std::vector<Device> devices_;
    std::size_t firstDeviceLayer_ = 0; ///< the layers before it are on the host
};

} // namespace rigwright
