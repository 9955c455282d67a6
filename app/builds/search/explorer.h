// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search/host_runs.h"

#include <map>
#include <optional>
#include <stop_token>
#include <vector>

namespace rigwright {

/// Walks over all candidates that are built from parts, in groups of which every member fares alike, and counts, prices and
/// ranks them.
///
/// A group is an accelerator configuration × a platform × the memory options of one placement (and, where part of the model
/// stays in RAM, of one bandwidth). All its members have the same speed, so that only the cheapest can be on the front or
/// be the cheapest of its configuration; the others are counted.
class Explorer {
public:
    Explorer(const Question& question, const Pool& pool, const JudgingOrder& order, Outcome& outcome,
             std::stop_token stop);

    /// False when it was stopped before the end.
    [[nodiscard]] bool run();
    [[nodiscard]] bool stopped() const { return stop_.stop_requested(); }

private:
    /// How a slot class suits a number of cards.
    struct Seats {
        int failure = Step::kNoReason;
        Link link;
    };
    /// What card rules and links read of accelerators.
    struct SlotUse {
        int count = 0;
        Mounting mounting = Mounting::Card;
        AcceleratorVendor vendor = AcceleratorVendor::Other;
        std::optional<int> slotWidth;
        std::optional<int> generation;
        std::optional<int> lanes;
        auto operator<=>(const SlotUse&) const = default;
    };
    /// What plans read of accelerators.
    struct PlanTraits {
        int count = 0;
        Bytes memory;
        AcceleratorVendor vendor = AcceleratorVendor::Other;
        Mounting mounting = Mounting::Card;
        Segment segment = Segment::Consumer;
        std::optional<double> computeCapability;
        auto operator<=>(const PlanTraits&) const = default;
    };
    struct Configuration {
        const Accelerator* accelerator = nullptr;
        int count = 0;
        std::int64_t price = 0;
    };
    /// Platforms with slots for a configuration.
    struct Opening {
        const SlotClass* slots = nullptr;
        Link link;
    };
    /// A configuration, as far as it is worked out.
    struct Visit {
        Configuration configuration;
        Hardware hardware; ///< accelerators alone
        int cardsClass = 0;
        std::vector<Opening> openings;
        std::optional<Candidate> cheapest;
    };
    /// Members of a group; all have the same fate but for their price.
    struct Group {
        const Platform& platform;
        const MemoryRange& memory;
        SpeedVerdict::State state;
    };

    [[nodiscard]] std::vector<Configuration> configurations() const;
    void visitConfiguration(const Configuration& configuration);
    [[nodiscard]] const std::vector<Seats>& seatsFor(const Configuration& configuration);
    [[nodiscard]] Seats seatOn(const SlotClass& slots, const Configuration& configuration) const;

    [[nodiscard]] const std::vector<Placed>& placementsFor(const Visit& visit);
    void countUnfit(const Visit& visit, Bytes leastMemory);
    void visitPlacement(Visit& visit, const Placed& placed);
    void visitResident(Visit& visit, const Placed& placed);
    void visitOnHost(Visit& visit, const Placed& placed);
    void visitHost(Visit& visit, const Placed& placed, const Platform& platform, const Link& link,
                   HostRuns& runs);
    void excludeAll(const Visit& visit, const Placed& placed, int reason);

    /// Counts a group and gives its cheapest machine within the budget.
    [[nodiscard]] std::optional<Candidate> settle(Visit& visit, const Group& group);
    [[nodiscard]] std::optional<Candidate> settleBudget(Visit& visit, const Group& group,
                                                        const Completion& completion);
    void offerNearest(int reason, const Visit& visit, const Platform& platform, const MemoryRange& memory,
                      Completer& completer);
    [[nodiscard]] Candidate candidateOf(const Visit& visit, const Platform& platform,
                                        const MemoryOption& option, const Completion& completion) const;

    const Question& question_;
    const Pool& pool_;
    const JudgingOrder& order_;
    Outcome& outcome_;
    std::stop_token stop_;
    std::int64_t budget_;
    Completer completer_;
    Completer withoutWallLimit_;
    Platforms platforms_;
    std::map<SlotUse, std::vector<Seats>> seats_;
    std::map<PlanTraits, std::vector<Placed>> placements_;
};

} // namespace rigwright
