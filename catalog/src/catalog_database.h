// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/catalog.h"

#include <filesystem>

namespace rigwright {

inline constexpr int kCatalogSchemaVersion = 4;
/// What tells our databases from others: "RIGW" in SQLite's application id.
inline constexpr int kCatalogApplicationId = 0x52494757;

/// Reads the whole catalog from its SQLite file, opened read-only. An error: no such file, damaged, not a catalog, or made
/// by a newer program.
[[nodiscard]] Expected<Catalog> readCatalog(const std::filesystem::path& path);

/// Where the shipped catalog is: $RIGWRIGHT_CATALOG, else beside the program as installed or as built. An error names the
/// place that was tried.
[[nodiscard]] Expected<std::filesystem::path> findCatalog();

} // namespace rigwright
