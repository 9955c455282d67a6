// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/units.h"

namespace rigwright {

/// What limits a speed.
enum class Bound { MemoryBandwidth, HostMemory, Compute, Interconnect, EngineOverhead };

/// The name in JSON: "memory-bandwidth", "host-memory", "compute", "interconnect", "engine-overhead".
[[nodiscard]] const char* boundName(Bound bound);

/// Where the time of one step goes.
struct StepTime {
    Seconds deviceMemory;
    Seconds hostMemory;
    Seconds compute;
    Seconds interconnect;
    Seconds overhead;

    [[nodiscard]] Seconds total() const;
    /// The largest part.
    [[nodiscard]] Bound bound() const;
};

} // namespace rigwright
