// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/interconnect.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

constexpr int kNewGeneration = 5;

double doublingsBeyondTwo(int devices)
{
    return std::log2(std::max(2, devices)) - 1;
}

bool hasLinks(const Accelerator& accelerator, int devices)
{
    return accelerator.linkBandwidth && devices <= accelerator.linkMaxDevices;
}

/// Of a device's links, those that lead to one of the others.
double usedLinks(const Accelerator& accelerator, int devices)
{
    const bool switched = accelerator.vendor == AcceleratorVendor::Nvidia || accelerator.linkMaxDevices <= 2;
    return switched ? 1 : static_cast<double>(devices - 1) / (accelerator.linkMaxDevices - 1);
}

AllReduce overLinks(const Accelerator& accelerator, int devices, Launch launch,
                    const LinkConstants& constants)
{
    const double doublings = doublingsBeyondTwo(devices);
    AllReduce exchange;
    exchange.busBandwidth = *accelerator.linkBandwidth * usedLinks(accelerator, devices) *
        (constants.linkShare * (1 + constants.linkGrowth * doublings));
    exchange.latency = constants.linkLatency + constants.linkDoubling * doublings;
    exchange.ramp = constants.linkRamp;
    if (launch == Launch::Library) {
        exchange.latency += constants.libraryDevice * (devices - 1);
    }
    return exchange;
}

AllReduce overSlots(const AcceleratorGroup& group, int devices, Route route, const LinkConstants& constants)
{
    const int generation = group.linkGeneration.value_or(group.accelerator.pcieGeneration.value_or(4));
    const double kept = generation >= kNewGeneration ? constants.newSlotKept : constants.oldSlotKept;
    const double share =
        constants.slotShare * (route == Route::Switch ? 1 : std::pow(kept, doublingsBeyondTwo(devices)));
    AllReduce exchange;
    exchange.busBandwidth = slotBandwidth(group) * share;
    exchange.latency = constants.slotLatency + constants.slotDevice * std::max(0, devices - 2);
    exchange.ramp = constants.slotRamp;
    return exchange;
}

} // namespace

Seconds AllReduce::time(Bytes message, int devices) const
{
    constexpr double kMebibyte = 1048576;
    const double moved = 2.0 * (devices - 1) / devices * static_cast<double>(message.value());
    return std::max(launch,
                    latency + Seconds(moved / busBandwidth.value()) + ramp * std::sqrt(moved / kMebibyte));
}

BytesPerSecond slotBandwidth(const AcceleratorGroup& group)
{
    constexpr double kGeneration3PerLane = 0.985; // 8 GT/s, 128b/130b
    const int generation = group.linkGeneration.value_or(group.accelerator.pcieGeneration.value_or(4));
    const int lanes = group.linkLanes.value_or(group.accelerator.pcieLanes.value_or(16));
    return BytesPerSecond::gb(kGeneration3PerLane * std::exp2(generation - 3) * lanes);
}

AllReduce allReduceOver(const AcceleratorGroup& group, int devices, Launch launch, Route route,
                        const LinkConstants& constants)
{
    AllReduce exchange = hasLinks(group.accelerator, devices)
        ? overLinks(group.accelerator, devices, launch, constants)
        : overSlots(group, devices, route, constants);
    if (launch == Launch::Eager) {
        exchange.launch = constants.eager;
    }
    return exchange;
}

AllReduce allReduceOver(const AcceleratorGroup& group, int devices, Launch launch, Route route)
{
    return allReduceOver(group, devices, launch, route, fittedLinks());
}

Seconds pointToPoint(const AcceleratorGroup& group, Bytes message, Route route)
{
    // Of two devices' all-reduce each sends as much as the message: 2 (n − 1) / n is one.
    return allReduceOver(group, 2, Launch::Library, route).time(message, 2);
}

Seconds allToAll(const AcceleratorGroup& group, Bytes message, int devices, Launch launch, Route route)
{
    return devices < 2 ? Seconds() : allReduceOver(group, devices, launch, route).time(message / 2, devices);
}

const LinkConstants& fittedLinks()
{
    static const LinkConstants constants = [] {
#include "speed/link_constants.inc"
        return kLinks;
    }();
    return constants;
}

} // namespace rigwright
