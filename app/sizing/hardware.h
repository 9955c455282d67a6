// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/parts.h"

#include <optional>
#include <vector>

namespace rigwright {

/// Equal accelerators of a machine.
struct AcceleratorGroup {
    Accelerator accelerator;
    int count = 1;
    /// The slot that each one really gets; empty: as wide as the card.
    std::optional<int> linkGeneration;
    std::optional<int> linkLanes;
};

/// The CPUs and RAM of a machine.
struct Host {
    PartId id;        ///< of the CPU; empty: none that the catalog knows
    std::string name; ///< "Ryzen 5 7600"; empty: unknown
    int sockets = 1;
    int cores = 0; ///< of all sockets; 0: unknown
    std::optional<double> baseGigahertz;
    bool avx512 = false;
    bool amx = false;
    std::optional<Bytes> memory;
    std::optional<BytesPerSecond> bandwidth; ///< peak as populated, of all sockets together
    /// Of several sockets, each one's threads read the memory beside it (numactl, `--numa distribute`).
    bool pagesPlaced = false;
};

/// What parts draw beside accelerators, for the energy that work takes.
struct PowerRatings {
    std::optional<Watts> cpus;              ///< of all CPUs, all cores busy
    std::optional<Watts> rest;              ///< board, memory, fans, drives
    std::optional<double> supplyEfficiency; ///< share of the power at the wall that reaches the parts
};

/// What a model is placed on. Without an accelerator it runs on the host.
struct Hardware {
    std::vector<AcceleratorGroup> accelerators;
    Host host;
    std::optional<BytesPerSecond> storageRead;  ///< sequential, of the drive that holds the weights
    std::optional<BytesPerSecond> storageWrite; ///< sequential, of the drive that checkpoints go to
    /// What one accelerator can send to other machines, each way; empty: as such machines usually have.
    std::optional<BytesPerSecond> network;
    PowerRatings power;

    [[nodiscard]] int deviceCount() const;
};

/// What an engine can allocate on a device. Of unified memory the system keeps a part: macOS wires at most two thirds up to
/// 36 GiB and three quarters above for the GPU (Metal's recommendedMaxWorkingSetSize), elsewhere 4 GiB are left to it.
[[nodiscard]] Bytes usableMemory(const Accelerator& accelerator);

/// MT/s that stay with two modules on one channel, at most; `memoryType`: "DDR4", "DDR5".
[[nodiscard]] int speedOfTwoPerChannel(const std::string& memoryType);

/// Peak bandwidth of DRAM: channels × MT/s × 8 bytes (JESD79: 64 data bits a channel).
[[nodiscard]] BytesPerSecond memoryBandwidth(int channels, int megatransfers);

} // namespace rigwright
