// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"

#include <string>
#include <unordered_map>

namespace rigwright {

/// What a product is told by: its table, maker and name, without the figures that some sources write into names and others don't,
/// and those figures beside it. Two sheets with the same key are the same product; an empty key says nothing.
[[nodiscard]] std::string matchKey(const PartSheet& sheet);

/// Finds the part of the catalog that a sheet surely is.
class PartMatcher {
public:
    explicit PartMatcher(const CatalogView& view);

    struct Match {
        const PartEntry* entry = nullptr; ///< null: no such part
        bool isAmbiguous = false;         ///< several parts of the catalog are told by the same
    };
    [[nodiscard]] Match find(const PartSheet& sheet) const;

private:
    std::unordered_map<std::string, Match> parts_;
};

} // namespace rigwright
