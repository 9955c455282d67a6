// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/hardware.h"

namespace rigwright {

/// How the kernels of an exchange are launched: within a captured graph, one by one from the host, or by a library such as
/// NCCL, RCCL or oneCCL.
enum class Launch { Graph, Eager, Library };

/// What lies between the slots of devices without direct links.
enum class Route { Cpu, Switch };

/// One all-reduce of a message over n equal devices: a latency, a rate of 2 (n − 1) / n of the message, and a time that grows
/// with the root of that where messages are too small for the full rate.
struct AllReduce {
    Seconds latency;
    BytesPerSecond busBandwidth;
    Seconds ramp;   ///< at one MiB
    Seconds launch; ///< from the host: no exchange takes less

    [[nodiscard]] Seconds time(Bytes message, int devices) const;
};

/// By direct links where the devices have them, else over their PCIe slots. Links of AMD and Intel go to each neighbour apart,
/// so that few devices use few of them; those of NVIDIA meet in a switch. More lanes and newer generations are never slower.
[[nodiscard]] AllReduce allReduceOver(const AcceleratorGroup& group, int devices,
                                      Launch launch = Launch::Graph, Route route = Route::Cpu);

/// A message from one device to the next, as between the stages of a pipeline.
[[nodiscard]] Seconds pointToPoint(const AcceleratorGroup& group, Bytes message, Route route = Route::Cpu);

/// Each of n devices sends a message in equal parts to all of them, itself included, as experts that are dealt out get their
/// tokens: half of an all-reduce's bytes.
[[nodiscard]] Seconds allToAll(const AcceleratorGroup& group, Bytes message, int devices,
                               Launch launch = Launch::Graph, Route route = Route::Cpu);

/// What a slot carries one way: 0.985 GB/s a lane for generation 3, doubling with each.
[[nodiscard]] BytesPerSecond slotBandwidth(const AcceleratorGroup& group);

/// Constants fitted to tests/calibration/links/measurements.csv by the target `calibrate`.
struct LinkConstants {
    double linkShare = 0;  ///< of what all links of a device carry both ways, with two devices
    double linkGrowth = 0; ///< of that share for each doubling of devices: the switch adds up
    Seconds linkLatency;
    Seconds linkDoubling; ///< of latency for each doubling of devices
    Seconds linkRamp;
    double slotShare = 0;   ///< of a slot, with two devices or behind a switch
    double newSlotKept = 0; ///< of that for each doubling beyond two, from generation 5 on
    double oldSlotKept = 0; ///< the same up to generation 4
    Seconds slotLatency;
    Seconds slotDevice; ///< of latency for each device beyond two
    Seconds slotRamp;
    Seconds eager;         ///< launch of one exchange from the host
    Seconds libraryDevice; ///< of a library's latency over links, for each device beyond the first
};

[[nodiscard]] const LinkConstants& fittedLinks();

/// The same with other constants, for their fit.
[[nodiscard]] AllReduce allReduceOver(const AcceleratorGroup& group, int devices, Launch launch, Route route,
                                      const LinkConstants& constants);

} // namespace rigwright
