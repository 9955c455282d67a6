// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"
#include "facts/driver_names.h"
#include "models/weight_format.h"
#include "project/measurements/benchmark_run.h"
#include "sizing/hardware.h"
#include "units/finding.h"

// What a benchmark ran on what, by the names that drivers and engines give: never a guess. Where a name says too little or
// too much the failure lists the candidates, and the user says which.
namespace rigwright {

/// What the user says beside the file.
struct MatchOptions {
    std::optional<ModelId> model;
    std::optional<WeightFormat> weights;
    std::optional<PartId> device;
    std::optional<int> count; ///< accelerators that worked together, or sockets
    std::optional<BytesPerSecond> hostBandwidth;
    // Of outputs that lack them: vLLM's latency and throughput benchmarks.
    std::optional<std::int64_t> promptTokens;
    std::optional<std::int64_t> outputTokens;
    std::optional<int> concurrency;
};

struct MatchFailure {
    /// Which option would settle it.
    enum class Needs { Nothing, Model, Weights, Device, Tokens } needs = Needs::Nothing;
    Finding finding;
    std::vector<std::string> candidates; ///< ids
};

template <class T>
using Matched = tl::expected<T, MatchFailure>;

/// By the count of parameters and the name of the file, or the name on Hugging Face. Models of one shape are one to a speed.
[[nodiscard]] Matched<const ModelFacts*> matchModel(const Catalog& catalog, const BenchmarkRun& run,
                                                    const MatchOptions& options);
/// By the type that llama.cpp prints or the name on Hugging Face, else as the model was published.
[[nodiscard]] Matched<WeightFormat> matchWeights(const ModelFacts& model, const BenchmarkRun& run,
                                                 const MatchOptions& options);
/// Equal accelerators, or a CPU with its memory channels full.
[[nodiscard]] Matched<Hardware> matchHardware(const Catalog& catalog, const BenchmarkRun& run,
                                              const MatchOptions& options);

} // namespace rigwright
