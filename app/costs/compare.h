// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "builds/requirement.h"

#include <optional>
#include <string>
#include <vector>

namespace rigwright {

/// What the user assumes about use and prices; everything else comes from the build and the catalog.
struct CostAssumptions {
    int years = 3;                        ///< 1 to 10
    double utilization = 0.4;             ///< share of all hours in use, 0 to 1
    MoneyRate electricity;                ///< per kWh; any currency with a rate
    double powerUsageEffectiveness = 1.0; ///< facility power over machine power, at least 1
};

enum class ScenarioKind { Own, Cloud };

/// The name in JSON: "own", "cloud".
[[nodiscard]] const char* scenarioKindName(ScenarioKind kind);

struct CostScenario {
    ScenarioKind kind = ScenarioKind::Own;
    std::string name;              ///< "2 × RTX 3090 24 GB", "AWS g5.xlarge"
    std::vector<Money> cumulative; ///< by month, from month 0: what has been paid
    Money total;
    std::optional<MoneyRate> perMillionTokens; ///< empty: no speed known
    std::optional<CloudOffer> offer;
    int instances = 1;
    std::optional<MoneyRate> perHour; ///< while in use, in the currency of the answer
};

struct CostComparison {
    std::vector<CostScenario> scenarios; ///< own first, then cloud from the cheapest total
    /// Months until owning has cost less than the cheapest cloud scenario; empty: it never does within the years.
    std::optional<double> breakEvenMonths;
    std::string
        noBreakEvenReason; ///< English template, marked RIGWRIGHT_TEXT("Costs", …), filled from the evidence
    std::vector<std::pair<std::string, std::string>> noBreakEvenEvidence;
    CostAssumptions assumptions;
    Money monthlyElectricity;
};

/// Cumulative cost of owning a machine against every cloud offer that holds the same memory plan. An error: assumptions out
/// of range, or a currency without a rate.
[[nodiscard]] Expected<CostComparison> compareCosts(const Catalog& catalog, const EvaluatedBuild& build,
                                                    const Requirement& requirement,
                                                    const CostAssumptions& assumptions);

/// The household tariff of the country whose currency the budget is in, as a default; nothing when unknown.
[[nodiscard]] std::optional<MoneyRate> defaultElectricity(const Catalog& catalog, Currency currency);

} // namespace rigwright
