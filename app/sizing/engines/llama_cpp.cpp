// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/engine_profile.h"
#include "sizing/engines/layout.h"
#include "sizing/engines/llama_cpp_findings.h"
#include "sizing/engines/llama_cpp_host.h"
#include "sizing/engines/llama_cpp_split.h"

#include <algorithm>

namespace rigwright {

namespace {

bool devicesFit(const MemoryPlan& plan)
{
    return std::ranges::all_of(plan.memory.devices, &DeviceMemory::fits);
}

/// The first of the choices 1 to `count` with which the devices hold their part, where each relieves them more than the one
/// before; none does: the last.
template <class Choice>
MemoryPlan firstThatFits(const LlamaCppSplit& split, int count, const Choice& choice)
{
    int low = 1;
    int high = count;
    while (low < high) {
        const int middle = (low + high) / 2;
        if (devicesFit(split.place(choice(middle)))) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return split.place(choice(low));
}

/// Experts of as few layers in RAM as need be, from the first on. Device memory alone decides: more of them in RAM would need
/// more of it.
MemoryPlan fewestHostExperts(const LlamaCppSplit& split)
{
    const int all = split.layers();
    return firstThatFits(split, all, [all](int layers) { return LlamaCppSplitChoice{all, layers, false}; });
}

MemoryPlan mostDeviceLayers(const LlamaCppSplit& split)
{
    const int all = split.layers();
    return firstThatFits(split, all, [all](int onHost) {
        return LlamaCppSplitChoice{all - onHost, 0, false};
    });
}

/// What the user fixed; nothing where the planner chooses.
std::optional<LlamaCppSplitChoice> askedFor(const LlamaCppSplit& split, const PlacementRequest& request)
{
    const int all = split.layers();
    LlamaCppSplitChoice choice{all, 0, request.splitRows.value_or(false)};
    const bool mayUseHost = !split.unified() && split.hasExperts();
    if (mayUseHost && request.expertsOnHost.value_or(false)) {
        choice.hostExpertLayers = all;
    }
    if (mayUseHost && request.hostExpertLayers) {
        choice.hostExpertLayers = std::clamp(*request.hostExpertLayers, 0, all);
    }
    choice.gpuLayers = std::clamp(request.gpuLayers.value_or(all), 0, all);
    const bool asked =
        request.gpuLayers || request.hostExpertLayers || choice.hostExpertLayers > 0 || choice.splitRows;
    return asked ? std::optional(choice) : std::nullopt;
}

MemoryPlan choosePlacement(const LlamaCppSplit& split, const PlacementRequest& request)
{
    if (!split.hasDevices()) {
        return split.place({}); // layers asked onto accelerators have nowhere else to go
    }
    if (const auto asked = askedFor(split, request)) {
        return split.place(*asked);
    }
    MemoryPlan whole = split.place({split.layers(), 0, false});
    if (whole.fits || split.unified()) {
        return whole;
    }
    if (split.hasExperts() && request.expertsOnHost.value_or(true)) {
        MemoryPlan experts = fewestHostExperts(split);
        if (experts.fits) {
            return experts;
        }
    }
    MemoryPlan partial = mostDeviceLayers(split);
    return partial.fits && partial.placement.gpuLayers > 0 ? partial : whole;
}

MemoryPlan planLlamaCpp(const QuantizedModel& model, const Workload& workload, const Hardware& hardware,
                        const PlacementRequest& request)
{
    const LlamaCppSplit split(model, workload, hardware);
    MemoryPlan plan = choosePlacement(split, request);
    plan.touched = llamaCppTouched(plan, model, workload);
    plan.hostDemand = llamaCppHostDemand(plan, model, workload, split.unified());
    addLlamaCppFindings(plan, split);
    addFitFindings(plan);
    addLlamaCppRefusals(plan, model, workload);
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

    [[nodiscard]] std::vector<PlacementRequest> candidates(const QuantizedModel& model,
                                                           const Hardware& hardware) const override
    {
        const int layers = static_cast<int>(model.layers.size());
        if (hardware.deviceCount() == 0) {
            return {PlacementRequest{}};
        }
        PlacementRequest whole;
        whole.gpuLayers = layers;
        PlacementRequest host;
        host.gpuLayers = 0;
        std::vector<PlacementRequest> all{whole};
        const bool hasExperts = std::ranges::any_of(
            model.layers, [](const LayerWeights& layer) { return layer.experts > Bytes(); });
        if (hasExperts) {
            PlacementRequest experts = whole;
            experts.expertsOnHost = true;
            all.push_back(experts);
        }
        if (hardware.deviceCount() > 1) {
            PlacementRequest rows = whole;
            rows.splitRows = true;
            all.push_back(rows);
        }
        all.push_back(host);
        return all;
    }
};

} // namespace

const EngineProfile& llamaCppProfile()
{
    static const LlamaCppProfile profile;
    return profile;
}

} // namespace rigwright
