// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/device_rates.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

bool startsWith(const std::string& text, std::string_view start)
{
    return text.compare(0, start.size(), start) == 0;
}

/// Nvidia's chips with HBM: P100, V100, A100 and A30, Hopper, Blackwell of the data centre.
bool hasHbm(double computeCapability)
{
    constexpr double kWithHbm[] = {6.0, 7.0, 8.0, 9.0, 10.0, 10.3};
    return std::ranges::any_of(kWithHbm, [&](double known) { return computeCapability == known; });
}

DeviceClass nvidiaClass(const Accelerator& accelerator)
{
    if (accelerator.computeCapability) {
        return hasHbm(*accelerator.computeCapability) ? DeviceClass::NvidiaHbm : DeviceClass::NvidiaGddr;
    }
    // No GDDR device of a data centre passes 1,200 GB/s.
    const bool hbm = accelerator.segment == Segment::Datacenter &&
        accelerator.bandwidth.value_or(BytesPerSecond()) >= BytesPerSecond::gb(1200);
    return hbm ? DeviceClass::NvidiaHbm : DeviceClass::NvidiaGddr;
}

DeviceClass amdClass(const Accelerator& accelerator)
{
    if (accelerator.mounting == Mounting::Integrated) {
        return DeviceClass::AmdUnified;
    }
    const bool hbm =
        startsWith(accelerator.architecture, "CDNA") || startsWith(accelerator.architecture, "GCN 5");
    return hbm ? DeviceClass::AmdHbm : DeviceClass::AmdCard;
}

bool hasTensorUnits(const Accelerator& accelerator)
{
    return accelerator.fp16 && accelerator.fp32 && *accelerator.fp16 > *accelerator.fp32 * 2.1;
}

MatrixPath nvidiaPath(const Accelerator& accelerator)
{
    const double capability = accelerator.computeCapability.value_or(8.6);
    if (capability >= 8) {
        return MatrixPath::NvidiaTensor;
    }
    return capability >= 7 && hasTensorUnits(accelerator) ? MatrixPath::NvidiaFirst : MatrixPath::Vector;
}

MatrixPath amdPath(const Accelerator& accelerator)
{
    if (accelerator.mounting == Mounting::Integrated) {
        return MatrixPath::AmdUnified;
    }
    if (!accelerator.bf16) {
        return MatrixPath::Vector;
    }
    return startsWith(accelerator.architecture, "CDNA") ? MatrixPath::AmdInstinct : MatrixPath::AmdMatrix;
}

/// Integer matrices run at eight times the vector rate of their multiprocessors, where the board's power carries that: the large
/// chips of professional boards have watts for a part of their units.
std::optional<FlopsPerSecond> nvidiaTensorRate(const Accelerator& accelerator)
{
    constexpr double kTensorOverVector = 8;
    constexpr double kWattsPerTera = 4.8;
    constexpr double kPowerExponent = 0.8;
    const auto vector = vectorRate(accelerator);
    if (!vector) {
        const auto half = accelerator.fp16Accumulate16 ? accelerator.fp16Accumulate16 : accelerator.fp16;
        return half ? std::optional(*half * 2) : half;
    }
    double powered = 1;
    const auto power = powerOfRates(accelerator);
    if (power && accelerator.mounting != Mounting::Integrated) {
        const double watts = power->value() / vector->inTera();
        powered = std::pow(std::min(1.0, watts / kWattsPerTera), kPowerExponent);
    }
    return *vector * (kTensorOverVector * powered);
}

} // namespace

DeviceClass deviceClass(const Accelerator& accelerator)
{
    switch (accelerator.vendor) {
    case AcceleratorVendor::Apple: return DeviceClass::Apple;
    case AcceleratorVendor::Amd: return amdClass(accelerator);
    case AcceleratorVendor::Nvidia: return nvidiaClass(accelerator);
    case AcceleratorVendor::Intel: return DeviceClass::Intel;
    case AcceleratorVendor::Other: return DeviceClass::Other;
    }
    return DeviceClass::Other;
}

MatrixPath matrixPath(const Accelerator& accelerator)
{
    switch (accelerator.vendor) {
    case AcceleratorVendor::Apple:
        return hasTensorUnits(accelerator) ? MatrixPath::AppleNeural : MatrixPath::Apple;
    case AcceleratorVendor::Amd: return amdPath(accelerator);
    case AcceleratorVendor::Nvidia: return nvidiaPath(accelerator);
    case AcceleratorVendor::Intel: return MatrixPath::Intel;
    case AcceleratorVendor::Other: return MatrixPath::Other;
    }
    return MatrixPath::Other;
}

std::optional<FlopsPerSecond> vectorRate(const Accelerator& accelerator)
{
    if (!accelerator.fp32 || accelerator.vendor != AcceleratorVendor::Nvidia) {
        return accelerator.fp32;
    }
    // 64 FP32 lanes a multiprocessor instead of 128: P100, Volta, Turing, A100.
    const double capability = accelerator.computeCapability.value_or(8.6);
    const bool half = capability == 6.0 || (capability >= 7 && capability <= 8.0);
    return half ? *accelerator.fp32 * 2 : *accelerator.fp32;
}

std::optional<FlopsPerSecond> matrixRate(const Accelerator& accelerator)
{
    const auto half = accelerator.fp16 ? accelerator.fp16 : accelerator.bf16;
    switch (matrixPath(accelerator)) {
    case MatrixPath::NvidiaTensor:
    case MatrixPath::NvidiaFirst: return nvidiaTensorRate(accelerator);
    case MatrixPath::Apple: return accelerator.fp32;
    case MatrixPath::Vector:
        return accelerator.fp32 ? std::optional(*accelerator.fp32 * 2) : accelerator.fp16;
    default: break;
    }
    if (half) {
        return half;
    }
    // Half of the 8-bit rate, as in every tensor unit that has both.
    const auto eightBits = accelerator.fp8 ? accelerator.fp8 : accelerator.int8;
    return eightBits ? std::optional(*eightBits * 0.5) : accelerator.fp32;
}

std::optional<FlopsPerSecond> matrixRate(const Accelerator& accelerator, WeightFormat format)
{
    const bool eightBits = format == WeightFormat::Fp8 && accelerator.fp8.has_value();
    return eightBits ? accelerator.fp8 : accelerator.bf16 ? accelerator.bf16 : accelerator.fp16;
}

} // namespace rigwright
