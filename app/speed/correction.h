// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/hardware.h"
#include "sizing/workload.h"
#include "units/date.h"

#include <optional>
#include <string>

namespace rigwright {

struct SpeedEstimate;

/// What the user measured on a device of their own, over what was estimated for it.
struct DeviceCorrection {
    PartId device; ///< an accelerator, or the CPU of a machine without one
    Engine engine = Engine::LlamaCpp;
    std::optional<double> decode;  ///< measured over estimated speed, above 0; the median of the runs
    std::optional<double> prefill; ///< the same for prompts
    int runs = 0;                  ///< measurements behind the factors
    std::string source;            ///< name of the file that they came from
    std::optional<Date> date;      ///< of the measurement
};

/// Moves an estimate to where the measurement says, and narrows its range: a miss is steady on one device.
void correct(SpeedEstimate& estimate, const DeviceCorrection& correction);

} // namespace rigwright
