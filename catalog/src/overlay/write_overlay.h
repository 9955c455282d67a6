// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/overlay/overlay.h"

namespace rigwright {

/// Writes all of it inside the caller's transaction. An error is what a change asks for, or that `progress` stopped it; the caller rolls
/// back. Throws SqliteError.
[[nodiscard]] Expected<void> writeChanges(Database& database, const CatalogChanges& changes,
                                          const Progress& progress, const ShippedParts& shipped);

void writePricePolicy(Database& database, const PricePolicy& policy);

} // namespace rigwright
