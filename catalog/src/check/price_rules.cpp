// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/check/rules.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace rigwright::checks {

namespace {

std::string offerText(const Offer& offer)
{
    return offer.price.decimal() + " " + offer.price.currency().code() + " (" + priceKindName(offer.kind) +
        ", " + offer.date.iso() + ")";
}

void priceNotPositive(const Catalog& catalog, const RuleReport& report)
{
    eachPart(catalog, [&](const PartInfo& part, const char*) {
        for (const Offer& offer : part.offers) {
            if (offer.price.minorUnits() <= 0) {
                report.error(part.id.text(), "costs " + offerText(offer));
            }
        }
    });
}

/// The user's own may be newer than the catalog.
void priceInTheFuture(const Catalog& catalog, const RuleReport& report)
{
    eachPart(catalog, [&](const PartInfo& part, const char*) {
        for (const Offer& offer : part.offers) {
            if (!offer.own && offer.date > catalog.date) {
                report.error(part.id.text(),
                             offerText(offer) + " is later than the catalog of " + catalog.date.iso());
            }
        }
    });
}

/// Shops take orders some weeks ahead, which may be in the year before.
void priceBeforeRelease(const Catalog& catalog, const RuleReport& report)
{
    for (const Accelerator& accelerator : catalog.accelerators) {
        for (const Offer& offer : accelerator.info.offers) {
            const Date earliest{accelerator.releaseYear - 1, 10, 1};
            if (offer.date < earliest) {
                report.error(accelerator.info.id.text(),
                             offerText(offer) + " is before its release in " +
                                 std::to_string(accelerator.releaseYear));
            }
        }
    }
}

/// The price at launch is of the launch: not of two years later.
void launchPriceLate(const Catalog& catalog, const RuleReport& report)
{
    for (const Accelerator& accelerator : catalog.accelerators) {
        for (const Offer& offer : accelerator.info.offers) {
            if (offer.kind == PriceKind::Msrp && offer.date.year > accelerator.releaseYear + 1) {
                report.warning(accelerator.info.id.text(),
                               offerText(offer) + " is no launch price: released in " +
                                   std::to_string(accelerator.releaseYear));
            }
        }
    }
}

/// Ids of accelerators that somebody asks money for in any form: on a maker's card, in a system or rented.
std::set<PartId> pricedElsewhere(const Catalog& catalog)
{
    std::set<PartId> priced;
    for (const Accelerator& card : catalog.cards) {
        if (!card.info.offers.empty()) {
            priced.insert(card.variantOf);
        }
    }
    for (const CompleteSystem& system : catalog.systems) {
        if (!system.info.offers.empty()) {
            priced.insert(system.accelerator);
        }
    }
    for (const CloudOffer& offer : catalog.cloudOffers) {
        priced.insert(offer.accelerator);
    }
    return priced;
}

/// Of a card that shops sell now. What is sold used or only by request may have no price that anybody published.
void newCardWithoutPrice(const Catalog& catalog, const RuleReport& report)
{
    constexpr int kYears = 1;
    const std::set<PartId> priced = pricedElsewhere(catalog);
    for (const Accelerator& accelerator : catalog.accelerators) {
        const bool inShops = accelerator.mounting == Mounting::Card &&
            accelerator.segment != Segment::Datacenter &&
            accelerator.releaseYear >= catalog.date.year - kYears;
        if (inShops && accelerator.info.offers.empty() && !priced.contains(accelerator.info.id)) {
            report.warning(accelerator.info.id.text(),
                           "released in " + std::to_string(accelerator.releaseYear) +
                               "; no price of it is known in any form");
        }
    }
}

void quoteEndsBeforeItsDay(const Catalog& catalog, const RuleReport& report)
{
    eachPart(catalog, [&](const PartInfo& part, const char*) {
        for (const Offer& offer : part.offers) {
            if (offer.validUntil && *offer.validUntil < offer.date) {
                report.error(part.id.text(),
                             offerText(offer) + " is valid until " + offer.validUntil->iso() + " only");
            }
        }
    });
}

/// Calls `visit(part, earlier, later, ratio of their prices)` for every two prices of a part that lie at most `days` apart.
template <class Visit>
void eachPairOfPrices(const Catalog& catalog, int days, Visit visit)
{
    eachPart(catalog, [&](const PartInfo& part, const char*) {
        for (std::size_t i = 0; i < part.offers.size(); ++i) {
            for (std::size_t j = i + 1; j < part.offers.size(); ++j) {
                const Offer& a = part.offers[i];
                const Offer& b = part.offers[j];
                const std::optional<double> first = inDollars(catalog, a.price);
                const std::optional<double> second = inDollars(catalog, b.price);
                if (first && second && *first > 0 && *second > 0 &&
                    std::abs(a.date.daysSince(b.date)) <= days) {
                    visit(part, a, b, *second / *first);
                }
            }
        }
    });
}

/// Memory tripled within nine months of 2026; five times within three months is a slip.
void priceJump(const Catalog& catalog, const RuleReport& report)
{
    constexpr double kMost = 5;
    constexpr int kDays = 90;
    eachPairOfPrices(catalog, kDays, [&](const PartInfo& part, const Offer& a, const Offer& b, double ratio) {
        if (ratio > kMost || ratio < 1 / kMost) {
            report.warning(part.id.text(),
                           offerText(a) + " and " + offerText(b) + " differ by a factor of " +
                               figure(std::max(ratio, 1 / ratio)));
        }
    });
}

/// Two prices of one time that differ by just the rate between their currencies: one amount is in the other's currency.
void priceInOtherCurrency(const Catalog& catalog, const RuleReport& report)
{
    constexpr int kDays = 180;
    constexpr double kTolerance = 0.1;
    constexpr double kLeastRate = 1.6;
    eachPairOfPrices(catalog, kDays, [&](const PartInfo& part, const Offer& a, const Offer& b, double ratio) {
        const ExchangeRate* first = catalog.rates.find(a.price.currency());
        const ExchangeRate* second = catalog.rates.find(b.price.currency());
        if (first == nullptr || second == nullptr || first->currency == second->currency) {
            return;
        }
        const double rate = first->perUsd / second->perUsd;
        const bool apart = std::max(rate, 1 / rate) >= kLeastRate;
        if (apart && std::abs(ratio / rate - 1) < kTolerance) {
            report.warning(part.id.text(),
                           offerText(a) + " and " + offerText(b) + " are the same number in two currencies");
        }
    });
}

/// What a country's shops ask in; whoever asks in another currency says so by the region "world".
void currencyOfRegion(const Catalog& catalog, const RuleReport& report)
{
    eachPart(catalog, [&](const PartInfo& part, const char*) {
        for (const Offer& offer : part.offers) {
            const auto country = std::ranges::find(catalog.countries, offer.region, &Country::code);
            if (!offer.own && country != catalog.countries.end() &&
                offer.price.currency() != country->currency) {
                report.warning(part.id.text(),
                               offerText(offer) + " in " + offer.region + ", where prices are in " +
                                   country->currency.code());
            }
        }
    });
}

void regionUnknown(const Catalog& catalog, const RuleReport& report)
{
    eachPart(catalog, [&](const PartInfo& part, const char*) {
        for (const Offer& offer : part.offers) {
            const bool code = offer.region.size() == 2 &&
                std::ranges::all_of(offer.region, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
            if (!code && offer.region != "world") {
                report.warning(part.id.text(),
                               offerText(offer) + " has the region '" + offer.region +
                                   "'; expected a country's two letters or 'world'");
            }
        }
    });
}

constexpr std::array kRules{
    CatalogRule{"price-not-positive", priceNotPositive},
    CatalogRule{"price-in-the-future", priceInTheFuture},
    CatalogRule{"price-before-release", priceBeforeRelease},
    CatalogRule{"launch-price-late", launchPriceLate},
    CatalogRule{"new-card-without-price", newCardWithoutPrice},
    CatalogRule{"quote-ends-before-its-day", quoteEndsBeforeItsDay},
    CatalogRule{"price-jump", priceJump},
    CatalogRule{"price-in-other-currency", priceInOtherCurrency},
    CatalogRule{"currency-of-region", currencyOfRegion},
    CatalogRule{"region-unknown", regionUnknown},
};

} // namespace

std::span<const CatalogRule> priceRules()
{
    return kRules;
}

} // namespace rigwright::checks
