// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_store.h"

#include "catalog/lay_overlay.h"

namespace rigwright {

CatalogStore::CatalogStore(std::filesystem::path shipped, std::filesystem::path overlay)
    : shippedPath_(std::move(shipped))
    , overlayPath_(std::move(overlay))
{ }

Expected<CatalogStore> CatalogStore::open(std::filesystem::path shipped, std::filesystem::path overlay)
{
    CatalogStore store(std::move(shipped), std::move(overlay));
    if (const auto read = store.shipped(); !read) {
        return tl::unexpected(read.error());
    }
    if (store.overlayExists()) {
        static_cast<void>(store.overlay());
    }
    return store;
}

Expected<std::shared_ptr<const ShippedCatalog>> CatalogStore::shipped()
{
    if (!shipped_ || !shipped_->isOf(shippedPath_)) {
        Expected<ShippedCatalog> read = readShippedCatalog(shippedPath_);
        if (!read) {
            return tl::unexpected(read.error());
        }
        shipped_ = std::make_shared<const ShippedCatalog>(std::move(*read));
    }
    return shipped_;
}

bool CatalogStore::overlayExists() const
{
    std::error_code error;
    return std::filesystem::symlink_status(overlayPath_, error).type() !=
        std::filesystem::file_type::not_found;
}

Expected<Overlay*> CatalogStore::overlay()
{
    if (overlayProblem_) {
        return tl::unexpected(*overlayProblem_);
    }
    if (!overlay_) {
        const bool existed = overlayExists();
        Expected<Overlay> opened = Overlay::open(overlayPath_);
        if (!opened) {
            // Where there is none to be spoilt, the next change may find a place for it.
            if (existed) {
                overlayProblem_ = opened.error();
            }
            return tl::unexpected(opened.error());
        }
        overlay_.emplace(std::move(*opened));
    }
    return &*overlay_;
}

Expected<std::shared_ptr<const CatalogView>> CatalogStore::read()
{
    const auto shippedCatalog = shipped();
    if (!shippedCatalog) {
        return tl::unexpected(shippedCatalog.error());
    }
    OverlayContents contents;
    std::optional<std::string> undoLabel;
    std::optional<std::string> redoLabel;
    if (overlayExists() && overlay()) {
        Expected<void> read = overlay_->read().map([&](OverlayContents&& all) { contents = std::move(all); });
        read = read.and_then([&] { return overlay_->undoLabel(); })
                   .map([&](const std::optional<std::string>& label) { undoLabel = label; });
        read = read.and_then([&] { return overlay_->redoLabel(); })
                   .map([&](const std::optional<std::string>& label) { redoLabel = label; });
        if (!read && overlayWasRead_) {
            return tl::unexpected(read.error());
        }
        if (read) {
            overlayWasRead_ = true;
        } else {
            contents = {};
            overlay_.reset();
            overlayProblem_ = read.error();
        }
    }
    auto view = std::make_shared<CatalogView>(layOverlay(**shippedCatalog, std::move(contents)));
    view->undoLabel = std::move(undoLabel);
    view->redoLabel = std::move(redoLabel);
    return view;
}

Expected<void> CatalogStore::apply(const CatalogChanges& changes, const std::string& label,
                                   const Progress& progress)
{
    const auto shippedCatalog = shipped();
    if (!shippedCatalog) {
        return tl::unexpected(shippedCatalog.error());
    }
    return overlay().and_then([&](Overlay* opened) {
        return opened->apply(changes, label, progress,
                             [&](const PartId& id) { return (*shippedCatalog)->find(id); });
    });
}

Expected<void> CatalogStore::setPricePolicy(const PricePolicy& policy)
{
    return overlay().and_then([&](Overlay* opened) { return opened->setPricePolicy(policy); });
}

Expected<void> CatalogStore::undo()
{
    return overlay().and_then([](Overlay* opened) { return opened->undo(); });
}

Expected<void> CatalogStore::redo()
{
    return overlay().and_then([](Overlay* opened) { return opened->redo(); });
}

bool CatalogStore::changedByOthers()
{
    if (overlayProblem_) {
        return false;
    }
    return overlay_ ? overlay_->changedByOthers() : overlayExists();
}

} // namespace rigwright
