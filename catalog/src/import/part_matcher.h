// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace rigwright {

/// What a product is told by: its table, maker and name, without the figures that some sources write into names and others don't,
/// and those figures beside it. Two sheets with the same key are the same product; an empty key says nothing. `colour` is what a
/// source says beside the name.
[[nodiscard]] std::string matchKey(const PartSheet& sheet, const std::string& colour = {});

/// Finds the parts of the catalog that a sheet surely is.
class PartMatcher {
public:
    explicit PartMatcher(const CatalogView& view);

    /// Several where the catalog tells them by what the sheet leaves open. Shipped parts go before the user's own: where there is a
    /// shipped one, no own one is named.
    [[nodiscard]] std::vector<const PartEntry*> find(const PartSheet& sheet,
                                                     const std::string& colour = {}) const;

private:
    [[nodiscard]] std::vector<const PartEntry*> withKey(const std::string& key, const PartSheet& sheet) const;

    std::unordered_map<std::string, std::vector<const PartEntry*>> parts_;
};

} // namespace rigwright
