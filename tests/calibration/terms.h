// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calibration/measurements.h"

// The time of a step or a prompt on one device is linear in the constants (and in one over the shares): what each constant is
// multiplied with is read off the estimator once a measurement, by setting one constant at a time, so that a fit need not run
// it again for every constant it tries.
namespace rigwright::calibration {

/// The constants that a time depends on.
struct Constants {
    double bandwidthShare = 0.8;
    double perLayer = 60e-6;
    double opsPerWeight = 4;
    double computeShare = 0.25;
    double expertCompute = 0.5;
    double perExpertToken = 0;
    double flashAttention = 0.4;
    SharedConstants shared;
};

/// What a time consists of, in seconds at a share of 1 (and for one second a layer, one operation a weight).
struct Terms {
    double fixed = 0; ///< whatever the constants are: what passes between devices
    double weights = 0;
    double experts = 0;
    double cache = 0;
    double unpacked = 0;
    double layers = 0;
    double expertLayers = 0;
    double expertTokens = 0;
    double recurrentLayers = 0;
    double matrices = 0;
    double attention = 0;

    /// Estimated seconds.
    [[nodiscard]] double seconds(const Constants& constants, bool hasExperts, bool flashAttention) const;
};

/// A measurement with what its time consists of.
struct Sample {
    const Measurement* measurement = nullptr;
    Terms terms;
    double seconds = 0; ///< measured
    bool recurrent = false;

    /// Measured over estimated speed.
    [[nodiscard]] double ratio(const Constants& constants) const;
};

[[nodiscard]] Sample sampleOf(const Measurement& measurement);

/// The estimated speed, in tokens per second.
[[nodiscard]] double estimated(const Measurement& measurement, const CalibrationTable& table);

} // namespace rigwright::calibration
