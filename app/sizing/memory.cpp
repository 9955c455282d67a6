// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/memory.h"

#include <algorithm>

namespace rigwright {

Bytes MemoryComponents::total() const
{
    Bytes sum;
    for (const MemoryComponent& component : kMemoryComponents) {
        sum += this->*component.bytes;
    }
    return sum;
}

MemoryComponents& MemoryComponents::operator+=(const MemoryComponents& other)
{
    for (const MemoryComponent& component : kMemoryComponents) {
        this->*component.bytes += other.*component.bytes;
    }
    return *this;
}

MemoryComponents MemoryBreakdown::sum() const
{
    MemoryComponents all = host.used;
    for (const DeviceMemory& device : devices) {
        all += device.used;
    }
    return all;
}

Bytes MemoryBreakdown::onDevices() const
{
    Bytes all;
    for (const DeviceMemory& device : devices) {
        all += device.used.total();
    }
    return all;
}

bool MemoryBreakdown::fits() const
{
    return std::ranges::all_of(devices, &DeviceMemory::fits) && (!hostCapacityKnown || host.fits());
}

} // namespace rigwright
