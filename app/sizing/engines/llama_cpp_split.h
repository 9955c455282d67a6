// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/engines/llama_cpp_context.h"
#include "sizing/engines/llama_cpp_graph.h"
#include "sizing/kv_cache.h"
#include "sizing/plan.h"

// How llama.cpp lays a model out over accelerators and RAM.
namespace rigwright {

/// What `--gpu-layers`, `--n-cpu-moe` and `--split-mode` say.
struct LlamaCppSplitChoice {
    int gpuLayers = 0;        ///< the last ones of the model
    int hostExpertLayers = 0; ///< the first ones of the model, whose routed experts stay in RAM
    bool splitRows = false;   ///< matrices are split by rows over all devices, the rest is on the first
};

/// Splits one model for one workload over one machine's memory.
class LlamaCppSplit {
public:
    LlamaCppSplit(const QuantizedModel& model, const Workload& workload, const Hardware& hardware);

    [[nodiscard]] int layers() const { return static_cast<int>(model_.layers.size()); }
    [[nodiscard]] bool unified() const { return unified_; }
    [[nodiscard]] bool hasDevices() const { return !empty_.devices.empty(); }
    [[nodiscard]] bool hasExperts() const;

    /// Memory of such a split; what does not fit stays visible on the last device.
    [[nodiscard]] MemoryPlan place(const LlamaCppSplitChoice& choice) const;

private:
    [[nodiscard]] MemoryComponents layerNeed(std::size_t index, const LlamaCppSplitChoice& choice) const;
    void addHost(MemoryComponents& host, const LlamaCppSplitChoice& choice) const;
    void addFixedParts(std::vector<DeviceMemory>& devices, const LlamaCppSplitChoice& choice) const;
    void spreadRows(MemoryPlan& plan, const LlamaCppSplitChoice& choice) const;
    void spreadLayers(MemoryPlan& plan, const LlamaCppSplitChoice& choice) const;
    [[nodiscard]] Bytes streamedMatrix(const LlamaCppSplitChoice& choice) const;
    [[nodiscard]] bool runsAsPipeline(const LlamaCppSplitChoice& choice) const;
    [[nodiscard]] std::size_t hostLayers(const LlamaCppSplitChoice& choice) const;

    const QuantizedModel& model_;
    MemoryBreakdown empty_;
    bool unified_;
    LlamaCppContext context_;
    LlamaCppBuffers buffers_;
    std::vector<LayerCache> caches_;
};

} // namespace rigwright
