// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/sqlite.h"
#include "facts/catalog.h"

namespace rigwright {

/// Fills every table of parts, with their prices.
void readParts(Database& database, Catalog& catalog);

} // namespace rigwright
