// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/plan.h"

#include <utility>

// How the engines that split matrices lay a model over devices: device = ((copy × stages) + stage) × tensor + rank.
namespace rigwright {

/// How routed experts may be dealt out.
enum class ExpertGroups {
    AllRanks,   ///< to every rank of a stage or to none (vLLM)
    AnyDivisor, ///< groups that divide the ranks of a stage (SGLang, TensorRT-LLM)
};

/// The placement that was asked for, and what is left open chosen: the widest tensor parallelism that the model allows, then
/// stages. Degrees are at least one, whatever was asked.
[[nodiscard]] Placement chooseServingPlacement(const QuantizedModel& model, int devices,
                                               const PlacementRequest& request);

/// Why a model can't be laid out like this on so many devices; empty: it can.
[[nodiscard]] std::vector<Finding> servingPlacementProblems(const QuantizedModel& model,
                                                            const Placement& placement, int devices,
                                                            ExpertGroups groups);

/// The first and one past the last layer of a pipeline stage: as equal as can be, the earlier ones longer.
[[nodiscard]] std::pair<std::size_t, std::size_t> stageLayers(std::size_t layers, int stages, int stage);

/// Rows of the embedding and the head, as engines pad them so that ranks can share them: to multiples of 64
/// (vLLM, vocab_parallel_embedding.py).
[[nodiscard]] std::int64_t paddedVocabulary(std::int64_t vocabulary);

} // namespace rigwright
