// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/price_standing.h"

namespace rigwright {

namespace {

/// Of everything that has a price with kind, source and date.
template <class AnyOffer>
PriceStanding basicStanding(const AnyOffer& offer, const Date& today, const PricePolicy& policy)
{
    PriceStanding standing;
    standing.ageDays = today.daysSince(offer.date);
    standing.old = isOld(offer.date, today, policy);
    standing.state = verificationOf(offer.kind, offer.source);
    return standing;
}

} // namespace

Verification verificationOf(PriceKind kind, const std::string& source)
{
    return kind == PriceKind::Estimate || source.empty() ? Verification::Unverified : Verification::Sourced;
}

PriceStanding standingOf(const Offer& offer, const Date& today, const PricePolicy& policy)
{
    PriceStanding standing = basicStanding(offer, today, policy);
    standing.expired = offer.validUntil && *offer.validUntil < today;
    return standing;
}

PriceStanding standingOf(const CloudOffer& offer, const Date& today, const PricePolicy& policy)
{
    return basicStanding(offer, today, policy);
}

PriceStanding standingOf(const ApiOffer& offer, const Date& today, const PricePolicy& policy)
{
    return basicStanding(offer, today, policy);
}

} // namespace rigwright
