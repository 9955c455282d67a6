// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"
#include "catalog/overlay/overlay_contents.h"
#include "catalog/shipped_catalog.h"

namespace rigwright {

/// The user's data laid over the shipped catalog. A part of the user's whose table this version doesn't know is left out.
[[nodiscard]] CatalogView layOverlay(const ShippedCatalog& shipped, OverlayContents contents);

} // namespace rigwright
