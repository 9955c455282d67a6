// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/requirement.h"
#include "catalog/catalog_store.h"
#include "facts/catalog.h"

#include <optional>
#include <vector>

namespace rigwright {

/// A part with all its figures and the prices that it had.
struct ExcerptPart {
    PartSheet sheet;
    std::vector<Offer> offers;
    std::vector<SpecGroup> groups; ///< whose figures have another source than the part as a whole
};

/// What a project's figures rest on, so that it opens with the same figures years later: the parts of its machines, the model,
/// exchange rates, and everything that it was compared with.
struct CatalogExcerpt {
    Date date;                      ///< of the catalog that it is of
    Date pricedOn;                  ///< the day on which it was taken
    std::vector<ExcerptPart> parts; ///< by id
    std::optional<ModelFacts> model;
    std::optional<ModelFacts>
        hostedModel; ///< whose API offers stand for the model's; empty: its own do, or none
    std::vector<ExchangeRate> rates;
    std::vector<CloudOffer> cloudOffers; ///< all there were; their accelerators are among the parts
    std::vector<ApiOffer> apiOffers;     ///< all there were
    std::vector<Country> countries;      ///< whose defaults costs are compared with
    PricePolicy pricePolicy;

    [[nodiscard]] bool isEmpty() const { return parts.empty() && !model; }
};

/// The parts of some machines and those at hand, cards with the accelerators on them, systems with those inside. `view` has the
/// parts' figures; `catalog`, which may have models and quotes beside it, everything else. A part that the view lacks is left out.
[[nodiscard]] CatalogExcerpt excerptOf(const CatalogView& view, const Catalog& catalog,
                                       const std::vector<Build>& machines, const Requirement& requirement,
                                       const Date& today);

/// The catalog with the excerpt in place of what it says of the same parts, models, rates and countries, and of all offers. Parts
/// that the excerpt's own program could read and this one can't are left out and told.
struct LaidExcerpt {
    Catalog catalog;
    std::vector<Error> problems;
};
[[nodiscard]] LaidExcerpt layExcerpt(Catalog catalog, const CatalogExcerpt& excerpt);

} // namespace rigwright
