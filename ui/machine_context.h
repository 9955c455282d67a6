// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/requirement.h"
#include "facts/catalog.h"
#include "speed/calibration.h"

#include <memory>

namespace rigwright {

/// What machines are judged by: everything that a job on another thread shares with the window.
struct MachineContext {
    std::shared_ptr<const Catalog> catalog;
    Requirement requirement;
    std::shared_ptr<const CalibrationTable> constants;
    Date today;
};

} // namespace rigwright
