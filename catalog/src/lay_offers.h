// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/overlay/overlay_contents.h"
#include "facts/catalog.h"

namespace rigwright {

/// The user's offers and rates in place of the shipped ones with their ids or currencies, the others beside them; of several
/// rates the newest of the user's counts.
void layOffers(Catalog& catalog, OverlayContents contents);

} // namespace rigwright
