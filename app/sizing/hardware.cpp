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

BytesPerSecond memoryBandwidth(int channels, int megatransfers)
{
    constexpr double kBytesPerTransfer = 8;
    return BytesPerSecond(static_cast<double>(channels) * static_cast<double>(megatransfers) * 1e6 *
                          kBytesPerTransfer);
}

} // namespace rigwright
