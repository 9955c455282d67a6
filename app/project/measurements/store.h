// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speed/correction.h"
#include "units/error.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace rigwright {

/// The corrections that a user keeps, in one file (schema "rigwright.measurements/1"). It is written whole or not at all,
/// under a lock, so that two programs that change it at once lose nothing. A file that is damaged, or newer than the program,
/// is never written over: an error says so.
class MeasurementStore {
public:
    explicit MeasurementStore(std::filesystem::path file)
        : file_(std::move(file))
    { }
    /// In the user's folder of settings: $XDG_CONFIG_HOME/rigwright/measurements.json, else in ~/.config. An error: neither
    /// folder is known.
    [[nodiscard]] static Expected<MeasurementStore> ofUser();

    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    /// None where there is no file.
    [[nodiscard]] Expected<std::vector<DeviceCorrection>> read() const;
    /// Adds; what was kept for the same device, engine and number of devices goes.
    [[nodiscard]] Expected<void> keep(const std::vector<DeviceCorrection>& corrections) const;
    /// Removes those that `goes` is true for; how many they were.
    [[nodiscard]] Expected<int> remove(const std::function<bool(const DeviceCorrection&)>& goes) const;

private:
    using Change = std::function<void(std::vector<DeviceCorrection>&)>;
    [[nodiscard]] Expected<void> update(const Change& change) const;

    std::filesystem::path file_;
};

/// The same device, engine and number of devices.
[[nodiscard]] bool isForSame(const DeviceCorrection& a, const DeviceCorrection& b);

} // namespace rigwright
