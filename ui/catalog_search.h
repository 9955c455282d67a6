// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_store.h"

#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace rigwright {

/// Which parts to list.
struct CatalogFilter {
    PartQuery query;
    bool oldPriceOnly = false;   ///< whose price that counts is old
    bool underneathOnly = false; ///< of which the shipped figures have changed under the user's
};

/// By what to sort: a column of the table, or one of these; empty: best match first.
struct CatalogOrder {
    static constexpr auto kPrice = "price";
    static constexpr auto kPriceAge = "price-age";
    static constexpr auto kFavourite = "favourite";
    static constexpr auto kTable = "table";

    std::string column;
    bool descending = false;
};

struct CatalogHits {
    std::vector<std::size_t> positions; ///< in the parts of the view
    std::map<std::string, std::size_t, std::less<>>
        counts; ///< of hits in every table, whatever table is asked for
    std::size_t total = 0;
};

/// Unknown values come last in either direction. On any thread; a stop gives an empty answer.
[[nodiscard]] CatalogHits searchCatalog(const CatalogView& view, const CatalogFilter& filter,
                                        const CatalogOrder& order, const Date& today,
                                        const std::stop_token& stop);

} // namespace rigwright
