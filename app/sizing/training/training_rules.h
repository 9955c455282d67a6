// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/training/training_setup.h"

#include <cstdint>

namespace rigwright {

/// How a training framework lays states, buffers and activations out.
struct TrainingRules {
    /// Fused kernels for norms and activation functions, as in Transformer Engine; else plain PyTorch operations.
    bool fusedKernels = false;
    /// Keys and values are repeated for every query head before PyTorch's attention (Transformers, torchtitan, torchtune).
    bool repeatsKeyValues = true;
    /// Selective recomputation keeps every second matrix product (torchtitan); else it drops the scores of attention alone.
    bool everySecondProduct = true;
    /// Gradients lie in buffers that stay allocated, and from which they are also sent.
    bool gradientBuffers = false;
    bool fp32Adapters = false;                 ///< PEFT casts adapters to FP32
    bool fp32Gradients = false;                ///< unless the setup says otherwise
    LossMode fineTuningLoss = LossMode::Whole; ///< unless the setup says otherwise; pretraining: whole
    bool fusedOptimizer = false;               ///< even where the setup does not say so
    /// ZeRO stage of a whole model on several devices, unless the setup says otherwise.
    int stageOnSeveral = 3;
    /// Parameters that ZeRO-3 gathers at once; 0: two layers, the embedding and the head, as FSDP prefetches and wraps them.
    std::int64_t gatheredElements = 0;
    /// Gradients that are sent at once, in two buffers of so many.
    std::int64_t bucketElements = 0;
    bool splitsModel = false; ///< chooses tensor and pipeline parallelism by itself
    bool needsCuda = false;   ///< runs on Nvidia's and AMD's devices alone
    /// Share of the allocated memory that the allocator holds beside it where copies of a model exchange what they train.
    double allocatorShare = 0;
};

/// Transformers with PEFT and Accelerate, which shards with FSDP: adapters in FP32.
[[nodiscard]] TrainingRules transformersTrainingRules();

/// Of the memory that PyTorch allocates on several devices, what its allocator holds beside: gathered parameters and gradients
/// come and go on several streams, and freed blocks don't fit the next. Fitted to the runs of
/// tests/data/training_memory.csv whose reserved memory was measured (tests/sizing/training_measurements.h).
inline constexpr double kShardedAllocatorShare = 0.138;

} // namespace rigwright
