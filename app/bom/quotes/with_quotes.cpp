// SPDX-License-Identifier: GPL-3.0-or-later
#include "bom/quotes/quote_compare.h"
#include "facts/catalog_parts.h"

#include <algorithm>
#include <unordered_map>

namespace rigwright {

namespace {

struct UsableQuote {
    Offer offer;
    double dollars = 0; ///< to compare by alone
};

/// Nothing for a price in a currency without a rate: it can't be compared with anything.
std::optional<double> dollarsOf(const ExchangeRates& rates, const Money& amount)
{
    const ExchangeRate* rate = rates.find(amount.currency());
    return rate == nullptr ? std::nullopt : std::optional(amount.toDouble() / rate->perUsd);
}

std::optional<UsableQuote> usable(const ExchangeRates& rates, const Quote& quote, const QuoteLine& line,
                                  const Date& today)
{
    const bool isKnown = line.substitute || line.offered.empty();
    const std::optional<Date> until = quote.validUntilOf(line);
    if (!line.unitPrice || line.unitPrice->minorUnits() <= 0 || !isKnown || (until && *until < today)) {
        return std::nullopt;
    }
    const std::optional<double> dollars = dollarsOf(rates, *line.unitPrice);
    if (!dollars) {
        return std::nullopt;
    }
    UsableQuote result;
    result.offer.price = *line.unitPrice;
    result.offer.kind = PriceKind::Quote;
    result.offer.region = "world";
    result.offer.source = sourceOf(quote);
    result.offer.date = quote.date;
    result.offer.own = true;
    result.offer.validUntil = until;
    result.dollars = *dollars;
    return result;
}

/// A quote that the user typed in, and that holds, competes by its price; other prices of the user's own give way.
void addOffer(PartInfo& part, const ExchangeRates& rates, const UsableQuote& quote, const Date& today)
{
    for (const Offer& own : part.offers) {
        const bool holds = !own.validUntil || *own.validUntil >= today;
        const std::optional<double> dollars = dollarsOf(rates, own.price);
        if (own.own && own.kind == PriceKind::Quote && holds && dollars && *dollars < quote.dollars) {
            return;
        }
    }
    for (Offer& own : part.offers) {
        own.own = false;
    }
    part.offers.push_back(quote.offer);
}

} // namespace

Catalog withQuotes(Catalog catalog, const std::vector<Quote>& quotes, const Date& today)
{
    std::unordered_map<PartId, UsableQuote> cheapest;
    for (const Quote& quote : quotes) {
        for (const QuoteLine& line : quote.lines) {
            const auto offer = usable(catalog.rates, quote, line, today);
            if (!offer) {
                continue;
            }
            const auto [found, isNew] = cheapest.try_emplace(line.offeredPart(), *offer);
            if (!isNew && offer->dollars < found->second.dollars) {
                found->second = *offer;
            }
        }
    }
    forEachTable(catalog, [&](auto& parts) {
        for (auto& part : parts) {
            if (const auto found = cheapest.find(part.info.id); found != cheapest.end()) {
                addOffer(part.info, catalog.rates, found->second, today);
            }
        }
    });
    return catalog;
}

} // namespace rigwright
