// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/launch/model_name.h"
#include "advice/launch/shell_command.h"
#include "advice/launch/training_parts.h"

// Arguments: TRL (trl/scripts/sft.py, trl/trainer/model_config.py, trl/trainer/sft_config.py at 016013e8, 2026), Transformers ("TrainingArguments"), Accelerate
// (src/accelerate/commands/launch.py; --fsdp_version 2 and --fsdp_reshard_after_forward since 1.6) and DeepSpeed
// (deepspeed/launcher/runner.py, at 2d991ba3; "DeepSpeed configuration JSON").
namespace rigwright {

namespace {

constexpr int kShardParameters = 3;
constexpr int kShardGradients = 2;
constexpr const char* kScript = "trl.scripts.sft";
constexpr const char* kConfigFile = "ds_config.json";

const char* truth(bool value)
{
    return value ? "true" : "false";
}

/// The trainer's name of an optimiser; empty: it has none.
std::string optimizerOption(const TrainingSetup& setup)
{
    switch (*setup.optimizer) {
    case Optimizer::AdamW:
    case Optimizer::AdamWBf16: return setup.fusedOptimizer ? "adamw_torch_fused" : "adamw_torch";
    case Optimizer::AdamW8Bit: return "adamw_bnb_8bit";
    case Optimizer::PagedAdamW: return "paged_adamw_32bit";
    case Optimizer::PagedAdamW8Bit: return "paged_adamw_8bit";
    case Optimizer::Adafactor: return "adafactor";
    case Optimizer::Sgd: return "sgd";
    case Optimizer::Muon:
    case Optimizer::SgdMomentum: return {};
    }
    return {};
}

std::vector<std::string> targets(LoraTargets which)
{
    switch (which) {
    case LoraTargets::QueryValue: return {"q_proj", "v_proj"};
    case LoraTargets::Attention: return {"q_proj", "k_proj", "v_proj", "o_proj"};
    case LoraTargets::AllLinear: return {"all-linear"};
    }
    return {};
}

void addAdapters(ShellCommand& command, const TrainingQuestion& question)
{
    if (!trainsAdapters(question.kind())) {
        return;
    }
    const TrainingSetup& setup = question.setup;
    command.add("--use_peft");
    command.add("--lora_r", setup.loraRank);
    command.add("--lora_dropout", std::string(setup.loraDropout ? "0.05" : "0"));
    command.addList("--lora_target_modules", targets(setup.loraTargets));
    switch (question.launch.workload().weights) {
    case WeightFormat::Nf4:
    case WeightFormat::Nf4Dq:
        command.add("--load_in_4bit").add("--bnb_4bit_quant_type", std::string("nf4"));
        if (question.launch.workload().weights == WeightFormat::Nf4Dq) {
            command.add("--use_bnb_nested_quant");
        }
        break;
    case WeightFormat::Int8: command.add("--load_in_8bit"); break;
    default: break;
    }
}

void addArguments(ShellCommand& command, const TrainingQuestion& question)
{
    const TrainingSetup& setup = question.setup;
    command.add("--model_name_or_path", checkpointName(question.launch, true).name);
    command.add("--dataset_name", std::string("<DATASET>"));
    command.add("--output_dir", std::string("<OUTPUT>"));
    command.add("--max_length", setup.sequence);
    command.add("--per_device_train_batch_size", setup.microBatch);
    command.add("--gradient_accumulation_steps", setup.gradientAccumulation);
    command.add("--gradient_checkpointing", std::string(truth(*setup.recompute != Recompute::None)));
    command.add("--bf16", std::string("true"));
    const std::string optimizer = optimizerOption(setup);
    if (!optimizer.empty()) {
        command.add("--optim", optimizer);
    }
    command.add("--dataloader_num_workers", setup.dataWorkers);
    if (*setup.loss == LossMode::Fused) {
        command.add("--use_liger_kernel", std::string("true"));
    } else if (*setup.loss == LossMode::Chunked) {
        command.add("--loss_type", std::string("chunked_nll"));
    }
    if (setup.offloadActivations) {
        command.add("--activation_offloading", std::string("true"));
    }
    if (setup.compiled) {
        command.add("--torch_compile", std::string("true"));
    }
    if (setup.checkpointEvery) {
        command.add("--save_strategy", std::string("steps")).add("--save_steps", *setup.checkpointEvery);
    }
    addAdapters(command, question);
}

std::string offload(const char* key, bool wanted)
{
    return wanted ? ",\n    \"" + std::string(key) + "\": {\"device\": \"cpu\", \"pin_memory\": true}" : "";
}

/// The sizes of buffers are DeepSpeed's defaults, which the plan rests on.
std::string deepSpeedConfig(const TrainingSetup& setup)
{
    const bool ownAdam = *setup.optimizer == Optimizer::AdamW;
    std::string text = "{\n  \"train_micro_batch_size_per_gpu\": " + std::to_string(setup.microBatch) +
        ",\n  \"gradient_accumulation_steps\": " + std::to_string(setup.gradientAccumulation) +
        ",\n  \"bf16\": {\"enabled\": true}";
    if (*setup.fp32Gradients) {
        text += ",\n  \"data_types\": {\"grad_accum_dtype\": \"fp32\"}";
    }
    if (ownAdam) {
        text += ",\n  \"optimizer\": {\"type\": \"AdamW\", \"params\": {\"lr\": \"auto\", \"betas\": "
                "\"auto\", \"eps\": "
                "\"auto\", \"weight_decay\": \"auto\"}}";
    } else if (setup.offloadOptimizer) {
        text += ",\n  \"zero_force_ds_cpu_optimizer\": false";
    }
    text += ",\n  \"zero_optimization\": {\n    \"stage\": " + std::to_string(*setup.zeroStage) +
        ",\n    \"reduce_bucket_size\": 500000000";
    if (*setup.zeroStage == kShardParameters) {
        text += ",\n    \"stage3_max_live_parameters\": 1000000000";
    }
    text += offload("offload_optimizer", setup.offloadOptimizer) +
        offload("offload_param", setup.offloadParameters);
    return text + "\n  }\n}\n";
}

std::string deepSpeedText(const TrainingQuestion& question)
{
    ShellCommand command({"deepspeed"});
    command.add("--num_gpus", question.launch.devices());
    command.add("--module", std::string(kScript));
    command.add("--deepspeed", std::string(kConfigFile));
    addArguments(command, question);
    return std::string("cat > ") + kConfigFile + " <<'END'\n" + deepSpeedConfig(question.setup) + "END\n" +
        command.text();
}

/// One device runs the script, several run copies of the model (DDP) or share it out (FSDP).
std::string accelerateText(const TrainingQuestion& question)
{
    const TrainingSetup& setup = question.setup;
    ShellCommand command({"accelerate", "launch"});
    command.add("--num_processes", question.launch.devices());
    command.add("--mixed_precision", std::string("bf16"));
    if (*setup.zeroStage >= kShardGradients) {
        command.add("--use_fsdp").add("--fsdp_version", 2);
        const bool reshards = *setup.zeroStage == kShardParameters && setup.reshardAfterForward;
        command.add("--fsdp_reshard_after_forward", std::string(truth(reshards)));
        command.add("--fsdp_auto_wrap_policy", std::string("TRANSFORMER_BASED_WRAP"));
        command.add("--fsdp_offload_params", std::string(truth(setup.offloadParameters)));
    } else if (question.launch.devices() > 1) {
        command.add("--multi_gpu");
    }
    command.add("--module", std::string(kScript));
    addArguments(command, question);
    return command.text();
}

struct Untold {
    bool applies;
    const char* text;
};

void addUntoldParts(LaunchSheet& sheet, const TrainingQuestion& question)
{
    const TrainingSetup& setup = question.setup;
    const Placement& placement = question.placement();
    const bool accelerate = question.launch.workload().engine == Engine::Transformers;
    const bool splits =
        placement.tensorParallel > 1 || placement.pipelineParallel > 1 || setup.contextParallel > 1;
    const std::vector<Untold> parts{
        {splits,
         RIGWRIGHT_TEXT("Finding",
                        "The command does not tell {engine} of tensor, pipeline and context parallelism.")},
        {*setup.recompute == Recompute::Selective,
         RIGWRIGHT_TEXT("Finding",
                        "{engine} computes all activations anew, not a selection: slower and smaller.")},
        {setup.optimizerInBackward,
         RIGWRIGHT_TEXT("Finding",
                        "The command does not put {engine}'s optimizer step into the backward pass.")},
        {setup.matrices == MatrixPrecision::Fp8,
         RIGWRIGHT_TEXT("Finding", "The command leaves {engine}'s matrices in 16 bits, not in FP8.")},
        {*setup.loss == LossMode::Compiled,
         RIGWRIGHT_TEXT("Finding",
                        "The command does not choose {engine}'s loss; the plan's takes less memory.")},
        {accelerate && *setup.zeroStage == 1,
         RIGWRIGHT_TEXT("Finding",
                        "{engine} has no ZeRO stage 1: the command runs plain copies, which take more.")},
        {accelerate && setup.offloadOptimizer && !setup.offloadParameters,
         RIGWRIGHT_TEXT("Finding",
                        "{engine} can't keep the optimizer alone in RAM: choose DeepSpeed for that.")},
        {question.kind() == WorkloadKind::Pretrain,
         RIGWRIGHT_TEXT(
             "Finding",
             "The script begins with a checkpoint: training from the start needs one of your own.")},
    };
    for (const Untold& part : parts) {
        if (part.applies) {
            addUntold(sheet, question, part.text);
        }
    }
    if (optimizerOption(setup).empty()) {
        addUntold(sheet, question,
                  RIGWRIGHT_TEXT("Finding", "The trainer has no optimizer {value}: it is left out."),
                  optimizerName(*setup.optimizer));
    }
}

} // namespace

void addTrainerLaunch(LaunchSheet& sheet, const TrainingQuestion& question)
{
    const bool deepSpeed = question.launch.workload().engine == Engine::DeepSpeed;
    sheet.texts.push_back({LaunchText::Kind::Command, deepSpeed ? "deepspeed" : "accelerate launch",
                           deepSpeed ? deepSpeedText(question) : accelerateText(question)});
    addUntoldParts(sheet, question);
    sheet.findings.push_back(
        {"launch-trainer",
         Severity::Note,
         RIGWRIGHT_TEXT("Finding",
                        "The command runs TRL's script for supervised fine-tuning with the options of 2026 "
                        "(TRL 1.1); a script of your own on the Transformers trainer takes the same "
                        "arguments, but for TRL's --max_length, --loss_type and --activation_offloading."),
         {}});
}

} // namespace rigwright
