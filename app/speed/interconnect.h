// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/hardware.h"

namespace rigwright {

/// One all-reduce of a message over n equal devices: a latency and a rate of 2 (n − 1) / n of the message.
struct AllReduce {
    Seconds latency;
    BytesPerSecond busBandwidth;

    [[nodiscard]] Seconds time(Bytes message, int devices) const;
};

/// By direct links where the devices have them, else over their PCIe slots.
[[nodiscard]] AllReduce allReduceOver(const AcceleratorGroup& group, int devices);

/// What a slot carries one way: 0.985 GB/s a lane for generation 3, doubling with each.
[[nodiscard]] BytesPerSecond slotBandwidth(const AcceleratorGroup& group);

} // namespace rigwright
