// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/training/training_setup.h"

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace rigwright {

class OptionReader;

/// Options of the workloads that train, as typed. Empty: nothing said.
struct TrainingArguments {
    std::string sequence;
    std::string microBatch;
    std::string accumulation;
    std::string optimizer;
    std::string zeroStage;
    std::string recompute;
    std::string loss;
    std::string loraRank;
    std::string loraTargets;
    std::string contextParallel;
    std::string tokenBudget;
    std::string matrices;
    std::string interleavedStages;
    std::string checkpointEvery;
    std::optional<bool> offloadOptimizer;
    std::optional<bool> offloadParameters;
    std::optional<bool> loraOnExperts;
    std::optional<bool> fp32Gradients;
    std::optional<bool> reshard;
    std::optional<bool> sequenceParallel;
    std::optional<bool> compiled;
    std::optional<bool> loraDropout;
    std::optional<bool> fusedOptimizer;
    std::optional<bool> optimizerInBackward;
    std::optional<bool> offloadActivations;
};

void addTrainingOptions(CLI::App& command, TrainingArguments& arguments);
/// Fills in what was typed; the reader keeps the first error.
void readTraining(const TrainingArguments& arguments, OptionReader& reader, TrainingSetup& setup);

} // namespace rigwright
