// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/catalog_changes.h"
#include "catalog/overlay/cells_json.h"
#include "facts/offer.h"

#include <string>
#include <vector>

namespace rigwright {

/// What the user has of a part: one of their own, or what they changed of a shipped one.
struct OverlayPart {
    PartId id;
    std::string table;
    bool own = false;         ///< in no shipped catalog when it was added
    NamedCells cells = {};    ///< by column; of a shipped part: only what was changed
    NamedCells replaced = {}; ///< what the shipped catalog said when it was changed
    NamedCells remembered =
        {}; ///< all that the shipped catalog said of the part when the user last touched it
    PartMarks marks = {};
};

struct OverlayPrice {
    PartId part;
    Offer offer; ///< not `own`: read from a published list
};

struct OverlayContents {
    std::vector<OverlayPart> parts;   ///< by id
    std::vector<OverlayPrice> prices; ///< by part and date
    std::vector<CloudOffer> cloudOffers;
    std::vector<ApiOffer> apiOffers;
    std::vector<ExchangeRate> rates; ///< by currency and date
    PricePolicy pricePolicy;
};

} // namespace rigwright
