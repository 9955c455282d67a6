// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/row.h"
#include "facts/catalog.h"

#include <string_view>

namespace rigwright {

/// Where the figures of a part's row come from.
[[nodiscard]] Provenance provenanceFrom(const Row& row);

/// A maker's card with the rates, memory and links of this accelerator, and its own size, power and prices.
[[nodiscard]] Accelerator cardWith(const Accelerator& chip, const Accelerator& card);

/// Puts the part that a row of a table of parts describes at the end of its list in the catalog. A value that no table holds throws
/// SqliteError, and so does a card whose accelerator isn't in the catalog.
void appendPart(Catalog& catalog, std::string_view table, const Row& row, PartInfo info);

} // namespace rigwright
