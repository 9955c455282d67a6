// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/paged_serving.h"

#include "sizing/engines/layout.h"
#include "sizing/engines/rank_weights.h"
#include "sizing/engines/serving_step.h"
#include "units/format.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

// RAM of one worker process: Python, PyTorch and the host side of its CUDA context. Not published; seen as 3 to 4 GiB.
constexpr Bytes kWorkerRam = 4_GiB;

/// A rank of a stage holds what its neighbours hold: what is alike is worked out once.
struct StagePlan {
    Bytes weights;
    Bytes tables;
    BlockPool pool;
    bool samples = false;
};

StagePlan planStage(const QuantizedModel& model, const Workload& workload, const Placement& placement,
                    const CacheGroups& whole, const PoolRules& rules, int stage)
{
    const auto layers = stageLayers(model.layers.size(), placement.pipelineParallel, stage);
    return {
        rankWeights(model, placement, stage), rankTables(model, placement, stage),
        BlockPool(whole, CacheGroups(model.architecture, workload, placement.tensorParallel, layers), rules),
        stage == placement.pipelineParallel - 1};
}

/// The accelerator of each device, in order.
std::vector<const Accelerator*> acceleratorsOf(const Hardware& hardware)
{
    std::vector<const Accelerator*> all;
    for (const AcceleratorGroup& group : hardware.accelerators) {
        all.insert(all.end(), static_cast<std::size_t>(std::max(0, group.count)), &group.accelerator);
    }
    return all;
}

void limitPool(MemoryPlan& plan, const BlockPool& blocks, Bytes pool, const Workload& workload)
{
    const std::int64_t held = blocks.sequencesIn(pool, workload.context, kLargestConcurrency);
    plan.concurrentSequences = std::min(plan.concurrentSequences.value_or(held), held);
    const double requests = blocks.requestsIn(pool, workload.context);
    plan.poolRequests = std::min(plan.poolRequests.value_or(requests), requests);
    const Bytes positive = std::max(Bytes(), pool);
    plan.pool = std::min(plan.pool.value_or(positive), positive);
}

} // namespace

bool PagedServing::loads(WeightFormat format) const
{
    return isCheckpoint(format);
}

bool PagedServing::hasCacheType(CacheType type) const
{
    return type == CacheType::Fp8 || type == CacheType::F16 || type == CacheType::Bf16;
}

MemoryPlan PagedServing::plan(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                              const PlacementRequest& request) const
{
    MemoryPlan plan;
    plan.memory = emptyBreakdown(hardware);
    const int devices = hardware.deviceCount();
    if (devices <= 0) {
        placeOnHost(plan, model, workload);
        addFitFindings(plan);
        addEngineProblems(plan, hardware);
        return plan;
    }
    plan.placement = chooseServingPlacement(model, devices, request);
    placeOnDevices(plan, model, workload, hardware);
    addFitFindings(plan);
    for (Finding& problem : servingPlacementProblems(model, plan.placement, devices, expertGroups())) {
        plan.fits = false;
        plan.findings.push_back(std::move(problem));
    }
    addEngineProblems(plan, hardware);
    return plan;
}

void PagedServing::placeOnDevices(MemoryPlan& plan, const QuantizedModel& model, const Workload& workload,
                                  const Hardware& hardware) const
{
    const Placement& placement = plan.placement;
    const std::vector<const Accelerator*> accelerators = acceleratorsOf(hardware);
    const int devices = static_cast<int>(accelerators.size());
    const std::size_t layers = model.layers.size();
    const CacheGroups whole(model.architecture, workload, placement.tensorParallel, {0, layers});
    const std::int64_t copies = placement.dataParallel;
    const std::int64_t sequences = (workload.sequences() + copies - 1) / copies;
    std::optional<StagePlan> stagePlan;
    int planned = -1;
    plan.memory.host.used.engineOverhead = kWorkerRam * devices;
    for (int index = 0; index < devices; ++index) {
        const Accelerator& accelerator = *accelerators[static_cast<std::size_t>(index)];
        DeviceMemory& device = plan.memory.devices[static_cast<std::size_t>(index)];
        const int stage = index / placement.tensorParallel % placement.pipelineParallel;
        ServingLoad load;
        load.capacity = device.capacity;
        load.visible = visibleMemory(accelerator);
        constexpr double kA100 = 8.0;
        load.isA100 = accelerator.computeCapability == kA100;
        const Step step = this->step(load, workload, placement);
        if (!stagePlan || planned != stage) {
            stagePlan.emplace(planStage(model, workload, placement, whole, poolRules(step), stage));
            planned = stage;
        }
        load.weights = stagePlan->weights;
        load.tables = stagePlan->tables;
        load.samples = stagePlan->samples;
        device.used += fixedParts(model, workload, placement, load, step);
        limitPool(plan, stagePlan->pool, device.capacity - device.used.total(), workload);
        device.used.kvCache += stagePlan->pool.forTokens(sequences, workload.context);
        device.used.recurrentState += stagePlan->pool.forStates(sequences);
    }
    plan.poolTokens =
        static_cast<std::int64_t>(plan.poolRequests.value_or(0) * static_cast<double>(workload.context));
    plan.concurrentSequences = plan.concurrentSequences.value_or(0) * copies;
}

/// The CPU back ends: one copy of the weights in RAM and a key/value space of the workload's size.
void PagedServing::placeOnHost(MemoryPlan& plan, const QuantizedModel& model, const Workload& workload) const
{
    const Step step = this->step({}, workload, {});
    const CacheGroups caches(model.architecture, workload, 1, {0, model.layers.size()});
    const BlockPool pool(caches, caches, poolRules(step));
    MemoryComponents& host = plan.memory.host.used;
    host.weights = model.total();
    host.kvCache = pool.forTokens(workload.sequences(), workload.context);
    host.recurrentState = pool.forStates(workload.sequences());
    host.computeBuffer = std::max(forwardPeak(model.architecture, step.tokens, {}),
                                  samplingPeak(model.architecture, step.sequences));
    if (model.format == WeightFormat::Fp8) {
        plan.findings.push_back(
            {"fp8-on-host",
             Severity::Warning,
             RIGWRIGHT_TEXT("Finding",
                            "FP8 on a CPU needs an engine with such kernels (SGLang on AMX, KTransformers); "
                            "llama.cpp would store the model as Q8_0, {q8}."),
             {{"q8",
               formatMemory(quantize(model.architecture.facts, WeightFormat::Q8_0)
                                .map([](const QuantizedModel& q8) { return q8.total(); })
                                .value_or(Bytes()))}}});
    }
}

void PagedServing::addEngineProblems(MemoryPlan& plan, const Hardware& hardware) const
{
    if (hardware.deviceCount() <= 0) {
        if (!runsOnHost()) {
            plan.fits = false;
            plan.findings.push_back(
                {"engine-host",
                 Severity::Blocker,
                 RIGWRIGHT_TEXT("Finding", "{engine} needs an accelerator: choose llama.cpp for a CPU."),
                 {{"engine", label()}}});
        }
        return;
    }
    const auto unfit = std::ranges::find_if_not(hardware.accelerators, [this](const AcceleratorGroup& group) {
        return runsOn(group.accelerator.vendor);
    });
    if (unfit != hardware.accelerators.end()) {
        plan.fits = false;
        plan.findings.push_back(
            {"engine-device",
             Severity::Blocker,
             RIGWRIGHT_TEXT("Finding", "{engine} does not run on {device}: choose llama.cpp."),
             {{"engine", label()}, {"device", unfit->accelerator.info.name}}});
    }
}

} // namespace rigwright
