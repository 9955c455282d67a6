// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/import.h"

#include "cli/catalog_commands.h"
#include "cli/json.h"
#include "cli/report.h"
#include "facts/nearest.h"
#include "project/today.h"
#include "units/format.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

namespace rigwright {

namespace {

/// More are told by number: nobody reads them on a terminal.
constexpr std::size_t kShown = 20;

struct ImportOptions {
    std::string path;
    std::string format;
    std::string provider;
    std::string pricesOf;
    bool dryRun = false;
    bool json = false;
};

std::vector<std::string> formatNames()
{
    std::vector<std::string> names;
    for (const ImportFormat format :
         {ImportFormat::OwnCsv, ImportFormat::PcPartDataset, ImportFormat::SkypilotVms,
          ImportFormat::Buildcores, ImportFormat::ExchangeRates, ImportFormat::ModelsDev}) {
        names.emplace_back(importFormatName(format));
    }
    return names;
}

Expected<ImportRequest> requestOf(const ImportOptions& options)
{
    ImportRequest request{
        .path = options.path, .format = {}, .today = today(), .pricesOf = {}, .provider = options.provider};
    if (!options.format.empty()) {
        request.format = parseImportFormat(toLower(options.format));
        if (!request.format) {
            return fail("--format: " + unknownNameMessage("format", options.format, formatNames()));
        }
    }
    if (!options.pricesOf.empty()) {
        const Expected<Date> date = Date::parse(options.pricesOf);
        if (!date) {
            return fail("--prices-of: " + date.error().message);
        }
        request.pricesOf = *date;
    }
    return request;
}

struct Count {
    const char* key;  ///< in JSON
    const char* text; ///< for a person
    std::int64_t count;
};

std::vector<Count> rowCounts(const ImportPreview& preview)
{
    return {{"rows", "rows read", preview.rows},
            {"matched", "of parts that the catalog has", preview.matched},
            {"unchanged", "that say what the catalog says", preview.unchanged},
            {"passed_over", "that hold nothing for the catalog", preview.passedOver},
            {"problem_count", "left out for a problem", preview.problemCount}};
}

std::vector<Count> changeCounts(const CatalogChanges& changes)
{
    const auto size = [](const auto& list) { return static_cast<std::int64_t>(list.size()); };
    const auto fresh = std::ranges::count(changes.parts, true, &PartEdit::isNew);
    return {{"new_parts", "new parts", fresh},
            {"edited_parts", "edited parts", size(changes.parts) - fresh},
            {"removed_parts", "removed parts", size(changes.removedParts)},
            {"marks", "marks and notes", size(changes.marks)},
            {"prices", "prices", size(changes.prices)},
            {"cloud_offers", "cloud offers", size(changes.cloudOffers)},
            {"api_offers", "hosted models", size(changes.apiOffers)},
            {"exchange_rates", "exchange rates", size(changes.rates)}};
}

/// "cpus ryzen-5-7600: base_ghz 3.8 to 4"
std::string textOf(const PartEdit& part)
{
    std::string text = part.table + " " + part.id.text() + ":";
    if (part.isNew) {
        return text + " new";
    }
    for (const CellChange& cell : part.cells) {
        text += " " + cell.column + " " + (cell.before.empty() ? "unknown" : cell.before) + " to " +
            (cell.after.empty() ? "unknown" : cell.after) + ";";
    }
    text.pop_back();
    return text;
}

std::string textOf(const PriceChange& price)
{
    return price.table + " " + price.part.text() + ": " + formatMoney(price.offer.price) + " (" +
        priceKindName(price.offer.kind) + ", " + price.offer.date.iso() + ")" +
        (price.removed ? " removed" : "");
}

/// The first of the changes, one line each: edits before what is new.
std::vector<std::string> firstChanges(const CatalogChanges& changes)
{
    std::vector<std::string> lines;
    const auto add = [&lines](const auto& list, auto wanted) {
        for (const auto& change : list) {
            if (lines.size() < kShown && wanted(change)) {
                lines.push_back(textOf(change));
            }
        }
    };
    add(changes.parts, [](const PartEdit& part) { return !part.isNew; });
    add(changes.parts, [](const PartEdit& part) { return part.isNew; });
    add(changes.prices, [](const PriceChange&) { return true; });
    return lines;
}

Json toJson(const Problem& problem)
{
    Json json = {{"file", problem.file}, {"message", problem.message}};
    json["line"] = problem.line > 0 ? Json(problem.line) : Json();
    json["column"] = problem.column.empty() ? Json() : Json(problem.column);
    return json;
}

void printJson(const ImportPreview& preview, bool applied, std::ostream& out)
{
    Json json = {{"schema", "rigwright.catalog/1"},
                 {"label", preview.label},
                 {"format", importFormatName(preview.format)},
                 {"applied", applied}};
    for (const Count& count : rowCounts(preview)) {
        json[count.key] = count.count;
    }
    json["notes"] = preview.notes;
    for (const Count& count : changeCounts(preview.changes)) {
        json["changes"][count.key] = count.count;
    }
    json["first_changes"] = firstChanges(preview.changes);
    json["problems"] = Json::array();
    for (const Problem& problem : preview.problems) {
        json["problems"].push_back(toJson(problem));
    }
    out << json.dump(2) << '\n';
}

void printLines(const char* title, const std::vector<std::string>& lines, std::int64_t all, std::ostream& out)
{
    if (lines.empty()) {
        return;
    }
    out << title << '\n';
    for (const std::string& line : lines) {
        out << "  " << line << '\n';
    }
    if (all > static_cast<std::int64_t>(lines.size())) {
        out << "  … and " << formatCount(all - static_cast<std::int64_t>(lines.size())) << " more\n";
    }
}

void printText(const ImportPreview& preview, std::ostream& out)
{
    TextTable table({preview.label + " (" + importFormatName(preview.format) + ")", ""}, {1});
    for (const std::vector<Count>& counts : {rowCounts(preview), changeCounts(preview.changes)}) {
        for (const Count& count : counts) {
            if (count.count > 0 || std::string_view(count.key) == "rows") {
                table.add({count.text, formatCount(count.count)});
            }
        }
    }
    table.print(out);
    printLines("Note:", preview.notes, 0, out);
    printLines("Changes:", firstChanges(preview.changes), static_cast<std::int64_t>(preview.changes.size()),
               out);
    std::vector<std::string> problems;
    for (const Problem& problem : preview.problems) {
        if (problems.size() < kShown) {
            problems.push_back(problem.text());
        }
    }
    printLines("Left out:", problems, preview.problemCount, out);
}

/// Not one row could be taken.
bool readNothing(const ImportPreview& preview)
{
    return preview.problemCount > 0 && preview.changes.empty() && preview.matched == 0 &&
        preview.unchanged == 0;
}

Expected<ExitStatus> import(UserCatalog& catalog, const ImportOptions& options, std::ostream& out)
{
    const Expected<ImportRequest> request = requestOf(options);
    if (!request) {
        return tl::unexpected(request.error());
    }
    const Expected<CatalogStore*> store = catalog.writable();
    if (!store && !options.dryRun) {
        return tl::unexpected(store.error());
    }
    const auto view = catalog.store.read();
    if (!view) {
        return tl::unexpected(view.error());
    }
    const Expected<ImportPreview> preview = previewImport(*request, **view);
    if (!preview) {
        return tl::unexpected(preview.error());
    }
    if (readNothing(*preview)) {
        return fail("nothing could be read, " + formatCount(preview->problemCount) +
                    " rows have problems; the first: " +
                    (preview->problems.empty() ? options.path : preview->problems.front().text()));
    }
    const bool apply = !options.dryRun && !preview->changes.empty();
    if (apply) {
        if (const Expected<void> applied = (*store)->apply(preview->changes, preview->label); !applied) {
            return tl::unexpected(applied.error());
        }
    }
    if (options.json) {
        printJson(*preview, apply, out);
    } else {
        printText(*preview, out);
        out << (apply                          ? "Done, as one step: `catalog undo` takes it back.\n"
                    : preview->changes.empty() ? "Nothing to change.\n"
                                               : "Nothing was written.\n");
    }
    return ExitStatus::Success;
}

} // namespace

void addCatalogImport(CLI::App& catalogCommand, StoreCommand& chosen)
{
    CLI::App* command = catalogCommand.add_subcommand(
        "import", "Adds parts, prices, offers and rates from files to your catalog");
    const auto options = std::make_shared<ImportOptions>();
    command->add_option("FILE", options->path, "A file, or a folder of such files")->required();
    command->add_flag("--dry-run", options->dryRun, "Show what would change and write nothing");
    command->add_option("--format", options->format,
                        "own-csv, pc-part-dataset, skypilot-vms, buildcores, exchange-rates or models-dev; "
                        "recognised where it isn't named");
    command->add_option("--provider", options->provider, "Of cloud offers, where no folder names it");
    command->add_option("--prices-of", options->pricesOf,
                        "The day of prices that say none, such as 2026-07-31");
    command->add_flag("--json", options->json, "One JSON object");
    command->callback([&chosen, options] {
        chosen = [options](UserCatalog& catalog, std::ostream& out) {
            return import(catalog, *options, out);
        };
    });
}

} // namespace rigwright
