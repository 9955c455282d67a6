// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/offer.h"

#include <algorithm>

namespace rigwright {

const char* priceKindName(PriceKind kind)
{
    switch (kind) {
    case PriceKind::Quote: return "quote";
    case PriceKind::Street: return "street";
    case PriceKind::List: return "list";
    case PriceKind::Msrp: return "msrp";
    case PriceKind::Estimate: return "estimate";
    }
    return "estimate";
}

const char* verificationName(Verification state)
{
    switch (state) {
    case Verification::Sourced: return "sourced";
    case Verification::Compared: return "compared";
    case Verification::Unverified: return "unverified";
    }
    return "unverified";
}

namespace {

Date newestOf(const std::vector<Offer>& offers, bool own)
{
    Date newest;
    for (const Offer& offer : offers) {
        if (offer.own == own) {
            newest = std::max(newest, offer.date);
        }
    }
    return newest;
}

} // namespace

const Offer* currentOffer(const std::vector<Offer>& offers)
{
    const bool own = std::ranges::any_of(offers, &Offer::own);
    const Date newest = newestOf(offers, own);
    const Offer* best = nullptr;
    for (const Offer& offer : offers) {
        if (offer.own != own || newest.daysSince(offer.date) > kOutdatedDays) {
            continue;
        }
        if (best == nullptr || offer.kind < best->kind ||
            (offer.kind == best->kind && offer.date > best->date)) {
            best = &offer;
        }
    }
    return best;
}

} // namespace rigwright
