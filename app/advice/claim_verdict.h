// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/claim.h"

#include <optional>

// The rule of a verdict, stated once:
//
// A published measurement of the same scenario outranks our estimate; the claim agrees when its range comes within 15 % of
// what was measured. Else it agrees when its range, widened by 5 % because guides round, meets our low to high. Otherwise
// it is too low or too high by the ratio of the nearest ends. "So much is needed" is one figure; "so much is enough" is
// only ever too low, and so is "not more than so much". What the guide could have worked out from its own figures (a sum,
// channels times rate) it has right or wrong: half a percent off can't be. What leaves something open needs a statement.
//
// "Tokens/s" with several users may be meant for each or for all together. It agrees when it agrees in either reading; off
// in both the same way it is off by the nearer one; too high for each and too low for all needs a statement. So does a rate
// of requests that is too high for ordinary lengths and not for brief ones, where the guide says none.
namespace rigwright {

enum class ClaimVerdict {
    Agrees,
    TooLow,
    TooHigh,
    Impossible, ///< wrong by its own arithmetic, or what it speaks of does not run
    Open,       ///< the guide leaves something open that decides
};

/// The name in JSON and for people: "agrees", "too low", "too high", "can't be", "needs a statement".
[[nodiscard]] const char* verdictName(ClaimVerdict verdict);

/// A range in the unit of its claim.
struct ClaimRange {
    double low = 0;
    double mid = 0;
    double high = 0;
};

struct Judgement {
    ClaimVerdict verdict = ClaimVerdict::Open;
    /// Above 1: how far apart the nearest ends are; empty: they meet, or one of them is zero.
    std::optional<double> factor;
    bool measured = false; ///< the measurement decided, not the estimate
};

[[nodiscard]] Judgement judge(const Claim& claim, const ClaimRange& ours);

/// How a speed under load is meant.
enum class Reading {
    Each, ///< of each user
    All,  ///< of all users together
};

struct ReadJudgement {
    Judgement judgement;
    Reading reading = Reading::Each;             ///< that the judgement is of; of an open one: neither
    ClaimVerdict otherwise = ClaimVerdict::Open; ///< in the other reading
};

/// For a speed of which the guide does not say how it is meant; a measurement is of each user.
[[nodiscard]] ReadJudgement judgeReadings(const Claim& claim, const ClaimRange& each, const ClaimRange& all);

/// For figures that follow from the guide's own ones.
[[nodiscard]] Judgement judgeArithmetic(const Claim& claim, double ours);

} // namespace rigwright
