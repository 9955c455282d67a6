// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/plan.h"

namespace rigwright {

/// How many machines the accelerators stand in, and what joins them. Ranks fill a machine by tensor parallelism first, then by
/// copies, so that stages of a pipeline are furthest apart (Megatron-LM's order).
struct Cluster {
    int nodes = 1;
    int perNode = 1;
    BytesPerSecond network; ///< of one device, each way

    /// Machines of eight, or of as many devices as direct links join beyond that. The network, where the hardware doesn't say:
    /// modules have a port each of 200 Gbit/s beside PCIe 4, 400 beside PCIe 5 and 800 beside PCIe 6 (DGX A100, H100 and
    /// B300), a machine of cards shares one of 100.
    [[nodiscard]] static Cluster of(const Hardware& hardware);
};

/// Exchanges among equal devices.
class Exchange {
public:
    Exchange(const AcceleratorGroup& group, const Cluster& cluster)
        : group_(group)
        , cluster_(cluster)
    { }

    /// Every one of `ranks`, `inNode` of which share a machine, gets all of `bytes`, of which each holds a part; a
    /// reduce-scatter takes the same.
    [[nodiscard]] Seconds gather(double bytes, int ranks, int inNode) const;
    /// What rings of so many ranks wait for their messages to go round, each time.
    [[nodiscard]] Seconds ringLatency(int ranks, int inNode) const;
    [[nodiscard]] Seconds allReduce(double bytes, int ranks, int inNode) const;
    /// Each rank sends `bytes` of its own in so many copies, each to another of the ranks; other machines get them once.
    [[nodiscard]] Seconds allToAll(double bytes, int copies, int ranks, int inNode) const;

private:
    [[nodiscard]] BytesPerSecond ring(int ranks) const;

    const AcceleratorGroup& group_;
    const Cluster& cluster_;
};

} // namespace rigwright
