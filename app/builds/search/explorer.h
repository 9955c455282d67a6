// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search/ledger.h"

#include <map>
#include <stop_token>
#include <vector>

namespace rigwright {

/// Walks over all candidates that are built from parts, in groups of which every member fares alike, and counts, prices and
/// ranks them.
///
/// A group is an accelerator configuration × a platform × the memory options of one placement (and, where part of the model
/// stays in RAM, of one bandwidth). All its members have the same speed, so that only the cheapest can be on the front or
/// be the cheapest of its configuration; the others are counted. That holds for power, noise, room for cards and room on the
/// accelerators too, which depend on the group's other parts; where RAM is all the memory there is and room in it counts, the
/// cheapest of each capacity are ranked.
class Explorer {
public:
    Explorer(const Question& question, const Pool& pool, const JudgingOrder& order, Outcome& outcome,
             std::stop_token stop);

    /// False when it was stopped before the end.
    [[nodiscard]] bool run();
    [[nodiscard]] bool stopped() const { return stop_.stop_requested(); }

private:
    /// What plans read of accelerators of one kind.
    struct PlanTraits {
        int count = 0;
        Bytes memory;
        AcceleratorVendor vendor = AcceleratorVendor::Other;
        Mounting mounting = Mounting::Card;
        Segment segment = Segment::Consumer;
        std::optional<double> computeCapability;
        auto operator<=>(const PlanTraits&) const = default;
    };

    [[nodiscard]] std::vector<Configuration> configurations() const;
    void visitConfiguration(const Configuration& configuration);
    [[nodiscard]] std::vector<Cards> cardsOf(const Configuration& configuration);
    void findOpenings(Visit& visit);
    void offerExample(int reason, const Visit& visit, const SlotClass& slots);
    [[nodiscard]] const std::vector<Placed>& placementsFor(const Visit& visit);
    void countUnfit(Visit& visit, Bytes leastMemory);
    void visitPlacement(Visit& visit, const Placed& placed);
    void visitResident(Visit& visit, const Placed& placed);
    void visitOnHost(Visit& visit, const Placed& placed);
    /// Platforms on which all memory fares alike.
    void visitAlike(Visit& visit, const Placed& placed, const Opening& opening, SpeedVerdict::State state,
                    HostRuns& runs);
    void visitHost(Visit& visit, const Placed& placed, const Opening& opening, const Platform& platform,
                   HostRuns& runs);
    void addRuns(Visit& visit, const Placed& placed, const Group& group, const Surroundings& surroundings,
                 const Settled& settled, HostRuns& runs);
    [[nodiscard]] Standing standingOf(Visit& visit, const Placed& placed, const Group& group,
                                      const Settled& settled);
    void offerOnHost(Visit& visit, const Placed& placed);
    void excludeAll(const Visit& visit, const Placed& placed, int reason);

    const Question& question_;
    const Pool& pool_;
    const JudgingOrder& order_;
    Outcome& outcome_;
    std::stop_token stop_;
    Ledger ledger_;
    Platforms platforms_;
    SeatTable seats_;
    std::map<std::vector<PlanTraits>, std::vector<Placed>> placements_;
};

} // namespace rigwright
