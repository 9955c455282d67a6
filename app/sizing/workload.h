// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/architecture.h"
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

/// What the model is to do, and how the engine is set up for it.
struct Workload {
    WorkloadKind kind = WorkloadKind::Chat;
    Engine engine = Engine::LlamaCpp;
    WeightFormat weights = WeightFormat::Q4_K_M;
    CacheType keyCache = CacheType::F16;
    CacheType valueCache = CacheType::F16;
    std::int64_t context = 8192; ///< tokens of one sequence
    int concurrency = 1;         ///< sequences at once
    std::int64_t promptTokens = 512;
    std::int64_t outputTokens = 256;
    std::int64_t microBatch = 512; ///< llama.cpp's ubatch
    bool flashAttention = true;
    TrainingSetup training; ///< of the workloads that train
    std::optional<Seconds> maxTimeToFirstToken;
    std::optional<Seconds> maxTimePerOutputToken;

    /// Sequences that the engine holds at once: one, or the concurrency of `serve`.
    [[nodiscard]] std::int64_t sequences() const;
};

inline constexpr std::int64_t kLargestContext = 100'000'000;
inline constexpr int kLargestConcurrency = 100'000;
inline constexpr std::int64_t kLargestMicroBatch = 65'536;

/// The first thing that makes a workload absurd or impossible for its engine, or success.
[[nodiscard]] Expected<void> check(const Workload& workload);

} // namespace rigwright
