// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/training/training_rules.h"
#include "speed/training/training_calibration.h"
#include "speed/training/training_exchange.h"
#include "speed/training/training_speed.h"
#include "speed/training/training_work.h"

namespace rigwright {

/// Times one step of the optimiser of one placed run. What it is made from must outlive it; the setup of the workload is
/// resolved.
class TrainingStep {
public:
    TrainingStep(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                 const MemoryPlan& plan, const TrainingRules& rules, const TrainingCalibration& constants);

    [[nodiscard]] Expected<void> checkFigures() const;
    [[nodiscard]] TrainingParts time() const;

    [[nodiscard]] std::int64_t microBatches() const { return microBatches_; }
    [[nodiscard]] std::int64_t tokensPerStep() const;
    [[nodiscard]] const TrainingWork& work() const { return work_; }
    [[nodiscard]] const Cluster& cluster() const { return cluster_; }
    /// Of all devices together, or of the host without any.
    [[nodiscard]] FlopsPerSecond peak() const;

private:
    /// What a device, or the host, reaches.
    struct Engines {
        FlopsPerSecond head;
        FlopsPerSecond layers; ///< in the precision of the matrices
        FlopsPerSecond attention;
        BytesPerSecond bandwidth;
    };
    /// One micro-batch, forward and backward.
    struct Pass {
        Seconds compute;
        Seconds traffic;

        [[nodiscard]] Seconds total() const { return compute + traffic; }
    };

    [[nodiscard]] Engines enginesOf(const AcceleratorGroup& group) const;
    [[nodiscard]] Engines hostEngines() const;
    [[nodiscard]] Pass microBatch(const Engines& engines) const;
    [[nodiscard]] Pass slowest() const;
    [[nodiscard]] double layerOperations() const;
    [[nodiscard]] double headOperations() const;
    [[nodiscard]] double movedBytes() const;
    [[nodiscard]] double weightBytes() const;
    [[nodiscard]] Seconds launches(Seconds busy) const;
    [[nodiscard]] Seconds modelParallel() const;
    [[nodiscard]] Seconds gradientSync(Seconds busy) const;
    [[nodiscard]] Seconds optimizer() const;
    [[nodiscard]] Seconds offload(Seconds busy) const;
    [[nodiscard]] Seconds dataLoading(Seconds step) const;
    [[nodiscard]] Seconds checkpoints() const;
    [[nodiscard]] bool usesHost() const;

    const QuantizedModel& model_;
    const Workload& workload_;
    const TrainingSetup& setup_;
    const Hardware& hardware_;
    const MemoryPlan& plan_;
    const TrainingCalibration& constants_;
    TrainingKernels kernels_;
    TrainingWork work_;
    RecomputedShare recomputed_;
    Cluster cluster_;
    std::int64_t microBatches_ = 1;
    double tokens_ = 0; ///< of a micro-batch on one device
    double split_ = 1;  ///< devices that share a layer
    double stage_ = 1;  ///< share of the layers on the fullest stage
    double layers_ = 1; ///< on that stage
    // Elements on one rank of the fullest stage, before ZeRO shards them.
    double held_ = 0;
    double trained_ = 0;
};

} // namespace rigwright
