// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/plan.h"
#include "units/date.h"
#include "units/finding.h"

#include <optional>
#include <string>
#include <vector>

namespace rigwright {

class CalibrationTable;
struct SpeedEstimate;

/// What the user measured on a device of their own, over what was estimated for it.
struct DeviceCorrection {
    PartId device; ///< an accelerator, or the CPU of a machine without one
    Engine engine = Engine::LlamaCpp;
    int count = 1;                 ///< equal accelerators, or sockets, that worked together
    std::optional<double> decode;  ///< measured over estimated speed, above 0; the median of the runs
    std::optional<double> prefill; ///< the same for prompts
    int runs = 0;                  ///< measurements behind the factors
    std::string source;            ///< name of the file that they came from
    Date date;                   ///< of the measurement; of the day that it was read where the file has none
    std::vector<ModelId> models; ///< that were measured

    bool operator==(const DeviceCorrection&) const = default;
};

/// The note that a speed is corrected: on what, how far, and by which measurement.
[[nodiscard]] Finding correctionNote(const DeviceCorrection& correction, const std::string& deviceName);
/// Appends the note where an estimate for this hardware is corrected.
void noteCorrection(std::vector<Finding>& findings, const SpeedEstimate& estimate,
                    const CalibrationTable& table, Engine engine, const Hardware& hardware);

/// Rates that nothing passes: the bytes of the weights that a token reads at the full bandwidth of the data sheet, and two
/// operations for each parameter at its best rate. Empty: the data sheet lacks the figure.
struct SpeedLimits {
    std::optional<TokensPerSecond> decode; ///< of one user
    std::optional<TokensPerSecond> prefill;
};

[[nodiscard]] SpeedLimits speedLimits(const QuantizedModel& model, const Workload& workload,
                                      const Hardware& hardware, const MemoryPlan& plan);

/// What stays open once a device has been measured: 10th and 90th percentile of measured over corrected speed, with other
/// models, precisions and lengths than those of the runs (tests/calibration/correction/REPORT.md).
struct CorrectedSpread {
    double decodeShare = 1;  ///< of a factor, as its exponent, that counts for models that were not measured
    double prefillShare = 1; ///< the same for prompts
    double decodeLow = 1;
    double decodeHigh = 1;
    double prefillLow = 1;
    double prefillHigh = 1;
};

[[nodiscard]] const CorrectedSpread& correctedSpread();

/// Moves an estimate to where the measurement says, never past a limit, and narrows its range, never widens it: a miss is
/// steady on one device. On another number of devices than was measured half of it counts (the square root of the factor):
/// the devices are the same, what joins them is not. For another model than those measured the share counts that did best in
/// the fit.
void correct(SpeedEstimate& estimate, const DeviceCorrection& correction, const ModelId& model, int devices,
             const SpeedLimits& limits);

/// The same with the correction of the table that is for these devices and this engine. Left as it is: an estimate without
/// one, and one of a plan that leaves part of the model to the host beside accelerators, whose speed nobody measured.
void correctByMeasurement(SpeedEstimate& estimate, const CalibrationTable& table, const QuantizedModel& model,
                          const Workload& workload, const Hardware& hardware, const MemoryPlan& plan);

} // namespace rigwright
