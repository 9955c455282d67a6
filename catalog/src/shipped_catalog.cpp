// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/shipped_catalog.h"

#include "catalog/catalog_database.h"
#include "catalog/read_parts.h"

namespace rigwright {

const PartSheet* ShippedCatalog::find(const PartId& id) const
{
    const auto found = position.find(id);
    return found == position.end() ? nullptr : &sheets[found->second];
}

bool ShippedCatalog::isOf(const std::filesystem::path& file) const
{
    std::error_code error;
    return std::filesystem::last_write_time(file, error) == written &&
        std::filesystem::file_size(file, error) == bytes;
}

Expected<ShippedCatalog> readShippedCatalog(const std::filesystem::path& file)
{
    ShippedCatalog shipped;
    std::error_code ignored;
    shipped.written = std::filesystem::last_write_time(file, ignored);
    shipped.bytes = std::filesystem::file_size(file, ignored);
    Expected<Catalog> catalog = readCatalog(file);
    if (!catalog) {
        return tl::unexpected(catalog.error());
    }
    shipped.catalog = std::move(*catalog);
    try {
        Database database = Database::openReadOnly(file);
        shipped.sheets = readSheets(database);
    } catch (const SqliteError& error) {
        return fail("catalog '" + file.string() + "' is damaged: " + error.what());
    }
    for (std::size_t i = 0; i < shipped.sheets.size(); ++i) {
        shipped.position.emplace(shipped.sheets[i].id(), i);
    }
    return shipped;
}

} // namespace rigwright
