// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/hardware.h"

namespace rigwright {

int Hardware::deviceCount() const
{
    int count = 0;
    for (const AcceleratorGroup& group : accelerators) {
        count += group.count;
    }
    return count;
}

Bytes usableMemory(const Accelerator& accelerator)
{
    if (accelerator.mounting != Mounting::Integrated) {
        return accelerator.memory;
    }
    if (accelerator.vendor == AcceleratorVendor::Apple) {
        return accelerator.memory.scaled(accelerator.memory > 36_GiB ? 0.75 : 2.0 / 3.0);
    }
    return accelerator.memory - 4_GiB;
}

int speedOfTwoPerChannel(const std::string& memoryType)
{
    // Each the lowest that a maker states for two dual-rank modules a channel, so that no machine is promised more:
    // DDR5 unbuffered 3600 (AMD's specification of every Ryzen 7000 and 9000 with four modules), DDR5 registered 3600
    // (EPYC 9004), DDR4 unbuffered 2666 (Ryzen 5000), DDR4 registered 2666 (EPYC 7002/7003: 2933 or 2666 by profile,
    // Dell XC7525 memory guidelines).
    return memoryType == "DDR4" ? 2666 : 3600;
}

BytesPerSecond memoryBandwidth(int channels, int megatransfers)
{
    constexpr double kBytesPerTransfer = 8;
    return BytesPerSecond(static_cast<double>(channels) * static_cast<double>(megatransfers) * 1e6 *
                          kBytesPerTransfer);
}

} // namespace rigwright
