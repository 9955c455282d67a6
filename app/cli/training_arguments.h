// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/training/training_setup.h"

#include <string>

namespace CLI {
class App;
}

namespace rigwright {

class OptionReader;

/// Options of the workloads that train, as typed.
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
    bool offloadOptimizer = false;
    bool offloadParameters = false;
    bool noLoraOnExperts = false;
    bool fp32Gradients = false;
    bool noReshard = false;
    bool noSequenceParallel = false;
    bool compiled = false;
    bool loraDropout = false;
    bool fusedOptimizer = false;
    bool optimizerInBackward = false;
    bool offloadActivations = false;
};

void addTrainingOptions(CLI::App& command, TrainingArguments& arguments);
/// Fills in what was typed; the reader keeps the first error.
void readTraining(const TrainingArguments& arguments, OptionReader& reader, TrainingSetup& setup);

} // namespace rigwright
