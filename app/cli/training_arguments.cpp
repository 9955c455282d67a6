// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/training_arguments.h"

#include "cli/option_reader.h"
#include "cli/switches.h"

#include <CLI/CLI.hpp>

namespace rigwright {

namespace {

template <class Value, class Field, class Parse>
void readNamed(const std::string& text, OptionReader& reader, Parse parse, Field& field)
{
    if (text.empty()) {
        return;
    }
    Value value{};
    reader.take(Expected<Value>(parse(text)), value);
    if (!reader.error()) {
        field = value;
    }
}

} // namespace

void addTrainingOptions(CLI::App& command, TrainingArguments& arguments)
{
    command.add_option("--sequence", arguments.sequence, "Training: tokens of one example (2048)");
    command.add_option("--micro-batch", arguments.microBatch, "Training: examples at once on a device (1)");
    command.add_option("--accumulation,--gradient-accumulation", arguments.accumulation,
                       "Training: micro-batches before a step (1)");
    command.add_option("--matrices", arguments.matrices, "Training: matrices multiply in bf16 or fp8 (bf16)");
    command.add_option("--interleave", arguments.interleavedStages,
                       "Training: pieces of the model on each pipeline stage (1)");
    command.add_option("--token-budget", arguments.tokenBudget,
                       "Training: tokens to train on, such as 300M, 2B or 1T");
    command.add_option("--checkpoint-every", arguments.checkpointEvery,
                       "Training: steps between two checkpoints");
    command.add_option("--optimizer", arguments.optimizer,
                       "Training: adamw (FP32 states and master), adamw-bf16, adamw-8bit, "
                       "paged-adamw-8bit, adafactor, muon, sgd-momentum, sgd");
    command.add_option("--zero", arguments.zeroStage, "Training: ZeRO stage 0 to 3; 3 is FSDP");
    command.add_option("--recompute", arguments.recompute, "Training: none, selective or full");
    command.add_option("--loss", arguments.loss,
                       "Training: logits whole, compiled, chunked or fused with the loss");
    command.add_option("--lora-rank", arguments.loraRank, "Training: rank of the adapters (16)");
    command.add_option("--lora-targets", arguments.loraTargets,
                       "Training: query-value, attention or all-linear");
    command.add_option("--cp", arguments.contextParallel, "Training: devices that share one sequence (1)");
    addSwitch(command, "--offload-optimizer,!--no-offload-optimizer", arguments.offloadOptimizer, true,
              "Training: optimiser states and step in RAM");
    addSwitch(command, "--offload-parameters,!--no-offload-parameters", arguments.offloadParameters, true,
              "Training: parameters in RAM too, with --zero 3");
    addSwitch(command, "--no-lora-on-experts,!--lora-on-experts", arguments.loraOnExperts, false,
              "Training: no adapters on routed experts");
    addSwitch(command, "--lora-dropout,!--no-lora-dropout", arguments.loraDropout, true,
              "Training: adapters with dropout");
    addSwitch(command, "--fused-optimizer,!--no-fused-optimizer", arguments.fusedOptimizer, true,
              "Training: the step is one kernel");
    addSwitch(command, "--optimizer-in-backward,!--no-optimizer-in-backward", arguments.optimizerInBackward,
              true, "Training: each gradient is used and dropped at once");
    addSwitch(command, "--offload-activations,!--no-offload-activations", arguments.offloadActivations, true,
              "Training: activations in RAM");
    addSwitch(command, "--fp32-gradients,!--no-fp32-gradients", arguments.fp32Gradients, true,
              "Training: gradients are summed up in FP32");
    addSwitch(command, "--no-reshard,!--reshard", arguments.reshard, false,
              "Training: ZeRO-3 keeps gathered parameters until the backward pass");
    addSwitch(command, "--no-sequence-parallel,!--sequence-parallel", arguments.sequenceParallel, false,
              "Training: tensor parallelism leaves norms and residuals whole");
    addSwitch(command, "--compile,!--no-compile", arguments.compiled, true, "Training: with torch.compile");
}

void readTraining(const TrainingArguments& arguments, OptionReader& reader, TrainingSetup& setup)
{
    constexpr std::int64_t kMostTokens = 100'000'000;
    constexpr std::int64_t kMostExamples = 1'000'000;
    reader.whole("--sequence", arguments.sequence, 1, kMostTokens, setup.sequence);
    reader.whole("--micro-batch", arguments.microBatch, 1, kMostExamples, setup.microBatch);
    reader.whole("--accumulation", arguments.accumulation, 1, kMostExamples, setup.gradientAccumulation);
    reader.whole("--zero", arguments.zeroStage, 0, 3, setup.zeroStage);
    reader.whole("--lora-rank", arguments.loraRank, 1, 65'536, setup.loraRank);
    reader.whole("--cp", arguments.contextParallel, 1, 1024, setup.contextParallel);
    reader.whole("--checkpoint-every", arguments.checkpointEvery, 1, kMostExamples, setup.checkpointEvery);
    if (!arguments.tokenBudget.empty()) {
        std::int64_t tokens = 0;
        reader.take(parseTokenCount(arguments.tokenBudget).map_error([](const Error& error) {
            return Error{"--token-budget: " + error.message};
        }),
                    tokens);
        setup.tokenBudget = tokens;
    }
    reader.whole("--interleave", arguments.interleavedStages, 1, 1024, setup.interleavedStages);
    readNamed<MatrixPrecision>(arguments.matrices, reader, parseMatrixPrecision, setup.matrices);
    readNamed<Optimizer>(arguments.optimizer, reader, parseOptimizer, setup.optimizer);
    readNamed<Recompute>(arguments.recompute, reader, parseRecompute, setup.recompute);
    readNamed<LossMode>(arguments.loss, reader, parseLossMode, setup.loss);
    readNamed<LoraTargets>(arguments.loraTargets, reader, parseLoraTargets, setup.loraTargets);
    takeSwitch(arguments.offloadOptimizer, setup.offloadOptimizer);
    takeSwitch(arguments.offloadParameters, setup.offloadParameters);
    takeSwitch(arguments.loraOnExperts, setup.loraOnExperts);
    takeSwitch(arguments.fp32Gradients, setup.fp32Gradients);
    takeSwitch(arguments.reshard, setup.reshardAfterForward);
    takeSwitch(arguments.sequenceParallel, setup.sequenceParallel);
    takeSwitch(arguments.compiled, setup.compiled);
    takeSwitch(arguments.loraDropout, setup.loraDropout);
    takeSwitch(arguments.fusedOptimizer, setup.fusedOptimizer);
    takeSwitch(arguments.optimizerInBackward, setup.optimizerInBackward);
    takeSwitch(arguments.offloadActivations, setup.offloadActivations);
}

} // namespace rigwright
