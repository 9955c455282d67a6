// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sizing/hardware.h"
#include "sizing/workload.h"

#include <array>

namespace rigwright {

/// Devices that reach like shares of their matrix rate while they train.
enum class TrainingClass {
    NvidiaCard,   ///< GDDR: GeForce, workstation cards, L4 to L40S
    NvidiaAmpere, ///< HBM up to Ampere
    NvidiaHopper, ///< HBM from Hopper on: the power limit holds matrices below the data sheet's rate
    Amd,
    Other,
};
inline constexpr std::size_t kTrainingClasses = 5;

[[nodiscard]] TrainingClass trainingClass(const Accelerator& accelerator);

/// How a framework issues its work.
enum class TrainingKernels {
    Eager, ///< one kernel an operation (Transformers; FSDP without torch.compile)
    Fused, ///< chains of element-wise operations in one kernel (torch.compile, Transformer Engine)
};
inline constexpr std::size_t kTrainingKernels = 2;

/// Constants fitted to tests/calibration/training/measurements.csv by the target `calibrate`, with the 10th and 90th percentile
/// of measured over estimated speed on devices that the fit has not seen.
struct TrainingCalibration {
    std::array<double, kTrainingClasses> matrixShare{}; ///< of the peak matrix rate, 0 to 1
    std::array<double, kTrainingClasses>
        attentionShare{}; ///< of it, for the causal half of scores; at most 0.5
    /// Operations a joule that GDDR boards with many matrix units for their power come down to: 1 / √(1 + (rate / power / this)²)
    /// of the peak rate is left.
    double perJoule = 1e12;
    std::array<double, kTrainingKernels> traffic{};   ///< of the bytes counted between matrices
    std::array<Seconds, kTrainingKernels> perLayer{}; ///< to launch one pass over a layer
    double expertShare = 1;                           ///< factor on the matrix share for mixtures of experts
    double fp8Share = 1;     ///< the same for matrices in FP8, whose operands are scaled and cast first
    double dequantShare = 1; ///< of the memory bandwidth, while weights are dequantised
    double unhidden = 0;     ///< share of an exchange that computing never hides
    double low = 1;
    double high = 1;
    std::array<int, kTrainingClasses> devices{}; ///< measured ones
};

[[nodiscard]] const TrainingCalibration& fittedTrainingCalibration();

/// The rate at which matrices multiply with sums in FP32: FP32 units where there are no others, 16 bits where there is no FP8.
[[nodiscard]] std::optional<FlopsPerSecond> trainingRate(const Accelerator& accelerator,
                                                         MatrixPrecision precision);

} // namespace rigwright
