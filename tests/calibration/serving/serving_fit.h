// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calibration/serving/serving_measurements.h"

#include <vector>

// Fits the constants of the serving engines to published runs: those with the least mean of |log(estimated / measured)|, each
// device with a model and an engine weighted the same, with a small pull towards common values where little was measured. Token
// times come first, then the first token, then both together.
namespace rigwright::calibration {

/// Rounded to three digits, as they are compiled in; without the ranges.
[[nodiscard]] ServingFit fitServing(std::deque<ServingRun>& runs);

/// How far a run is off, as logarithms of estimated over measured time.
struct ServingMiss {
    const ServingRun* run = nullptr;
    double token = 0;
    double first = 0;
};

/// Misses on devices and on models that their fit has not seen.
struct ServingMisses {
    std::vector<ServingMiss> devices;
    std::vector<ServingMiss> models;
};

[[nodiscard]] ServingMisses leaveOut(std::deque<ServingRun>& runs);

/// Takes the ranges from what was left out.
void setRanges(ServingFit& fit, const ServingMisses& misses);

/// The text of app/speed/serving/serving_constants.inc.
[[nodiscard]] std::string servingText(const ServingFit& fit);

/// Errors as Markdown.
[[nodiscard]] std::string servingReport(const std::deque<ServingRun>& runs, const ServingFit& fit,
                                        const ServingMisses& misses);

} // namespace rigwright::calibration
