// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/sqlite.h"
#include "units/error.h"

#include <filesystem>

namespace rigwright {

/// "RIGO" in SQLite's application id: the user's own catalog.
inline constexpr int kOverlayApplicationId = 0x5249474f;
inline constexpr int kOverlaySchemaVersion = 2;

/// Brings the schema from the database's version, 0 for an empty one, to ours. Each step is one transaction. Throws SqliteError.
void migrateOverlay(Database& database);

/// Where a copy of an overlay of an older version is put: catalog.sqlite.v1.backup.
[[nodiscard]] std::filesystem::path overlayBackup(const std::filesystem::path& file, std::int64_t version);

/// Puts a copy, with everything that is committed, beside the file. An error: it can't be written.
[[nodiscard]] Expected<void> backUpOverlay(Database& database, const std::filesystem::path& file,
                                           std::int64_t version);

} // namespace rigwright
