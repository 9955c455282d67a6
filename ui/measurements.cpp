// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/measurements.h"

namespace rigwright {

Measurements::Measurements(MeasurementStore store, QObject* parent)
    : QObject(parent)
    , store_(std::move(store))
{
    read();
}

void Measurements::read()
{
    const Expected<std::vector<DeviceCorrection>> kept = store_.read();
    kept_ = kept.value_or(std::vector<DeviceCorrection>());
    error_ = kept ? QString() : QString::fromStdString(kept.error().message);
    constants_ = std::make_shared<const CalibrationTable>(fittedCalibration().corrected(kept_));
}

template <class Result>
bool Measurements::take(const Expected<Result>& result)
{
    if (!result) {
        error_ = QString::fromStdString(result.error().message);
        return false;
    }
    read();
    Q_EMIT changed();
    return true;
}

bool Measurements::keep(const std::vector<DeviceCorrection>& corrections)
{
    return take(store_.keep(corrections));
}

bool Measurements::remove(const DeviceCorrection& correction)
{
    return take(
        store_.remove([&correction](const DeviceCorrection& other) { return isForSame(other, correction); }));
}

} // namespace rigwright
