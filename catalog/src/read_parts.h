// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/part_sheet.h"
#include "catalog/sqlite.h"
#include "facts/catalog.h"

namespace rigwright {

/// Fills every table of parts, with their prices.
void readParts(Database& database, Catalog& catalog);

/// Every part as its table's cells, by table and id.
[[nodiscard]] std::vector<PartSheet> readSheets(Database& database);

} // namespace rigwright
