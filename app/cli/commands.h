// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command_line.h"
#include "cli/user_catalog.h"
#include "facts/catalog.h"

#include <functional>
#include <iosfwd>

namespace CLI {
class App;
}

namespace rigwright {

/// What a parsed command line asks for: answers from the catalog to a stream. An error is a bad request. A model that the
/// command line describes joins the catalog for this one run.
using Command = std::function<Expected<ExitStatus>(Catalog&, std::ostream&)>;
/// The same of a command that works on the catalog itself.
using StoreCommand = std::function<Expected<ExitStatus>(UserCatalog&, std::ostream&)>;

// Each adds one command to the parser, which sets `chosen` when the user named it.
void addMachineCommand(CLI::App& app, Command& chosen);
void addModelsCommand(CLI::App& app, Command& chosen);
void addSizeCommand(CLI::App& app, Command& chosen);
void addBuildsCommand(CLI::App& app, Command& chosen);
void addUpgradeCommand(CLI::App& app, Command& chosen);
void addCostsCommand(CLI::App& app, Command& chosen);
void addBomCommand(CLI::App& app, Command& chosen);
void addProjectCommand(CLI::App& app, Command& chosen);
void addLaunchCommand(CLI::App& app, Command& chosen);
void addQuotesCommand(CLI::App& app, Command& chosen);
void addCalibrateCommand(CLI::App& app, Command& chosen);
void addCheckCommand(CLI::App& app, Command& chosen);
void addClaimsCommand(CLI::App& app, Command& chosen);
void addCatalogCommand(CLI::App& app, Command& chosen, StoreCommand& chosenOfStore);

} // namespace rigwright
