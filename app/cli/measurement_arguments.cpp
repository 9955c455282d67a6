// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/measurement_arguments.h"

#include "project/measurements/store.h"

#include <CLI/CLI.hpp>

namespace rigwright {

void addMeasurementOptions(CLI::App& command, MeasurementArguments& arguments)
{
    command.add_flag("--no-measurements", arguments.ignore,
                     "Leave out the corrections that `calibrate` keeps");
}

UserConstants userConstants(const MeasurementArguments& arguments)
{
    UserConstants constants{fittedCalibration(), {}};
    if (arguments.ignore) {
        return constants;
    }
    // Without a folder of settings there is nothing that could have been kept.
    const Expected<MeasurementStore> store = MeasurementStore::ofUser();
    if (!store) {
        return constants;
    }
    if (Expected<std::vector<DeviceCorrection>> kept = store->read()) {
        constants.table = constants.table.corrected(*std::move(kept));
    } else {
        constants.findings.push_back(
            {"measurements-unread",
             Severity::Warning,
             RIGWRIGHT_TEXT("Finding", "Your own measurements are left out: {reason}."),
             {{"reason", kept.error().message}}});
    }
    return constants;
}

} // namespace rigwright
