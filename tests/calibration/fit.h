// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calibration/statistics.h"

// Fits the constants of app/speed to published measurements.
//
// 1. Each class of devices gets a bandwidth share, a time per layer and operations per weight, and each kind of matrix units a
//    compute share: those with the least mean of |log(estimated / measured)| over dense models, where each device weighs the
//    same however often it was measured. A class measured with too few models to tell the first three apart takes the last
//    two of the class measured with most.
// 2. What all classes share follows in turn: the cache's bandwidth from long contexts, attention's compute share from long
//    prompts, the factors and the time per layer of experts from mixture-of-experts models, the time of a recurrent layer
//    from models that have them.
// 3. The spread of a class is the 10th and 90th percentile of measured over estimated speed, each device estimated with
//    constants that were fitted without it; a class of one or two devices takes the spread of all devices.
namespace rigwright::calibration {

/// One measurement, estimated with constants that were fitted without its device.
struct Unseen {
    const Measurement* measurement = nullptr;
    double ratio = 1;    ///< measured over estimated
    bool inside = false; ///< of a range that follows from the other devices
    double width = 1;    ///< of that range, high over low
};

struct Fit {
    std::vector<CalibrationRow> rows;
    std::vector<MatrixRow> paths;
    SharedConstants shared;
    std::vector<Unseen> unseen;

    [[nodiscard]] CalibrationTable table() const { return {rows, paths, shared}; }
};

[[nodiscard]] Fit fitCalibration(const std::vector<Measurement>& measurements);

/// The text of app/speed/calibration_table.inc.
[[nodiscard]] std::string tableText(const Fit& fit);
/// The errors as Markdown; `measurements` with those that were not fitted.
[[nodiscard]] std::string reportText(const Fit& fit, const std::vector<Measurement>& measurements);

} // namespace rigwright::calibration
