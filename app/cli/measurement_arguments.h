// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speed/calibration.h"
#include "units/finding.h"

#include <vector>

namespace CLI {
class App;
}

namespace rigwright {

/// Whether the user's own measurements count.
struct MeasurementArguments {
    bool ignore = false;
};

void addMeasurementOptions(CLI::App& command, MeasurementArguments& arguments);

/// The constants that speeds are estimated with, and a warning where what the user measured can't be read.
struct UserConstants {
    CalibrationTable table;
    std::vector<Finding> findings;
};

[[nodiscard]] UserConstants userConstants(const MeasurementArguments& arguments);

} // namespace rigwright
