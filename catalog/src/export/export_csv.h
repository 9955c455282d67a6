// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"

#include <filesystem>
#include <vector>

namespace rigwright {

/// Which parts an export holds.
struct ExportRequest {
    std::vector<std::string> tables; ///< names; empty: all
    bool onlyOwn = false;            ///< own and edited parts, and the user's own prices
};

/// Our own CSV: UTF-8 with a byte order mark, a row a part. One file for one table; for several, a folder with a file each and
/// prices.csv. Cells that a spreadsheet would take for a formula are written so that none does, and read back as they were.
/// Written whole or not at all.
[[nodiscard]] Expected<std::vector<std::filesystem::path>>
exportCsv(const CatalogView& view, const ExportRequest& request, const std::filesystem::path& target);

} // namespace rigwright
