// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "builds/requirement.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace rigwright {

/// Options that name a model and a workload, as typed. Numbers stay text until they are read, so that every bad one gets
/// the same kind of answer.
struct WorkloadArguments {
    std::string model;
    std::string weights;
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
    std::string timeToFirstToken;
    std::string timePerOutputToken;
};

void addWorkloadOptions(CLI::App& command, WorkloadArguments& arguments);

struct ModelAndWorkload {
    const ModelFacts* model = nullptr;
    Workload workload;
};

/// The engine defaults to llama.cpp for GGUF types and vLLM for the others; the weights to q4_k_m; prompt and output to 512
/// and 256 tokens, or what a shorter context leaves.
[[nodiscard]] Expected<ModelAndWorkload> readWorkload(const Catalog& catalog,
                                                      const WorkloadArguments& arguments);

/// Options that name hardware.
struct HardwareArguments {
    std::vector<std::string> accelerators;
    std::vector<std::string> counts;
    std::string cpu;
    std::string sockets = "1";
    std::string hostBandwidth;
    std::string memoryGib;
    std::string buildFile;
    std::string tensorParallel;
    std::string pipelineParallel;
    std::string gpuLayers;
    bool offloadExperts = false;
};

void addHardwareOptions(CLI::App& command, HardwareArguments& arguments);
[[nodiscard]] Expected<Hardware> readHardware(const Catalog& catalog, const HardwareArguments& arguments);
[[nodiscard]] Expected<PlacementRequest> readPlacement(const HardwareArguments& arguments);

/// Options that bound a search for builds.
struct BudgetArguments {
    std::string budget;
    std::string currency = "USD";
    std::string maxWatts;
    std::string minTokensPerSecond = "1"; ///< slower than anybody reads: what runs like that does not do
    std::string vendor;
    std::string enclosure;
    bool requireEcc = false;
    bool noHostOffload = false;
};

void addBudgetOptions(CLI::App& command, BudgetArguments& arguments);
/// A build that somebody names is not searched for: without a budget of its own it gets one that nothing exceeds.
[[nodiscard]] BudgetArguments limitsFor(BudgetArguments arguments, const std::string& buildFile);
[[nodiscard]] Expected<Requirement> readRequirement(const Catalog& catalog, const WorkloadArguments& workload,
                                                    const BudgetArguments& budget);

/// A whole number from `least` to `most`, or an error that names the option.
[[nodiscard]] Expected<std::int64_t> readWhole(const std::string& option, const std::string& text,
                                               std::int64_t least, std::int64_t most);
/// A decimal from `least` to `most`, or an error that names the option.
[[nodiscard]] Expected<double> readDecimal(const std::string& option, const std::string& text, double least,
                                           double most);

/// The build that `--build` names, else the one that the search recommends. No value: no machine meets the requirement.
[[nodiscard]] Expected<std::optional<EvaluatedBuild>>
chooseBuild(const Catalog& catalog, const Requirement& requirement, const std::string& buildFile);

} // namespace rigwright
