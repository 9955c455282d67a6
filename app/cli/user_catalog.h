// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"

#include <filesystem>
#include <optional>

namespace rigwright {

/// The shipped catalog and the user's, as the commands of `catalog` work with them.
struct UserCatalog {
    CatalogStore store;
    Expected<std::filesystem::path> overlayPath; ///< an error: nothing says where it would be

    [[nodiscard]] static Expected<UserCatalog> open();

    /// An error: the user's catalog can't be changed, and why.
    [[nodiscard]] Expected<CatalogStore*> writable();
};

/// What every other command answers from.
struct OpenedCatalog {
    Catalog catalog;
    std::optional<Error> overlayProblem; ///< the user's catalog is bad; the shipped one counts alone
};

/// Reads both. Nothing is created where the user has no catalog yet.
[[nodiscard]] Expected<OpenedCatalog> openCatalog();

} // namespace rigwright
