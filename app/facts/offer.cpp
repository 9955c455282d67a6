// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/offer.h"

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

const Offer* currentOffer(const std::vector<Offer>& offers)
{
    const Offer* best = nullptr;
    for (const Offer& offer : offers) {
        if (best == nullptr || offer.date > best->date ||
            (offer.date == best->date && offer.kind < best->kind)) {
            best = &offer;
        }
    }
    return best;
}

} // namespace rigwright
