// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/parts.h"

namespace rigwright::test {

/// An H100 SXM5 by its data sheet, without what only machines need.
inline Accelerator h100()
{
    Accelerator device;
    device.info.name = "H100 80GB SXM5";
    device.vendor = AcceleratorVendor::Nvidia;
    device.segment = Segment::Datacenter;
    device.mounting = Mounting::Module;
    device.computeCapability = 9.0;
    device.memory = 80_GiB;
    device.bandwidth = BytesPerSecond::gb(3350);
    device.fp16 = device.bf16 = FlopsPerSecond::tera(989);
    device.fp8 = FlopsPerSecond::tera(1979);
    device.pcieGeneration = 5;
    device.pcieLanes = 16;
    device.linkBandwidth = BytesPerSecond::gb(900);
    device.linkMaxDevices = 8;
    return device;
}

} // namespace rigwright::test
