// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/hardware.h"
#include "sizing/workload.h"
#include "speed/correction.h"
#include "speed/device_rates.h"

#include <vector>

namespace rigwright {

/// What published measurements say of an engine on a class of devices: shares of the data sheet that are reached, and the
/// 10th and 90th percentile of measured over estimated speed on a device that the fit has not seen.
struct Calibration {
    double bandwidthShare = 0; ///< of peak bandwidth while weights stream
    Seconds perLayer;          ///< launch and synchronisation of one layer in one step
    double opsPerWeight = 0;   ///< of the vector units, to unpack and multiply one weight for one token
    double computeShare = 0;   ///< of the matrix rate while a prompt is processed
    double expertCompute = 1;  ///< factor on it for the matrices of models with experts
    /// Of a layer with experts for each token of a prompt: every expert looks through a pass's tokens for its own, one after
    /// another, however many units a device has.
    Seconds perExpertToken;
    double flashAttention = 1; ///< factor on it for attention over a prompt
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

/// What llama.cpp reaches of the matrix rate of one kind of units.
struct MatrixRow {
    MatrixPath path = MatrixPath::Other;
    double computeShare = 0;
    double expertCompute = 1;
    Seconds perExpertToken;
    double flashAttention = 1;
    double prefillLow = 1;
    double prefillHigh = 1;
    int devices = 0;
};

/// What all classes share, of the kinds of layers and of the work beside the weights.
struct SharedConstants {
    double cacheBandwidth = 1;  ///< factor on the bandwidth share while keys and values are read
    double plainAttention = 1;  ///< factor on the compute share for attention without flash attention
    double expertBandwidth = 1; ///< experts are gathered in small pieces: factor on the bandwidth share
    Seconds perExpertLayer;     ///< on top for each layer with experts: routing, gathering
    Seconds perRecurrentLayer;  ///< on top for each layer with a recurrent state
    double expertCompute = 1;   ///< of the kinds of matrix units without constants of their own
    Seconds perExpertToken;
    double flashAttention = 1;
    double expertDecodeLow = 1; ///< ranges of models with experts
    double expertDecodeHigh = 1;
    double expertPrefillLow = 1;
    double expertPrefillHigh = 1;
};

/// Constants fitted to tests/calibration/measurements.csv by the target `calibrate`.
class CalibrationTable {
public:
    CalibrationTable(std::vector<CalibrationRow> rows, std::vector<MatrixRow> paths, SharedConstants shared)
        : rows_(std::move(rows))
        , paths_(std::move(paths))
        , shared_(shared)
    { }

    /// The constants for a class, with a wider spread where nobody has measured it and those of its nearest kin stand in.
    [[nodiscard]] Calibration find(Engine engine, DeviceClass device, bool hasExperts) const;
    /// The same for a device, with what llama.cpp reaches of its matrix units.
    [[nodiscard]] Calibration find(Engine engine, const Accelerator& accelerator, bool hasExperts) const;
    [[nodiscard]] const SharedConstants& shared() const { return shared_; }

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
    std::vector<MatrixRow> paths_;
    SharedConstants shared_;
};

[[nodiscard]] const CalibrationTable& fittedCalibration();

/// The peak rate of a host's vector or tile units; empty when the number of cores is unknown.
[[nodiscard]] std::optional<FlopsPerSecond> matrixRate(const Host& host);

} // namespace rigwright
