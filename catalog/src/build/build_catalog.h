// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/tables/problem.h"

#include <filesystem>

namespace rigwright {

struct CatalogBuild {
    std::filesystem::path schema;    ///< SQL that makes the empty database
    std::filesystem::path directory; ///< of the text tables
    std::filesystem::path output;
};

/// Makes the catalog's database from its text tables. With any problem there is no new output, and an old one stays.
[[nodiscard]] Problems buildCatalog(const CatalogBuild& build);

} // namespace rigwright
