// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/json_values.h"
#include "project/requirement_json.h"

namespace rigwright {

namespace {

using nlohmann::ordered_json;

constexpr std::int64_t kMostCount = 1'000'000;
constexpr int kMostZeroStage = 3;

int readCount(ObjectReader& object, const char* key, std::int64_t least)
{
    return static_cast<int>(object.whole(key, least, kMostCount));
}

template <class Value>
std::optional<Value> optionalName(ObjectReader& object, const char* key,
                                  Expected<Value> (*parse)(std::string_view name))
{
    return readOptional(object, key,
                        [&](ObjectReader& reader, const char* name) { return reader.named(name, parse); });
}

void refuseOtherKeys(ObjectReader& object)
{
    object.refuseOthers({"sequence",
                         "micro_batch",
                         "accumulation",
                         "optimizer",
                         "fp32_gradients",
                         "zero_stage",
                         "reshard_after_forward",
                         "offload_optimizer",
                         "offload_parameters",
                         "context_parallel",
                         "sequence_parallel",
                         "recompute",
                         "loss",
                         "offload_activations",
                         "compiled",
                         "fused_optimizer",
                         "optimizer_in_backward",
                         "lora_rank",
                         "lora_targets",
                         "lora_dropout",
                         "lora_on_experts",
                         "data_workers",
                         "matrices",
                         "interleaved_stages",
                         "token_budget",
                         "checkpoint_every",
                         "bytes_per_token"});
}

void readParallel(ObjectReader& object, TrainingSetup& training)
{
    training.zeroStage = readOptional(object, "zero_stage", [](ObjectReader& reader, const char* key) {
        return static_cast<int>(reader.whole(key, 0, kMostZeroStage));
    });
    training.reshardAfterForward = object.flag("reshard_after_forward");
    training.offloadOptimizer = object.flag("offload_optimizer");
    training.offloadParameters = object.flag("offload_parameters");
    training.contextParallel = readCount(object, "context_parallel", 1);
    training.sequenceParallel = object.flag("sequence_parallel");
    training.interleavedStages = readCount(object, "interleaved_stages", 1);
}

void readStep(ObjectReader& object, TrainingSetup& training)
{
    training.optimizer = optionalName(object, "optimizer", parseOptimizer);
    training.fp32Gradients = readOptional(
        object, "fp32_gradients", [](ObjectReader& reader, const char* key) { return reader.flag(key); });
    training.recompute = optionalName(object, "recompute", parseRecompute);
    training.loss = optionalName(object, "loss", parseLossMode);
    training.offloadActivations = object.flag("offload_activations");
    training.compiled = object.flag("compiled");
    training.fusedOptimizer = object.flag("fused_optimizer");
    training.optimizerInBackward = object.flag("optimizer_in_backward");
    training.matrices = object.named("matrices", parseMatrixPrecision);
}

} // namespace

ordered_json trainingJson(const TrainingSetup& training)
{
    return {{"sequence", training.sequence},
            {"micro_batch", training.microBatch},
            {"accumulation", training.gradientAccumulation},
            {"optimizer", nameJson(training.optimizer, optimizerName)},
            {"fp32_gradients", numberJson(training.fp32Gradients)},
            {"zero_stage", numberJson(training.zeroStage)},
            {"reshard_after_forward", training.reshardAfterForward},
            {"offload_optimizer", training.offloadOptimizer},
            {"offload_parameters", training.offloadParameters},
            {"context_parallel", training.contextParallel},
            {"sequence_parallel", training.sequenceParallel},
            {"recompute", nameJson(training.recompute, recomputeName)},
            {"loss", nameJson(training.loss, lossModeName)},
            {"offload_activations", training.offloadActivations},
            {"compiled", training.compiled},
            {"fused_optimizer", training.fusedOptimizer},
            {"optimizer_in_backward", training.optimizerInBackward},
            {"lora_rank", training.loraRank},
            {"lora_targets", loraTargetsName(training.loraTargets)},
            {"lora_dropout", training.loraDropout},
            {"lora_on_experts", training.loraOnExperts},
            {"data_workers", training.dataWorkers},
            {"matrices", matrixPrecisionName(training.matrices)},
            {"interleaved_stages", training.interleavedStages},
            {"token_budget", numberJson(training.tokenBudget)},
            {"checkpoint_every", numberJson(training.checkpointEvery)},
            {"bytes_per_token", training.bytesPerToken}};
}

TrainingSetup readTrainingJson(ObjectReader& object)
{
    refuseOtherKeys(object);
    TrainingSetup training;
    training.sequence = object.whole("sequence", 1, kLargestContext);
    training.microBatch = object.whole("micro_batch", 1, kMostCount);
    training.gradientAccumulation = readCount(object, "accumulation", 1);
    readParallel(object, training);
    readStep(object, training);
    training.loraRank = readCount(object, "lora_rank", 1);
    training.loraTargets = object.named("lora_targets", parseLoraTargets);
    training.loraDropout = object.flag("lora_dropout");
    training.loraOnExperts = object.flag("lora_on_experts");
    training.dataWorkers = readCount(object, "data_workers", 0);
    training.tokenBudget = readOptional(object, "token_budget", [](ObjectReader& reader, const char* key) {
        return reader.whole(key, 1, kLargestTokenBudget);
    });
    training.checkpointEvery =
        readOptional(object, "checkpoint_every",
                     [](ObjectReader& reader, const char* key) { return readCount(reader, key, 1); });
    training.bytesPerToken = static_cast<int>(object.whole("bytes_per_token", 1, kMostCount));
    return training;
}

} // namespace rigwright
