// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/search/fit.h"
#include "builds/search/outcome.h"
#include "builds/search/platforms.h"

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
    HostPower host;
    std::optional<BytesPerSecond> bandwidth; ///< of RAM

    [[nodiscard]] bool atLeastAsFastAs(const Surroundings& other) const;
    auto operator<=>(const Surroundings&) const = default;
};

/// The accelerators of a configuration in their surroundings.
[[nodiscard]] Hardware within(Hardware accelerators, const Surroundings& surroundings);

/// Machines of one placement that keeps part of the model in RAM: their speed depends on host and link, and is worked out
/// only where it may matter.
class HostRuns {
public:
    HostRuns(const Question& question, const Hardware& accelerators, const Placed& placed)
        : question_(question)
        , accelerators_(accelerators)
        , placed_(placed)
    { }

    /// The fastest that a machine can be in any of these surroundings. `add` ignores machines that would not be on the front
    /// even so.
    void setBound(const std::vector<HostPower>& hosts, const std::vector<Link>& links,
                  std::optional<BytesPerSecond> fastestMemory);

    /// Whether a machine in these surroundings is fast enough.
    [[nodiscard]] SpeedVerdict::State stateIn(const Surroundings& surroundings);
    void add(const Surroundings& surroundings, const Candidate& candidate, const Outcome& outcome);
    /// Puts on the front what belongs there.
    void rank(Outcome& outcome) const;

private:
    [[nodiscard]] SpeedVerdict speedIn(const Surroundings& surroundings) const;

    const Question& question_;
    const Hardware& accelerators_;
    const Placed& placed_;
    double bound_ = 0;
    std::map<Surroundings, Candidate> cheapest_;
    // Surroundings that are as slow as any known to be fast enough, and as fast as any known not to be: others are judged
    // by comparison with them, which is cheaper than working out their speed.
    std::vector<Surroundings> met_;
    std::vector<Surroundings> missed_;
    std::optional<SpeedVerdict::State> withoutBandwidth_;
};

} // namespace rigwright
