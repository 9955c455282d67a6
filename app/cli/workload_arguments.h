// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/model_arguments.h"
#include "cli/training_arguments.h"
#include "sizing/workload.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace rigwright {

struct Requirement;

/// Options that name a model and a workload, as typed; empty: nothing said. Numbers stay text until they are read, so that every
/// bad one gets the same kind of answer.
struct WorkloadArguments {
    ModelArguments model;
    std::string keyCache;
    std::string valueCache;
    std::string workload;
    std::string engine;
    std::string context;
    std::string concurrency;
    std::string promptTokens;
    std::string outputTokens;
    std::string microBatch;
    std::string flashAttention;
    std::optional<bool> unifiedCache;
    std::optional<bool> fullWindowCache;
    std::optional<bool> memoryMap;
    std::string memoryShare;
    std::string batchedTokens;
    std::string mostSequences;
    std::optional<bool> graphs;
    std::string timeToFirstToken;
    std::string timePerOutputToken;
    std::string requestRate;
    std::string prefixHitRate;
    std::string draftTokens;
    std::string draftAcceptance;
    std::string draftCost;
    TrainingArguments training;
};

void addWorkloadOptions(CLI::App& command, WorkloadArguments& arguments);

struct ModelAndWorkload {
    ModelId model;
    Workload workload;
    std::vector<Finding> assumptions; ///< what had to be assumed of the model
};

/// The weights default to the file's own or what the workload is usually done in, the engine to the first that runs both;
/// prompt and output to 512 and 256 tokens, or what a shorter context leaves. Where something is wanted already, the options change
/// that; precision and engine then stay as long as they go with the kind of work.
[[nodiscard]] Expected<ModelAndWorkload> readWorkload(Catalog& catalog, const WorkloadArguments& arguments,
                                                      const Requirement* wanted = nullptr);

} // namespace rigwright
