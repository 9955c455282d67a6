// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/claim_verdict.h"
#include "facts/catalog.h"
#include "facts/price_standing.h"
#include "speed/calibration.h"
#include "units/finding.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// An English template, marked RIGWRIGHT_TEXT("Claims", …), and its figures.
struct ClaimText {
    std::string text;
    std::vector<std::pair<std::string, std::string>> evidence;

    [[nodiscard]] std::string message() const { return fillIn(text, evidence); }
};

/// A price of the catalog that a claim was compared with.
struct ClaimPrice {
    std::string name; ///< of the part, or of the cloud instance with its region
    PriceKind kind = PriceKind::Estimate;
    Date date;
    PriceStanding standing;
};

/// What we make of a guide's claim.
struct ClaimCheck {
    const Claim* claim = nullptr; ///< in the catalog that was checked
    std::optional<ClaimRange> ours;
    ClaimVerdict verdict = ClaimVerdict::Open;
    std::optional<double> factor; ///< of a verdict that does not agree
    bool measured = false;        ///< the published measurement decided
    /// One line; for an open claim empty: the claim's own remark says it.
    ClaimText reason;
    std::vector<ClaimText> assumptions; ///< what the guide leaves open and we took
    std::vector<ClaimPrice> prices;     ///< of a claim about prices: those of the catalog that count
};

/// `today`: to which prices' ages are reckoned; empty: to the day of the catalog.
[[nodiscard]] ClaimCheck checkClaim(const Catalog& catalog, const Claim& claim,
                                    const CalibrationTable& constants = fittedCalibration(),
                                    std::optional<Date> today = {});

/// Every claim of the catalog, in its order. It ends early, with fewer, once `stopped` says so.
[[nodiscard]] std::vector<ClaimCheck> checkClaims(const Catalog& catalog,
                                                  const CalibrationTable& constants = fittedCalibration(),
                                                  const std::function<bool()>& stopped = {},
                                                  std::optional<Date> today = {});

/// The claims that a word names: an id, a scenario, a guide, or what they begin with, in any case; an error names the
/// nearest.
[[nodiscard]] Expected<std::vector<const Claim*>> findClaims(const Catalog& catalog, const std::string& word);

} // namespace rigwright
