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
DeviceClass nearestKin(Engine engine, DeviceClass device)
{
    if (engine == Engine::Vllm) {
        return DeviceClass::NvidiaHbm;
    }
    return device == DeviceClass::Other ? DeviceClass::AmdHbm : DeviceClass::AmdCard;
}

MatrixPath nearestKin(MatrixPath path)
{
    switch (path) {
    case MatrixPath::AppleNeural: return MatrixPath::Apple;
    case MatrixPath::NvidiaFirst: return MatrixPath::Vector;
    default: return MatrixPath::AmdInstinct;
    }
}

const MatrixRow* findRow(const std::vector<MatrixRow>& rows, MatrixPath path)
{
    const auto found = std::ranges::find(rows, path, &MatrixRow::path);
    return found == rows.end() ? nullptr : &*found;
}

constexpr double kUnmeasuredSpread = 1.25;

} // namespace

Calibration CalibrationTable::find(Engine engine, DeviceClass device, bool hasExperts) const
{
    engine = measuredKin(engine);
    const CalibrationRow* row = findRow(rows_, engine, device);
    const bool measured = row != nullptr;
    if (!measured) {
        row = findRow(rows_, engine, nearestKin(engine, device));
    }
    Calibration constants = row != nullptr ? row->constants : rows_.front().constants;
    constants.flashAttention = shared_.flashAttention;
    if (hasExperts) {
        constants.expertCompute = shared_.expertCompute;
        constants.perExpertToken = shared_.perExpertToken;
        constants.decodeLow = shared_.expertDecodeLow;
        constants.decodeHigh = shared_.expertDecodeHigh;
        constants.prefillLow = shared_.expertPrefillLow;
        constants.prefillHigh = shared_.expertPrefillHigh;
    }
    if (!measured) {
        constants.decodeLow /= kUnmeasuredSpread;
        constants.decodeHigh *= kUnmeasuredSpread;
        constants.devices = constants.measurements = 0;
    }
    return constants;
}

Calibration CalibrationTable::find(Engine engine, const Accelerator& accelerator, bool hasExperts) const
{
    Calibration constants = find(engine, deviceClass(accelerator), hasExperts);
    if (measuredKin(engine) != Engine::LlamaCpp) {
        return constants;
    }
    const MatrixPath path = matrixPath(accelerator);
    const MatrixRow* row = findRow(paths_, path);
    const bool measured = row != nullptr;
    if (!measured) {
        row = findRow(paths_, nearestKin(path));
    }
    if (row == nullptr) {
        return constants;
    }
    constants.computeShare = row->computeShare;
    constants.flashAttention = row->flashAttention;
    if (hasExperts) {
        constants.expertCompute = row->expertCompute;
        constants.perExpertToken = row->perExpertToken;
    } else {
        constants.prefillLow = row->prefillLow;
        constants.prefillHigh = row->prefillHigh;
    }
    if (!measured) {
        constants.prefillLow /= kUnmeasuredSpread;
        constants.prefillHigh *= kUnmeasuredSpread;
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
    const PartId& device = accelerated ? chipOf(hardware.accelerators.front().accelerator) : hardware.host.id;
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
        return CalibrationTable({std::begin(kRows), std::end(kRows)}, {std::begin(kPaths), std::end(kPaths)},
                                kShared);
    }();
    return table;
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
