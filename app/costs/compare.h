// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/assumptions.h"
#include "costs/candidates.h"
#include "costs/purchase_return.h"
#include "costs/scenario.h"
#include "costs/source.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rigwright {

/// When owning has cost no more than an alternative.
struct BreakEven {
    /// Index of the scenario that owning is compared with; empty: there is none that does the same.
    std::optional<std::size_t> against;
    std::optional<Months> months; ///< empty: never within the years
    /// Where the ranges of the factors allow; `latest` empty: perhaps never within the years.
    std::optional<Months> earliest;
    std::optional<Months> latest;
    /// Why there is none: English template, marked RIGWRIGHT_TEXT("Costs", …), and what to fill it with.
    std::string noneReason;
    std::vector<std::pair<std::string, std::string>> noneEvidence;
    /// What buying earns against it; empty: `against` is empty, or owning can't be compared.
    std::optional<PurchaseReturn> earned = {};
};

/// What the requests of a month come to.
struct TrafficFigures {
    Requests requests;
    Tokens input; ///< with the cached ones
    Tokens cachedInput;
    Tokens output;
    RequestsPerSecond peak;
    double utilization =
        0; ///< of the own machines' capacity over all hours, at most 1; 0 where their speed is unknown
};

/// Cost per million output tokens where the own machines are used so much.
struct UtilizationPoint {
    double utilization = 0; ///< above 0 to 1
    std::optional<MoneyRate> own;
    std::optional<MoneyRate> cloud; ///< of breakEven.against
    std::optional<MoneyRate> api;   ///< of apiBreakEven.against
};

struct UtilizationCurve {
    std::vector<UtilizationPoint>
        points; ///< by rising utilization; empty: the own speed is unknown, or the work is training
    /// From which on owning is the cheaper one over the years; empty: nowhere.
    std::optional<double> cheaperThanCloudFrom;
    std::optional<double> cheaperThanApiFrom;
};

/// What one factor alone does to the advantage of owning: the alternative's total less the own total.
struct FactorEffect {
    FactorRange range;
    Money advantageAtLow;
    Money advantageAtHigh;
};

/// Against breakEven.against, or the API where no cloud offer does the same.
struct Sensitivity {
    std::optional<std::size_t> against;
    Money advantage;                   ///< as assumed; negative: owning costs more
    std::vector<FactorEffect> effects; ///< largest first; without those that change nothing
};

struct CostComparison {
    /// Own first; burst where it is needed; cloud offers that serve the same, by their total; those whose speed is unknown; hosted
    /// APIs by their total.
    std::vector<CostScenario> scenarios;
    /// Against the cheapest on-demand scenario that does the same. Spot and marketplace offers are shown, but they can be taken
    /// away while in use; reserved terms are the user's own guess.
    BreakEven breakEven;
    BreakEven apiBreakEven; ///< against the cheapest hosted API
    TrafficFigures traffic;
    UtilizationCurve curve;
    Sensitivity sensitivity;
    CostAssumptions assumptions;
    Money monthlyElectricity; ///< in the first month
    std::vector<CostSource> sources;
    std::vector<Finding> findings; ///< what makes the comparison weaker than it looks
    RentalExclusions excluded;     ///< cloud offers that no scenario came of
};

/// Owning a machine, renting and asking a hosted API for the same requests. Each month has 730 hours (8760 / 12). A pure and
/// fast function: a slider may call it for every frame. An error: assumptions out of range, or a currency without a rate.
[[nodiscard]] Expected<CostComparison> compareCosts(const CostCandidates& candidates,
                                                    const CostAssumptions& assumptions);

} // namespace rigwright
