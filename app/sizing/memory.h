// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/units.h"

#include <array>
#include <string>
#include <vector>

namespace rigwright {

/// What memory is used for, on one device or in all.
struct MemoryComponents {
    Bytes weights;
    Bytes kvCache;
    Bytes recurrentState;
    Bytes computeBuffer;
    Bytes outputBuffer;
    Bytes gradients;
    Bytes optimizer;      ///< states of the optimiser and master copies of the weights
    Bytes activations;    ///< what the forward pass keeps for the backward pass, with the logits
    Bytes engineOverhead; ///< context, libraries, graphs, and memory that the engine reserves without use

    [[nodiscard]] Bytes total() const;
    bool operator==(const MemoryComponents&) const = default;
    MemoryComponents& operator+=(const MemoryComponents& other);
};

/// A component by its name: in JSON ("kv_cache_bytes") and for people.
struct MemoryComponent {
    const char* key;
    const char* label;
    Bytes MemoryComponents::*bytes;
};

inline constexpr std::array<MemoryComponent, 9> kMemoryComponents{{
    {"weights_bytes", "weights", &MemoryComponents::weights},
    {"kv_cache_bytes", "KV cache", &MemoryComponents::kvCache},
    {"recurrent_state_bytes", "state", &MemoryComponents::recurrentState},
    {"compute_buffer_bytes", "compute buffer", &MemoryComponents::computeBuffer},
    {"output_buffer_bytes", "output", &MemoryComponents::outputBuffer},
    {"engine_overhead_bytes", "engine", &MemoryComponents::engineOverhead},
    {"gradients_bytes", "gradients", &MemoryComponents::gradients},
    {"optimizer_bytes", "optimizer", &MemoryComponents::optimizer},
    {"activations_bytes", "activations", &MemoryComponents::activations},
}};

struct DeviceMemory {
    std::string name;
    Bytes capacity;
    MemoryComponents used;

    [[nodiscard]] bool fits() const { return used.total() <= capacity; }
};

/// What loading and running ask of host RAM beside what stays allocated there.
struct HostDemand {
    Bytes mapped;   ///< pages of the weights' files, which the system may drop again
    Bytes repacked; ///< second copies of weights that llama.cpp's CPU back end makes at load
    Bytes pinned;   ///< page-locked buffers for transfers
    Bytes workers;  ///< processes that feed training data
    Bytes peak;     ///< the most that is resident at once, while loading or running
    Bytes folkRule; ///< the rule of thumb that guides give, to compare with
};

/// Bytes per component on each device and in host RAM.
struct MemoryBreakdown {
    std::vector<DeviceMemory> devices; ///< one for each accelerator, in order
    DeviceMemory host;                 ///< capacity 0: unknown, and nothing is said about whether it fits
    bool hostCapacityKnown = false;

    [[nodiscard]] MemoryComponents sum() const; ///< devices and host
    [[nodiscard]] Bytes onDevices() const;
    [[nodiscard]] bool fits() const;
};

} // namespace rigwright
