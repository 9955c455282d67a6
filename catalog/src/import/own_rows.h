// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/import/csv_rows.h"
#include "catalog/import/known_parts.h"
#include "catalog/tables/tables.h"

namespace rigwright {

/// Reads one file of a table of parts into changes of its parts. `known` learns of the new ones.
[[nodiscard]] Expected<void> readOwnParts(CsvRows& rows, const TableSpec& table, KnownParts& known,
                                          PreviewBuilder& builder);

/// Reads prices.csv: prices that the catalog hasn't become the user's own.
[[nodiscard]] Expected<void> readOwnPrices(CsvRows& rows, const KnownParts& known, PreviewBuilder& builder);

} // namespace rigwright
