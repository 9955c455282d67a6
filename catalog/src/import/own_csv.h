// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/import/reader.h"

namespace rigwright {

/// What exportCsv writes, also after a spreadsheet has saved it: a table of parts or prices.csv, by the name or the header of the
/// file; columns in any order, and only some of them if wanted. A column that is absent stays as it is, an empty cell says that
/// nothing is known.
[[nodiscard]] ImportReader ownCsvReader();

} // namespace rigwright
