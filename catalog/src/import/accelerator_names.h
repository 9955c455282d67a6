// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rigwright {

/// The catalog's cards' accelerators by the names of their chips, as lists of cards write them.
class AcceleratorNames {
public:
    explicit AcceleratorNames(const CatalogView& view);

    /// The id of the accelerator of this chip with this memory in GB; empty: the catalog has none, or several.
    [[nodiscard]] std::string find(std::string_view chip, double memoryGb) const;
    /// Whether the name of a product says which chip it has, in whatever length.
    [[nodiscard]] static bool names(std::string_view product, std::string_view chip);

private:
    struct Chip {
        std::string id;
        double memory = 0;
    };
    std::unordered_map<std::string, std::vector<Chip>> chips_; ///< by the name without its memory
};

} // namespace rigwright
