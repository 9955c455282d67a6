// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/catalog_excerpt.h"
#include "project/object_reader.h"

#include <nlohmann/json.hpp>

namespace rigwright {

/// Parts by the names of their columns; what is unknown is left out.
[[nodiscard]] nlohmann::ordered_json excerptJson(const CatalogExcerpt& excerpt);
/// A table or a column that this program doesn't have is refused; what is wrong within a cell is for layExcerpt() to tell.
[[nodiscard]] CatalogExcerpt readExcerptJson(ObjectReader& object);

} // namespace rigwright
