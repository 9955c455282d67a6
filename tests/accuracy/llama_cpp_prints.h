// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accuracy/error_table.h"
#include "facts/model_facts.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

// What llama.cpp printed of its allocations on a CPU host, beside ours.
namespace rigwright::accuracy {

/// One set-up and its figures in MiB; nothing where a table doesn't have it.
struct LlamaCppComparison {
    std::string model;
    std::string kind;    ///< "dense", "sliding window", "MLA", "MoE", "hybrid"
    bool server = false; ///< one row of logits for each slot
    struct Figure {
        double computed = 0;
        double printed = 0;
    };
    std::optional<Figure> weights;
    Figure cache; ///< key/value cache and recurrent state
    std::optional<Figure> output;
    Figure compute;
    std::optional<Figure> total;
    std::optional<Figure> repacked;
    std::optional<Figure> peak; ///< resident memory of the process
};

/// The models of tests/data/llamacpp_models.csv.
[[nodiscard]] std::vector<ModelFacts> llamaCppModels(const std::string& folder);
/// Start-up prints (tests/data/llamacpp_memory.csv).
[[nodiscard]] std::vector<LlamaCppComparison> compareLlamaCppPrints(const std::string& folder);
/// Dry runs of the engine over made-up files of many models' dimensions (tests/data/llamacpp_dry_runs.csv).
[[nodiscard]] std::vector<LlamaCppComparison> compareLlamaCppDryRuns(const std::string& folder);

using FigureOf = std::function<std::optional<LlamaCppComparison::Figure>(const LlamaCppComparison&)>;
[[nodiscard]] Errors errorsOf(const std::string& quantity, const std::vector<LlamaCppComparison>& all,
                              const FigureOf& figure);

} // namespace rigwright::accuracy
