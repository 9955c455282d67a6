// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/engines/llama_cpp_findings.h"

#include "units/format.h"

#include <algorithm>
#include <string>

namespace rigwright {

namespace {

// What `--fit` leaves free on each device (common/fit.cpp).
constexpr Bytes kFitMargin = 1024_MiB;

void addHostFindings(MemoryPlan& plan, const LlamaCppSplit& split)
{
    const Placement& placement = plan.placement;
    const int onHost = split.layers() - placement.gpuLayers;
    if (split.hasDevices() && onHost > 0) {
        plan.findings.push_back(
            {"layers-on-host",
             Severity::Warning,
             RIGWRIGHT_TEXT("Finding", "{host} of {all} layers stay in RAM; the CPU computes them."),
             {{"host", std::to_string(onHost)}, {"all", std::to_string(split.layers())}}});
    }
    if (!placement.expertsOnHost) {
        return;
    }
    if (placement.hostExpertLayers >= split.layers()) {
        plan.findings.push_back(
            {"experts-on-host",
             Severity::Note,
             RIGWRIGHT_TEXT("Finding",
                            "The routed experts stay in RAM, {ram} in all; the accelerator keeps the rest."),
             {{"ram", formatMemory(plan.memory.host.used.weights)}}});
        return;
    }
    plan.findings.push_back(
        {"experts-on-host",
         Severity::Note,
         RIGWRIGHT_TEXT("Finding",
                        "The routed experts of the first {layers} of {all} layers stay in RAM (--n-cpu-moe "
                        "{layers}), with {ram} of weights there."),
         {{"layers", std::to_string(placement.hostExpertLayers)},
          {"all", std::to_string(split.layers())},
          {"ram", formatMemory(plan.memory.host.used.weights)}}});
}

void addDeviceFindings(MemoryPlan& plan)
{
    const std::vector<int>& counts = plan.placement.deviceLayers;
    const bool isUneven =
        counts.size() > 1 && *std::ranges::max_element(counts) > *std::ranges::min_element(counts) + 1;
    if (isUneven) {
        std::string split;
        for (const int layers : counts) {
            split += (split.empty() ? "" : ",") + std::to_string(layers);
        }
        plan.findings.push_back(
            {"tensor-split",
             Severity::Note,
             RIGWRIGHT_TEXT("Finding", "The layers are shared out unevenly (--tensor-split {split})."),
             {{"split", split}}});
    }
    const auto tight = std::ranges::find_if(plan.memory.devices, [](const DeviceMemory& device) {
        return device.fits() && device.capacity - device.used.total() < kFitMargin;
    });
    if (plan.fits && tight != plan.memory.devices.end()) {
        plan.findings.push_back(
            {"little-margin",
             Severity::Note,
             RIGWRIGHT_TEXT("Finding",
                            "{device} keeps {free} free; llama.cpp's own fitting leaves {margin} for the "
                            "desktop and other programs."),
             {{"device", tight->name},
              {"free", formatMemory(tight->capacity - tight->used.total())},
              {"margin", formatMemory(kFitMargin)}}});
    }
}

void refuse(MemoryPlan& plan, Finding finding)
{
    plan.fits = false;
    plan.findings.push_back(std::move(finding));
}

/// A head whose values don't fill whole blocks of a cache type; 0: there is none.
std::int64_t brokenHead(const Architecture& architecture, CacheType type, bool keys)
{
    constexpr std::int64_t kBlock = 32;
    if (!isQuantised(type)) {
        return 0;
    }
    for (const Layer& layer : architecture.layers) {
        const Attention& attention = layer.attention;
        const std::int64_t head = attention.kind == AttentionKind::Mla
            ? attention.kvLoraRank + (keys ? attention.ropeDim : 0)
            : keys ? attention.headDim
                   : attention.valueDim;
        if (head % kBlock != 0) {
            return head;
        }
    }
    return 0;
}

} // namespace

void addLlamaCppFindings(MemoryPlan& plan, const LlamaCppSplit& split)
{
    addHostFindings(plan, split);
    addDeviceFindings(plan);
}

void addLlamaCppRefusals(MemoryPlan& plan, const QuantizedModel& model, const Workload& workload)
{
    const Architecture& architecture = model.architecture;
    const bool hasLatentCache = std::ranges::any_of(
        architecture.layers, [](const Layer& layer) { return layer.attention.kind == AttentionKind::Mla; });
    if (hasLatentCache && workload.keyCache != workload.valueCache) {
        refuse(
            plan,
            {"cache-types-differ",
             Severity::Blocker,
             RIGWRIGHT_TEXT("Finding",
                            "This model keeps one compressed vector for keys and values: llama.cpp "
                            "refuses {keys} for the one and {values} for the other."),
             {{"keys", cacheTypeName(workload.keyCache)}, {"values", cacheTypeName(workload.valueCache)}}});
    }
    if (isQuantised(workload.valueCache) && !workload.flashAttention) {
        refuse(plan,
               {"quantised-values",
                Severity::Blocker,
                RIGWRIGHT_TEXT("Finding",
                               "llama.cpp quantises cached values ({values}) only with flash attention."),
                {{"values", cacheTypeName(workload.valueCache)}}});
    }
    for (const bool keys : {true, false}) {
        const CacheType type = keys ? workload.keyCache : workload.valueCache;
        if (const std::int64_t head = brokenHead(architecture, type, keys); head > 0) {
            refuse(plan,
                   {"cache-type-head",
                    Severity::Blocker,
                    RIGWRIGHT_TEXT("Finding",
                                   "Heads of {head} values don't fill the blocks of 32 of a {type} cache."),
                    {{"head", std::to_string(head)}, {"type", cacheTypeName(type)}}});
            break;
        }
    }
}

} // namespace rigwright
