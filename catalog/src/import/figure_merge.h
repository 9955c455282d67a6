// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rigwright {

/// What a file states otherwise than the catalog.
struct FigureDifference {
    std::string column;
    std::string known;
    std::string stated;
};

struct FigureMerge {
    std::vector<CellChange> filled; ///< unknown in the catalog, stated by the file
    std::vector<FigureDifference> differences;
};

/// Lays the figures that a file states over a part's sheet: unknown cells are filled, differing ones left as they are. Names,
/// notes and other free text are no figures.
[[nodiscard]] FigureMerge mergeFigures(PartSheet& known, const PartSheet& stated);

/// Parts by their makers' part numbers, whatever the case of the letters.
class PartNumbers {
public:
    explicit PartNumbers(const CatalogView& view);

    /// Null: no part of the table has the number, or several have.
    [[nodiscard]] const PartEntry* find(std::string_view table, std::string_view number) const;

private:
    std::unordered_map<std::string, const PartEntry*> parts_; ///< null where several have the number
};

} // namespace rigwright
