// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_database.h"

#include "catalog/read_claims.h"
#include "catalog/read_models.h"
#include "catalog/read_offers.h"
#include "catalog/read_parts.h"
#include "catalog/row.h"

#include <sqlite3.h>

namespace rigwright {

namespace {

Expected<void> checkHeader(Database& database, const std::string& file)
{
    const std::int64_t application = database.integer("PRAGMA application_id");
    const std::int64_t schema = database.integer("PRAGMA user_version");
    if (application != kCatalogApplicationId) {
        return fail("'" + file + "' is not a catalog: it is a database of another program");
    }
    if (schema > kCatalogSchemaVersion) {
        return fail("'" + file + "' was made by a newer version of the program (catalog schema " +
                    std::to_string(schema) + ", this version reads " + std::to_string(kCatalogSchemaVersion) +
                    ")");
    }
    if (schema < kCatalogSchemaVersion) {
        return fail("'" + file + "' has catalog schema " + std::to_string(schema) + ", this version reads " +
                    std::to_string(kCatalogSchemaVersion));
    }
    if (const std::string verdict = database.text("PRAGMA quick_check(1)"); verdict != "ok") {
        return fail("catalog '" + file + "' is damaged: " + verdict);
    }
    return {};
}

Catalog readTables(Database& database)
{
    Catalog catalog;
    Statement info(database, "SELECT * FROM info");
    if (!info.step()) {
        throw SqliteError(SQLITE_CORRUPT, "the table info is empty");
    }
    const Row row(info);
    catalog.schemaVersion = row.smallInteger("schema_version");
    catalog.date = row.date("data_date");
    catalog.sourcesRead = row.date("source_date");
    readParts(database, catalog);
    catalog.models = readModels(database);
    catalog.cloudOffers = readCloudOffers(database);
    catalog.apiOffers = readApiOffers(database);
    catalog.countries = readCountries(database);
    catalog.rates = readExchangeRates(database);
    catalog.claims = readClaims(database);
    return catalog;
}

} // namespace

Expected<Catalog> readCatalog(const std::filesystem::path& path)
{
    const std::string file = path.string();
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) {
        return fail("no catalog at '" + file + "': there is no such file");
    }
    try {
        Database database = Database::openReadOnly(path);
        if (const Expected<void> header = checkHeader(database, file); !header) {
            return tl::unexpected(header.error());
        }
        return readTables(database);
    } catch (const SqliteError& error) {
        if (error.code() == SQLITE_NOTADB) {
            return fail("'" + file + "' is not a catalog: it is no SQLite file");
        }
        if (error.code() == SQLITE_CANTOPEN || error.code() == SQLITE_PERM) {
            return fail("can't open the catalog '" + file + "': " + error.what());
        }
        return fail("catalog '" + file + "' is damaged: " + error.what());
    }
}

} // namespace rigwright
