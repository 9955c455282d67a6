// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"

#include <memory>

namespace rigwright {

/// Where the window's catalog comes from and goes to; a seam for tests. For one thread at a time, that of CatalogLibrary's worker.
class CatalogSource {
public:
    CatalogSource() = default;
    virtual ~CatalogSource() = default;
    CatalogSource(const CatalogSource&) = delete;
    CatalogSource& operator=(const CatalogSource&) = delete;

    /// Why nothing can be changed; nothing: all is well.
    [[nodiscard]] virtual std::optional<Error> problem() const = 0;
    [[nodiscard]] virtual Expected<std::shared_ptr<const CatalogView>> read() = 0;
    // As in CatalogStore.
    [[nodiscard]] virtual Expected<void> apply(const CatalogChanges& changes, const std::string& label,
                                               const Progress& progress) = 0;
    [[nodiscard]] virtual Expected<void> setPricePolicy(const PricePolicy& policy) = 0;
    [[nodiscard]] virtual Expected<void> undo() = 0;
    [[nodiscard]] virtual Expected<void> redo() = 0;
    [[nodiscard]] virtual bool changedByOthers() = 0;
};

/// The two databases.
class StoredCatalog : public CatalogSource {
public:
    /// `noPlace`: there is nowhere to keep the user's own.
    explicit StoredCatalog(CatalogStore store, std::optional<Error> noPlace = {})
        : store_(std::move(store))
        , noPlace_(std::move(noPlace))
    { }

    [[nodiscard]] std::optional<Error> problem() const override
    {
        return noPlace_ ? noPlace_ : store_.overlayProblem();
    }
    [[nodiscard]] Expected<std::shared_ptr<const CatalogView>> read() override { return store_.read(); }
    [[nodiscard]] Expected<void> apply(const CatalogChanges& changes, const std::string& label,
                                       const Progress& progress) override
    {
        return store_.apply(changes, label, progress);
    }
    [[nodiscard]] Expected<void> setPricePolicy(const PricePolicy& policy) override
    {
        return store_.setPricePolicy(policy);
    }
    [[nodiscard]] Expected<void> undo() override { return store_.undo(); }
    [[nodiscard]] Expected<void> redo() override { return store_.redo(); }
    [[nodiscard]] bool changedByOthers() override { return store_.changedByOthers(); }

private:
    CatalogStore store_;
    std::optional<Error> noPlace_;
};

} // namespace rigwright
