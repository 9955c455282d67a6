// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "builds/requirement.h"
#include "speed/calibration.h"

#include <cstdint>
#include <stop_token>

namespace rigwright {

/// The cheapest of the combinations of parts that a rule reads, in the candidates that count for it; a complete system is
/// one part.
struct ExcludedExample {
    std::vector<BuildLine> parts;
    Money price; ///< of these parts
    Finding why;
};

/// Candidates that one rule excluded.
struct Exclusion {
    std::string reason; ///< id of the rule, such as "memory-fit", "budget", "psu-connectors"
    std::string text;   ///< English, marked RIGWRIGHT_TEXT("Exclusion", …)
    std::int64_t count = 0;
    std::optional<EvaluatedBuild>
        nearest; ///< within the budget, the cheapest machine that only this rule excluded: of what it needs to fit, be
                 ///< fast enough and be complete; empty for rules on board, CPUs, memory and cards
    std::optional<ExcludedExample> example =
        {}; ///< of a rule on board, CPUs, memory, cards or complete systems
};

/// A candidate is one way to combine accelerators and their number, board, CPUs (one in every socket) and memory (equally
/// much for every socket, evenly on its channels), or a complete system. Where mixed cards are asked for, the accelerators may
/// also be of two kinds of one vendor, at most four together, in the order of the catalog; those that cost more than the budget
/// by themselves count for it at once. Which maker's card the accelerators are bought as (of those that leave the fastest
/// links), power supply, case, coolers and drive of a candidate are those that are valid together and leave the fewest warnings
/// and unverified points, and of these the cheapest: what else machines are ranked by
/// doesn't choose them. Parts at hand cost nothing, and may be hidden ones; all accelerators of a kind are one article.
struct SearchResult {
    std::vector<EvaluatedBuild>
        builds; ///< cheapest first; the Pareto front over price, speed and the requirement's objectives, and beside it the
    ///< cheapest valid machine of every other configuration of equal accelerators
    std::int64_t considered = 0; ///< candidates
    std::int64_t feasible = 0;   ///< candidates that pass every rule, fit and are within the limits
    bool exact = true;           ///< false only when the search was stopped
    std::vector<Exclusion>
        excluded; ///< most frequent first, but those without a price last; each candidate counts for the
                  ///< first rule it breaks
};

/// Every machine of the catalog that meets the requirement. Parts that the user hid are in none. An error: an unknown model,
/// a workload that can't be, or a currency without a rate. A stopped search gives what it found, with `exact` false.
[[nodiscard]] Expected<SearchResult> searchBuilds(const Catalog& catalog, const Requirement& requirement,
                                                  std::stop_token stop = {},
                                                  const CalibrationTable& constants = fittedCalibration());

} // namespace rigwright
