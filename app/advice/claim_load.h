// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/claim_estimates.h"
#include "speed/estimate.h"

// A claim's scenario with requests at once, as the claims of speed need it.
namespace rigwright {

/// The speed at so many requests at once, or at as many as fit.
struct LoadedSpeed {
    SpeedEstimate speed;
    int requests = 1;
};

[[nodiscard]] Expected<LoadedSpeed> speedAt(const ClaimScenario& scenario, int requests,
                                            const CalibrationTable& constants);

/// What the model takes with one request is more than the hardware has: there is no speed to speak of.
[[nodiscard]] std::optional<ClaimAnswer> doesNotRun(const ClaimScenario& scenario);

struct Loads {
    ClaimScenario scenario;
    LoadedSpeed few;
    LoadedSpeed many;
    int asked = 1;
};

/// The claim's scenario at its fewest and its most requests, or an answer where it does not run.
struct LoadsOrAnswer {
    std::optional<Loads> loads;
    std::optional<ClaimAnswer> answer;
};

[[nodiscard]] Expected<LoadsOrAnswer> loadsOf(const ClaimQuestion& question);

} // namespace rigwright
