// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/date.h"
#include "units/money.h"

#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// How far a figure can be trusted, best first. Nothing unverified may look like a fact to the user.
enum class Verification {
    Sourced,    ///< read from the named source
    Compared,   ///< from a data sheet, agreeing with a second source
    Unverified, ///< nobody checked it
};

struct Provenance {
    std::string source;
    Verification state = Verification::Unverified;
    std::optional<Date> date = {}; ///< on which the source was read
};

/// Best first.
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
    bool own = false;                    ///< the user's: typed in, or quoted to them
    std::optional<Date> validUntil = {}; ///< of a quote
    std::string url = {};                ///< empty: none
};

/// Beside a price of another kind, one that is this much older says nothing any more: memory tripled within nine months of 2026.
inline constexpr int kOutdatedDays = 180;

/// The offer that counts. The user's own come before all others. Of these, offers more than kOutdatedDays older than the newest are
/// outdated; of the rest the best kind counts, of one kind the newest. Null when there is none.
[[nodiscard]] const Offer* currentOffer(const std::vector<Offer>& offers);

/// When a price is flagged as old.
struct PricePolicy {
    int oldAfterDays = 180;
    bool operator==(const PricePolicy&) const = default;
};

[[nodiscard]] inline bool isOld(const Date& priceDate, const Date& today, const PricePolicy& policy)
{
    return today.daysSince(priceDate) > policy.oldAfterDays;
}

} // namespace rigwright
