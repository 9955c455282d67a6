// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search/visit.h"

#include <map>
#include <optional>

namespace rigwright {

/// Completes and prices groups of candidates, and books each under what becomes of it.
class Ledger {
public:
    Ledger(const Question& question, const Pool& pool, const JudgingOrder& order, Outcome& outcome);

    /// For platforms, which belong to its classes.
    [[nodiscard]] Completer& completer() { return completer_; }

    /// Counts a group and gives its cheapest machine within the budget.
    [[nodiscard]] std::optional<Settled> settle(Visit& visit, const Group& group);
    /// The cheapest of a group, and of its machines with more RAM within the budget the cheapest of each capacity.
    [[nodiscard]] std::vector<Settled> largerChoices(const Group& group, const Settled& cheapest) const;
    /// Counts machines that are dearer than the budget whatever else they fail.
    void settleBeyond(Visit& visit, const Opening& opening, const Tally& tally, SpeedVerdict::State state);
    /// Whether the cheapest of a group could be the nearest machine to a reason.
    [[nodiscard]] bool mayBeNearest(int reason, const Visit& visit, const Group& group) const;
    /// Of the machines of a group, of which only this reason may exclude the cheapest.
    void offerNearest(int reason, Visit& visit, const Group& group);
    [[nodiscard]] Candidate candidateOf(const Visit& visit, const Platform& platform, const Settled& settled);

private:
    [[nodiscard]] const Purchase& purchase(Visit& visit, const Opening& opening, int platformClass);
    /// No machine of a group costs less.
    [[nodiscard]] std::int64_t leastPriceOf(const Visit& visit, const Group& group) const;
    /// What no cards of a set get past.
    [[nodiscard]] int failureOf(Visit& visit, const Opening& opening, int platformClass);
    [[nodiscard]] std::optional<Settled> settleBudget(Visit& visit, const Group& group,
                                                      const Purchase& bought);
    void offerWithout(int reason, const Visit& visit, const Group& group);

    const Question& question_;
    const Pool& pool_;
    const JudgingOrder& order_;
    Outcome& outcome_;
    std::int64_t budget_;
    Completer completer_;
    std::map<int, Completer> completersWithout_; ///< a reason's rules
};

} // namespace rigwright
