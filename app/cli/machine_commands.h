// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commands.h"

namespace rigwright {

// Each adds one command to `machine`.
void addMachineDetect(CLI::App& machine, Command& chosen);

} // namespace rigwright
