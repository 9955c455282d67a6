// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch/shell_command.h"
#include "advice/launch/training_parts.h"

// torchtitan 0.2 (torchtitan/config/job_config.py), torchtune (recipes; no longer developed since 2025, its last settings are from
// memory) and Megatron-LM (megatron/training/arguments.py, at 000c4ac2).
namespace rigwright {

namespace {

constexpr int kShardParameters = 3;
constexpr int kShardGradients = 2;

const char* capitalTruth(bool value)
{
    return value ? "True" : "False";
}

ShellCommand torchtitan(const TrainingQuestion& question)
{
    const TrainingSetup& setup = question.setup;
    const Placement& placement = question.placement();
    const bool shards = *setup.zeroStage >= kShardGradients;
    const int copies = placement.dataParallel / setup.contextParallel;
    ShellCommand command({"torchrun"});
    command.add("--nproc_per_node", question.launch.devices());
    command.add("-m", std::string("torchtitan.train"));
    command.add("--job.config_file", std::string("<CONFIG>.toml"));
    command.add("--training.local_batch_size", setup.microBatch);
    command.add("--training.global_batch_size", question.globalBatch());
    command.add("--training.seq_len", setup.sequence);
    command.add("--parallelism.data_parallel_shard_degree", shards ? copies : 1);
    command.add("--parallelism.data_parallel_replicate_degree", shards ? 1 : copies);
    if (shards) {
        const bool reshards = *setup.zeroStage == kShardParameters && setup.reshardAfterForward;
        command.add("--parallelism.fsdp_reshard_after_forward", std::string(reshards ? "always" : "never"));
    }
    command.add("--parallelism.tensor_parallel_degree", placement.tensorParallel);
    command.add("--parallelism.pipeline_parallel_degree", placement.pipelineParallel);
    command.add("--parallelism.context_parallel_degree", setup.contextParallel);
    if (placement.expertParallel > 1) {
        command.add("--parallelism.expert_parallel_degree", placement.expertParallel);
    }
    command.add("--activation_checkpoint.mode", std::string(recomputeName(*setup.recompute)));
    if (setup.compiled) {
        command.add("--compile.enable");
    }
    if (setup.offloadParameters) {
        command.add("--training.enable_cpu_offload");
    }
    return command;
}

ShellCommand torchtune(const TrainingQuestion& question)
{
    const TrainingSetup& setup = question.setup;
    const bool several = question.launch.devices() > 1;
    const bool adapters = trainsAdapters(question.kind());
    ShellCommand command({"tune", "run"});
    if (several) {
        command.add("--nproc_per_node", question.launch.devices());
    }
    command.add(std::string(adapters ? "lora_finetune_" : "full_finetune_") +
                (several ? "distributed" : "single_device"));
    command.add("--config", std::string("<CONFIG>"));
    command.add("batch_size=" + std::to_string(setup.microBatch));
    command.add("gradient_accumulation_steps=" + std::to_string(setup.gradientAccumulation));
    command.add("tokenizer.max_seq_len=" + std::to_string(setup.sequence));
    command.add(std::string("enable_activation_checkpointing=") +
                capitalTruth(*setup.recompute != Recompute::None));
    command.add(std::string("enable_activation_offloading=") + capitalTruth(setup.offloadActivations));
    command.add(std::string("compile=") + capitalTruth(setup.compiled));
    if (adapters) {
        command.add("model.lora_rank=" + std::to_string(setup.loraRank));
    } else if (several) {
        command.add(std::string("fsdp_cpu_offload=") + capitalTruth(setup.offloadParameters));
    }
    return command;
}

/// Dimensions that Megatron-LM takes from the command line.
void addDimensions(ShellCommand& command, const ModelFacts& facts)
{
    command.add("--num-layers", facts.layers);
    command.add("--hidden-size", facts.hidden);
    command.add("--num-attention-heads", facts.heads);
    if (facts.kvHeads > 0 && facts.kvHeads != facts.heads) {
        command.add("--group-query-attention").add("--num-query-groups", facts.kvHeads);
    }
    if (facts.feedForward > 0) {
        command.add("--ffn-hidden-size", facts.feedForward);
    }
    if (facts.experts > 0) {
        command.add("--num-experts", facts.experts).add("--moe-router-topk", facts.expertsPerToken);
    }
}

void addRecompute(ShellCommand& command, Recompute recompute)
{
    if (recompute == Recompute::Full) {
        command.add("--recompute-granularity", std::string("full"));
        command.add("--recompute-method", std::string("uniform")).add("--recompute-num-layers", 1);
    } else if (recompute == Recompute::Selective) {
        command.add("--recompute-granularity", std::string("selective"));
    }
}

ShellCommand megatron(const TrainingQuestion& question)
{
    const TrainingSetup& setup = question.setup;
    const Placement& placement = question.placement();
    ShellCommand command({"torchrun"});
    command.add("--nproc_per_node", question.launch.devices());
    command.add("pretrain_gpt.py");
    command.add("--tensor-model-parallel-size", placement.tensorParallel);
    command.add("--pipeline-model-parallel-size", placement.pipelineParallel);
    command.add("--context-parallel-size", setup.contextParallel);
    if (placement.expertParallel > 1) {
        command.add("--expert-model-parallel-size", placement.expertParallel);
    }
    if (setup.sequenceParallel && placement.tensorParallel > 1) {
        command.add("--sequence-parallel");
    }
    if (*setup.zeroStage >= 1) {
        command.add("--use-distributed-optimizer");
    }
    command.add("--micro-batch-size", setup.microBatch);
    command.add("--global-batch-size", question.globalBatch());
    command.add("--seq-length", setup.sequence).add("--max-position-embeddings", setup.sequence);
    addDimensions(command, question.launch.facts);
    addRecompute(command, *setup.recompute);
    command.add("--bf16");
    if (setup.offloadOptimizer) {
        command.add("--optimizer-cpu-offload");
    }
    command.add("--data-path", std::string("<DATA>")).add("--save", std::string("<OUTPUT>"));
    return command;
}

} // namespace

void addTorchLaunch(LaunchSheet& sheet, const TrainingQuestion& question)
{
    const TrainingSetup& setup = question.setup;
    const bool pretrains = question.kind() == WorkloadKind::Pretrain;
    sheet.texts.push_back({LaunchText::Kind::Command, pretrains ? "torchtitan" : "torchtune",
                           pretrains ? torchtitan(question).text() : torchtune(question).text()});
    if (pretrains) {
        sheet.findings.push_back(
            {"launch-torchtitan",
             Severity::Note,
             RIGWRIGHT_TEXT("Finding",
                            "The settings are those of torchtitan 0.2; newer ones name the model by --module "
                            "and --config in place of --job.config_file, and some settings anew."),
             {}});
    } else {
        sheet.findings.push_back(
            {"launch-torchtune",
             Severity::Note,
             RIGWRIGHT_TEXT("Finding",
                            "torchtune is no longer developed since 2025; that its last version takes these "
                            "settings is unverified."),
             {}});
    }
    if (*setup.zeroStage == 1) {
        addUntold(
            sheet, question,
            RIGWRIGHT_TEXT("Finding",
                           "{engine} has no ZeRO stage 1: the command runs plain copies, which take more."));
    }
    if (setup.offloadOptimizer && !setup.offloadParameters) {
        addUntold(
            sheet, question,
            RIGWRIGHT_TEXT("Finding",
                           "{engine} can't keep the optimizer alone in RAM: choose DeepSpeed for that."));
    }
    if (*setup.optimizer != Optimizer::AdamW) {
        addUntold(sheet, question,
                  RIGWRIGHT_TEXT(
                      "Finding",
                      "The optimizer, {value}, is named by {engine}'s configuration, not by the command."),
                  optimizerName(*setup.optimizer));
    }
}

void addMegatronLaunch(LaunchSheet& sheet, const TrainingQuestion& question)
{
    sheet.texts.push_back({LaunchText::Kind::Command, "pretrain_gpt.py", megatron(question).text()});
    sheet.findings.push_back(
        {"launch-megatron-model",
         Severity::Note,
         RIGWRIGHT_TEXT(
             "Finding",
             "Megatron-LM takes the whole model from its command line: norms, activation, positions and "
             "vocabulary of {model} are to be added."),
         {{"model", question.launch.facts.name}}});
    if (trainsAdapters(question.kind())) {
        addUntold(sheet, question,
                  RIGWRIGHT_TEXT("Finding", "The command does not train adapters with {engine}."));
    }
}

} // namespace rigwright
