// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/acceptance.h"
#include "advice/launch/launch_question.h"

#include <vector>

// The parts of an acceptance sheet; each adds what the catalog knows enough of.
namespace rigwright {

using AcceptanceChecks = std::vector<AcceptanceCheck>;

/// Accelerators, their memory, slots, direct links, power limit and temperature.
void addDeviceChecks(AcceptanceChecks& checks, const LaunchQuestion& question);
/// CPUs, memory with its population and speed, ECC, drives.
void addHostChecks(AcceptanceChecks& checks, const LaunchQuestion& question);
/// Speed of the work, within the range of the estimate, and power at the wall.
void addWorkChecks(AcceptanceChecks& checks, const LaunchQuestion& question);

} // namespace rigwright
