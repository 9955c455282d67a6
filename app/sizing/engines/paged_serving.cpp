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
    int stage = 0;
    Bytes weights;
    Bytes tables;
    BlockPool pool;
};

StagePlan planStage(const QuantizedModel& model, const Workload& workload, const Placement& placement,
                    const CacheGroups& whole, const PoolRules& rules, int stage)
{
    const auto layers = stageLayers(model.layers.size(), placement.pipelineParallel, stage);
    return {
        stage, rankWeights(model, placement, stage), rankTables(model, placement, stage),
        BlockPool(whole, CacheGroups(model.architecture, workload, placement.tensorParallel, layers), rules)};
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

/// Engines give all devices as many blocks as the one with the least room for them.
class PoolLimits {
public:
    void add(std::size_t device, const BlockPool& blocks, Bytes pool, std::int64_t context)
    {
        pool = std::max(Bytes(), pool);
        const std::int64_t held = blocks.sequencesIn(pool, context, kLargestConcurrency);
        const double requests = blocks.requestsIn(pool, context);
        if (!smallest_ || pool < *smallest_) {
            smallest_ = pool;
            device_ = device;
        }
        largest_ = std::max(largest_, pool);
        sequences_ = std::min(sequences_.value_or(held), held);
        requests_ = std::min(requests_.value_or(requests), requests);
    }

    void report(MemoryPlan& plan, std::int64_t context) const
    {
        plan.pool = smallest_;
        plan.poolRequests = requests_;
        plan.poolTokens = static_cast<std::int64_t>(requests_.value_or(0) * static_cast<double>(context));
        plan.concurrentSequences = sequences_.value_or(0) * plan.placement.dataParallel;
        constexpr Bytes kNoteworthy = 2_GiB;
        const Bytes unused = largest_ - smallest_.value_or(largest_);
        const auto& devices = plan.memory.devices;
        const bool unequal = std::ranges::any_of(
            devices, [&](const DeviceMemory& device) { return device.capacity != devices.front().capacity; });
        if (unequal && unused > kNoteworthy) {
            plan.findings.push_back(
                {"unequal-devices",
                 Severity::Note,
                 RIGWRIGHT_TEXT(
                     "Finding",
                     "{device} has the least room for key/value blocks: {unused} of another device "
                     "stay unused."),
                 {{"device", devices[device_].name}, {"unused", formatMemory(unused)}}});
        }
    }

private:
    std::optional<Bytes> smallest_;
    Bytes largest_;
    std::size_t device_ = 0;
    std::optional<std::int64_t> sequences_;
    std::optional<double> requests_;
};

ServingLoad loadOf(const Accelerator& accelerator, const DeviceMemory& device)
{
    constexpr double kA100 = 8.0;
    ServingLoad load;
    load.capacity = device.capacity;
    load.visible = visibleMemory(accelerator);
    load.isA100 = accelerator.computeCapability == kA100;
    return load;
}

/// Files are mapped and read a shard at a time, of 5 GB as they are published (save_pretrained's max_shard_size).
HostDemand hostDemandOf(const QuantizedModel& model, Bytes resident)
{
    constexpr Bytes kShard = Bytes::gb(5);
    constexpr std::int64_t kRule = 2;
    HostDemand demand;
    demand.mapped = model.total() + model.towers;
    demand.peak = resident + std::min(kShard, demand.mapped);
    demand.folkRule = demand.mapped * kRule;
    return demand;
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

std::optional<ServingLimits> PagedServing::servingLimits(const Hardware& hardware, const Workload& workload,
                                                         const Placement& placement) const
{
    const std::vector<const Accelerator*> accelerators = acceleratorsOf(hardware);
    const MemoryBreakdown memory = emptyBreakdown(hardware);
    const ServingLoad load =
        accelerators.empty() ? ServingLoad() : loadOf(*accelerators.front(), memory.devices.front());
    const Step step = this->step(load, workload, placement);
    const std::optional<double> share = workload.serving.memoryShare;
    return ServingLimits{step.tokens, step.sequences, share ? share : usualMemoryShare()};
}

void PagedServing::placeOnDevices(MemoryPlan& plan, const QuantizedModel& model, const Workload& workload,
                                  const Hardware& hardware) const
{
    const Placement& placement = plan.placement;
    const std::vector<const Accelerator*> accelerators = acceleratorsOf(hardware);
    const CacheGroups whole(model.architecture, workload, placement.tensorParallel, {0, model.layers.size()});
    const std::int64_t copies = placement.dataParallel;
    const std::int64_t sequences = (workload.sequences() + copies - 1) / copies;
    // One set-up for all devices, by what the first one is.
    const Step step =
        this->step(loadOf(*accelerators.front(), plan.memory.devices.front()), workload, placement);
    std::optional<StagePlan> stagePlan;
    PoolLimits limits;
    for (std::size_t index = 0; index < accelerators.size(); ++index) {
        DeviceMemory& device = plan.memory.devices[index];
        const int stage = static_cast<int>(index) / placement.tensorParallel % placement.pipelineParallel;
        if (!stagePlan || stagePlan->stage != stage) {
            stagePlan.emplace(planStage(model, workload, placement, whole, poolRules(step), stage));
        }
        ServingLoad load = loadOf(*accelerators[index], device);
        load.weights = stagePlan->weights;
        load.tables = stagePlan->tables;
        load.samples = stage == placement.pipelineParallel - 1;
        device.used += fixedParts(model, workload, placement, load, step);
        limits.add(index, stagePlan->pool, device.capacity - device.used.total(), workload.context);
        device.used.kvCache += stagePlan->pool.forTokens(sequences, workload.context);
        device.used.recurrentState += stagePlan->pool.forStates(sequences);
    }
    plan.memory.host.used.engineOverhead = kWorkerRam * static_cast<std::int64_t>(accelerators.size());
    plan.hostDemand = hostDemandOf(model, plan.memory.host.used.total());
    limits.report(plan, workload.context);
}

/// The CPU back ends: one copy of the weights in RAM and a key/value space of the workload's size.
void PagedServing::placeOnHost(MemoryPlan& plan, const QuantizedModel& model, const Workload& workload) const
{
    const Step step = this->step({}, workload, {});
    const CacheGroups caches(model.architecture, workload, 1, {0, model.layers.size()});
    const BlockPool pool(caches, caches, poolRules(step));
    MemoryComponents& host = plan.memory.host.used;
    host.weights = model.total() + model.towers;
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
