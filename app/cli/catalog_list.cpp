// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/catalog_commands.h"
#include "cli/catalog_items.h"
#include "cli/catalog_offers.h"
#include "facts/nearest.h"
#include "project/today.h"
#include "units/format.h"
#include "units/join.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

struct ListRequest {
    std::string category;
    std::vector<std::string> words;
    bool own = false;
    bool incomplete = false;
    bool hidden = false;
    bool favourites = false;
    bool priced = false;
    bool json = false;
};

/// The category of a table as the command line calls it: "cpu"; makers' cards are a table of accelerators.
std::string categoryOf(const TableSpec& table)
{
    return table.name == "cards" ? "card" : table.category;
}

/// Every name that CATEGORY may be.
std::vector<std::string> categories()
{
    std::vector<std::string> names;
    for (const TableSpec& table : partTables()) {
        names.push_back(categoryOf(table));
    }
    names.insert(names.end(), {"cloud", "api"});
    return names;
}

Expected<std::string> tableOf(const std::string& category)
{
    for (const TableSpec& table : partTables()) {
        if (categoryOf(table) == category) {
            return table.name;
        }
    }
    return fail(unknownNameMessage("category", category, categories()));
}

/// An empty table is all of them.
std::vector<const PartEntry*> entriesOf(const CatalogView& view, const std::string& table,
                                        const ListRequest& request)
{
    const PartQuery query{.words = joined(request.words, " "),
                          .table = table,
                          .origin = {},
                          .state = {},
                          .hiddenToo = request.hidden,
                          .favouritesOnly = request.favourites,
                          .pricedOnly = request.priced,
                          .incompleteOnly = request.incomplete};
    std::vector<const PartEntry*> entries;
    for (const std::size_t position : view.index.find(view.parts, query)) {
        const PartEntry& entry = view.parts[position];
        if (!request.own || isUsers(entry)) {
            entries.push_back(&entry);
        }
    }
    return entries;
}

void print(const std::vector<const PartEntry*>& entries, Json head, const CatalogView& view, bool asJson,
           std::ostream& out)
{
    const PriceAge age{today(), view.catalog->pricePolicy};
    if (asJson) {
        Json items = Json::array();
        for (const PartEntry* entry : entries) {
            items.push_back(toJson(*entry, age));
        }
        head["items"] = std::move(items);
        out << head.dump(2) << '\n';
        return;
    }
    ItemTable table(age);
    for (const PartEntry* entry : entries) {
        table.add(*entry);
    }
    table.print(out);
}

Expected<ExitStatus> list(UserCatalog& catalog, const ListRequest& request, std::ostream& out)
{
    const std::string category = toLower(request.category);
    const auto view = catalog.store.read();
    if (!view) {
        return tl::unexpected(view.error());
    }
    if (category == "cloud" || category == "api") {
        listOffers(*(*view)->catalog, category, joined(request.words, " "),
                   {today(), (*view)->catalog->pricePolicy}, request.json, out);
        return ExitStatus::Success;
    }
    return tableOf(category).map([&](const std::string& table) {
        print(entriesOf(**view, table, request), {{"schema", "rigwright.catalog/1"}, {"category", category}},
              **view, request.json, out);
        return ExitStatus::Success;
    });
}

Expected<ExitStatus> search(UserCatalog& catalog, const ListRequest& request, std::ostream& out)
{
    const auto view = catalog.store.read();
    if (!view) {
        return tl::unexpected(view.error());
    }
    print(entriesOf(**view, "", request),
          {{"schema", "rigwright.catalog/1"}, {"search", joined(request.words, " ")}}, **view, request.json,
          out);
    return ExitStatus::Success;
}

void addFilters(CLI::App& command, ListRequest& request)
{
    command.add_flag("--own", request.own, "Only what you added, changed or priced");
    command.add_flag("--incomplete", request.incomplete, "Only parts that lack what a machine needs to know");
    command.add_flag("--hidden", request.hidden, "Hidden parts too");
    command.add_flag("--favourites", request.favourites, "Only favourites");
    command.add_flag("--priced", request.priced, "Only parts with a price");
    command.add_flag("--json", request.json, "One JSON object");
}

} // namespace

void addCatalogList(CLI::App& catalogCommand, StoreCommand& chosen)
{
    CLI::App* command = catalogCommand.add_subcommand("list", "The rows of one category, with prices");
    const auto request = std::make_shared<ListRequest>();
    command->add_option("CATEGORY", request->category, joined(categories(), " "))->required();
    command->add_option("--search", request->words, "Words that must occur");
    addFilters(*command, *request);
    command->callback([&chosen, request] {
        chosen = [request](UserCatalog& catalog, std::ostream& out) { return list(catalog, *request, out); };
    });
}

void addCatalogSearch(CLI::App& catalogCommand, StoreCommand& chosen)
{
    CLI::App* command = catalogCommand.add_subcommand("search", "Parts of every category by words");
    const auto request = std::make_shared<ListRequest>();
    command->add_option("WORDS", request->words, "Each must occur in a part's name, number, figures or notes")
        ->required();
    addFilters(*command, *request);
    command->callback([&chosen, request] {
        chosen = [request](UserCatalog& catalog, std::ostream& out) {
            return search(catalog, *request, out);
        };
    });
}

} // namespace rigwright
