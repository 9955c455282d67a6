// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calibration/measurements.h"

// How far an estimate is off once the user's own measurement has corrected it.
//
// Somebody measures a few models and asks about another. So each model of a device is left out once: the median of measured
// over estimated speed of the device's other models corrects it, and what is left of its own ratios counts. The spread is the
// 10th and 90th percentile of what is left over all devices, each with the same weight.
namespace rigwright::calibration {

struct CorrectedError {
    Metric metric = Metric::Decode;
    int devices = 0; ///< measured with at least two models
    int measurements = 0;
    double before = 0; ///< median of |estimated / measured − 1| as estimated
    double share = 1;  ///< of a factor, as its exponent, with which `after` is least
    double after = 0;  ///< the same as corrected
    double low = 1;    ///< 10th percentile of measured over corrected
    double high = 1;   ///< 90th
};

struct CorrectionFit {
    CorrectedError decode;
    CorrectedError prefill;
};

[[nodiscard]] CorrectionFit fitCorrection(const std::vector<Measurement>& measurements);

/// The text of app/speed/correction_table.inc.
[[nodiscard]] std::string correctionTableText(const CorrectionFit& fit);
/// The errors as Markdown.
[[nodiscard]] std::string correctionReportText(const CorrectionFit& fit);

} // namespace rigwright::calibration
