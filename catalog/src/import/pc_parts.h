// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/import/reader.h"

namespace rigwright {

/// docyx/pc-part-dataset: a CSV a category with what PCPartPicker lists of each part and its price in US dollars. Its names are
/// not unique and it has no part numbers. A row is a price of a part that the catalog has where it surely is that part, else an own
/// part with what the row says and nothing else.
[[nodiscard]] ImportReader pcPartDatasetReader();

} // namespace rigwright
