// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/catalog_commands.h"
#include "cli/catalog_items.h"
#include "units/format.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

struct Count {
    const char* name;
    std::size_t rows;
};

std::vector<Count> countsOf(const Catalog& catalog)
{
    return {{"accelerator", catalog.accelerators.size()},
            {"card", catalog.cards.size()},
            {"cpu", catalog.cpus.size()},
            {"board", catalog.boards.size()},
            {"memory", catalog.memory.size()},
            {"storage", catalog.drives.size()},
            {"psu", catalog.powerSupplies.size()},
            {"case", catalog.cases.size()},
            {"cooler", catalog.coolers.size()},
            {"nic", catalog.networkCards.size()},
            {"system", catalog.systems.size()},
            {"model", catalog.models.size()},
            {"cloud offer", catalog.cloudOffers.size()},
            {"hosted model", catalog.apiOffers.size()},
            {"country", catalog.countries.size()}};
}

/// What the user has laid over the shipped catalog.
struct OwnCounts {
    std::size_t parts = 0;
    std::size_t edited = 0;
    std::size_t prices = 0;
    std::size_t hidden = 0;
    std::size_t favourites = 0;
    std::size_t incomplete = 0; ///< of all parts, shipped ones too
};

OwnCounts ownCounts(const CatalogView& view)
{
    OwnCounts counts;
    for (const PartEntry& entry : view.parts) {
        counts.parts += entry.origin == PartOrigin::Own ? 1U : 0U;
        counts.edited += entry.origin == PartOrigin::Edited ? 1U : 0U;
        counts.prices += static_cast<std::size_t>(std::ranges::count(entry.offers, true, &Offer::own));
        counts.hidden += entry.marks.hidden ? 1U : 0U;
        counts.favourites += entry.marks.favourite ? 1U : 0U;
        counts.incomplete += entry.missing.empty() ? 0U : 1U;
    }
    return counts;
}

Json orNull(const std::optional<std::string>& text)
{
    return text ? Json(*text) : Json();
}

Json underneathJson(const CatalogView& view)
{
    Json list = Json::array();
    for (const PartEntry& entry : view.parts) {
        for (const UnderlyingChange& change : entry.underneath) {
            list.push_back({{"part", entry.id().text()},
                            {"column", change.column},
                            {"before", change.before},
                            {"now", change.now},
                            {"yours", entry.sheet.cell(change.column)}});
        }
    }
    return list;
}

Json overlayJson(const UserCatalog& catalog, const CatalogView& view)
{
    const OwnCounts own = ownCounts(view);
    Json json;
    json["path"] = catalog.overlayPath ? Json(catalog.overlayPath->string()) : Json();
    json["problem"] = catalog.store.overlayProblem() ? Json(catalog.store.overlayProblem()->message) : Json();
    json["own_parts"] = own.parts;
    json["edited_parts"] = own.edited;
    json["own_prices"] = own.prices;
    json["hidden"] = own.hidden;
    json["favourites"] = own.favourites;
    json["last_step"] = orNull(view.undoLabel);
    json["undone_step"] = orNull(view.redoLabel);
    json["prices_old_after_days"] = view.catalog->pricePolicy.oldAfterDays;
    json["changed_underneath"] = underneathJson(view);
    return json;
}

void printJson(const UserCatalog& catalog, const CatalogView& view, std::ostream& out)
{
    Json counts = Json::object();
    for (const Count& count : countsOf(*view.catalog)) {
        counts[count.name] = count.rows;
    }
    out << Json({{"schema", "rigwright.catalog/1"},
                 {"date", view.catalog->date.iso()},
                 {"schema_version", view.catalog->schemaVersion},
                 {"rows", std::move(counts)},
                 {"incomplete_parts", ownCounts(view).incomplete},
                 {"overlay", overlayJson(catalog, view)}})
               .dump(2)
        << '\n';
}

void printUnderneath(const CatalogView& view, std::ostream& out)
{
    TextTable table({"part", "column", "was", "is", "yours"});
    bool any = false;
    for (const PartEntry& entry : view.parts) {
        for (const UnderlyingChange& change : entry.underneath) {
            any = true;
            table.add({entry.id().text(), change.column, change.before, change.now,
                       entry.sheet.cell(change.column)});
        }
    }
    if (any) {
        out << "\nThe shipped catalog has changed underneath your edits:\n";
        table.print(out);
    }
}

void printOverlay(const UserCatalog& catalog, const CatalogView& view, std::ostream& out)
{
    const OwnCounts own = ownCounts(view);
    TextTable table({"yours", ""}, {1});
    const auto add = [&table](const char* name, std::size_t count) {
        table.add({name, formatCount(static_cast<std::int64_t>(count))});
    };
    add("own parts", own.parts);
    add("edited parts", own.edited);
    add("own prices", own.prices);
    add("hidden parts", own.hidden);
    add("favourites", own.favourites);
    out << "\nYour catalog: " << (catalog.overlayPath ? catalog.overlayPath->string() : "nowhere") << '\n';
    table.print(out);
    out << "Prices are old after " << view.catalog->pricePolicy.oldAfterDays << " days\n";
    if (view.undoLabel) {
        out << "Last step: " << *view.undoLabel << '\n';
    }
    if (view.redoLabel) {
        out << "Undone step: " << *view.redoLabel << '\n';
    }
    printUnderneath(view, out);
}

Expected<ExitStatus> info(UserCatalog& catalog, bool asJson, std::ostream& out)
{
    const auto view = catalog.store.read();
    if (!view) {
        return tl::unexpected(view.error());
    }
    if (asJson) {
        printJson(catalog, **view, out);
        return ExitStatus::Success;
    }
    TextTable table({"table", "rows"}, {1});
    for (const Count& count : countsOf(*(*view)->catalog)) {
        table.add({count.name, formatCount(static_cast<std::int64_t>(count.rows))});
    }
    out << "Catalog of " << (*view)->catalog->date.iso() << '\n';
    table.print(out);
    if (const std::size_t incomplete = ownCounts(**view).incomplete; incomplete > 0) {
        out << formatCount(static_cast<std::int64_t>(incomplete))
            << " more parts lack what a machine needs to know\n";
    }
    printOverlay(catalog, **view, out);
    return ExitStatus::Success;
}

} // namespace

void addCatalogInfo(CLI::App& catalogCommand, StoreCommand& chosen)
{
    CLI::App* command =
        catalogCommand.add_subcommand("info", "Date, number of rows, and what you added or changed");
    const auto asJson = std::make_shared<bool>(false);
    command->add_flag("--json", *asJson, "One JSON object");
    command->callback([&chosen, asJson] {
        chosen = [asJson](UserCatalog& catalog, std::ostream& out) { return info(catalog, *asJson, out); };
    });
}

} // namespace rigwright
