// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/interconnect.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

Seconds AllReduce::time(Bytes message, int devices) const
{
    const double share = 2.0 * (devices - 1) / devices;
    return latency + Seconds(share * static_cast<double>(message.value()) / busBandwidth.value());
}

BytesPerSecond slotBandwidth(const AcceleratorGroup& group)
{
    constexpr double kGeneration3PerLane = 0.985; // 8 GT/s, 128b/130b
    const int generation = group.linkGeneration.value_or(group.accelerator.pcieGeneration.value_or(4));
    const int lanes = group.linkLanes.value_or(group.accelerator.pcieLanes.value_or(16));
    return BytesPerSecond::gb(kGeneration3PerLane * std::exp2(generation - 3) * lanes);
}

AllReduce allReduceOver(const AcceleratorGroup& group, int devices)
{
    // Measured with CUDA graphs (NVIDIA aiconfigurator, silicon data): NVLink moves 0.37–0.52 of the links' nominal sum at
    // 4–8 µs; over PCIe 5 ×16 two RTX PRO 6000 reach 39 GB/s, four 30, eight 24; over PCIe 4 two L40S 19, four 4, eight 2.
    const Accelerator& accelerator = group.accelerator;
    if (accelerator.linkBandwidth && devices <= accelerator.linkMaxDevices) {
        return {Seconds(5e-6), *accelerator.linkBandwidth * 0.38};
    }
    const double slot = slotBandwidth(group).inGb();
    const double pairs = std::log2(std::max(2, devices)); // 1, 2, 3 for 2, 4, 8 devices
    const bool fast = slot >= 50;
    const double share = fast ? 0.62 * std::pow(0.78, pairs - 1) : 0.60 * std::pow(0.33, pairs - 1);
    return {Seconds(2.6e-6 * devices), BytesPerSecond::gb(slot * share)};
}

} // namespace rigwright
