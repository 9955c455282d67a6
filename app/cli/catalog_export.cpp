// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/export/export_csv.h"

#include "cli/catalog_commands.h"
#include "cli/json.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

struct ExportOptions {
    std::string target;
    std::vector<std::string> tables;
    bool own = false;
    bool json = false;
};

Expected<ExitStatus> exportTables(UserCatalog& catalog, const ExportOptions& options, std::ostream& out)
{
    const auto view = catalog.store.read();
    if (!view) {
        return tl::unexpected(view.error());
    }
    const auto files = exportCsv(**view, {.tables = options.tables, .onlyOwn = options.own}, options.target);
    if (!files) {
        return tl::unexpected(files.error());
    }
    Json list = Json::array();
    for (const std::filesystem::path& file : *files) {
        list.push_back(file.string());
        if (!options.json) {
            out << file.string() << '\n';
        }
    }
    if (options.json) {
        out << Json({{"schema", "rigwright.catalog/1"}, {"files", std::move(list)}}).dump(2) << '\n';
    }
    return ExitStatus::Success;
}

} // namespace

void addCatalogExport(CLI::App& catalogCommand, StoreCommand& chosen)
{
    CLI::App* command =
        catalogCommand.add_subcommand("export", "Writes tables as CSV that `catalog import` reads back");
    const auto options = std::make_shared<ExportOptions>();
    command->add_option("FILE", options->target, "A file for one table, a folder for several")->required();
    command->add_option("--table", options->tables,
                        "Such as cpus or prices; repeatable; all where none is named");
    command->add_flag("--own", options->own, "Only what you added, changed or priced");
    command->add_flag("--json", options->json, "One JSON object");
    command->callback([&chosen, options] {
        chosen = [options](UserCatalog& catalog, std::ostream& out) {
            return exportTables(catalog, *options, out);
        };
    });
}

} // namespace rigwright
