// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/training/training_findings.h"

#include "units/format.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kShardParameters = 3;

void block(MemoryPlan& plan, const char* id, const char* text,
           std::vector<std::pair<std::string, std::string>> evidence)
{
    plan.fits = false;
    plan.findings.push_back({id, Severity::Blocker, text, std::move(evidence)});
}

void addSplitProblems(MemoryPlan& plan, const QuantizedModel& model, const Workload& workload, int devices)
{
    const Placement& placement = plan.placement;
    const int used = placement.tensorParallel * placement.pipelineParallel;
    if (devices % used != 0) {
        block(
            plan, "placement-devices",
            RIGWRIGHT_TEXT("Finding",
                           "Tensor parallel {tp} times pipeline parallel {pp} does not divide the {devices} "
                           "devices."),
            {{"tp", std::to_string(placement.tensorParallel)},
             {"pp", std::to_string(placement.pipelineParallel)},
             {"devices", std::to_string(devices)}});
    }
    const std::int64_t heads = model.architecture.facts.heads;
    if (heads > 0 && heads % placement.tensorParallel != 0) {
        block(plan, "tensor-parallel-heads",
              RIGWRIGHT_TEXT("Finding", "{heads} attention heads can't be split over {devices} devices."),
              {{"heads", std::to_string(heads)}, {"devices", std::to_string(placement.tensorParallel)}});
    }
    if (placement.dataParallel % placement.expertParallel != 0 ||
        model.architecture.facts.experts % placement.expertParallel != 0) {
        block(plan, "expert-parallel-devices",
              RIGWRIGHT_TEXT("Finding",
                             "{experts} experts can't be dealt out to {groups} of {copies} devices."),
              {{"experts", std::to_string(model.architecture.facts.experts)},
               {"groups", std::to_string(placement.expertParallel)},
               {"copies", std::to_string(placement.dataParallel)}});
    }
    const int shares = workload.training.contextParallel;
    if (placement.dataParallel % shares != 0) {
        block(plan, "context-parallel-devices",
              RIGWRIGHT_TEXT("Finding",
                             "A sequence can't be shared by {shares} devices: {copies} are left for it."),
              {{"shares", std::to_string(shares)}, {"copies", std::to_string(placement.dataParallel)}});
    }
}

} // namespace

std::vector<TrainingMend> trainingMends(const Workload& workload, int devices)
{
    std::vector<TrainingMend> mends;
    const TrainingSetup& setup = workload.training;
    const auto add = [&](const char* id, const char* text, auto change) {
        Workload changed = workload;
        change(changed.training);
        mends.push_back({id, text, changed});
    };
    if (setup.loss != LossMode::Fused) {
        add("mend-fused-loss",
            RIGWRIGHT_TEXT("Finding", "With a fused loss, which keeps no logits, a device needs {need}."),
            [](TrainingSetup& changed) { changed.loss = LossMode::Fused; });
    }
    if (setup.zeroStage < kShardParameters && devices > 1) {
        add("mend-shard",
            RIGWRIGHT_TEXT("Finding", "Sharded over all devices (ZeRO-3, FSDP) a device needs {need}."),
            [](TrainingSetup& changed) { changed.zeroStage = kShardParameters; });
    }
    if (setup.recompute != Recompute::Full) {
        add("mend-recompute",
            RIGWRIGHT_TEXT("Finding", "With full recomputation of activations a device needs {need}."),
            [](TrainingSetup& changed) { changed.recompute = Recompute::Full; });
    }
    if (setup.microBatch > 1) {
        add("mend-micro-batch",
            RIGWRIGHT_TEXT("Finding",
                           "With a micro-batch of 1 and accumulated gradients a device needs {need}."),
            [](TrainingSetup& changed) {
                changed.gradientAccumulation = static_cast<int>(
                    std::min<std::int64_t>(changed.gradientAccumulation * changed.microBatch, 1'000'000));
                changed.microBatch = 1;
            });
    }
    if (setup.optimizer == Optimizer::AdamW || setup.optimizer == Optimizer::AdamWBf16) {
        add("mend-optimizer", RIGWRIGHT_TEXT("Finding", "With 8-bit AdamW a device needs {need}."),
            [](TrainingSetup& changed) { changed.optimizer = Optimizer::AdamW8Bit; });
    }
    if (!setup.offloadOptimizer) {
        add("mend-offload",
            RIGWRIGHT_TEXT("Finding",
                           "With the optimizer offloaded to the CPU a device needs {need}, the host {host}."),
            [](TrainingSetup& changed) { changed.offloadOptimizer = true; });
    }
    add("mend-all",
        RIGWRIGHT_TEXT("Finding",
                       "With all of this together, parameters offloaded too, a device needs {need}, the host "
                       "{host}."),
        [](TrainingSetup& changed) {
            changed.loss = LossMode::Fused;
            changed.zeroStage = kShardParameters;
            changed.recompute = Recompute::Full;
            changed.microBatch = 1;
            changed.offloadOptimizer = true;
            changed.offloadParameters = true;
        });
    return mends;
}

Finding mendFinding(const TrainingMend& mend, Bytes need, Bytes host, bool fits)
{
    return {mend.id,
            fits ? Severity::Note : Severity::Warning,
            mend.text,
            {{"need", formatMemory(need)}, {"host", formatMemory(host)}}};
}

void addCopiesProblem(MemoryPlan& plan, const PlacementRequest& request)
{
    if (request.dataParallel && *request.dataParallel != plan.placement.dataParallel) {
        block(plan, "data-parallel-devices",
              RIGWRIGHT_TEXT("Finding",
                             "{wanted} copies of the model were asked for; the devices make {copies}."),
              {{"wanted", std::to_string(*request.dataParallel)},
               {"copies", std::to_string(plan.placement.dataParallel)}});
    }
}

void addTrainingProblems(MemoryPlan& plan, const QuantizedModel& model, const Workload& workload,
                         const Hardware& hardware, bool needsCuda)
{
    const int devices = hardware.deviceCount();
    if (devices == 0) {
        plan.findings.push_back(
            {"training-on-host",
             Severity::Warning,
             RIGWRIGHT_TEXT("Finding", "Without an accelerator training runs on the CPU, many times slower."),
             {}});
        return;
    }
    addSplitProblems(plan, model, workload, devices);
    const bool apple = std::ranges::any_of(hardware.accelerators, [](const AcceleratorGroup& group) {
        return group.accelerator.vendor == AcceleratorVendor::Apple;
    });
    if (apple && (needsCuda || workload.kind == WorkloadKind::Qlora)) {
        block(plan, "engine-device",
              RIGWRIGHT_TEXT("Finding", "This kind of training does not run on Apple's GPUs."), {});
    }
    const auto [smallest, largest] = std::ranges::minmax_element(
        plan.memory.devices, [](const auto& a, const auto& b) { return a.capacity < b.capacity; });
    if (smallest->capacity < largest->capacity) {
        plan.findings.push_back(
            {"unequal-devices",
             Severity::Warning,
             RIGWRIGHT_TEXT(
                 "Finding",
                 "Every device trains an equal share: {device} with {capacity} limits the others."),
             {{"device", smallest->name}, {"capacity", formatMemory(smallest->capacity)}}});
    }
}

} // namespace rigwright
