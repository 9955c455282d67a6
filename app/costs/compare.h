// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "builds/requirement.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rigwright {

/// What the user assumes about use and prices; everything else comes from the build and the catalog.
struct CostAssumptions {
    int years = 3;                        ///< 1 to 10
    double utilization = 0.4;             ///< share of all hours in use, 0 to 1
    MoneyRate electricity;                ///< per kWh; any currency with a rate
    double powerUsageEffectiveness = 1.0; ///< facility power over machine power, 1 to 10
};

enum class ScenarioKind { Own, Cloud };

/// The name in JSON: "own", "cloud".
[[nodiscard]] const char* scenarioKindName(ScenarioKind kind);

struct CostScenario {
    ScenarioKind kind = ScenarioKind::Own;
    std::string name;              ///< "2 × RTX 3090 24 GB", "AWS g5.xlarge", "2 × AWS g5.xlarge (spot)"
    std::vector<Money> cumulative; ///< by month, from month 0: what has been paid
    Money total;
    /// Total over the output tokens of the hours in use, at the middle of the speed range. Empty: never in use, or the
    /// speed is unknown, as of an accelerator that the catalog lacks, a slice of one, or several instances.
    std::optional<MoneyRate> perMillionTokens;
    std::optional<CloudOffer> offer;
    PriceStanding standing = {}; ///< of the offer
    int instances = 1;
    std::optional<MoneyRate> perHour; ///< of all instances, in the currency of the answer; empty: owned
};

struct CostComparison {
    std::vector<CostScenario> scenarios; ///< own first, then cloud from the cheapest total
    /// The cheapest on-demand scenario. Break-even is against it: spot and marketplace offers are shown, but they can be
    /// taken away while in use. Empty: no on-demand offer holds the plan.
    std::optional<std::size_t> breakEvenAgainst;
    /// Months until owning has cost no more than that scenario; empty: it never does within the years.
    std::optional<double> breakEvenMonths;
    /// English template, marked RIGWRIGHT_TEXT("Costs", …), and what to fill it with.
    std::string noBreakEvenReason;
    std::vector<std::pair<std::string, std::string>> noBreakEvenEvidence;
    CostAssumptions assumptions;
    Money monthlyElectricity;
    std::vector<Finding> findings; ///< what makes the comparison weaker than it looks
};

/// Cumulative cost of owning a machine against every cloud offer that holds the same model and workload (costs/rental.h
/// has the rules). Each month has 730 hours (8760 / 12). Amounts are exact products rounded once, so that months do not
/// drift from the total. An error: assumptions out of range, an unknown model, or a currency without a rate.
[[nodiscard]] Expected<CostComparison> compareCosts(const Catalog& catalog, const EvaluatedBuild& build,
                                                    const Requirement& requirement,
                                                    const CostAssumptions& assumptions,
                                                    const CalibrationTable& constants = fittedCalibration());

/// The household tariff, in the currency of the budget, of the first country of the catalog that pays in it; nothing when
/// unknown.
[[nodiscard]] std::optional<MoneyRate> defaultElectricity(const Catalog& catalog, Currency currency);

} // namespace rigwright
