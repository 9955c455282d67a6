// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/block_pool.h"
#include "sizing/engines/engine_profile.h"
#include "sizing/engines/layout.h"
#include "sizing/engines/rank_weights.h"
#include "sizing/engines/serving_step.h"
#include "sizing/training/training_plan.h"

#include <algorithm>
#include <cstddef>

// Hugging Face Transformers with device_map="auto": whole layers on devices one after the other, which work in turns, and the
// rest in RAM (accelerate, utils/modeling.py). The cache grows as it is filled; a prompt is worked off in one piece.
namespace rigwright {

namespace {

/// What one layer keeps on the device that it is on.
struct LayerNeed {
    Bytes weights;
    Bytes cache;
    Bytes state;

    [[nodiscard]] Bytes total() const { return weights + cache + state; }
};

std::vector<LayerNeed> layerNeeds(const QuantizedModel& model, const Workload& workload)
{
    std::vector<LayerNeed> needs;
    needs.reserve(model.layers.size());
    PoolRules rules;
    rules.blockTokens = 1;
    for (std::size_t i = 0; i < model.layers.size(); ++i) {
        const CacheGroups caches(model.architecture, workload, 1, {i, i + 1});
        const BlockPool pool(caches, caches, rules);
        needs.push_back({model.layers[i].attention + model.layers[i].experts,
                         pool.forTokens(workload.sequences(), workload.context),
                         pool.forStates(workload.sequences())});
    }
    return needs;
}

/// The widest layer's intermediate results for all prompts, or the logits of the last tokens in 16 bits and FP32. Experts are
/// worked off one after the other, each with the tokens that it got: the residual stream stays.
Bytes stepPeak(const QuantizedModel& model, const Workload& workload)
{
    constexpr std::int64_t kLogitBytes = 6;
    const std::int64_t sequences = workload.sequences();
    const std::int64_t tokens = std::min(workload.promptTokens, workload.context) * sequences;
    Architecture outline{model.architecture.facts, {}, {}};
    for (Layer layer : model.architecture.layers) {
        layer.feedForward.expertsPerToken = std::min(layer.feedForward.expertsPerToken, 1);
        outline.layers.push_back(layer);
    }
    return std::max(forwardPeak(outline, tokens, {}),
                    Bytes(kLogitBytes * sequences * model.architecture.facts.vocabulary));
}

/// Where everything is put, for one choice of how many layers lie on accelerators.
class DeviceMap {
public:
    DeviceMap(const QuantizedModel& model, const Workload& workload, const Hardware& hardware)
        : model_(model)
        , needs_(layerNeeds(model, workload))
        , peak_(stepPeak(model, workload))
        , empty_(emptyBreakdown(hardware))
    {
        std::size_t index = 0;
        for (const AcceleratorGroup& group : hardware.accelerators) {
            for (int i = 0; i < group.count; ++i) {
                DeviceMemory& device = empty_.devices[index++];
                device.used.engineOverhead =
                    device.capacity - visibleMemory(group.accelerator) + kDriverContext;
                device.used.computeBuffer = peak_;
            }
        }
    }

    [[nodiscard]] std::size_t layers() const { return needs_.size(); }

    /// The first layers go to the accelerators, balanced by what is free on each, the others to RAM.
    [[nodiscard]] MemoryBreakdown place(std::size_t onDevices) const
    {
        MemoryBreakdown memory = empty_;
        Bytes left;
        for (std::size_t i = 0; i < onDevices; ++i) {
            left += needs_[i].total();
        }
        std::size_t next = 0;
        for (std::size_t index = 0; index < memory.devices.size(); ++index) {
            next = fill(memory, index, next, onDevices, left);
        }
        offload(memory, next);
        placeEnds(memory, onDevices);
        return memory;
    }

private:
    static void add(MemoryComponents& used, const LayerNeed& need)
    {
        used.weights += need.weights;
        used.kvCache += need.cache;
        used.recurrentState += need.state;
    }

    /// A device takes layers until it has its part of what is left, the last one all that remains.
    std::size_t fill(MemoryBreakdown& memory, std::size_t index, std::size_t next, std::size_t onDevices,
                     Bytes& left) const
    {
        Bytes room;
        for (std::size_t i = index; i < memory.devices.size(); ++i) {
            room += std::max(Bytes(), memory.devices[i].capacity - memory.devices[i].used.total());
        }
        DeviceMemory& device = memory.devices[index];
        const Bytes own = std::max(Bytes(), device.capacity - device.used.total());
        const bool last = index + 1 == memory.devices.size();
        const double share = room > Bytes() ? own / room : 0;
        const Bytes part = left.scaled(share);
        Bytes taken;
        while (next < onDevices && (last || taken + needs_[next].total() / 2 <= part)) {
            taken += needs_[next].total();
            add(device.used, needs_[next++]);
        }
        left -= taken;
        return next;
    }

    /// Layers from `next` on stay in RAM. Each is copied to the first accelerator when its turn comes, and leaves its cache
    /// there (accelerate, hooks.py).
    void offload(MemoryBreakdown& memory, std::size_t next) const
    {
        MemoryComponents& execution = memory.devices.empty() ? memory.host.used : memory.devices.front().used;
        Bytes largest;
        for (; next < needs_.size(); ++next) {
            memory.host.used.weights += needs_[next].weights;
            execution.kvCache += needs_[next].cache;
            execution.recurrentState += needs_[next].state;
            largest = std::max(largest, needs_[next].weights);
        }
        if (!memory.devices.empty()) {
            execution.computeBuffer += largest;
        }
    }

    /// The embedding and the towers lie before the first layer, the head behind the last; a tied head is the embedding.
    void placeEnds(MemoryBreakdown& memory, std::size_t onDevices) const
    {
        MemoryComponents& first =
            onDevices > 0 && !memory.devices.empty() ? memory.devices.front().used : memory.host.used;
        first.weights += model_.inputEmbedding + model_.towers;
        const bool onHost = memory.devices.empty() || onDevices < needs_.size();
        MemoryComponents& last = onHost ? memory.host.used : memory.devices.back().used;
        last.weights += model_.ownOutput();
        if (memory.devices.empty()) {
            memory.host.used.computeBuffer = peak_;
        }
    }

    const QuantizedModel& model_;
    std::vector<LayerNeed> needs_;
    Bytes peak_;
    MemoryBreakdown empty_;
};

/// The most layers whose placement fits on the accelerators, at most all.
std::size_t mostLayers(const DeviceMap& map)
{
    std::size_t low = 0;
    std::size_t high = map.layers();
    while (low < high) {
        const std::size_t middle = (low + high + 1) / 2;
        const MemoryBreakdown memory = map.place(middle);
        if (std::ranges::all_of(memory.devices, &DeviceMemory::fits)) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return low;
}

void addDegreeProblems(MemoryPlan& plan, const PlacementRequest& request, int devices)
{
    const bool splits = request.tensorParallel.value_or(1) > 1 || request.expertParallel.value_or(1) > 1 ||
        request.dataParallel.value_or(1) > 1;
    if (splits) {
        plan.fits = false;
        plan.findings.push_back(
            {"device-map-splits",
             Severity::Blocker,
             RIGWRIGHT_TEXT("Finding",
                            "Transformers places whole layers: it neither splits matrices nor runs copies."),
             {}});
    }
    if (request.pipelineParallel && *request.pipelineParallel != std::max(1, devices) && !splits) {
        plan.fits = false;
        plan.findings.push_back(
            {"device-map-stages",
             Severity::Blocker,
             RIGWRIGHT_TEXT("Finding",
                            "Transformers spreads layers over all {devices} devices, not over {pp}."),
             {{"devices", std::to_string(devices)}, {"pp", std::to_string(*request.pipelineParallel)}}});
    }
}

MemoryPlan planTransformers(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                            const PlacementRequest& request)
{
    const int devices = hardware.deviceCount();
    const DeviceMap map(model, workload, hardware);
    const auto asked = [&] {
        const auto layers = static_cast<std::size_t>(std::max(0, *request.gpuLayers));
        return std::min(map.layers(), layers);
    };
    const std::size_t onDevices = devices <= 0 ? 0 : request.gpuLayers ? asked() : mostLayers(map);
    MemoryPlan plan;
    plan.placement.gpuLayers = static_cast<int>(onDevices);
    plan.placement.pipelineParallel = std::max(1, devices);
    plan.memory = map.place(onDevices);
    addFitFindings(plan);
    if (devices > 0 && onDevices < map.layers()) {
        plan.findings.push_back(
            {"layers-on-host",
             Severity::Warning,
             RIGWRIGHT_TEXT("Finding",
                            "{host} of {all} layers stay in RAM and are copied to the accelerator at every "
                            "step, which is slow."),
             {{"host", std::to_string(map.layers() - onDevices)}, {"all", std::to_string(map.layers())}}});
    }
    addDegreeProblems(plan, request, devices);
    return plan;
}

class TransformersProfile final : public EngineProfile {
public:
    [[nodiscard]] Engine engine() const override { return Engine::Transformers; }
    [[nodiscard]] const char* name() const override { return "transformers"; }
    [[nodiscard]] const char* label() const override { return "Transformers"; }
    [[nodiscard]] bool loads(WeightFormat format) const override { return isCheckpoint(format); }
    [[nodiscard]] bool hasCacheType(CacheType type) const override
    {
        return type == CacheType::F16 || type == CacheType::Bf16 || type == CacheType::F32;
    }
    [[nodiscard]] bool runs(WorkloadKind /*kind*/) const override { return true; }
    [[nodiscard]] MemoryPlan plan(const QuantizedModel& model, const Workload& workload,
                                  const Hardware& hardware, const PlacementRequest& request) const override
    {
        return isTraining(workload.kind)
            ? planTraining(model, workload, hardware, request, transformersTrainingRules())
            : planTransformers(model, workload, hardware, request);
    }
    [[nodiscard]] std::optional<TrainingRules> trainingRules() const override
    {
        return transformersTrainingRules();
    }
};

} // namespace

const EngineProfile& transformersProfile()
{
    static const TransformersProfile profile;
    return profile;
}

} // namespace rigwright
