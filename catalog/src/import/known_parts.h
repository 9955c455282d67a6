// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace rigwright {

/// The parts that an import can name: those of the catalog and those that it adds itself. Finds by id in constant time.
class KnownParts {
public:
    explicit KnownParts(const CatalogView& view);

    /// Null: not in the catalog; it may be new.
    [[nodiscard]] const PartEntry* find(const std::string& id) const;
    /// The table of a part, new ones too; empty: no such part.
    [[nodiscard]] std::string_view tableOf(const std::string& id) const;
    void add(const std::string& id, const std::string& table);

private:
    struct Known {
        const PartEntry* entry = nullptr;
        std::string_view table;
    };
    std::unordered_map<std::string, Known> parts_;
};

/// The offer with this day, kind, region and source, or null: such an offer is the same price.
[[nodiscard]] const Offer* findSamePrice(const PartEntry& entry, const Offer& offer);

/// Same key, amount and terms.
[[nodiscard]] bool saysTheSame(const Offer& a, const Offer& b);

} // namespace rigwright
