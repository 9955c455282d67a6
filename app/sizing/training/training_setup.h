// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/engine.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace rigwright {

/// What is kept for each trained parameter, beside the parameter and its gradient.
enum class Optimizer {
    AdamW,      ///< two moments in FP32; beside 16-bit parameters with a master copy in FP32
    AdamWBf16,  ///< two moments in the type of the parameters: torch.optim.AdamW on a model in bf16
    AdamW8Bit,  ///< two moments of 8 bits with block scales (bitsandbytes)
    PagedAdamW, ///< two moments in FP32, in memory that moves to RAM when the device is full (bitsandbytes)
    PagedAdamW8Bit, ///< as AdamW8Bit, in memory that moves to RAM when the device is full
    Adafactor,      ///< a second moment for each row and each column of a matrix
    Muon,           ///< one momentum for matrices of the layers, AdamW for everything else
    SgdMomentum,
    Sgd,
};

/// Which activations the backward pass computes anew instead of keeping them.
enum class Recompute { None, Selective, Full };

/// Which linear layers carry adapters.
enum class LoraTargets {
    QueryValue, ///< query and value projections, PEFT's default for Llama
    Attention,  ///< all four projections of attention
    AllLinear,  ///< attention and feed-forward; not the output head
};

/// What matrices of the layers multiply in; what is stored stays as it is.
enum class MatrixPrecision {
    Bits16,
    Fp8, ///< torchao's float8, Transformer Engine's FP8 and MXFP8
};

/// How the loss reads the logits.
enum class LossMode {
    Whole,    ///< all logits at once, in FP32
    Compiled, ///< one kernel after the head: logits and their gradient in 16 bits
    Chunked,  ///< logits in 16 bits, FP32 for a piece at a time
    Fused,    ///< head and loss in one kernel: no logits are kept (Liger, cut cross-entropy)
};

/// How a model is trained. What is empty follows from the workload and the hardware: `resolveTraining`.
struct TrainingSetup {
    std::int64_t sequence = 2048; ///< tokens of one example
    std::int64_t microBatch = 1;  ///< examples at once on each data-parallel rank
    int gradientAccumulation = 1;
    std::optional<Optimizer> optimizer;
    std::optional<bool> fp32Gradients; ///< gradients are summed up in FP32
    std::optional<int> zeroStage;      ///< 0 none, 1 optimiser, 2 and gradients, 3 and parameters (FSDP)
    bool reshardAfterForward = true; ///< ZeRO-3: gathered parameters are dropped between forward and backward
    bool offloadOptimizer = false;   ///< states of the optimiser, and its step, in RAM
    bool offloadParameters = false;  ///< parameters in RAM too; only with stage 3
    int contextParallel = 1;         ///< devices that share one sequence
    bool sequenceParallel = true;    ///< norms and residuals are split with tensor parallelism
    std::optional<Recompute> recompute;
    std::optional<LossMode> loss;
    bool offloadActivations = false; ///< kept activations wait in RAM for the backward pass
    bool compiled = false;           ///< torch.compile: chains of element-wise operations keep one result
    /// The step is one kernel; else PyTorch's default holds a square root of every second moment beside the states.
    bool fusedOptimizer = false;
    bool optimizerInBackward = false; ///< each gradient is used and dropped at once
    int loraRank = 16;
    LoraTargets loraTargets = LoraTargets::AllLinear;
    bool loraDropout = false; ///< each adapter keeps a thinned copy of its input; PEFT has none by default
    bool loraOnExperts =
        true;            ///< adapters on each routed expert too, where the targets include the feed-forward
    int dataWorkers = 4; ///< processes that feed each device
    MatrixPrecision matrices = MatrixPrecision::Bits16;
    int interleavedStages = 1; ///< pieces of the model that each pipeline stage holds: virtual stages
    std::optional<std::int64_t> tokenBudget; ///< tokens to train on, for the time that the whole run takes
    std::optional<int> checkpointEvery;      ///< steps between two checkpoints; empty: none are timed
    int bytesPerToken = 4;                   ///< of the data set on its drive: 32-bit token ids

    bool operator==(const TrainingSetup&) const = default;
};

inline constexpr std::int64_t kLargestTokenBudget = 1'000'000'000'000'000;

/// True for the kinds that change weights.
[[nodiscard]] bool isTraining(WorkloadKind kind);
/// True for lora and qlora: the base model is frozen.
[[nodiscard]] bool trainsAdapters(WorkloadKind kind);

/// "adamw", "adamw-bf16", "adamw-8bit", "paged-adamw", "paged-adamw-8bit", "adafactor", "muon", "sgd-momentum", "sgd"
[[nodiscard]] Expected<Optimizer> parseOptimizer(std::string_view name);
[[nodiscard]] const char* optimizerName(Optimizer optimizer);
/// "none", "selective", "full"
[[nodiscard]] Expected<Recompute> parseRecompute(std::string_view name);
[[nodiscard]] const char* recomputeName(Recompute recompute);
/// "query-value", "attention", "all-linear"
[[nodiscard]] Expected<LoraTargets> parseLoraTargets(std::string_view name);
[[nodiscard]] const char* loraTargetsName(LoraTargets targets);
/// "bf16", "fp8"
[[nodiscard]] Expected<MatrixPrecision> parseMatrixPrecision(std::string_view name);
[[nodiscard]] const char* matrixPrecisionName(MatrixPrecision precision);
/// "whole", "compiled", "chunked", "fused"
[[nodiscard]] Expected<LossMode> parseLossMode(std::string_view name);
[[nodiscard]] const char* lossModeName(LossMode mode);

/// A number of tokens as people write it: "300M", "2B", "1.5T", "65536".
[[nodiscard]] Expected<std::int64_t> parseTokenCount(std::string_view text);

/// The setup with every choice made that a practitioner would leave to the defaults of the tools: paged 8-bit AdamW for
/// qlora, AdamW with FP32 states else; ZeRO-3 as soon as a whole model is trained on several devices.
[[nodiscard]] TrainingSetup resolveTraining(const TrainingSetup& setup, WorkloadKind kind, int devices);

/// The first thing that makes a setup absurd, or success.
[[nodiscard]] Expected<void> checkTraining(const TrainingSetup& setup, WorkloadKind kind);

} // namespace rigwright
