// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/part_sheet.h"
#include "catalog/sqlite.h"
#include "facts/catalog.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace rigwright {

/// Fills every table of parts, with their prices.
void readParts(Database& database, Catalog& catalog);

/// By a part's id: the groups whose figures have another source than the part as a whole.
using SpecGroups = std::unordered_map<std::string, std::vector<SpecGroup>>;
[[nodiscard]] SpecGroups readGroups(Database& database);

/// Every part as its table's cells, by table and id.
[[nodiscard]] std::vector<PartSheet> readSheets(Database& database);

} // namespace rigwright
