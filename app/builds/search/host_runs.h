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

    /// The fastest that any of these surroundings can be.
    [[nodiscard]] double bound(const std::vector<HostPower>& hosts, const std::vector<Link>& links,
                               std::optional<BytesPerSecond> fastestMemory) const;
    [[nodiscard]] SpeedVerdict speedIn(const Surroundings& surroundings) const;

    /// Whether a machine of this price is the cheapest of its kind so far.
    [[nodiscard]] bool wants(const Surroundings& surroundings, std::int64_t price) const;
    void add(const Surroundings& surroundings, const Candidate& candidate);
    /// Puts on the front what belongs there.
    void rank(Outcome& outcome) const;

private:
    const Question& question_;
    const Hardware& accelerators_;
    const Placed& placed_;
    std::map<Surroundings, Candidate> cheapest_;
};

} // namespace rigwright
