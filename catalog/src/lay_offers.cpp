// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/lay_offers.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace rigwright {

namespace {

template <class Offer>
void replaceById(std::vector<Offer>& offers, std::vector<Offer> own)
{
    std::unordered_set<std::string> ids;
    for (const Offer& offer : own) {
        ids.insert(offer.id);
    }
    std::erase_if(offers, [&](const Offer& offer) { return ids.contains(offer.id); });
    offers.insert(offers.end(), std::move_iterator(own.begin()), std::move_iterator(own.end()));
    std::ranges::sort(offers, {}, &Offer::id);
}

ExchangeRates laidRates(const ExchangeRates& shipped, const std::vector<ExchangeRate>& own)
{
    std::vector<ExchangeRate> rates = shipped.all();
    const auto find = [&](Currency currency) {
        return std::ranges::find(rates, currency, &ExchangeRate::currency);
    };
    // By date, so that the newest comes last.
    for (const ExchangeRate& rate : own) {
        if (const auto found = find(rate.currency); found != rates.end()) {
            *found = rate;
        } else {
            rates.push_back(rate);
        }
    }
    std::ranges::sort(rates, {}, [](const ExchangeRate& rate) { return rate.currency.code(); });
    return ExchangeRates(std::move(rates));
}

} // namespace

void layOffers(Catalog& catalog, OverlayContents contents)
{
    replaceById(catalog.cloudOffers, std::move(contents.cloudOffers));
    replaceById(catalog.apiOffers, std::move(contents.apiOffers));
    catalog.rates = laidRates(catalog.rates, contents.rates);
    catalog.pricePolicy = contents.pricePolicy;
}

} // namespace rigwright
