// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/hosted.h"
#include "facts/cloud_offer.h"
#include "facts/price_standing.h"
#include "speed/estimate.h"

#include <optional>
#include <string>
#include <vector>

namespace rigwright {

enum class ScenarioKind {
    Own,
    Cloud,
    Api,
    Burst ///< the own machine, and cloud instances in the hours that bring more than it carries
};

/// The name in JSON: "own", "cloud", "api", "burst".
[[nodiscard]] const char* scenarioKindName(ScenarioKind kind);

/// How a rented instance is paid in a scenario: as the offer says, or reserved at the user's discount.
enum class RentalTerms { AsOffered, Reserved };

enum class CostCategory {
    Hardware,
    Tax,
    Shipping,
    Installation,
    Spares,
    DownPayment,
    LoanPayments,
    LeasePayments,
    Refresh,
    ResidualValue, ///< negative: what the machine is sold for
    Electricity,
    Room,
    Support,
    Software,
    Staff,
    CloudInstances,
    CloudStorage,
    CloudEgress,
    ApiInput,
    ApiCachedInput,
    ApiOutput
};

/// The name in JSON: "hardware", "tax", …, "api-cached-input", "api-output".
[[nodiscard]] const char* costCategoryName(CostCategory category);
/// In English, marked for translation in the context "Costs".
[[nodiscard]] const char* costCategoryTitle(CostCategory category);
/// What accounts as an investment and not as running costs: what is paid for owning hardware in cash or on credit.
[[nodiscard]] bool isCapital(CostCategory category);

/// One kind of payment over time: exact products, rounded once for each month's sum, so that months don't drift from the total.
struct CostItem {
    CostCategory category = CostCategory::Hardware;
    std::vector<Money> cumulative; ///< by the end of each month, from month 0

    [[nodiscard]] Money total() const { return cumulative.back(); }
};

/// Amounts of one year, from 1.
struct YearCost {
    int year = 1;
    Money capital;      ///< paid in it; the first year has month 0 as well
    Money operating;    ///< paid in it
    Money depreciation; ///< of the own hardware, as the books have it; nothing is paid
};

/// Whether a rented scenario does the same work.
enum class Service {
    Same,       ///< holds the model and answers as many requests
    Unverified, ///< holds the model; how fast it runs it is unknown. Never compared with a purchase
    Part        ///< the own machine where more requests come than it answers
};

/// The name in JSON: "same", "unverified", "part".
[[nodiscard]] const char* serviceName(Service service);

struct CostScenario {
    ScenarioKind kind = ScenarioKind::Own;
    std::string
        name; ///< "2 × RTX 3090 24 GB", "AWS g5.xlarge", "2 × AWS g5.xlarge (spot)", "deepseek deepseek-chat"
    std::vector<CostItem> items;   ///< without those that are nothing throughout
    std::vector<Money> cumulative; ///< by month, from month 0: the sums of the items
    /// Around `cumulative`, from the ranges of the factors taken as independent; empty: not among those compared.
    std::vector<Money> cumulativeLow;
    std::vector<Money> cumulativeHigh;
    Money total;
    std::vector<YearCost> years;
    Money presentValue; ///< of all payments, each month's discounted to month 0
    /// Total over the output tokens of the requests. Empty: no requests, or the speed is unknown.
    std::optional<MoneyRate> perMillionTokens;
    std::optional<KilogramsCo2e> carbon; ///< over the whole time; an estimate. Empty: unknown
    Service service = Service::Same;
    double servedShare = 1; ///< of the requests

    // Of rented instances.
    std::optional<CloudOffer> offer;
    RentalTerms terms = RentalTerms::AsOffered;
    PriceStanding standing = {};      ///< of the offer
    int instances = 1;                ///< at the peak
    int instancesToHold = 1;          ///< of these, as many as hold the model once
    std::optional<MoneyRate> perHour; ///< of all instances, in the currency of the answer; empty: not rented
    std::optional<MoneyRate> perGpuHour;    ///< of one of their accelerators
    Hours billedPerMonth;                   ///< of one instance each, added up
    std::optional<Bytes> acceleratorMemory; ///< of all instances
    /// Requests that one set of instances, or the own machines, answer; empty: unknown.
    std::optional<Range<RequestsPerSecond>> capacity;

    std::optional<HostedModel> hosted; ///< of a hosted API
    std::size_t candidate = 0; ///< index among the candidates' rentals (cloud, burst) or hosted models (api)
};

} // namespace rigwright
