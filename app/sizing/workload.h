// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quantized_model.h"
#include "sizing/engine.h"
#include "sizing/training/training_setup.h"
#include "units/units.h"

#include <cstdint>
#include <optional>

namespace rigwright {

[[nodiscard]] Expected<WorkloadKind> parseWorkloadKind(std::string_view name);
[[nodiscard]] const char* workloadKindName(WorkloadKind kind); ///< "chat"
[[nodiscard]] Expected<CacheType> parseCacheType(std::string_view name);
[[nodiscard]] const char* cacheTypeName(CacheType type); ///< "f16", "q8_0"
/// Bytes that `elements` values take; block types round each row of whole blocks up.
[[nodiscard]] Bytes cacheBytes(CacheType type, std::int64_t elements);

/// How a serving engine is set up, where that differs from what it chooses by itself.
struct ServingSetup {
    /// vLLM: of all memory; SGLang (mem_fraction_static) and TensorRT-LLM (free_gpu_memory_fraction): of what is free.
    std::optional<double> memoryShare;
    /// Tokens of one step: max_num_batched_tokens, chunked_prefill_size, max_num_tokens.
    std::optional<std::int64_t> batchedTokens;
    /// Sequences of one step: max_num_seqs, max_running_requests, max_batch_size.
    std::optional<std::int64_t> mostSequences;
    bool graphs = true; ///< CUDA graphs are captured; false: enforce_eager

    bool operator==(const ServingSetup&) const = default;
};

/// A cheap draft of the next tokens that the model checks in one step.
struct SpeculativeDecoding {
    int draftTokens = 4;     ///< guessed a step, 1 to 64
    double acceptance = 0.7; ///< chance that a guessed token is right, 0 to 1
    double draftCost = 0.05; ///< time to guess one token over the time of a step of the model, 0 to 1

    bool operator==(const SpeculativeDecoding&) const = default;
};

/// What the model is to do, and how the engine is set up for it.
struct Workload {
    WorkloadKind kind = WorkloadKind::Chat;
    Engine engine = Engine::LlamaCpp;
    WeightFormat weights = WeightFormat::Q4_K_M;
    bool importanceMatrix = false; ///< the quantiser had one; some GGUF mixes differ
    CacheType keyCache = CacheType::F16;
    CacheType valueCache = CacheType::F16;
    std::int64_t context = 8192; ///< tokens of one sequence
    int concurrency = 1;         ///< sequences at once
    std::int64_t promptTokens = 512;
    std::int64_t outputTokens = 256;
    std::int64_t microBatch = 512; ///< llama.cpp's ubatch
    bool flashAttention = true;
    /// llama.cpp: all sequences share one cache, as llama-server's have since late 2025 unless `--parallel` sets their number.
    bool unifiedCache = true;
    bool memoryMap = true;        ///< llama.cpp maps the weights' file; false: `--no-mmap`
    bool fullWindowCache = false; ///< llama.cpp's `--swa-full`: sliding-window layers keep the whole context
    ServingSetup serving;         ///< of the engines with a pool of key/value blocks
    TrainingSetup training;       ///< of the workloads that train
    /// Of the prompt's tokens, the share whose keys and values are found in the engine's prefix cache; 0 to below 1.
    double prefixCacheHitRate = 0;
    std::optional<SpeculativeDecoding> speculative;
    /// Requests that arrive at random, for `serve`; empty: as many users as `concurrency`, each asking anew once answered.
    std::optional<RequestsPerSecond> requestRate;
    std::optional<Seconds> maxTimeToFirstToken;
    std::optional<Seconds> maxTimePerOutputToken;

    bool operator==(const Workload&) const = default;

    /// Sequences that the engine holds at once: one, or the concurrency of `serve`.
    [[nodiscard]] std::int64_t sequences() const;
};

inline constexpr std::int64_t kLargestContext = 100'000'000;
inline constexpr int kLargestConcurrency = 100'000;
inline constexpr std::int64_t kLargestMicroBatch = 65'536;

/// What people take for this work where they don't say: Q4_K_M to run, BF16 to train, NF4 with double quantisation for qlora.
[[nodiscard]] WeightFormat defaultWeights(WorkloadKind kind);

/// The model as the workload wants it weighed.
[[nodiscard]] Expected<QuantizedModel> quantizeFor(const ModelFacts& facts, const Workload& workload);

/// The first thing that makes a workload absurd or impossible for its engine, or success.
[[nodiscard]] Expected<void> check(const Workload& workload);

} // namespace rigwright
