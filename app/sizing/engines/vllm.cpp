// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/compute_buffer.h"
#include "sizing/engines/engine_profile.h"
#include "sizing/engines/layout.h"
#include "sizing/kv_cache.h"
#include "units/format.h"

#include <algorithm>

namespace rigwright {

namespace {

// vLLM's gpu_memory_utilization, a share of *total* memory: 0.9 up to version 0.21, 0.92 since.
constexpr double kMemoryShare = 0.92;
// Memory outside PyTorch's allocator and the captured CUDA graphs, as five profiling logs of 2024–2026 print them:
// 0.05–0.39 GiB and 0.13–0.36 GiB.
constexpr Bytes kNonTorch = 300_MiB;
constexpr Bytes kGraphs = 300_MiB;
// NCCL's buffers on each device: 342 MB for two, 392 MB for four and more (NVIDIA aiconfigurator, systems/*.yaml).
constexpr Bytes kNcclTwo = Bytes::gb(0.342);
constexpr Bytes kNcclMore = Bytes::gb(0.392);
constexpr std::int64_t kBlockTokens = 16;
// RAM of one worker process: Python, PyTorch and the host side of its CUDA context. Not published; seen as 3 to 4 GiB.
constexpr Bytes kWorkerRam = 4_GiB;

int largestTensorParallel(const Architecture& architecture, int devices)
{
    std::int64_t heads = 0;
    for (const Layer& layer : architecture.layers) {
        heads = std::max(heads, layer.attention.heads);
    }
    for (int degree = devices; degree > 1; --degree) {
        if (devices % degree == 0 && (heads == 0 || heads % degree == 0)) {
            return degree;
        }
    }
    return 1;
}

Placement choosePlacement(const QuantizedModel& model, int devices, const PlacementRequest& request)
{
    Placement placement;
    placement.gpuLayers = static_cast<int>(model.layers.size());
    placement.tensorParallel = request.tensorParallel.value_or(
        request.pipelineParallel ? devices / std::max(1, *request.pipelineParallel)
                                 : largestTensorParallel(model.architecture, devices));
    placement.tensorParallel = std::max(1, placement.tensorParallel);
    placement.pipelineParallel =
        request.pipelineParallel.value_or(std::max(1, devices / placement.tensorParallel));
    return placement;
}

/// The layers of one pipeline stage: as equal as can be, the earlier ones longer.
std::pair<std::size_t, std::size_t> stageLayers(std::size_t layers, int stages, int stage)
{
    const auto count = static_cast<std::size_t>(stages);
    const auto index = static_cast<std::size_t>(stage);
    const std::size_t base = layers / count;
    const std::size_t longer = layers % count;
    const std::size_t first = index * base + std::min(index, longer);
    return {first, first + base + (index < longer ? 1 : 0)};
}

struct CacheNeed {
    Bytes workload; ///< of all sequences of the workload
    Bytes oneSequence;
    Bytes state;
};

CacheNeed cacheNeed(const QuantizedModel& model, const Workload& workload, int tensorParallel,
                    std::pair<std::size_t, std::size_t> layers)
{
    CacheNeed need;
    const std::int64_t sequences = workload.sequences();
    for (std::size_t i = layers.first; i < layers.second; ++i) {
        const Attention& attention = model.architecture.layers[i].attention;
        const std::int64_t tokens =
            (cachedTokens(attention, workload.context) + kBlockTokens - 1) / kBlockTokens * kBlockTokens;
        need.oneSequence += pagedCacheBytesPerToken(attention, workload, tensorParallel) * tokens;
        constexpr std::int64_t kStateBytes = 4;
        need.state += Bytes(attention.stateElements * kStateBytes / tensorParallel * sequences);
    }
    need.workload = need.oneSequence * sequences;
    return need;
}

Bytes stageWeights(const QuantizedModel& model, std::pair<std::size_t, std::size_t> layers,
                   int tensorParallel)
{
    Bytes weights;
    for (std::size_t i = layers.first; i < layers.second; ++i) {
        weights += (model.layers[i].attention + model.layers[i].experts) / tensorParallel;
    }
    if (layers.first == 0) {
        weights += model.inputEmbedding / tensorParallel;
    }
    // A tied head on the stage of the embedding is the same matrix.
    if (layers.second == model.layers.size() && !(model.outputIsShared && layers.first == 0)) {
        weights += model.output / tensorParallel;
    }
    return weights;
}

MemoryComponents fixedParts(Bytes capacity, int devices)
{
    MemoryComponents parts;
    parts.engineOverhead = capacity - capacity.scaled(kMemoryShare) + kNonTorch + kGraphs;
    if (devices > 1) {
        parts.engineOverhead += devices == 2 ? kNcclTwo : kNcclMore;
    }
    return parts;
}

void placeOnDevices(MemoryPlan& plan, const QuantizedModel& model, const Workload& workload)
{
    const Placement& placement = plan.placement;
    const int devices = static_cast<int>(plan.memory.devices.size());
    plan.memory.host.used.engineOverhead = kWorkerRam * devices;
    std::int64_t held = kLargestConcurrency;
    for (int index = 0; index < devices; ++index) {
        DeviceMemory& device = plan.memory.devices[static_cast<std::size_t>(index)];
        device.used += fixedParts(device.capacity, devices);
        const int stage = index / placement.tensorParallel;
        if (stage >= placement.pipelineParallel) {
            continue;
        }
        const auto layers = stageLayers(model.layers.size(), placement.pipelineParallel, stage);
        const CacheNeed cache = cacheNeed(model, workload, placement.tensorParallel, layers);
        device.used.weights += stageWeights(model, layers, placement.tensorParallel);
        device.used.computeBuffer +=
            vllmActivationPeak(model.architecture, workload, placement.tensorParallel);
        const Bytes pool = device.capacity - device.used.total();
        if (cache.oneSequence > Bytes()) {
            held = std::min(held, std::max<std::int64_t>(0, pool.value() / cache.oneSequence.value()));
        }
        device.used.kvCache += cache.workload;
        device.used.recurrentState += cache.state;
    }
    plan.concurrentSequences = held;
}

/// vLLM's CPU back end: one copy of the weights in RAM and a key/value space of the workload's size.
void placeOnHost(MemoryPlan& plan, const QuantizedModel& model, const Workload& workload)
{
    plan.placement = {};
    const CacheNeed cache = cacheNeed(model, workload, 1, {0, model.layers.size()});
    MemoryComponents& host = plan.memory.host.used;
    host.weights = model.total();
    host.kvCache = cache.workload;
    host.recurrentState = cache.state;
    host.computeBuffer = vllmActivationPeak(model.architecture, workload, 1);
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

void addPlacementFindings(MemoryPlan& plan, const QuantizedModel& model)
{
    const Placement& placement = plan.placement;
    const int used = placement.tensorParallel * placement.pipelineParallel;
    const int devices = static_cast<int>(plan.memory.devices.size());
    const std::int64_t heads = model.architecture.facts.heads;
    if (heads > 0 && heads % placement.tensorParallel != 0) {
        plan.fits = false;
        plan.findings.push_back(
            {"tensor-parallel-heads",
             Severity::Blocker,
             RIGWRIGHT_TEXT("Finding", "{heads} attention heads can't be split over {devices} devices."),
             {{"heads", std::to_string(heads)}, {"devices", std::to_string(placement.tensorParallel)}}});
    }
    if (used != devices) {
        plan.fits = false;
        plan.findings.push_back(
            {"placement-devices",
             Severity::Blocker,
             RIGWRIGHT_TEXT(
                 "Finding",
                 "Tensor parallel {tp} times pipeline parallel {pp} is not the {devices} devices."),
             {{"tp", std::to_string(placement.tensorParallel)},
              {"pp", std::to_string(placement.pipelineParallel)},
              {"devices", std::to_string(devices)}}});
    }
}

MemoryPlan planVllm(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                    const PlacementRequest& request)
{
    MemoryPlan plan;
    plan.memory = emptyBreakdown(hardware);
    const int devices = hardware.deviceCount();
    if (devices == 0) {
        placeOnHost(plan, model, workload);
        addFitFindings(plan);
        return plan;
    }
    plan.placement = choosePlacement(model, devices, request);
    placeOnDevices(plan, model, workload);
    addFitFindings(plan);
    addPlacementFindings(plan, model);
    const bool apple = std::ranges::any_of(hardware.accelerators, [](const AcceleratorGroup& group) {
        return group.accelerator.vendor == AcceleratorVendor::Apple;
    });
    if (apple) {
        plan.fits = false;
        plan.findings.push_back(
            {"engine-device",
             Severity::Blocker,
             RIGWRIGHT_TEXT("Finding", "vLLM does not run on Apple's GPUs: choose llama.cpp."),
             {}});
    }
    return plan;
}

class VllmProfile final : public EngineProfile {
public:
    [[nodiscard]] Engine engine() const override { return Engine::Vllm; }
    [[nodiscard]] const char* name() const override { return "vllm"; }
    [[nodiscard]] const char* label() const override { return "vLLM"; }

    [[nodiscard]] bool loads(WeightFormat format) const override
    {
        switch (format) {
        case WeightFormat::Fp32:
        case WeightFormat::Bf16:
        case WeightFormat::Fp16:
        case WeightFormat::Fp8:
        case WeightFormat::Int8:
        case WeightFormat::Gptq4:
        case WeightFormat::Awq4: return true;
        default: return false;
        }
    }

    [[nodiscard]] bool hasCacheType(CacheType type) const override
    {
        return type == CacheType::Fp8 || type == CacheType::F16 || type == CacheType::Bf16;
    }

    [[nodiscard]] bool runs(WorkloadKind kind) const override { return !isTraining(kind); }

    [[nodiscard]] MemoryPlan plan(const QuantizedModel& model, const Workload& workload,
                                  const Hardware& hardware, const PlacementRequest& request) const override
    {
        return planVllm(model, workload, hardware, request);
    }
};

} // namespace

const EngineProfile& vllmProfile()
{
    static const VllmProfile profile;
    return profile;
}

} // namespace rigwright
