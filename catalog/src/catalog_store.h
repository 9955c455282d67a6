// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/overlay/overlay.h"
#include "catalog/part_index.h"
#include "facts/catalog.h"

#include <memory>

namespace rigwright {

/// The shipped catalog with the user's laid over it, as it was at one moment: an immutable value that any thread may read.
struct CatalogView {
    std::shared_ptr<const Catalog>
        catalog; ///< what sizing, builds and costs work with: complete parts, hidden ones marked
    std::vector<PartEntry> parts; ///< every part, complete or not, by table and id
    PartIndex index;
    std::optional<std::string> undoLabel; ///< the last step of the user's catalog
    std::optional<std::string> redoLabel;

    /// Null: no such part.
    [[nodiscard]] const PartEntry* find(const PartId& id) const;
};

struct ShippedCatalog;

/// The two databases together. For one thread at a time.
class CatalogStore {
public:
    /// Only a bad shipped catalog is an error. A bad overlay is left as it is and `overlayProblem` says what is wrong; then the
    /// shipped catalog counts alone and nothing can be changed. Without a file the overlay is made at the first change.
    [[nodiscard]] static Expected<CatalogStore> open(std::filesystem::path shipped,
                                                     std::filesystem::path overlay);

    [[nodiscard]] const std::optional<Error>& overlayProblem() const { return overlayProblem_; }
    /// A bad overlay is an error here only after it was read before: the caller goes on with the view it has.
    [[nodiscard]] Expected<std::shared_ptr<const CatalogView>> read();

    // As in Overlay.
    [[nodiscard]] Expected<void> apply(const CatalogChanges& changes, const std::string& label,
                                       const Progress& progress = {});
    [[nodiscard]] Expected<void> setPricePolicy(const PricePolicy& policy);
    [[nodiscard]] Expected<void> undo();
    [[nodiscard]] Expected<void> redo();
    [[nodiscard]] bool changedByOthers();

private:
    CatalogStore(std::filesystem::path shipped, std::filesystem::path overlay);
    [[nodiscard]] Expected<std::shared_ptr<const ShippedCatalog>> shipped();
    [[nodiscard]] bool overlayExists() const;
    /// Opens it unless it is open; made new where there is none.
    [[nodiscard]] Expected<Overlay*> overlay();

    std::filesystem::path shippedPath_;
    std::filesystem::path overlayPath_;
    std::shared_ptr<const ShippedCatalog> shipped_;
    std::optional<Overlay> overlay_;
    std::optional<Error> overlayProblem_;
    bool overlayWasRead_ = false;
};

} // namespace rigwright
