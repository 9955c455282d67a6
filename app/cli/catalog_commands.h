// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commands.h"

// The subcommands of `catalog`, each added to its parser.
namespace rigwright {

void addCatalogCheck(CLI::App& catalogCommand, Command& chosen);

} // namespace rigwright
