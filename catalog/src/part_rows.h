// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/row.h"
#include "facts/catalog.h"

#include <string_view>

namespace rigwright {

/// Puts the part that a row of a table of parts describes at the end of its list in the catalog. A value that no table holds throws
/// SqliteError.
void appendPart(Catalog& catalog, std::string_view table, const Row& row, PartInfo info);

} // namespace rigwright
