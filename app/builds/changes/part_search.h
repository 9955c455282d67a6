// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/change_use.h"
#include "builds/changes/part_options.h"
#include "builds/rules/rule.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace rigwright {

/// What a set of exchanged parts is chosen by. As in the search for machines, a cheaper part that nobody can vouch for is no
/// bargain: first the fewest open points (blocking rules that can't be verified, and warnings about case, cooler, power supply
/// and drive) of rules that read an exchanged part, then the least weight. Before all others count those that the search for
/// machines wants known, and that are not open on the machine as it is.
struct PartsRank {
    int doubts = 0;
    std::int64_t weight = 0;
    auto operator<=>(const PartsRank&) const = default;
};

struct ChosenParts {
    Machine machine; ///< with the parts
    PartsRank rank;
};

/// Finds the best parts of given kinds with which a machine keeps all rules and runs the model: of all combinations of their
/// options, by going through them in the order of weight with bounds.
class PartSearch {
public:
    /// All must outlive it.
    PartSearch(PartOptions& options, const Machine& before, std::stop_token stop);

    /// `kinds`: ascending, none of one category twice. Nothing: no parts of these kinds do, or it was stopped.
    [[nodiscard]] std::optional<ChosenParts> best(ChangedUse& use, const std::vector<PartKind>& kinds);

private:
    struct Check {
        const Rule* rule = nullptr;
        bool wasOpen = false;
    };
    /// What is decided once a kind is chosen.
    struct Level {
        PartKind kind = PartKind::System;
        std::vector<Check> checks;
        bool fits = false;      ///< whether the model fits is decided here
        bool runs = false;      ///< and here, how fast it runs
        std::int64_t after = 0; ///< the least weight of what is chosen later
    };

    void prepare(ChangedUse& use, const std::vector<PartKind>& kinds);
    [[nodiscard]] bool restHolds(ChangedUse& use, const std::vector<PartKind>& kinds) const;
    void choose(std::size_t level, const PartsRank& sofar);
    /// The doubts that a level adds; nothing: a rule excludes the machine.
    [[nodiscard]] std::optional<int> doubtsAt(const Level& level) const;

    PartOptions& options_;
    const Machine& before_;
    std::stop_token stop_;
    std::vector<Level> levels_;
    ChangedUse* use_ = nullptr;
    Machine machine_;
    std::optional<ChosenParts> best_;
};

} // namespace rigwright
