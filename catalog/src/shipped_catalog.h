// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/part_sheet.h"
#include "facts/catalog.h"

#include <filesystem>
#include <unordered_map>
#include <vector>

namespace rigwright {

/// The shipped catalog as facts and as the sheets that they were read from.
struct ShippedCatalog {
    Catalog catalog;
    std::vector<PartSheet> sheets;                    ///< by table and id
    std::unordered_map<PartId, std::size_t> position; ///< in the sheets
    std::filesystem::file_time_type written;          ///< of the file
    std::uintmax_t bytes = 0;

    /// Null: no such part.
    [[nodiscard]] const PartSheet* find(const PartId& id) const;
    /// The file is still the one that was read.
    [[nodiscard]] bool isOf(const std::filesystem::path& file) const;
};

[[nodiscard]] Expected<ShippedCatalog> readShippedCatalog(const std::filesystem::path& file);

} // namespace rigwright
