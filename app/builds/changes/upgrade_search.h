// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/changes/change_use.h"
#include "builds/changes/follow_up.h"
#include "builds/search/pareto.h"

#include <stop_token>
#include <vector>

namespace rigwright {

/// Looks at every step from a machine that the user has. A step exchanges its core, in one of these ways:
/// - cards: one to eight of any one kind in place of those there, also fewer of these where that is faster, or of the same vendor
///   beside them, at most eight together
/// - cards as above and memory, where that makes a difference or what is there breaks a rule; cards as above and the board
/// - memory: further kits like those there, or other kits in place of all
/// - the CPUs; the CPUs and memory; board, CPUs and memory
/// - a complete system in place of one
/// and what the rules then force of case, coolers, power supply and drive (FollowUp). Memory is other kits as for repairs
/// (PartKind::Memory). A step must be paid from the budget, keep every blocking rule, and hold the model where it may lie.
class UpgradeSearch {
public:
    struct Step {
        Machine machine;
        std::int64_t cost = 0;
        double speed = 0;
    };

    /// All must outlive it. `now` has the demands of the requirement, and what is owned costs nothing in it.
    UpgradeSearch(ChangedUse& use, const Pool& pool, const Machine& now, std::stop_token stop);

    /// Cheapest first, each faster by a hundredth than those before, and than now.
    [[nodiscard]] std::vector<Step> run();
    [[nodiscard]] std::int64_t considered() const { return considered_; }

private:
    /// A core that is fast enough to be looked at, before its surroundings are known.
    struct Core {
        std::vector<const PartOption*> options;
        std::int64_t price = 0;
        double speed = 0;
    };

    void addCardOptions();
    void exchangeSystem();
    void exchangeCards();
    void exchangeMemory(const Machine& machine, const std::vector<const PartOption*>& chosen);
    void exchangePlatform();
    void exchangeCpus(const Machine& machine, const std::vector<const PartOption*>& chosen);
    /// The machine with an option more; nothing: a rule is broken that nothing else can mend.
    [[nodiscard]] std::optional<Machine> with(const Machine& machine, const PartOption& option,
                                              PartSet stillOpen) const;
    void consider(const Machine& machine, const std::vector<const PartOption*>& chosen);
    [[nodiscard]] bool keepsRules(const Machine& machine, PartSet stillOpen) const;
    [[nodiscard]] std::vector<Step> rank();

    ChangedUse& use_;
    const Pool& pool_;
    const Machine& now_;
    std::stop_token stop_;
    PartOptions options_;
    std::vector<PartOption> cards_;
    std::vector<const Rule*> wasOpen_; ///< rules that can't be verified of the machine as it is
    double speedNow_ = 0;
    std::int64_t budget_ = 0;
    std::int64_t considered_ = 0;
    std::vector<Core> cores_;
};

} // namespace rigwright
