// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/overlay/overlay_error.h"

#include "catalog/overlay/migrations.h"

#include <sqlite3.h>

namespace rigwright {

Error overlayError(const std::filesystem::path& file, const SqliteError& error)
{
    const std::string name = "'" + file.string() + "'";
    switch (error.code()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {"your catalog " + name + " is locked by another program; close it or try again"};
    case SQLITE_NOTADB: return {name + " is not your catalog: it is no SQLite file"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
        return {"can't write your catalog " + name + ": the file and its folder must be writable (" +
                error.what() + ")"};
    case SQLITE_FULL: return {"no space is left on the disk of your catalog " + name};
    case SQLITE_IOERR: return {"can't read or write your catalog " + name + ": " + error.what()};
    case SQLITE_TOOBIG: return {"too much for one step of your catalog " + name + "; import less at a time"};
    case SQLITE_CONSTRAINT: return {"can't keep this in your catalog " + name + ": " + error.what()};
    case SQLITE_NOMEM: return {"too little memory for your catalog " + name};
    default: return {"your catalog " + name + " is damaged: " + error.what()};
    }
}

Error newerOverlay(const std::filesystem::path& file, std::int64_t schema)
{
    return {"your catalog '" + file.string() + "' was made by a newer version of the program (schema " +
            std::to_string(schema) + ", this version reads " + std::to_string(kOverlaySchemaVersion) + ")"};
}

} // namespace rigwright
