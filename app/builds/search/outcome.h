// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search/completion.h"
#include "builds/search/examples.h"
#include "builds/search/pareto.h"

#include <map>
#include <optional>
#include <vector>

namespace rigwright {

/// One machine of the search: what is needed to write it down.
struct Candidate {
    const CompleteSystem* system = nullptr;
    std::vector<Used<Accelerator>> cards; ///< those in the system too
    const Board* board = nullptr;
    const Cpu* cpu = nullptr;
    const MemoryKit* kit = nullptr;
    int kits = 0;
    Completion completion;
    std::int64_t price = 0;
};

[[nodiscard]] Machine machineOf(const Candidate& candidate, const Demands& demands);

/// What a search has found so far.
class Outcome {
public:
    /// `plain`: machines are ranked by price and speed alone.
    Outcome(const JudgingOrder& order, bool plain)
        : counts_(order.reasons.size())
        , examples_(order)
        , nearest_(order.reasons.size())
        , front_(plain)
    { }

    void exclude(int reason, std::int64_t count) { counts_[static_cast<std::size_t>(reason)] += count; }
    void addFeasible(std::int64_t count) { feasible_ += count; }

    /// Of what the rules exclude before anything is planned.
    [[nodiscard]] Examples& examples() { return examples_; }
    [[nodiscard]] const Examples& examples() const { return examples_; }

    /// A machine that only this reason excludes.
    void offerNearest(int reason, const Candidate& candidate);
    /// Whether a machine of this price would be the nearest one to this reason.
    [[nodiscard]] bool wantsNearest(int reason, std::int64_t price) const;

    void offer(const Candidate& candidate, double speed, const Standing& standing);
    /// A feasible machine whose speed doesn't matter any more.
    void offerCheapest(const Candidate& candidate);

    [[nodiscard]] std::int64_t feasible() const { return feasible_; }
    [[nodiscard]] const std::vector<std::int64_t>& counts() const { return counts_; }
    [[nodiscard]] const std::vector<std::optional<Candidate>>& nearest() const { return nearest_; }
    [[nodiscard]] const ParetoFront<Candidate>& front() const { return front_; }
    /// The cheapest machine of every configuration of equal accelerators that is not on the front.
    [[nodiscard]] std::vector<Candidate> besideFront() const;

private:
    using Configuration = std::vector<std::pair<std::string, int>>;
    [[nodiscard]] static Configuration configurationOf(const Candidate& candidate);

    std::vector<std::int64_t> counts_;
    std::int64_t feasible_ = 0;
    Examples examples_;
    std::vector<std::optional<Candidate>> nearest_;
    ParetoFront<Candidate> front_;
    std::map<Configuration, Candidate> cheapest_;
};

} // namespace rigwright
