// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/measurements/store.h"
#include "speed/calibration.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace rigwright {

/// The corrections that the user keeps, and the constants that speeds are estimated with under them.
class Measurements : public QObject {
    Q_OBJECT
public:
    explicit Measurements(MeasurementStore store, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<DeviceCorrection>& kept() const { return kept_; }
    /// Shared with the threads that search and compare; another object after each change.
    [[nodiscard]] const std::shared_ptr<const CalibrationTable>& constants() const { return constants_; }
    /// Why the file could not be read or written; empty: it could.
    [[nodiscard]] const QString& error() const { return error_; }

    /// False where the file could not be written: then nothing has changed.
    bool keep(const std::vector<DeviceCorrection>& corrections);
    bool remove(const DeviceCorrection& correction);

Q_SIGNALS:
    void changed();

private:
    void read();
    template <class Result>
    bool take(const Expected<Result>& result);

    MeasurementStore store_;
    std::vector<DeviceCorrection> kept_;
    std::shared_ptr<const CalibrationTable> constants_;
    QString error_;
};

} // namespace rigwright
