// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/compute_buffer.h"
#include "sizing/engines/engine_profile.h"
#include "sizing/engines/layout.h"
#include "sizing/kv_cache.h"
#include "units/format.h"

#include <algorithm>

namespace rigwright {

namespace {

/// Splits layers over accelerators and host, as `--gpu-layers`, `--split-mode layer` and `--cpu-moe` do.
class LayerSplit {
public:
    LayerSplit(const QuantizedModel& model, const Workload& workload, const Hardware& hardware)
        : model_(model)
        , workload_(workload)
        , empty_(emptyBreakdown(hardware))
        , unified_(hasUnifiedMemory(hardware))
        , bufferWithOutput_(llamaCppComputeBuffer(model.architecture, workload, true))
        , buffer_(llamaCppComputeBuffer(model.architecture, workload, false))
    {
        caches_.reserve(model.layers.size());
        for (const Layer& layer : model.architecture.layers) {
            caches_.push_back(llamaCppCache(layer.attention, workload));
        }
    }

    [[nodiscard]] int layers() const { return static_cast<int>(model_.layers.size()); }
    [[nodiscard]] bool unified() const { return unified_; }
    [[nodiscard]] bool hasDevices() const { return !empty_.devices.empty(); }

    /// The last `gpuLayers` layers go to the accelerators, the first ones stay on the host.
    [[nodiscard]] MemoryPlan place(int gpuLayers, bool expertsOnHost) const
    {
        MemoryPlan plan;
        plan.placement.gpuLayers = gpuLayers;
        plan.placement.expertsOnHost = expertsOnHost;
        plan.memory = empty_;
        const std::size_t first = model_.layers.size() - static_cast<std::size_t>(gpuLayers);
        addHost(plan.memory.host.used, first, expertsOnHost);
        if (unified_) {
            plan.memory.devices.front().used += plan.memory.host.used;
            plan.memory.host.used = {};
        }
        if (gpuLayers > 0) {
            addFixedParts(plan.memory.devices, gpuLayers);
            spread(plan.memory.devices, first, expertsOnHost);
        }
        plan.fits = plan.memory.fits();
        return plan;
    }

private:
    [[nodiscard]] MemoryComponents layerNeed(std::size_t index, bool withExperts) const
    {
        MemoryComponents need;
        need.weights = model_.layers[index].attention;
        if (withExperts) {
            need.weights += model_.layers[index].experts;
        }
        need.kvCache = caches_[index].keysAndValues;
        need.recurrentState = caches_[index].recurrentState;
        return need;
    }

    void addHost(MemoryComponents& host, std::size_t hostLayers, bool expertsOnHost) const
    {
        host.weights += model_.inputEmbedding;
        for (std::size_t i = 0; i < model_.layers.size(); ++i) {
            if (i < hostLayers) {
                host += layerNeed(i, true);
            } else if (expertsOnHost) {
                host.weights += model_.layers[i].experts;
            }
        }
        const bool outputOnHost = hostLayers > 0 || !hasDevices();
        if (outputOnHost) {
            host.weights += model_.ownOutput();
        }
        constexpr std::int64_t kLogitBytes = 4;
        host.outputBuffer = Bytes(kLogitBytes * model_.architecture.facts.vocabulary * workload_.sequences());
        host.computeBuffer = hostBuffer(outputOnHost, expertsOnHost);
    }

    [[nodiscard]] Bytes hostBuffer(bool outputOnHost, bool expertsOnHost) const
    {
        if (outputOnHost) {
            return bufferWithOutput_;
        }
        if (expertsOnHost) {
            return buffer_;
        }
        // The inputs of a graph that runs elsewhere: embeddings of a micro-batch and the mask.
        const std::int64_t batch = std::min(workload_.microBatch, workload_.context);
        return Bytes(batch * (4 * model_.architecture.facts.hidden + 2 * paddedCells(workload_.context)));
    }

    void addFixedParts(std::vector<DeviceMemory>& devices, int gpuLayers) const
    {
        for (DeviceMemory& device : devices) {
            device.used.engineOverhead += unified_ ? Bytes() : kDriverContext;
            device.used.computeBuffer += buffer_;
        }
        if (gpuLayers == layers()) {
            MemoryComponents& last = devices.back().used;
            last.computeBuffer += bufferWithOutput_ - buffer_;
            // Unified memory holds a tied matrix once; elsewhere the input copy is on the host.
            last.weights += unified_ ? model_.ownOutput() : model_.output;
        }
    }

    /// Fills the devices in order so that the fullest is as empty as it can be.
    void spread(std::vector<DeviceMemory>& devices, std::size_t first, bool expertsOnHost) const
    {
        double low = 0;
        double high = 1;
        while (!trySpread(devices, first, expertsOnHost, high) && high < 1e6) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < 24; ++i) {
            const double middle = (low + high) / 2;
            (trySpread(devices, first, expertsOnHost, middle) ? high : low) = middle;
        }
        std::size_t next = first;
        for (DeviceMemory& device : devices) {
            fill(device, next, expertsOnHost, high);
        }
        // What no level could hold stays visible on the last device.
        for (; next < model_.layers.size(); ++next) {
            devices.back().used += layerNeed(next, !expertsOnHost);
        }
    }

    [[nodiscard]] bool trySpread(std::vector<DeviceMemory> devices, std::size_t first, bool expertsOnHost,
                                 double level) const
    {
        std::size_t next = first;
        for (DeviceMemory& device : devices) {
            fill(device, next, expertsOnHost, level);
        }
        return next == model_.layers.size() &&
            (level > 1 || std::ranges::all_of(devices, &DeviceMemory::fits));
    }

    void fill(DeviceMemory& device, std::size_t& next, bool expertsOnHost, double level) const
    {
        const Bytes limit = device.capacity.scaled(level);
        while (next < model_.layers.size()) {
            const MemoryComponents need = layerNeed(next, !expertsOnHost);
            if (device.used.total() + need.total() > limit) {
                return;
            }
            device.used += need;
            ++next;
        }
    }

    const QuantizedModel& model_;
    const Workload& workload_;
    MemoryBreakdown empty_;
    bool unified_;
    Bytes bufferWithOutput_;
    Bytes buffer_;
    std::vector<LayerCache> caches_;
};

bool hasExperts(const QuantizedModel& model)
{
    return std::ranges::any_of(model.layers,
                               [](const LayerWeights& layer) { return layer.experts > Bytes(); });
}

MemoryPlan mostLayersThatFit(const LayerSplit& split)
{
    int low = 0;
    int high = split.layers() - 1;
    MemoryPlan best = split.place(0, false);
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        MemoryPlan plan = split.place(middle, false);
        // Device memory alone decides here: fewer layers on accelerators only need more RAM.
        if (std::ranges::all_of(plan.memory.devices, &DeviceMemory::fits)) {
            low = middle;
            best = std::move(plan);
        } else {
            high = middle - 1;
        }
    }
    return best;
}

MemoryPlan choosePlacement(const LayerSplit& split, const QuantizedModel& model,
                           const PlacementRequest& request)
{
    const int all = split.layers();
    if (!split.hasDevices()) {
        return split.place(0, false); // layers asked onto accelerators have nowhere else to go
    }
    if (request.gpuLayers) {
        return split.place(std::clamp(*request.gpuLayers, 0, all), request.expertsOnHost.value_or(false));
    }
    const bool mayUseHost = !split.unified();
    const bool expertsAsked = request.expertsOnHost.value_or(false) && mayUseHost && hasExperts(model);
    MemoryPlan whole = split.place(all, expertsAsked);
    if (whole.fits || expertsAsked || !mayUseHost) {
        return whole;
    }
    if (hasExperts(model) && request.expertsOnHost.value_or(true)) {
        MemoryPlan experts = split.place(all, true);
        if (experts.fits) {
            return experts;
        }
    }
    MemoryPlan partial = mostLayersThatFit(split);
    return partial.fits && partial.placement.gpuLayers > 0 ? partial : whole;
}

void addPlacementFindings(MemoryPlan& plan, const LayerSplit& split)
{
    const int onHost = split.layers() - plan.placement.gpuLayers;
    if (split.hasDevices() && onHost > 0) {
        plan.findings.push_back(
            {"layers-on-host",
             Severity::Warning,
             RIGWRIGHT_TEXT("Finding", "{host} of {all} layers stay in RAM; the CPU computes them."),
             {{"host", std::to_string(onHost)}, {"all", std::to_string(split.layers())}}});
    }
    if (plan.placement.expertsOnHost) {
        plan.findings.push_back(
            {"experts-on-host",
             Severity::Note,
             RIGWRIGHT_TEXT("Finding",
                            "The routed experts stay in RAM, {ram} in all; the accelerator keeps the rest."),
             {{"ram", formatMemory(plan.memory.host.used.weights)}}});
    }
}

MemoryPlan planLlamaCpp(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                        const PlacementRequest& request)
{
    const LayerSplit split(model, workload, hardware);
    MemoryPlan plan = choosePlacement(split, model, request);
    addPlacementFindings(plan, split);
    addFitFindings(plan);
    return plan;
}

class LlamaCppProfile final : public EngineProfile {
public:
    [[nodiscard]] Engine engine() const override { return Engine::LlamaCpp; }
    [[nodiscard]] const char* name() const override { return "llama.cpp"; }
    [[nodiscard]] const char* label() const override { return "llama.cpp"; }

    [[nodiscard]] bool loads(WeightFormat format) const override { return isGguf(format); }

    [[nodiscard]] bool hasCacheType(CacheType type) const override { return type != CacheType::Fp8; }

    [[nodiscard]] bool runs(WorkloadKind kind) const override { return !isTraining(kind); }

    [[nodiscard]] MemoryPlan plan(const QuantizedModel& model, const Workload& workload,
                                  const Hardware& hardware, const PlacementRequest& request) const override
    {
        return planLlamaCpp(model, workload, hardware, request);
    }
};

} // namespace

const EngineProfile& llamaCppProfile()
{
    static const LlamaCppProfile profile;
    return profile;
}

} // namespace rigwright
