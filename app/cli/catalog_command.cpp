// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/catalog_commands.h"

#include <CLI/CLI.hpp>

namespace rigwright {

void addCatalogCommand(CLI::App& app, Command& chosen, StoreCommand& chosenOfStore)
{
    CLI::App* command = app.add_subcommand("catalog", "What the catalog knows, and what you added to it");
    command->require_subcommand(1);
    addCatalogInfo(*command, chosenOfStore);
    addCatalogList(*command, chosenOfStore);
    addCatalogSearch(*command, chosenOfStore);
    addCatalogHistory(*command, chosenOfStore);
    addCatalogImport(*command, chosenOfStore);
    addCatalogExport(*command, chosenOfStore);
    addCatalogUndo(*command, chosenOfStore);
    addCatalogRedo(*command, chosenOfStore);
    addCatalogSettings(*command, chosenOfStore);
    addCatalogCheck(*command, chosen);
}

} // namespace rigwright
