// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/change.h"
#include "speed/calibration.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace rigwright {

struct UpgradeAnswer {
    EvaluatedBuild now; ///< the machine as it is, all of it owned
    std::vector<ChangeSet>
        steps; ///< cheapest first; none is both dearer and no faster than another, all are faster than now
    std::int64_t considered = 0;
    bool exact = true; ///< false only when it was stopped
};

/// The best steps from a machine that the user has. The budget of the requirement is what may be spent; `cost` of a step is the
/// price of what must be bought. What comes out is not sold. An error: a part that the catalog lacks, a requirement that can't
/// be.
[[nodiscard]] Expected<UpgradeAnswer> findUpgrades(const Catalog& catalog, const Build& current,
                                                   const Requirement& requirement,
                                                   const std::stop_token& stop = {},
                                                   const CalibrationTable& constants = fittedCalibration());

} // namespace rigwright
