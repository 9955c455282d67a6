// SPDX-License-Identifier: GPL-3.0-or-later
#include "sizing/memory.h"

#include <algorithm>

namespace rigwright {

Bytes MemoryComponents::total() const
{
    return weights + kvCache + recurrentState + computeBuffer + outputBuffer + gradients + optimizer +
        activations + engineOverhead;
}

MemoryComponents& MemoryComponents::operator+=(const MemoryComponents& other)
{
    weights += other.weights;
    kvCache += other.kvCache;
    recurrentState += other.recurrentState;
    computeBuffer += other.computeBuffer;
    outputBuffer += other.outputBuffer;
    gradients += other.gradients;
    optimizer += other.optimizer;
    activations += other.activations;
    engineOverhead += other.engineOverhead;
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
