// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speed/calibration.h"
#include "speed/host.h"
#include "speed/step_time.h"
#include "speed/work.h"

#include <vector>

namespace rigwright {

/// A decode step, and the least time that it can take: every byte at full bandwidth.
struct DecodeStep {
    StepTime time;
    Seconds limit;
};

/// Times the steps of one placed model. What it is made from must outlive it.
class StepTimer {
public:
    StepTimer(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
              const MemoryPlan& plan, const CalibrationTable& constants);

    /// An error names the figure of the hardware that nobody knows.
    [[nodiscard]] Expected<void> checkFigures() const;

    /// So many tokens for each of so many sequences, with so many tokens in each one's cache.
    [[nodiscard]] DecodeStep decode(double sequences, double cachedTokens, double tokensEach = 1) const;
    /// A prompt, in passes of one micro-batch, behind tokens that are in the cache already.
    [[nodiscard]] StepTime prefill(double tokens, double depth) const;
    /// The constants of the resource that binds.
    [[nodiscard]] const Calibration& constantsFor(Bound bound) const;

private:
    /// What a step does with the layers of one place.
    struct Load {
        Bytes weights;
        Bytes experts;
        Bytes cache;
        int layers = 0;
        int expertLayers = 0;
        int recurrentLayers = 0;

        [[nodiscard]] Bytes bytes() const { return weights + experts + cache; }
    };
    struct Device {
        const AcceleratorGroup* group;
        Calibration constants;
        FlopsPerSecond matrix; ///< reached while a prompt is processed
        FlopsPerSecond vector; ///< peak; where unknown, what follows from the matrix rate
        double weightShare;    ///< of what lies on all devices
    };
    /// What devices do with a prompt.
    struct PromptPasses {
        PromptWork work;
        Bytes weights; ///< read in each pass
        double tokens = 0;
        double passes = 1;
    };
    struct StepLoads {
        std::vector<Load> devices; ///< one a device where layers are dealt out, else one for all together
        Load host;
        int sharedLayers = 0; ///< layers on a device whose experts are on the host
    };

    void addDevices(const Hardware& hardware, const MemoryPlan& plan, const CalibrationTable& constants);
    void dealLayers(const MemoryPlan& plan);
    [[nodiscard]] bool usesHost() const;
    [[nodiscard]] double tensorParallel() const;
    [[nodiscard]] StepLoads loads(double sequences, double cachedTokens, double tokensEach) const;
    void addStep(StepTime& time, const Load& load, const Device& device, double share) const;
    void addTogether(StepTime& time, const Load& load) const;
    [[nodiscard]] StepTime timeOf(const StepLoads& step, double tokens) const;
    [[nodiscard]] Seconds limitOf(const StepLoads& step) const;
    [[nodiscard]] Seconds computeTime(Flops work) const;
    [[nodiscard]] double batchShare(double tokens) const;
    [[nodiscard]] Seconds crossings(double tokens) const;
    [[nodiscard]] Bytes hostLayerWeights() const;
    [[nodiscard]] Bytes passBytes(double tokens) const;
    [[nodiscard]] StepTime stage(const Device& device, const PromptPasses& prompt) const;
    [[nodiscard]] Seconds hostPrefill(Flops work, Bytes weights, double passes) const;

    const QuantizedModel& model_;
    const Workload& workload_;
    const Host& hostFacts_;
    const Placement& placement_;
    const SharedConstants& shared_;
    Bytes readPerToken_; ///< weights of one token, as they are summed up once
    HostRates host_;
    Calibration hostConstants_;
    std::vector<Device> devices_;
    std::vector<std::size_t> deviceOfLayer_; ///< of the layers on devices; empty: they share each layer
    std::size_t firstDeviceLayer_ = 0;       ///< the layers before it are on the host
    int expertLayers_ = 0;
    int recurrentLayers_ = 0;
};

} // namespace rigwright
