// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/api_offer.h"
#include "facts/cloud_offer.h"
#include "facts/parts.h"
#include "facts/region.h"

#include <string>
#include <vector>

namespace rigwright {

/// What the user adds to a part beside its figures.
struct PartMarks {
    bool hidden = false; ///< proposed in no machine, listed only when asked for
    bool favourite = false;
    std::string url;
    std::string note;

    bool operator==(const PartMarks&) const = default;
};

/// A cell of a part's sheet; empty text is unknown.
struct CellChange {
    std::string column;
    std::string before; ///< what the user or the import saw
    std::string after;

    bool operator==(const CellChange&) const = default;
};

struct PartEdit {
    PartId id;
    std::string table; ///< "cpus"
    bool isNew = false;
    std::vector<CellChange> cells; ///< of a new part: its known cells, all but `id`
};

struct MarksChange {
    PartId id;
    std::string table;
    PartMarks marks; ///< as they become
};

/// A price that is added, or one of the user's own that goes. The same part, day, kind, region and source is the same price: a
/// second one replaces it.
struct PriceChange {
    PartId part;
    std::string table;
    Offer offer;
    bool removed = false;
};

/// What one edit or one import does to the user's catalog: applied as a whole or not at all, undone as one step. Cloud offers, API
/// offers and rates replace those with their key.
struct CatalogChanges {
    std::vector<PartEdit> parts;
    std::vector<PartId>
        removedParts; ///< the user's own, with their prices; of a shipped part: all edits of it
    std::vector<MarksChange> marks;
    std::vector<PriceChange> prices;
    std::vector<CloudOffer> cloudOffers;
    std::vector<ApiOffer> apiOffers;
    std::vector<ExchangeRate> rates;

    [[nodiscard]] bool empty() const;
    [[nodiscard]] std::size_t size() const;
};

} // namespace rigwright
