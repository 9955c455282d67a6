// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/training/training_plan.h"

#include "sizing/engines/layout.h"
#include "sizing/training/rank_memory.h"
#include "sizing/training/training_findings.h"
#include "sizing/training/training_host.h"

#include <algorithm>

namespace rigwright {

namespace {

// NCCL's buffers on each device: 342 MB for two, 392 MB for four and more (NVIDIA aiconfigurator, systems/*.yaml).
constexpr Bytes kNcclTwo = Bytes::gb(0.342);
constexpr Bytes kNcclMore = Bytes::gb(0.392);
constexpr int kShardParameters = 3;

Bytes overhead(const MemoryComponents& used, const Workload& workload, const Placement& placement,
               const TrainingRules& rules, int devices)
{
    Bytes bytes = kDriverContext;
    if (devices > 1) {
        bytes += devices == 2 ? kNcclTwo : kNcclMore;
    }
    const bool shares = !trainsAdapters(workload.kind) || *workload.training.zeroStage >= kShardParameters;
    if (placement.dataParallel > 1 && shares) {
        bytes += used.total().scaled(rules.allocatorShare);
    }
    return bytes;
}

/// Degrees from the request; what is left are copies of the model.
Placement placementFor(const QuantizedModel& model, const PlacementRequest& request, int devices)
{
    Placement placement;
    placement.gpuLayers = static_cast<int>(model.layers.size());
    placement.tensorParallel = std::max(1, request.tensorParallel.value_or(1));
    placement.pipelineParallel = std::clamp(request.pipelineParallel.value_or(1), 1,
                                            std::max(1, static_cast<int>(model.layers.size())));
    placement.dataParallel = std::max(1, devices / (placement.tensorParallel * placement.pipelineParallel));
    placement.expertParallel = std::clamp(request.expertParallel.value_or(1), 1, placement.dataParallel);
    return placement;
}

/// What stays the same while setups and splits are tried.
struct Run {
    const QuantizedModel& model;
    const ModelTensors tensors;
    const Hardware& hardware;
    const TrainingRules& rules;
};

struct Layout {
    MemoryPlan plan;
    std::vector<RankMemory> ranks;
};

Layout layOut(const Run& run, const Workload& workload, const Placement& placement)
{
    const auto& [model, tensors, hardware, rules] = run;
    Layout layout;
    MemoryPlan& plan = layout.plan;
    plan.memory = emptyBreakdown(hardware);
    plan.placement = placement;
    const int devices = hardware.deviceCount();
    const TrainingSizer sizer(model, tensors, workload, rules);
    std::vector<RankMemory> stages;
    stages.reserve(static_cast<std::size_t>(placement.pipelineParallel));
    for (int stage = 0; stage < placement.pipelineParallel; ++stage) {
        stages.push_back(sizer.rank(placement, stage));
    }
    for (int index = 0; index < devices; ++index) {
        const int stage = index * placement.pipelineParallel / devices;
        RankMemory rank = stages[static_cast<std::size_t>(stage)];
        rank.device.engineOverhead = overhead(rank.device, workload, placement, rules, devices);
        plan.memory.devices[static_cast<std::size_t>(index)].used = rank.device;
        layout.ranks.push_back(rank);
    }
    if (devices == 0) {
        plan.memory.host.used = stages.front().device;
        layout.ranks.push_back(stages.front());
    }
    addTrainingHost(plan, model, workload, layout.ranks);
    plan.fits = plan.memory.fits();
    return layout;
}

bool splitsEvenly(const QuantizedModel& model, const Placement& placement)
{
    return std::ranges::all_of(model.architecture.layers, [&](const Layer& layer) {
        return layer.attention.heads % placement.tensorParallel == 0;
    });
}

/// The least model parallelism with which the run fits; the most when none does.
Layout chooseSplit(const Run& run, const Workload& workload, const PlacementRequest& request)
{
    const auto& [model, tensors, hardware, rules] = run;
    const int devices = hardware.deviceCount();
    Layout best = layOut(run, workload, placementFor(model, request, devices));
    if (!rules.splitsModel || best.plan.fits) {
        return best;
    }
    constexpr int kMostTensorParallel = 8; // the devices of one machine that share fast links
    for (int degree = 2; degree <= devices; degree *= 2) {
        PlacementRequest tried = request;
        const int tensor = request.tensorParallel.value_or(std::min(degree, kMostTensorParallel));
        tried.tensorParallel = tensor;
        tried.pipelineParallel = request.pipelineParallel.value_or(std::max(1, degree / tensor));
        const Placement placement = placementFor(model, tried, devices);
        const int used = placement.tensorParallel * placement.pipelineParallel;
        if (used > devices || devices % used != 0 || !splitsEvenly(model, placement)) {
            continue;
        }
        best = layOut(run, workload, placement);
        if (best.plan.fits) {
            break;
        }
    }
    return best;
}

Bytes largestNeed(const MemoryPlan& plan)
{
    Bytes largest;
    for (const DeviceMemory& device : plan.memory.devices) {
        largest = std::max(largest, device.used.total());
    }
    return largest;
}

/// What each change of the setup would bring the fullest device to.
void addMends(MemoryPlan& plan, const Run& run, const Workload& workload)
{
    const Bytes need = largestNeed(plan);
    for (const TrainingMend& mend : trainingMends(workload, run.hardware.deviceCount())) {
        const MemoryPlan mended = layOut(run, mend.workload, plan.placement).plan;
        const Bytes left = largestNeed(mended);
        if (left < need) {
            plan.findings.push_back(mendFinding(mend, left, mended.memory.host.used.total(), mended.fits));
        }
    }
}

} // namespace

TrainingSetup resolveTraining(const Workload& workload, const TrainingRules& rules, int devices)
{
    TrainingSetup setup = workload.training;
    if (!setup.zeroStage && devices > 1 && !trainsAdapters(workload.kind) && !setup.offloadParameters) {
        setup.zeroStage = rules.stageOnSeveral;
    }
    if (!setup.loss && workload.kind != WorkloadKind::Pretrain) {
        setup.loss = rules.fineTuningLoss;
    }
    setup.fusedOptimizer = setup.fusedOptimizer || rules.fusedOptimizer;
    if (!setup.fp32Gradients) {
        setup.fp32Gradients = rules.fp32Gradients;
    }
    return resolveTraining(setup, workload.kind, devices);
}

MemoryPlan planTraining(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                        const PlacementRequest& request, const TrainingRules& rules)
{
    const int devices = hardware.deviceCount();
    Workload complete = workload;
    complete.training = resolveTraining(workload, rules, devices);
    const Run run{model, ModelTensors(model.architecture), hardware, rules};
    MemoryPlan plan = chooseSplit(run, complete, request).plan;
    addFitFindings(plan);
    if (!plan.fits && devices > 0) {
        addMends(plan, run, complete);
    }
    if (devices > 0) {
        addCopiesProblem(plan, request);
    }
    addTrainingProblems(plan, model, complete, hardware, rules.needsCuda);
    return plan;
}

} // namespace rigwright
