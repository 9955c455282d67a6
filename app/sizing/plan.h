// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quantized_model.h"
#include "sizing/hardware.h"
#include "sizing/memory.h"
#include "sizing/workload.h"
#include "units/finding.h"

#include <optional>
#include <vector>

namespace rigwright {

/// How a model lies on the devices.
struct Placement {
    int tensorParallel = 1;     ///< vLLM: every layer split over so many devices
    int pipelineParallel = 1;   ///< vLLM: stages of layers
    int expertParallel = 1;     ///< routed experts dealt out to so many devices, instead of each being split
    int dataParallel = 1;       ///< copies of the model, each with its own sequences
    int gpuLayers = 0;          ///< llama.cpp: layers on accelerators; the rest is on the host
    bool expertsOnHost = false; ///< llama.cpp: routed experts of some layers stay in RAM
    int hostExpertLayers = 0;   ///< llama.cpp's `--n-cpu-moe`: those of so many layers, from the first
    bool splitRows = false;     ///< llama.cpp's `--split-mode row`
    std::vector<int> deviceLayers; ///< llama.cpp: layers on each accelerator, as `--tensor-split` takes them

    /// True when the routed experts of this layer stay in RAM though the layer is on an accelerator.
    [[nodiscard]] bool keepsExpertsOnHost(std::size_t layer) const
    {
        return expertsOnHost && layer < static_cast<std::size_t>(hostExpertLayers);
    }
};

/// What the user fixes of a placement; the planner chooses the rest.
struct PlacementRequest {
    std::optional<int> tensorParallel;
    std::optional<int> pipelineParallel;
    std::optional<int> expertParallel;
    std::optional<int> dataParallel;
    std::optional<int> gpuLayers;
    std::optional<bool> expertsOnHost;
    std::optional<int> hostExpertLayers; ///< llama.cpp: 0 to the model's layers
    std::optional<bool> splitRows;       ///< llama.cpp
};

struct MemoryPlan {
    Placement placement;
    MemoryBreakdown memory;
    bool fits = false;
    HostDemand hostDemand;
    /// Bytes of compute and output buffers that work really writes to; the rest is reserved address space (llama.cpp).
    std::optional<Bytes> touched;
    std::vector<Finding> findings; ///< why it does not fit, or what to know about how it does
    /// Sequences of the workload's context that the key/value memory holds, of all copies of the model; engines with a pool.
    std::optional<std::int64_t> concurrentSequences;
    /// What such an engine says of one copy's pool as it starts: its tokens and, where it prints that, how many requests of the
    /// workload's context they are. Engines count a request as if it came in a step of its own: windows with a whole batch.
    std::optional<std::int64_t> poolTokens;
    std::optional<double> poolRequests;
    std::optional<Bytes> pool; ///< of the device with the smallest; the workload's share of it is in `memory`
};

/// Places a model on hardware as its engine would: llama.cpp fills accelerators layer by layer and keeps the rest in RAM,
/// vLLM splits by tensor parallelism. Always gives a breakdown, also of what does not fit.
[[nodiscard]] MemoryPlan planMemory(const QuantizedModel& model, const Workload& workload,
                                    const Hardware& hardware, const PlacementRequest& request = {});

/// Asks for a placement again, held fast while something else changes.
[[nodiscard]] PlacementRequest requestFor(const Placement& placement, Engine engine);

/// The longest context, in tokens (training: the longest sequence), that fits where everything else stays; nothing when not
/// even the shortest does.
[[nodiscard]] std::optional<std::int64_t> largestContext(const QuantizedModel& model,
                                                         const Workload& workload, const Hardware& hardware,
                                                         const PlacementRequest& request = {});

} // namespace rigwright
