// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calibration/host/host_measurements.h"
#include "speed/host.h"

// Fits the constants of app/speed/host.h to published speeds on CPU cores.
//
// All constants have the least mean over devices of each device's mean miss, half by log(estimated / measured) and half by
// estimated / measured - 1: the middle of the devices lies where it should, and those that are far too slow for their
// bandwidth count as they do for who relies on the estimate. Misses count by their square up to the usual scatter and
// linearly beyond, so that constants neither hang on one device nor on the worst. Decode gives the constants of memory and
// threads, prefill those of arithmetic. A second set, for hosts of which only the bandwidth is known, is fitted to the same
// machines without their cores.
//
// The spread is the 10th and 90th percentile of measured over estimated speed, each device estimated with constants that
// were fitted without it, and each with the same weight. Of decode it is the 7th and 93rd: devices with many measurements
// scatter more than those with one, so that else fewer than three in four lay inside.
namespace rigwright::calibration {

struct HostError {
    bool decode = true;
    bool blind = false; ///< only the bandwidth is given
    int devices = 0;
    int measurements = 0;
    double median = 0; ///< of |estimated / measured − 1|, each device left out of its own fit
    double percentile90 = 0;
    double inside = 0; ///< share of all measurements within the range
};

/// Measured over estimated speed of one device, in the middle of its measurements.
struct HostDevice {
    std::string device;
    double decode = 0;      ///< 0: not measured
    double blindDecode = 0; ///< from the bandwidth alone; 0: not measured
    double prefill = 0;     ///< 0: not measured
};

struct HostFit {
    HostConstants constants;
    std::vector<HostError> errors;
    std::vector<HostDevice> devices;
};

[[nodiscard]] HostFit fitHost(const std::vector<HostMeasurement>& measurements);

/// The text of app/speed/host_constants.inc.
[[nodiscard]] std::string hostTableText(const HostFit& fit);
/// The errors as Markdown.
[[nodiscard]] std::string hostReportText(const HostFit& fit);

} // namespace rigwright::calibration
