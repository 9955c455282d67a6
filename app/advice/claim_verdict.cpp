// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/claim_verdict.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

constexpr double kRounding = 0.05;
constexpr double kMeasurementSpread = 0.15;
constexpr double kArithmeticRounding = 0.005;

struct Ends {
    double low;
    double high;
};

std::optional<double> ratio(double larger, double smaller)
{
    return smaller > 0 ? std::optional(larger / smaller) : std::nullopt;
}

/// The claim's ends: one figure where it has only one, open above where it is only ever too low.
Ends endsOf(const Claim& claim)
{
    const double low = claim.low.value_or(claim.high.value_or(0));
    const double high = claim.high.value_or(low);
    const bool isBound = claim.meaning == ClaimMeaning::Enough;
    return {isBound ? high : low, high};
}

Judgement compare(const Claim& claim, const Ends& ours, double spread)
{
    const Ends claimed = endsOf(claim);
    // What is enough is a capacity: nobody rounds it.
    const bool isCapacity = claim.meaning == ClaimMeaning::Enough;
    const bool onlyTooLow = isCapacity || claim.meaning == ClaimMeaning::Most;
    const double tolerance = isCapacity ? 0 : spread;
    if (claimed.high * (1 + tolerance) < ours.low) {
        return {ClaimVerdict::TooLow, ratio(ours.low, claimed.high), false};
    }
    if (!onlyTooLow && claimed.low * (1 - tolerance) > ours.high) {
        return {ClaimVerdict::TooHigh, ratio(claimed.low, ours.high), false};
    }
    return {ClaimVerdict::Agrees, std::nullopt, false};
}

} // namespace

const char* verdictName(ClaimVerdict verdict)
{
    switch (verdict) {
    case ClaimVerdict::Agrees: return "agrees";
    case ClaimVerdict::TooLow: return "too low";
    case ClaimVerdict::TooHigh: return "too high";
    case ClaimVerdict::Impossible: return "can't be";
    case ClaimVerdict::Open: return "needs a statement";
    }
    return "";
}

Judgement judge(const Claim& claim, const ClaimRange& ours)
{
    if (claim.measurement && claim.measurement->same) {
        Judgement judgement =
            compare(claim, {claim.measurement->low, claim.measurement->high}, kMeasurementSpread);
        judgement.measured = true;
        return judgement;
    }
    return compare(claim, {ours.low, ours.high}, kRounding);
}

ReadJudgement judgeReadings(const Claim& claim, const ClaimRange& each, const ClaimRange& all)
{
    const Judgement ofEach = judge(claim, each);
    const Judgement ofAll = compare(claim, {all.low, all.high}, kRounding);
    if (ofEach.verdict != ClaimVerdict::TooHigh) {
        return {ofEach, Reading::Each, ofAll.verdict};
    }
    if (ofAll.verdict == ClaimVerdict::TooLow) {
        return {{ClaimVerdict::Open, std::nullopt, false}, Reading::Each, ClaimVerdict::TooLow};
    }
    return {ofAll, Reading::All, ofEach.verdict};
}

Judgement judgeArithmetic(const Claim& claim, double ours)
{
    const double claimed = claim.low.value_or(claim.high.value_or(0));
    // A sum has no rounding at all.
    const double allowed = claim.quantity == ClaimQuantity::Sum ? 0 : ours * kArithmeticRounding;
    if (std::abs(claimed - ours) <= allowed) {
        return {ClaimVerdict::Agrees, std::nullopt, false};
    }
    return {ClaimVerdict::Impossible, ratio(std::max(claimed, ours), std::min(claimed, ours)), false};
}

} // namespace rigwright
