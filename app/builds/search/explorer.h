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
        int doubts = 0; ///< about what only the board's manual tells
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
        const Device* device = nullptr;
        int count = 0;
        std::int64_t price = 0; ///< of the cheapest cards
    };
    /// What a configuration can be bought as.
    struct Card {
        const Accelerator* part = nullptr;
        std::int64_t price = 0; ///< of as many as the configuration has
        int cardsClass = 0;
    };
    /// The best card on a platform, with what completes the machine.
    struct Purchase {
        Completion completion;
        int card = -1;
        Grade grade; ///< the cards' price and doubts included
    };
    /// Cards that the same slots take.
    struct CardSet {
        struct Member {
            int card = 0;
            int doubts = 0;
            bool operator==(const Member&) const = default;
        };
        std::vector<Member> members;
        std::vector<std::optional<Purchase>> purchases; ///< for each platform class
    };
    /// Platforms with slots for a configuration.
    struct Opening {
        const SlotClass* slots = nullptr;
        Link link;
        std::size_t cards = 0; ///< number of the set that the slots take
    };
    /// A configuration, as far as it is worked out.
    struct Visit {
        Configuration configuration;
        Hardware hardware; ///< accelerators alone
        std::vector<Card> cards;
        std::vector<CardSet> sets;
        std::vector<Opening> openings;
        std::optional<Candidate> cheapest;
    };
    /// Members of a group; all have the same fate but for their price.
    struct Group {
        const Opening& opening;
        const Platform& platform;
        const MemoryRange& memory;
        SpeedVerdict::State state;
    };

    [[nodiscard]] std::vector<Configuration> configurations() const;
    void visitConfiguration(const Configuration& configuration);
    [[nodiscard]] std::vector<Card> cardsOf(const Configuration& configuration);
    void findOpenings(Visit& visit);
    [[nodiscard]] const std::vector<Seats>& seatsFor(const Card& card, int count);
    [[nodiscard]] Seats seatOn(const SlotClass& slots, const Card& card, int count) const;
    [[nodiscard]] Purchase purchase(Visit& visit, const Opening& opening, int platformClass);

    [[nodiscard]] const std::vector<Placed>& placementsFor(const Visit& visit);
    void countUnfit(Visit& visit, Bytes leastMemory);
    void visitPlacement(Visit& visit, const Placed& placed);
    void visitResident(Visit& visit, const Placed& placed);
    void visitOnHost(Visit& visit, const Placed& placed);
    void visitHost(Visit& visit, const Placed& placed, const Opening& opening, const Platform& platform,
                   HostRuns& runs);
    void excludeAll(const Visit& visit, const Placed& placed, int reason);

    /// Counts a group and gives its cheapest machine within the budget.
    [[nodiscard]] std::optional<Candidate> settle(Visit& visit, const Group& group);
    [[nodiscard]] std::optional<Candidate> settleBudget(Visit& visit, const Group& group,
                                                        const Purchase& bought);
    /// Of the machines of a group, of which only this reason may exclude the cheapest.
    void offerNearest(int reason, Visit& visit, const Group& group);
    void offerWithoutWallLimit(const Visit& visit, const Group& group);
    void offerNearest(int reason, const Visit& visit, const Group& group, const Purchase& bought);
    [[nodiscard]] Candidate candidateOf(const Visit& visit, const Platform& platform,
                                        const MemoryOption& option, const Purchase& bought) const;

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
