// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/model_arguments.h"
#include "cli/training_arguments.h"
#include "sizing/workload.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace rigwright {

/// Options that name a model and a workload, as typed. Numbers stay text until they are read, so that every bad one gets
/// the same kind of answer.
struct WorkloadArguments {
    ModelArguments model;
    std::string keyCache = "f16";
    std::string valueCache;
    std::string workload = "chat";
    std::string engine;
    std::string context;
    std::string concurrency = "1";
    std::string promptTokens;
    std::string outputTokens;
    std::string microBatch = "512";
    std::string flashAttention = "on";
    bool separateCaches = false;
    bool fullWindowCache = false;
    bool noMemoryMap = false;
    std::string memoryShare;
    std::string batchedTokens;
    std::string mostSequences;
    bool eager = false;
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
/// prompt and output to 512 and 256 tokens, or what a shorter context leaves.
[[nodiscard]] Expected<ModelAndWorkload> readWorkload(Catalog& catalog, const WorkloadArguments& arguments);

} // namespace rigwright
