// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calibration/training/measurements.h"

// Fits the constants of app/speed/training to published runs: those with the least mean of |log(estimated / measured)|, where
// each device and framework weighs the same however often it was measured. The spread is the 10th and 90th percentile of
// measured over estimated speed, each device estimated with constants that were fitted without it.
namespace rigwright::training_calibration {

struct Group {
    std::string name;
    int measurements = 0;
    double medianError = 0; ///< of |estimated / measured − 1|
    double percentile90 = 0;
    double medianRatio = 1; ///< of measured over estimated
};

struct Fit {
    TrainingCalibration constants;
    std::vector<Group> devices;    ///< each left out of its own fit
    std::vector<Group> frameworks; ///< the same errors by framework
    Group all;
    double inside = 0; ///< share of the measurements within the range, each device left out
};

[[nodiscard]] Fit fitTraining(const std::vector<Measurement>& measurements);
/// The text of app/speed/training/training_table.inc.
[[nodiscard]] std::string tableText(const Fit& fit);
/// The errors as Markdown.
[[nodiscard]] std::string reportText(const Fit& fit);

} // namespace rigwright::training_calibration
