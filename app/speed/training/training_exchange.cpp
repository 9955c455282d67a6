// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/training/training_exchange.h"

#include "speed/interconnect.h"
#include "speed/work.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

// FSDP steps of llm-foundry's 1B and 7B models grow by 1.0 to 1.3 ms for each collective between 128 and 512 H100
// (scripts/train/benchmarking/README.md).
constexpr Seconds kHopBetweenNodes{2.6e-6};

BytesPerSecond usualNetwork(const Accelerator& accelerator, int perNode)
{
    if (accelerator.mounting != Mounting::Module) {
        return BytesPerSecond::gb(12.5 / perNode);
    }
    const int generation = accelerator.pcieGeneration.value_or(4);
    return BytesPerSecond::gb(generation >= 6 ? 100 : generation == 5 ? 50 : generation == 4 ? 25 : 12.5);
}

} // namespace

Cluster Cluster::of(const Hardware& hardware)
{
    constexpr int kUsualNode = 8;
    const int devices = std::max(1, hardware.deviceCount());
    Cluster cluster;
    cluster.perNode = devices;
    if (hardware.accelerators.empty()) {
        return cluster;
    }
    const Accelerator& accelerator = hardware.accelerators.front().accelerator;
    const int linked = accelerator.linkBandwidth ? accelerator.linkMaxDevices : 1;
    cluster.perNode = std::min(devices, std::max(kUsualNode, linked));
    cluster.nodes = (devices + cluster.perNode - 1) / cluster.perNode;
    cluster.network = hardware.network.value_or(usualNetwork(accelerator, cluster.perNode));
    return cluster;
}

/// What a ring within a machine moves. Through the CPU each of eight RTX A5000 still takes in 4 GB/s of long messages over its
/// PCIe 4 x16 slot (AnswerDotAI/fsdp_qlora, benchmarks_03_2024.md).
BytesPerSecond Exchange::ring(int ranks) const
{
    constexpr double kThroughHost = 0.125;
    return std::max(allReduceOver(group_, ranks).busBandwidth, slotBandwidth(group_) * kThroughHost);
}

Seconds Exchange::gather(double bytes, int ranks, int inNode) const
{
    if (ranks < 2) {
        return {};
    }
    const double nodes = std::ceil(static_cast<double>(ranks) / inNode);
    // All ports of the ranks in one machine carry what it lacks.
    const double between = nodes > 1 ? bytes * (nodes - 1) / nodes / (cluster_.network.value() * inNode) : 0;
    const double within = inNode > 1 ? bytes * (inNode - 1) / inNode / ring(inNode).value() : 0;
    return Seconds(std::max(between, within));
}

Seconds Exchange::ringLatency(int ranks, int inNode) const
{
    return ranks > inNode ? kHopBetweenNodes * static_cast<double>(ranks)
        : ranks > 1       ? allReduceOver(group_, ranks).latency
                          : Seconds();
}

Seconds Exchange::allReduce(double bytes, int ranks, int inNode) const
{
    return gather(bytes, ranks, inNode) * 2.0 + ringLatency(ranks, inNode);
}

Seconds Exchange::allToAll(double bytes, int copies, int ranks, int inNode) const
{
    if (ranks < 2) {
        return {};
    }
    const double nodes = std::ceil(static_cast<double>(ranks) / inNode);
    const double outside = nodes > 1 ? bytes * distinctExperts(static_cast<int>(nodes), 1, copies) *
            (nodes - 1) / nodes / cluster_.network.value()
                                     : 0;
    const double within = inNode > 1 ? bytes * copies * (inNode - 1) / inNode / ring(inNode).value() : 0;
    return Seconds(std::max(outside, within)) + allReduceOver(group_, std::min(ranks, inNode)).latency;
}

} // namespace rigwright
