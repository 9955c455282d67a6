// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/training/training_calibration.h"

#include "speed/calibration.h"

namespace rigwright {

TrainingClass trainingClass(const Accelerator& accelerator)
{
    switch (accelerator.vendor) {
    case AcceleratorVendor::Amd: return TrainingClass::Amd;
    case AcceleratorVendor::Nvidia: {
        if (deviceClass(accelerator) != DeviceClass::NvidiaHbm) {
            return TrainingClass::NvidiaCard;
        }
        constexpr double kHopper = 9.0;
        return accelerator.computeCapability.value_or(kHopper) >= kHopper ? TrainingClass::NvidiaHopper
                                                                          : TrainingClass::NvidiaAmpere;
    }
    case AcceleratorVendor::Apple:
    case AcceleratorVendor::Intel:
    case AcceleratorVendor::Other: return TrainingClass::Other;
    }
    return TrainingClass::Other;
}

const TrainingCalibration& fittedTrainingCalibration()
{
    static const TrainingCalibration calibration = [] {
#include "speed/training/training_table.inc"
        return kTraining;
    }();
    return calibration;
}

std::optional<FlopsPerSecond> trainingRate(const Accelerator& accelerator, MatrixPrecision precision)
{
    if (precision == MatrixPrecision::Fp8 && accelerator.fp8) {
        return accelerator.fp8;
    }
    if (accelerator.bf16) {
        return accelerator.bf16;
    }
    return accelerator.fp16 ? accelerator.fp16 : accelerator.fp32;
}

} // namespace rigwright
