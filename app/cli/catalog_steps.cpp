// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/catalog_commands.h"
#include "cli/json.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

/// One way along the steps of the user's catalog.
struct Direction {
    const char* nothing; ///< said where there is no such step
    const char* done;    ///< said before the step's label
    std::optional<std::string> CatalogView::*label;
    Expected<void> (CatalogStore::*take)();
};

constexpr Direction kBack{"there is no step to undo", "Undone: ", &CatalogView::undoLabel,
                          &CatalogStore::undo};
constexpr Direction kForth{"there is no step to redo", "Redone: ", &CatalogView::redoLabel,
                           &CatalogStore::redo};

Expected<ExitStatus> takeStep(UserCatalog& catalog, const Direction& direction, bool asJson,
                              std::ostream& out)
{
    const auto view = catalog.store.read();
    if (!view) {
        return tl::unexpected(view.error());
    }
    const Expected<CatalogStore*> store = catalog.writable();
    if (!store) {
        return tl::unexpected(store.error());
    }
    const std::optional<std::string> label = (**view).*direction.label;
    if (!label) {
        return fail(direction.nothing);
    }
    if (const Expected<void> taken = ((*store)->*direction.take)(); !taken) {
        return tl::unexpected(taken.error());
    }
    if (asJson) {
        out << Json({{"schema", "rigwright.catalog/1"}, {"step", *label}}).dump(2) << '\n';
    } else {
        out << direction.done << *label << '\n';
    }
    return ExitStatus::Success;
}

void addStep(CLI::App& catalogCommand, StoreCommand& chosen, const char* name, const char* description,
             const Direction& direction)
{
    CLI::App* command = catalogCommand.add_subcommand(name, description);
    const auto asJson = std::make_shared<bool>(false);
    command->add_flag("--json", *asJson, "One JSON object");
    command->callback([&chosen, &direction, asJson] {
        chosen = [&direction, asJson](UserCatalog& catalog, std::ostream& out) {
            return takeStep(catalog, direction, *asJson, out);
        };
    });
}

} // namespace

void addCatalogUndo(CLI::App& catalogCommand, StoreCommand& chosen)
{
    addStep(catalogCommand, chosen, "undo", "Takes back your last import or edit", kBack);
}

void addCatalogRedo(CLI::App& catalogCommand, StoreCommand& chosen)
{
    addStep(catalogCommand, chosen, "redo", "Does again what was undone last", kForth);
}

} // namespace rigwright
