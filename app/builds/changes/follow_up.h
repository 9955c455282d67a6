// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/part_options.h"
#include "builds/rules/rule.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace rigwright {

/// What the parts around an exchanged core are chosen by, least first: how many are bought; open points (blocking rules that
/// can't be verified, warnings) of rules that read a bought one; the price of the bought ones.
struct FollowUpRank {
    int bought = 0;
    int doubts = 0;
    std::int64_t price = 0;
    auto operator<=>(const FollowUpRank&) const = default;
};

struct FollowedUp {
    Machine machine;
    FollowUpRank rank;
};

/// Finds which of case, coolers, power supply and drive must be bought anew once board, CPUs, memory or cards of a machine are
/// exchanged: what there is stays where it may.
class FollowUp {
public:
    /// Both must outlive it; the options are those of the machine that the user has.
    FollowUp(PartOptions& options, std::stop_token stop);

    /// `core`: with the exchanged parts, the others as they were. Nothing: no choice keeps all blocking rules, or it was stopped.
    [[nodiscard]] std::optional<FollowedUp> best(const Machine& core);

private:
    struct Level {
        PartKind kind = PartKind::Storage;
        bool mayStay = false;
        std::vector<const PartOption*>
            options;                    ///< that keep the rules which read no other part around the core
        std::vector<const Rule*> rules; ///< that are decided once it is chosen
        int boughtAfter = 0;            ///< at least, of the kinds that follow
    };

    [[nodiscard]] bool prepare(const Machine& core);
    [[nodiscard]] bool fill(Level& level, const Machine& core, PartSet following, PartSet decided);
    void choose(std::size_t number, const FollowUpRank& sofar, PartSet bought);
    void tryLevel(std::size_t number, const FollowUpRank& rank, PartSet bought);
    [[nodiscard]] std::optional<int> doubtsAt(const Level& level, PartSet bought) const;

    PartOptions& options_;
    std::stop_token stop_;
    std::vector<Level> levels_;
    Machine machine_;
    std::optional<FollowedUp> best_;
};

} // namespace rigwright
