// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/hardware.h"
#include "sizing/workload.h"
#include "speed/correction.h"

#include <vector>

namespace rigwright {

/// Devices that reach like shares of their data sheet.
enum class DeviceClass { NvidiaGddr, NvidiaHbm, Apple, AmdCard, AmdUnified, Cpu, Other };

[[nodiscard]] DeviceClass deviceClass(const Accelerator& accelerator);

/// What published measurements say of an engine on a class of devices: shares of the data sheet that are reached, and the
/// 10th and 90th percentile of measured over estimated speed on a device that the fit has not seen.
struct Calibration {
    double bandwidthShare = 0; ///< of peak bandwidth while weights stream
    Seconds perLayer;          ///< launch and synchronisation of one layer in one step
    double computeShare = 0;   ///< of the peak matrix rate while a prompt is processed
    double decodeLow = 1;
    double decodeHigh = 1;
    double prefillLow = 1;
    double prefillHigh = 1;
    int devices = 0; ///< measured ones behind these constants
    int measurements = 0;
};

struct CalibrationRow {
    Engine engine = Engine::LlamaCpp;
    DeviceClass device = DeviceClass::Other;
    Calibration constants;
};

/// Mixture-of-experts models gather small pieces: factors on the shares of a dense model, and on their spread.
struct ExpertFactors {
    double bandwidth = 1;
    double compute = 1;
    double spread = 1;
};

/// Constants fitted to tests/calibration/measurements.csv by the target `calibrate`.
class CalibrationTable {
public:
    CalibrationTable(std::vector<CalibrationRow> rows, ExpertFactors experts)
        : rows_(std::move(rows))
        , experts_(experts)
    { }

    /// The constants for a class, with a wider spread where nobody has measured it and those of its nearest kin stand in.
    [[nodiscard]] Calibration find(Engine engine, DeviceClass device, bool hasExperts) const;

    /// This table with what a user measured laid over it.
    [[nodiscard]] CalibrationTable corrected(std::vector<DeviceCorrection> corrections) const;
    /// The correction for equal accelerators, or for the host of a machine without any: one measured on as many of them
    /// before others, the last before earlier ones. nullptr: none.
    [[nodiscard]] const DeviceCorrection* correctionFor(Engine engine, const Hardware& hardware) const;
    /// Whether the user measured this device with this engine, in whatever number.
    [[nodiscard]] bool corrects(Engine engine, const PartId& device) const;

private:
    std::vector<DeviceCorrection> corrections_;
    std::vector<CalibrationRow> rows_;
    ExpertFactors experts_;
};

[[nodiscard]] const CalibrationTable& fittedCalibration();

/// The rate at which matrices multiply on a device with these weights; empty when the data sheet lacks it.
[[nodiscard]] std::optional<FlopsPerSecond> matrixRate(const Accelerator& accelerator, WeightFormat format,
                                                       Engine engine);
/// The peak rate of a host's vector or tile units; empty when the number of cores is unknown.
[[nodiscard]] std::optional<FlopsPerSecond> matrixRate(const Host& host);

} // namespace rigwright
