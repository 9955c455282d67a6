// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speed/estimate.h"
#include "speed/training/training_calibration.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

// How long a step of training takes, and where its time goes: matrices from operations, everything between them from bytes,
// the rest from what can't hide behind them.
namespace rigwright {

/// Where the time of one optimiser step goes; the parts add up to it.
struct TrainingParts {
    Seconds compute;        ///< matrix products and attention, recomputation included
    Seconds memoryTraffic;  ///< norms, activation functions, the loss, dequantisation; weights read again
    Seconds launches;       ///< the device waits for the framework
    Seconds modelParallel;  ///< exchanges within the model: tensor, expert and context parallelism
    Seconds gradientSync;   ///< gradients sent and parameters gathered, as far as computing does not hide it
    Seconds pipelineBubble; ///< stages wait for the first and the last micro-batch
    Seconds optimizer;      ///< the step itself, on the device
    Seconds offload;        ///< over PCIe, and the step on the host
    Seconds dataLoading;    ///< that reading ahead does not hide
    Seconds checkpoints;    ///< a step's share of writing them

    [[nodiscard]] Seconds total() const;
};

/// A part by its name in JSON, with the resource that it is bound by.
struct TrainingPart {
    const char* key;
    const char* label;
    Seconds TrainingParts::*time;
    Bound bound;
};

inline constexpr std::array<TrainingPart, 10> kTrainingParts{{
    {"compute_s", "compute", &TrainingParts::compute, Bound::Compute},
    {"memory_traffic_s", "memory traffic", &TrainingParts::memoryTraffic, Bound::MemoryBandwidth},
    {"launches_s", "launches", &TrainingParts::launches, Bound::EngineOverhead},
    {"model_parallel_s", "model parallelism", &TrainingParts::modelParallel, Bound::Interconnect},
    {"gradient_sync_s", "gradient sync", &TrainingParts::gradientSync, Bound::Interconnect},
    {"pipeline_bubble_s", "pipeline bubble", &TrainingParts::pipelineBubble, Bound::EngineOverhead},
    {"optimizer_s", "optimizer", &TrainingParts::optimizer, Bound::MemoryBandwidth},
    {"offload_s", "offload", &TrainingParts::offload, Bound::HostMemory},
    {"data_loading_s", "data loading", &TrainingParts::dataLoading, Bound::HostMemory},
    {"checkpoints_s", "checkpoints", &TrainingParts::checkpoints, Bound::HostMemory},
}};

/// What a number of tokens to train on takes.
struct TrainingRun {
    std::int64_t tokens = 0;
    std::int64_t steps = 0;
    Range<Seconds> time;
    Range<Seconds> deviceTime; ///< of all devices together; 3,600 s are a GPU-hour
};

struct TrainingEstimate {
    Range<Seconds> step;            ///< one step of the optimiser
    Range<TokensPerSecond> trained; ///< tokens of all devices together
    /// Share of the devices' peak rate, in the precision of the matrices, that the model's own operations take: 6 for each
    /// active parameter and token (4 beside frozen ones) and attention over the whole sequence, recomputation left out
    /// (PaLM, arXiv:2204.02311, appendix B). Never above 1.
    Range<double> utilization;
    TrainingParts parts;
    const TrainingPart* binds = nullptr; ///< the largest part, one of kTrainingParts
    std::int64_t tokensPerStep = 0;      ///< the global batch
    std::int64_t microBatches = 1;       ///< of one copy of the model in a step
    Flops workPerToken;                  ///< the model's own, as `utilization` counts it
    int nodes = 1;
    int devicesPerNode = 1;
    std::optional<BytesPerSecond> network; ///< of one device to other nodes, each way; empty: one node
    int measuredDevices = 0;               ///< behind the constants; 0: those of kin
    std::optional<TrainingRun> run;        ///< for the token budget of the workload
};

/// The time of training a model where a plan has placed it, whether or not it fits. An error names the figure of the hardware
/// that nobody knows.
[[nodiscard]] Expected<TrainingEstimate>
estimateTraining(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                 const MemoryPlan& plan, const TrainingCalibration& constants = fittedTrainingCalibration());

/// The same as a speed: prefill, decode and total are trained tokens per second of all devices together; the times to the first
/// and to each further token are zero, since training has no users.
[[nodiscard]] SpeedEstimate asSpeed(const TrainingEstimate& training);

/// What the estimate assumes where the hardware does not say: nodes, the network between them, micro-batches of a pipeline.
[[nodiscard]] std::vector<Finding> trainingFindings(const TrainingEstimate& estimate,
                                                    const Workload& workload);

} // namespace rigwright
