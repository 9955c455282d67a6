// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search/fit.h"
#include "builds/search/outcome.h"
#include "builds/search/platforms.h"
#include "builds/search/purchase.h"

#include <map>
#include <optional>
#include <vector>

namespace rigwright {

/// A link of all cards; no lanes: no cards.
struct Link {
    int generation = 0;
    int lanes = 0;
    auto operator<=>(const Link&) const = default;
};

/// What the speed of a placement depends on beside its accelerators.
struct Surroundings {
    Link link;
    const HostPower* host = nullptr;         ///< null: it doesn't matter
    std::optional<BytesPerSecond> bandwidth; ///< of RAM

    [[nodiscard]] bool atLeastAsFastAs(const Surroundings& other) const;
    /// Hosts are those of one table, and in its order.
    auto operator<=>(const Surroundings&) const = default;
};

/// The accelerators of a configuration in their surroundings.
[[nodiscard]] Hardware within(Hardware accelerators, const Surroundings& surroundings);

/// A link with the most lanes of the latest generation among those given.
[[nodiscard]] Link bestOf(const std::vector<Link>& links);

/// Machines of one placement that keeps nothing in RAM: their speed depends on the link alone.
class LinkRuns {
public:
    LinkRuns(const Question& question, const Hardware& accelerators, const Placed& placed,
             const std::vector<Link>& links);

    /// No machine of this placement is faster.
    [[nodiscard]] double bound() const { return best_.ranked; }
    [[nodiscard]] SpeedVerdict::State stateOn(Link link);
    [[nodiscard]] double speedOn(Link link) { return verdictOn(link).ranked; }

private:
    [[nodiscard]] const SpeedVerdict& verdictOn(Link link);

    const Question& question_;
    const Hardware& accelerators_;
    const Placed& placed_;
    bool anySpeedWillDo_;
    std::map<Link, SpeedVerdict> verdicts_;
    SpeedVerdict best_; ///< on the best link
};

/// A machine of a placement that needs its host.
struct HostRun {
    const Platform* platform = nullptr;
    Settled settled;
};

/// Machines of one placement that keeps part of the model in RAM: their speed depends on host and link, and is worked out
/// only where it may matter.
class HostRuns {
public:
    HostRuns(const Question& question, const Hardware& accelerators, const Placed& placed,
             const Platforms& platforms, const std::vector<Link>& links);

    /// What becomes of all machines alike, where that is known.
    [[nodiscard]] std::optional<SpeedVerdict::State> commonState();
    /// Whether a machine in these surroundings is fast enough.
    [[nodiscard]] SpeedVerdict::State stateIn(const Surroundings& surroundings);

    /// Memory of which no other in the placement's range is both as cheap and as fast, cheapest first.
    [[nodiscard]] const std::vector<const MemoryOption*>& choicesOf(const MemoryOptions& memory);

    /// Keeps a machine that may be on the front: of those in the same surroundings the cheapest.
    void offer(const Surroundings& surroundings, const Standing& standing, const HostRun& run,
               const Outcome& outcome);
    /// Puts on the front what belongs there.
    template <class MakeCandidate>
    void rank(Outcome& outcome, MakeCandidate makeCandidate);

private:
    using Place = std::pair<Surroundings, Standing>;

    [[nodiscard]] SpeedVerdict speedIn(const Surroundings& surroundings) const;
    /// The fastest that a machine with this host can be in any surroundings.
    [[nodiscard]] double boundOf(const HostPower& host);
    /// Those that no cheaper one is as fast and as good as, cheapest first.
    [[nodiscard]] std::vector<std::pair<Place, HostRun>> unbeaten() const;

    const Question& question_;
    const Hardware& accelerators_;
    const Placed& placed_;
    const Platforms& platforms_;
    bool anySpeedWillDo_;
    Surroundings best_;                          ///< but for the host
    std::vector<std::optional<double>> fastest_; ///< what each of the fastest hosts reaches at best
    std::map<const MemoryOptions*, std::vector<const MemoryOption*>> choices_;
    std::map<Place, HostRun> cheapest_;
    std::vector<Surroundings> met_; ///< none of which is as fast as another
    std::vector<Surroundings> missed_;
    /// Where any speed will do: by whether the bandwidth of RAM and the number of cores are known.
    std::map<std::pair<bool, bool>, SpeedVerdict::State> byFigures_;
    std::optional<SpeedVerdict::State> withoutBandwidth_;
};

template <class MakeCandidate>
void HostRuns::rank(Outcome& outcome, MakeCandidate makeCandidate)
{
    for (const auto& each : unbeaten()) {
        const Surroundings& surroundings = each.first.first;
        const Standing& standing = each.first.second;
        const HostRun& run = each.second;
        const auto joins = [&](double speed) {
            return outcome.front().takes(run.settled.price, speed, standing);
        };
        // An estimate costs far more than asking whether the best that it can say would matter.
        if (!joins(boundOf(*surroundings.host))) {
            continue;
        }
        if (const double speed = speedIn(surroundings).ranked; joins(speed)) {
            outcome.offer(makeCandidate(run), speed, standing);
        }
    }
}

} // namespace rigwright
