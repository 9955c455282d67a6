// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/export/export_csv.h"

#include "catalog/export/csv_cells.h"
#include "catalog/export/price_table.h"
#include "catalog/export/write_whole.h"
#include "facts/nearest.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

std::string lineOf(const std::vector<std::string>& cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        line += (i == 0 ? "" : ",") + csvCell(cells[i]);
    }
    // What RFC 4180 asks for.
    return line + "\r\n";
}

std::string headerOf(const TableSpec& table)
{
    std::vector<std::string> names;
    std::ranges::transform(table.columns, std::back_inserter(names), &Column::name);
    return std::string(kByteOrderMark) + lineOf(names);
}

std::string partsText(const CatalogView& view, const TableSpec& table, bool onlyOwn)
{
    std::string text = headerOf(table);
    for (const PartEntry& entry : view.parts) {
        if (entry.sheet.spec->name == table.name && (!onlyOwn || entry.origin != PartOrigin::Shipped)) {
            text += lineOf(entry.sheet.cells);
        }
    }
    return text;
}

std::string pricesText(const CatalogView& view, const std::vector<std::string>& tables, bool onlyOwn)
{
    std::string text = headerOf(priceTable());
    for (const PartEntry& entry : view.parts) {
        if (!tables.empty() && std::ranges::find(tables, entry.sheet.spec->name) == tables.end()) {
            continue;
        }
        for (const Offer& offer : entry.offers) {
            if (!onlyOwn || offer.own) {
                text += lineOf(priceCells(entry.id(), offer));
            }
        }
    }
    return text;
}

/// The names of the tables to write, "prices" last; an error names one that is none.
Expected<std::vector<std::string>> chosenTables(const ExportRequest& request)
{
    std::vector<std::string> known;
    std::ranges::transform(partTables(), std::back_inserter(known), &TableSpec::name);
    known.push_back(priceTable().name);
    for (const std::string& table : request.tables) {
        if (std::ranges::find(known, table) == known.end()) {
            return fail(unknownNameMessage("table", table, known));
        }
    }
    std::erase_if(known, [&](const std::string& table) {
        return !request.tables.empty() && std::ranges::find(request.tables, table) == request.tables.end();
    });
    return known;
}

Expected<void> makeFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (!std::filesystem::is_directory(folder, error)) {
        return fail(folder.string() + ": can't make this folder");
    }
    return {};
}

} // namespace

Expected<std::vector<std::filesystem::path>> exportCsv(const CatalogView& view, const ExportRequest& request,
                                                       const std::filesystem::path& target)
{
    const Expected<std::vector<std::string>> tables = chosenTables(request);
    if (!tables) {
        return tl::unexpected(tables.error());
    }
    const auto textOf = [&](const std::string& table) {
        // Prices alone are those of every part.
        return table == priceTable().name
            ? pricesText(view, tables->size() == 1 ? std::vector<std::string>() : *tables, request.onlyOwn)
            : partsText(view, *findPartTable(table), request.onlyOwn);
    };
    std::vector<WholeFile> files;
    if (tables->size() == 1) {
        files.push_back({target, textOf(tables->front())});
    } else {
        if (const Expected<void> made = makeFolder(target); !made) {
            return tl::unexpected(made.error());
        }
        std::vector<std::string> names = *tables;
        if (std::ranges::find(names, priceTable().name) == names.end()) {
            names.push_back(priceTable().name);
        }
        for (const std::string& table : names) {
            files.push_back({target / (table + ".csv"), textOf(table)});
        }
    }
    if (const Expected<void> written = writeWhole(files); !written) {
        return tl::unexpected(written.error());
    }
    std::vector<std::filesystem::path> paths;
    std::ranges::transform(files, std::back_inserter(paths), &WholeFile::path);
    return paths;
}

} // namespace rigwright
