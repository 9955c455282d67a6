// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/step_time.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rigwright {

const char* boundName(Bound bound)
{
    switch (bound) {
    case Bound::MemoryBandwidth: return "memory-bandwidth";
    case Bound::HostMemory: return "host-memory";
    case Bound::Compute: return "compute";
    case Bound::Interconnect: return "interconnect";
    case Bound::EngineOverhead: return "engine-overhead";
    }
    return "";
}

Seconds StepTime::total() const
{
    return deviceMemory + hostMemory + compute + interconnect + overhead;
}

Bound StepTime::bound() const
{
    const std::array parts{std::pair{deviceMemory, Bound::MemoryBandwidth},
                           std::pair{hostMemory, Bound::HostMemory}, std::pair{compute, Bound::Compute},
                           std::pair{interconnect, Bound::Interconnect},
                           std::pair{overhead, Bound::EngineOverhead}};
    return std::ranges::max_element(parts, {}, [](const auto& part) { return part.first; })->second;
}

} // namespace rigwright
