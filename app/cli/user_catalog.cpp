// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/user_catalog.h"

#include "catalog/catalog_database.h"

namespace rigwright {

namespace {

bool exists(const Expected<std::filesystem::path>& path)
{
    std::error_code error;
    return path &&
        std::filesystem::symlink_status(*path, error).type() != std::filesystem::file_type::not_found;
}

} // namespace

Expected<UserCatalog> UserCatalog::open()
{
    const Expected<std::filesystem::path> shipped = findCatalog();
    if (!shipped) {
        return tl::unexpected(shipped.error());
    }
    Expected<std::filesystem::path> overlay = findOverlay();
    Expected<CatalogStore> store = CatalogStore::open(*shipped, overlay.value_or(std::filesystem::path()));
    if (!store) {
        return tl::unexpected(store.error());
    }
    return UserCatalog{std::move(*store), std::move(overlay)};
}

Expected<CatalogStore*> UserCatalog::writable()
{
    if (!overlayPath) {
        return tl::unexpected(overlayPath.error());
    }
    if (store.overlayProblem()) {
        return tl::unexpected(*store.overlayProblem());
    }
    return &store;
}

Expected<OpenedCatalog> openCatalog()
{
    // Without a catalog of the user's there are no sheets to lay anything over: the facts alone are read faster.
    if (!exists(findOverlay())) {
        return findCatalog()
            .and_then([](const std::filesystem::path& path) { return readCatalog(path); })
            .map([](Catalog&& catalog) {
                return OpenedCatalog{std::move(catalog), {}};
            });
    }
    Expected<UserCatalog> both = UserCatalog::open();
    if (!both) {
        return tl::unexpected(both.error());
    }
    const auto view = both->store.read();
    if (!view) {
        return tl::unexpected(view.error());
    }
    return OpenedCatalog{*(*view)->catalog, both->store.overlayProblem()};
}

} // namespace rigwright
