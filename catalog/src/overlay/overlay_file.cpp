// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/overlay/overlay_file.h"

#include "catalog/overlay/migrations.h"
#include "catalog/overlay/overlay_error.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sqlite3.h>
#include <unistd.h>

namespace rigwright {

namespace {

// Of SQLite's file format: a header of 100 bytes with big-endian numbers.
constexpr std::size_t kHeaderBytes = 100;
constexpr std::string_view kMagic("SQLite format 3\0", 16);
constexpr std::size_t kUserVersionAt = 60;
constexpr std::size_t kApplicationIdAt = 68;

std::int64_t bigEndian(const std::array<char, kHeaderBytes>& header, std::size_t at)
{
    std::int64_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
        value = value * 256 + static_cast<unsigned char>(header.at(i));
    }
    return value;
}

/// Asked before SQLite is, which would open a file for reading alone and lay its own files beside it.
Expected<void> checkWritable(const std::filesystem::path& file)
{
    std::error_code ignored;
    for (const std::filesystem::path& path : {file, std::filesystem::absolute(file, ignored).parent_path()}) {
        if (::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0) {
            return tl::unexpected(overlayError(file, SqliteError(SQLITE_READONLY, std::strerror(errno))));
        }
    }
    return {};
}

/// Looks before SQLite does, which would leave its files beside a database that isn't ours.
Expected<void> checkFile(const std::filesystem::path& file)
{
    const std::string name = "'" + file.string() + "'";
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(file, error);
    if (std::filesystem::is_directory(status)) {
        return fail(name + " is a folder, expected the file of your catalog");
    }
    if (!std::filesystem::is_regular_file(status)) {
        return fail(name + " is no file, expected your catalog");
    }
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return fail("can't read your catalog " + name + ": " + std::strerror(errno));
    }
    std::array<char, kHeaderBytes> header{};
    stream.read(header.data(), header.size());
    if (stream.gcount() == 0) {
        return fail(name +
                    " is not your catalog: it is an empty file; put a copy of your catalog in its place "
                    "or remove it to begin anew");
    }
    if (std::string_view(header.data(), kMagic.size()) != kMagic) {
        return fail(name + " is not your catalog: it is no SQLite file");
    }
    if (bigEndian(header, kApplicationIdAt) != kOverlayApplicationId) {
        return fail(name + " is not your catalog: it is a database of another program");
    }
    if (const std::int64_t schema = bigEndian(header, kUserVersionAt); schema > kOverlaySchemaVersion) {
        return tl::unexpected(newerOverlay(file, schema));
    }
    return checkWritable(file);
}

/// So that a file that was put in place is still there after the power fails.
void syncFolder(const std::filesystem::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

void configure(Database& database)
{
    sqlite3_busy_timeout(database.handle(), kOverlayBusyMilliseconds);
    database.execute("PRAGMA foreign_keys = ON");
    // What was told to be kept survives a power failure.
    database.execute("PRAGMA synchronous = FULL");
    // The write-ahead log of a large import is not left lying there.
    database.execute("PRAGMA journal_size_limit = 4194304");
}

/// Made under another name, so that nobody ever sees half of it.
Expected<void> makeOverlay(const std::filesystem::path& file)
{
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::absolute(file, error).parent_path();
    std::filesystem::create_directories(folder, error);
    if (error) {
        return fail("can't make the folder '" + folder.string() + "' of your catalog: " + error.message());
    }
    std::string unfinished = file.string() + ".new-XXXXXX";
    const int descriptor = mkstemp(unfinished.data());
    if (descriptor < 0) {
        return fail("can't make your catalog '" + file.string() + "': " + std::strerror(errno));
    }
    ::close(descriptor);
    try {
        Database database = Database::openForWriting(unfinished);
        configure(database);
        database.execute("PRAGMA application_id = " + std::to_string(kOverlayApplicationId));
        migrateOverlay(database);
        database.execute("PRAGMA journal_mode = WAL");
    } catch (const SqliteError&) {
        std::filesystem::remove(unfinished, error);
        throw;
    }
    // A link, unlike a renaming, leaves alone what another window has put there in the meantime.
    std::filesystem::create_hard_link(unfinished, file, error);
    if (!error || error == std::errc::file_exists) {
        std::filesystem::remove(unfinished, error);
    } else {
        std::filesystem::rename(unfinished, file, error);
        if (error) {
            return fail("can't make your catalog '" + file.string() + "': " + error.message());
        }
    }
    syncFolder(folder);
    return {};
}

Expected<void> checkContents(Database& database, const std::filesystem::path& file)
{
    if (sqlite3_db_readonly(database.handle(), "main") != 0) {
        return tl::unexpected(overlayError(file, SqliteError(SQLITE_READONLY, "it is read-only")));
    }
    if (const std::int64_t schema = database.integer("PRAGMA user_version"); schema > kOverlaySchemaVersion) {
        return tl::unexpected(newerOverlay(file, schema));
    }
    if (const std::string verdict = database.text("PRAGMA quick_check(1)"); verdict != "ok") {
        return tl::unexpected(overlayError(file, SqliteError(SQLITE_CORRUPT, verdict)));
    }
    Statement lost(database, "PRAGMA foreign_key_check");
    if (lost.step()) {
        return tl::unexpected(
            overlayError(file, SqliteError(SQLITE_CORRUPT, "a row of " + lost.text(0) + " has no part")));
    }
    return {};
}

} // namespace

Expected<Database> openOverlayFile(const std::filesystem::path& file)
{
    try {
        std::error_code error;
        if (std::filesystem::status(file, error).type() == std::filesystem::file_type::not_found) {
            if (const Expected<void> made = makeOverlay(file); !made) {
                return tl::unexpected(made.error());
            }
        }
        if (const Expected<void> checked = checkFile(file); !checked) {
            return tl::unexpected(checked.error());
        }
        Database database = Database::openForWriting(file);
        configure(database);
        if (const Expected<void> checked = checkContents(database, file); !checked) {
            return tl::unexpected(checked.error());
        }
        const std::int64_t version = database.integer("PRAGMA user_version");
        if (version < kOverlaySchemaVersion) {
            if (const Expected<void> copied = backUpOverlay(database, file, version); !copied) {
                return tl::unexpected(copied.error());
            }
            migrateOverlay(database);
        }
        if (database.text("PRAGMA journal_mode") != "wal") {
            database.execute("PRAGMA journal_mode = WAL");
        }
        return database;
    } catch (const SqliteError& error) {
        return tl::unexpected(overlayError(file, error));
    }
}

} // namespace rigwright
