// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/date.h"
#include "units/money.h"

#include <string>
#include <vector>

namespace rigwright {

/// How far a figure can be trusted. Nothing unverified may look like a fact to the user.
enum class Verification {
    Sourced,    ///< read from the named source
    Compared,   ///< from a data sheet, agreeing with a second source
    Unverified, ///< nobody checked it
};

struct Provenance {
    std::string source;
    Verification state = Verification::Unverified;
};

/// Best first: of two prices of one day, the better kind counts.
enum class PriceKind { Quote, Street, List, Msrp, Estimate };

/// The name in tables and JSON: "quote", "street", "list", "msrp", "estimate".
[[nodiscard]] const char* priceKindName(PriceKind kind);
[[nodiscard]] const char* verificationName(Verification state);

/// A price that somebody asked for a part on a day, before tax.
struct Offer {
    Money price;
    PriceKind kind = PriceKind::Estimate;
    std::string region; ///< ISO 3166 country code, or "world"
    std::string source;
    Date date;
};

/// The offer that counts: the newest, and of one day the better kind. Null when there is none.
[[nodiscard]] const Offer* currentOffer(const std::vector<Offer>& offers);

} // namespace rigwright
