// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/import/own_csv.h"

#include "catalog/export/price_table.h"
#include "catalog/import/own_rows.h"

#include <algorithm>

namespace rigwright {

namespace {

bool hasColumn(const TableSpec& table, const std::string& name)
{
    return std::ranges::find(table.columns, name, &Column::name) != table.columns.end();
}

std::size_t knownColumns(const TableSpec& table, const CsvHeader& header)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(header.names, [&](const std::string& name) { return hasColumn(table, name); }));
}

bool isOfPrices(const CsvHeader& header)
{
    return header.find("part") && header.find("date") && header.find("amount");
}

/// The table whose columns the header names best. Null where two do it equally well, or none knows a column beside the id.
const TableSpec* tableByHeader(const CsvHeader& header)
{
    const TableSpec* best = nullptr;
    std::size_t most = 1;
    for (const TableSpec& table : partTables()) {
        const std::size_t known = knownColumns(table, header);
        if (known > most) {
            best = &table;
            most = known;
        } else if (known == most) {
            best = nullptr;
        }
    }
    return best;
}

/// Null: neither the name of the file nor its header says which.
const TableSpec* tableOf(const std::filesystem::path& path, const CsvHeader& header)
{
    if (isOfPrices(header)) {
        return &priceTable();
    }
    const TableSpec* named = findPartTable(path.stem().string());
    return named == nullptr ? tableByHeader(header) : named;
}

bool recognises(const ImportFile& file)
{
    if (file.path.extension() != ".csv" && file.path.extension() != ".tsv" &&
        file.path.extension() != ".txt") {
        return false;
    }
    const std::optional<CsvHeader> header = headerOf(file);
    if (!header) {
        return false;
    }
    const bool isNamed = findPartTable(file.path.stem().string()) != nullptr;
    const auto knows = [&](const TableSpec& table) { return knownColumns(table, *header) > 1; };
    return isOfPrices(*header) ||
        (header->find("id") && (isNamed || std::ranges::any_of(partTables(), knows)));
}

/// Parts before what refers to them.
std::size_t orderOf(const ImportFile& file)
{
    const std::optional<CsvHeader> header = headerOf(file);
    const TableSpec* table = header ? tableOf(file.path, *header) : nullptr;
    const auto found = std::ranges::find_if(
        partTables(), [&](const TableSpec& known) { return table != nullptr && known.name == table->name; });
    return static_cast<std::size_t>(found - partTables().begin());
}

Expected<void> readFile(const ImportFile& file, KnownParts& known, PreviewBuilder& builder)
{
    Expected<CsvRows> rows = CsvRows::open(file.path, builder);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    const TableSpec* table = tableOf(file.path, rows->header());
    if (table == nullptr) {
        return fail(
            builder.fileName() +
            ": neither the name of the file nor its header says of which table it is: name it after the "
            "table, such as cpus.csv");
    }
    return table == &priceTable() ? readOwnPrices(*rows, known, builder)
                                  : readOwnParts(*rows, *table, known, builder);
}

Expected<ImportPreview> preview(const ImportSource& source, const ImportRequest& /*request*/,
                                const CatalogView& view, const Progress& progress)
{
    PreviewBuilder builder(source, ImportFormat::OwnCsv, progress);
    KnownParts known(view);
    std::vector<ImportFile> files = source.files;
    std::ranges::stable_sort(files, {}, orderOf);
    for (const ImportFile& file : files) {
        if (const Expected<void> read = readFile(file, known, builder); !read) {
            return tl::unexpected(read.error());
        }
    }
    return builder.take();
}

} // namespace

ImportReader ownCsvReader()
{
    return {ImportFormat::OwnCsv, recognises, preview};
}

} // namespace rigwright
