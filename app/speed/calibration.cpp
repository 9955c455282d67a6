// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed/calibration.h"

#include <algorithm>

namespace rigwright {

namespace {

const CalibrationRow* findRow(const std::vector<CalibrationRow>& rows, Engine engine, DeviceClass device)
{
    const auto found = std::ranges::find_if(
        rows, [&](const CalibrationRow& row) { return row.engine == engine && row.device == device; });
    return found == rows.end() ? nullptr : &*found;
}

/// Engines that nobody measured work as vLLM does: whole matrices in 16 or 8 bits, sequences together.
Engine measuredKin(Engine engine)
{
    return engine == Engine::LlamaCpp ? Engine::LlamaCpp : Engine::Vllm;
}

/// Whose constants stand in for a class that nobody measured with an engine.
const CalibrationRow* nearestKin(const std::vector<CalibrationRow>& rows, Engine engine, DeviceClass device)
{
    engine = measuredKin(engine);
    if (const CalibrationRow* row = findRow(rows, engine, device)) {
        return row;
    }
    if (device == DeviceClass::Cpu) {
        return findRow(rows, Engine::LlamaCpp, DeviceClass::Cpu);
    }
    return findRow(rows, engine, engine == Engine::Vllm ? DeviceClass::NvidiaHbm : DeviceClass::AmdCard);
}

void widen(Calibration& constants, double factor)
{
    constants.decodeLow /= factor;
    constants.decodeHigh *= factor;
    constants.prefillLow /= factor;
    constants.prefillHigh *= factor;
}

} // namespace

DeviceClass deviceClass(const Accelerator& accelerator)
{
    switch (accelerator.vendor) {
    case AcceleratorVendor::Apple: return DeviceClass::Apple;
    case AcceleratorVendor::Amd:
        return accelerator.mounting == Mounting::Integrated ? DeviceClass::AmdUnified : DeviceClass::AmdCard;
    case AcceleratorVendor::Nvidia: {
        // One stream leaves HBM half idle. No GDDR device of a data centre passes 1,200 GB/s, no HBM one stays below.
        const bool hbm = accelerator.segment == Segment::Datacenter &&
            accelerator.bandwidth.value_or(BytesPerSecond()) >= BytesPerSecond::gb(1200);
        return hbm ? DeviceClass::NvidiaHbm : DeviceClass::NvidiaGddr;
    }
    case AcceleratorVendor::Intel:
    case AcceleratorVendor::Other: return DeviceClass::Other;
    }
    return DeviceClass::Other;
}

Calibration CalibrationTable::find(Engine engine, DeviceClass device, bool hasExperts) const
{
    constexpr double kUnmeasuredSpread = 1.25;
    const CalibrationRow* row = findRow(rows_, engine, device);
    const bool measured = row != nullptr;
    if (!measured) {
        row = nearestKin(rows_, engine, device);
    }
    Calibration constants = row->constants;
    if (!measured) {
        widen(constants, kUnmeasuredSpread);
        constants.devices = constants.measurements = 0;
    }
    if (hasExperts) {
        constants.bandwidthShare *= experts_.bandwidth;
        constants.computeShare *= experts_.compute;
        widen(constants, experts_.spread);
    }
    return constants;
}

CalibrationTable CalibrationTable::corrected(std::vector<DeviceCorrection> corrections) const
{
    CalibrationTable table = *this;
    table.corrections_ = std::move(corrections);
    return table;
}

const DeviceCorrection* CalibrationTable::correctionFor(Engine engine, const Hardware& hardware) const
{
    if (corrections_.empty() || hardware.accelerators.size() > 1) {
        return nullptr;
    }
    const bool accelerated = !hardware.accelerators.empty();
    const PartId& device = accelerated ? hardware.accelerators.front().accelerator.info.id : hardware.host.id;
    const int count = accelerated ? hardware.accelerators.front().count : hardware.host.sockets;
    const DeviceCorrection* found = nullptr;
    for (const DeviceCorrection& correction : corrections_) {
        if (correction.engine != engine || correction.device != device || device.empty()) {
            continue;
        }
        if (found == nullptr || correction.count == count || found->count != count) {
            found = &correction;
        }
    }
    return found;
}

bool CalibrationTable::corrects(Engine engine, const PartId& device) const
{
    return std::ranges::any_of(corrections_, [&](const DeviceCorrection& correction) {
        return correction.engine == engine && correction.device == device;
    });
}

const CalibrationTable& fittedCalibration()
{
    static const CalibrationTable table = [] {
#include "speed/calibration_table.inc"
        return CalibrationTable({std::begin(kRows), std::end(kRows)}, kExperts);
    }();
    return table;
}

std::optional<FlopsPerSecond> matrixRate(const Accelerator& accelerator, WeightFormat format, Engine engine)
{
    const auto half = accelerator.bf16 ? accelerator.bf16 : accelerator.fp16;
    if (measuredKin(engine) == Engine::Vllm) {
        const bool eightBits = format == WeightFormat::Fp8 && accelerator.fp8.has_value();
        return eightBits ? accelerator.fp8 : half;
    }
    if (accelerator.vendor == AcceleratorVendor::Apple) {
        return accelerator.fp32;
    }
    // GeForce halves its rate with FP32 accumulation; llama.cpp's kernels accumulate in FP16 or integers and get past that.
    if (accelerator.vendor == AcceleratorVendor::Nvidia && accelerator.fp16Accumulate16) {
        return accelerator.fp16Accumulate16;
    }
    const auto sixteenBits = accelerator.fp16 ? accelerator.fp16 : half;
    return sixteenBits ? sixteenBits : accelerator.fp32;
}

std::optional<FlopsPerSecond> matrixRate(const Host& host)
{
    if (host.cores == 0) {
        return std::nullopt;
    }
    constexpr double kAllCoreHertz = 2.8e9;
    // Two fused multiply-adds a cycle: 8 FP32 lanes with AVX2, 16 with AVX-512; AMX's tiles give four times that in BF16.
    const double perCycle = host.amx ? 256 : host.avx512 ? 64 : 32;
    return FlopsPerSecond(host.cores * kAllCoreHertz * perCycle);
}

} // namespace rigwright
