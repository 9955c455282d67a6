// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/hardware.h"
#include "sizing/workload.h"

namespace rigwright {

/// What published measurements say of an engine on a kind of device: shares of the data sheet that are reached, and the
/// spread of the measurements around them.
struct Calibration {
    double bandwidthShare = 0.6; ///< of peak bandwidth when weights stream
    Seconds perLayer{100e-6};    ///< launch and synchronisation of one layer in one step
    double computeShare = 0.3;   ///< of the peak rate when a prompt is processed
    double decodeLow = 0.75;     ///< 10th percentile of measured over estimated
    double decodeHigh = 1.2;     ///< 90th percentile
    double prefillLow = 0.65;
    double prefillHigh = 1.35;
};

/// The constants for an accelerator. Devices that nobody measured get those of their vendor and memory.
[[nodiscard]] Calibration calibrationFor(Engine engine, const Accelerator& accelerator, bool hasExperts);
/// The constants for a host's CPUs.
[[nodiscard]] Calibration hostCalibration(bool hasExperts);

/// The rate at which matrices multiply on a device with these weights; empty when the data sheet lacks it.
[[nodiscard]] std::optional<FlopsPerSecond> matrixRate(const Accelerator& accelerator, WeightFormat format,
                                                       Engine engine);
/// The FP32 rate of a host's vector units; empty when the number of cores is unknown.
[[nodiscard]] std::optional<FlopsPerSecond> matrixRate(const Host& host);

} // namespace rigwright
