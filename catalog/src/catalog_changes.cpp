// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog_changes.h"

namespace rigwright {

std::size_t CatalogChanges::size() const
{
    return parts.size() + removedParts.size() + marks.size() + prices.size() + cloudOffers.size() +
        apiOffers.size() + rates.size();
}

bool CatalogChanges::empty() const
{
    return size() == 0;
}

} // namespace rigwright
