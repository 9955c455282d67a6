// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commands.h"

// The subcommands of `catalog`, each added to its parser.
namespace rigwright {

void addCatalogInfo(CLI::App& catalogCommand, StoreCommand& chosen);
void addCatalogList(CLI::App& catalogCommand, StoreCommand& chosen);
void addCatalogSearch(CLI::App& catalogCommand, StoreCommand& chosen);
void addCatalogHistory(CLI::App& catalogCommand, StoreCommand& chosen);
void addCatalogImport(CLI::App& catalogCommand, StoreCommand& chosen);
void addCatalogExport(CLI::App& catalogCommand, StoreCommand& chosen);
void addCatalogUndo(CLI::App& catalogCommand, StoreCommand& chosen);
void addCatalogRedo(CLI::App& catalogCommand, StoreCommand& chosen);
void addCatalogSettings(CLI::App& catalogCommand, StoreCommand& chosen);
void addCatalogCheck(CLI::App& catalogCommand, Command& chosen);

} // namespace rigwright
