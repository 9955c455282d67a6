// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/api_offer.h"
#include "facts/cloud_offer.h"
#include "facts/offer.h"

namespace rigwright {

/// What a buyer must know of a price beside the amount, on the day on which it is looked at.
struct PriceStanding {
    int ageDays = 0;
    bool old = false;     ///< older than the user's limit
    bool expired = false; ///< a quote whose last day has passed
    Verification state = Verification::Unverified;
    bool operator==(const PriceStanding&) const = default;
};

/// Nobody was asked for an estimate, and nobody can look up a price that names no source.
[[nodiscard]] Verification verificationOf(PriceKind kind, const std::string& source);

[[nodiscard]] PriceStanding standingOf(const Offer& offer, const Date& today, const PricePolicy& policy);
[[nodiscard]] PriceStanding standingOf(const CloudOffer& offer, const Date& today, const PricePolicy& policy);
[[nodiscard]] PriceStanding standingOf(const ApiOffer& offer, const Date& today, const PricePolicy& policy);

} // namespace rigwright
