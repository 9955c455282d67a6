// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/training_arguments.h"

#include "cli/option_reader.h"

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
    command.add_flag("--offload-optimizer", arguments.offloadOptimizer,
                     "Training: optimiser states and step in RAM");
    command.add_flag("--offload-parameters", arguments.offloadParameters,
                     "Training: parameters in RAM too, with --zero 3");
    command.add_flag("--no-lora-on-experts", arguments.noLoraOnExperts,
                     "Training: no adapters on routed experts");
    command.add_flag("--lora-dropout", arguments.loraDropout, "Training: adapters with dropout");
    command.add_flag("--fused-optimizer", arguments.fusedOptimizer, "Training: the step is one kernel");
    command.add_flag("--optimizer-in-backward", arguments.optimizerInBackward,
                     "Training: each gradient is used and dropped at once");
    command.add_flag("--offload-activations", arguments.offloadActivations, "Training: activations in RAM");
    command.add_flag("--fp32-gradients", arguments.fp32Gradients,
                     "Training: gradients are summed up in FP32");
    command.add_flag("--no-reshard", arguments.noReshard,
                     "Training: ZeRO-3 keeps gathered parameters until the backward pass");
    command.add_flag("--no-sequence-parallel", arguments.noSequenceParallel,
                     "Training: tensor parallelism leaves norms and residuals whole");
    command.add_flag("--compile", arguments.compiled, "Training: with torch.compile");
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
    setup.offloadOptimizer = arguments.offloadOptimizer;
    setup.offloadParameters = arguments.offloadParameters;
    setup.loraOnExperts = !arguments.noLoraOnExperts;
    if (arguments.fp32Gradients) {
        setup.fp32Gradients = true;
    }
    setup.reshardAfterForward = !arguments.noReshard;
    setup.sequenceParallel = !arguments.noSequenceParallel;
    setup.compiled = arguments.compiled;
    setup.loraDropout = arguments.loraDropout;
    setup.fusedOptimizer = arguments.fusedOptimizer;
    setup.optimizerInBackward = arguments.optimizerInBackward;
    setup.offloadActivations = arguments.offloadActivations;
}

} // namespace rigwright
