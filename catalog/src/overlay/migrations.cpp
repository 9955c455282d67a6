// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/overlay/migrations.h"

#include "catalog/overlay/overlay_error.h"

#include <array>

namespace rigwright {

namespace {

// Schemas that were released are never changed: a new version adds a text at the end, and an SQL file of the one before to
// tests/data/overlay. Steps of older versions stay applicable as long as a migration only adds tables, or columns at a table's
// end; any other has to empty the table of steps.

constexpr const char* kVersion1 = R"sql(
CREATE TABLE parts (
    id TEXT NOT NULL PRIMARY KEY CHECK (id != ''),
    table_name TEXT NOT NULL,
    own INTEGER NOT NULL CHECK (own IN (0, 1)),
    cells TEXT NOT NULL CHECK (json_valid(cells)),       -- by column
    replaced TEXT NOT NULL CHECK (json_valid(replaced)), -- the shipped cells under them
    hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
    favourite INTEGER NOT NULL CHECK (favourite IN (0, 1)),
    url TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE prices (
    part TEXT NOT NULL REFERENCES parts (id),
    minor_units INTEGER NOT NULL CHECK (minor_units > 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    kind TEXT NOT NULL CHECK (kind IN ('quote', 'street', 'list', 'msrp', 'estimate')),
    region TEXT NOT NULL,
    source TEXT NOT NULL,
    date TEXT NOT NULL CHECK (length(date) = 10),
    valid_until TEXT CHECK (length(valid_until) = 10),
    url TEXT NOT NULL,
    PRIMARY KEY (part, date, kind, region, source)
) STRICT;

CREATE TABLE cloud_offers (
    id TEXT NOT NULL PRIMARY KEY,
    provider TEXT NOT NULL,
    instance TEXT NOT NULL,
    gpu_name TEXT NOT NULL,
    accelerator TEXT,
    gpu_count INTEGER NOT NULL CHECK (gpu_count > 0),
    gpu_memory_bytes INTEGER NOT NULL CHECK (gpu_memory_bytes > 0),
    vcpus INTEGER,
    memory_bytes INTEGER,
    price_per_hour_micros INTEGER NOT NULL CHECK (price_per_hour_micros > 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    pricing TEXT NOT NULL,
    region TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    date TEXT NOT NULL CHECK (length(date) = 10)
) STRICT;

CREATE TABLE api_offers (
    id TEXT NOT NULL PRIMARY KEY,
    provider TEXT NOT NULL,
    provider_model TEXT NOT NULL,
    model_name TEXT NOT NULL,
    family TEXT NOT NULL,
    model TEXT,
    aggregator INTEGER NOT NULL CHECK (aggregator IN (0, 1)),
    input_micros INTEGER NOT NULL CHECK (input_micros >= 0),   -- a million tokens, as the others
    output_micros INTEGER NOT NULL CHECK (output_micros >= 0),
    cached_input_micros INTEGER CHECK (cached_input_micros >= 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    context_tokens INTEGER,
    max_output_tokens INTEGER,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    date TEXT NOT NULL CHECK (length(date) = 10)
) STRICT;

CREATE TABLE exchange_rates (
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    per_usd REAL NOT NULL CHECK (per_usd > 0),
    date TEXT NOT NULL CHECK (length(date) = 10),
    source TEXT NOT NULL,
    PRIMARY KEY (currency, date)
) STRICT;

CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
)sql";

constexpr const char* kVersion2 = R"sql(
-- What the shipped catalog said of the whole part when the user last touched it: lives on where an update drops the part.
ALTER TABLE parts ADD COLUMN remembered TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(remembered));

-- Read from a list that anybody can read: it counts like a price of the shipped catalog, not before it.
ALTER TABLE prices ADD COLUMN published INTEGER NOT NULL DEFAULT 0 CHECK (published IN (0, 1));

CREATE TABLE steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    time TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    changeset BLOB NOT NULL, -- of SQLite's session extension
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
)sql";

constexpr std::array<const char*, kOverlaySchemaVersion> kMigrations{kVersion1, kVersion2};

} // namespace

void migrateOverlay(Database& database)
{
    for (;;) {
        // Asked inside the transaction: another window may be migrating the same file.
        Transaction transaction = Transaction::writing(database);
        const std::int64_t version = database.integer("PRAGMA user_version");
        if (version < 0 || version >= kOverlaySchemaVersion) {
            return;
        }
        database.execute(kMigrations[static_cast<std::size_t>(version)]);
        database.execute("PRAGMA user_version = " + std::to_string(version + 1));
        transaction.commit();
    }
}

std::filesystem::path overlayBackup(const std::filesystem::path& file, std::int64_t version)
{
    return file.string() + ".v" + std::to_string(version) + ".backup";
}

Expected<void> backUpOverlay(Database& database, const std::filesystem::path& file, std::int64_t version)
{
    const std::filesystem::path backup = overlayBackup(file, version);
    const std::filesystem::path unfinished = backup.string() + ".new";
    std::error_code error;
    std::filesystem::remove(unfinished, error);
    std::string problem;
    try {
        Statement copy(database, "VACUUM INTO ?");
        copy.bind(1, unfinished.string());
        copy.run();
        // Another window may have been faster; then its copy is the one of the old version.
        if (Database::openReadOnly(unfinished).integer("PRAGMA user_version") == version) {
            std::filesystem::rename(unfinished, backup, error);
            problem = error ? error.message() : "";
        }
    } catch (const SqliteError& failure) {
        problem = failure.what();
    }
    std::filesystem::remove(unfinished, error);
    if (!problem.empty()) {
        return fail("can't put a copy of your catalog at '" + backup.string() +
                    "' before it is brought up to date: " + problem);
    }
    return {};
}

} // namespace rigwright
