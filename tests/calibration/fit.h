// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calibration/measurements.h"

// Fits the constants of app/speed to published measurements.
//
// 1. Each class of devices gets a bandwidth share, a time per layer and a compute share: those with the least mean of
//    |log(estimated / measured)|, where each device weighs the same however often it was measured. A class measured with
//    too few models to tell the first two apart takes the time per layer of the class measured with most.
// 2. Dense models fit the classes; mixture-of-experts models then fit two factors that all classes share.
// 3. The spread of a class is the 10th and 90th percentile of measured over estimated speed, each device estimated with
//    constants that were fitted without it; a class of one or two devices takes the spread of all devices.
namespace rigwright::calibration {

struct ClassError {
    Engine engine = Engine::LlamaCpp;
    DeviceClass device = DeviceClass::Other;
    bool experts = false;
    Metric metric = Metric::Decode;
    int devices = 0;
    int measurements = 0;
    double medianError = 0; ///< of |estimated / measured − 1|, each device left out of its own fit
    double percentile90 = 0;
};

struct Fit {
    std::vector<CalibrationRow> rows;
    ExpertFactors experts;
    std::vector<ClassError> errors;
};

[[nodiscard]] Fit fitCalibration(const std::vector<Measurement>& measurements);

/// The text of app/speed/calibration_table.inc.
[[nodiscard]] std::string tableText(const Fit& fit);
/// The errors as Markdown.
[[nodiscard]] std::string reportText(const Fit& fit);

} // namespace rigwright::calibration
