// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/factor.h"
#include "costs/use.h"
#include "facts/catalog.h"

#include <optional>
#include <string>
#include <vector>

// What the user assumes. Everything else comes from the machine and the catalog. Money may be in any currency with a rate.
namespace rigwright {

enum class Financing { Cash, Loan, Lease };

/// The name in JSON: "cash", "loan", "lease".
[[nodiscard]] const char* financingName(Financing financing);
[[nodiscard]] Expected<Financing> parseFinancing(std::string_view name);

enum class DepreciationMethod { StraightLine, DecliningBalance };

/// The name in JSON: "straight-line", "declining-balance".
[[nodiscard]] const char* depreciationMethodName(DepreciationMethod method);
[[nodiscard]] Expected<DepreciationMethod> parseDepreciationMethod(std::string_view name);

/// What buying costs beside the price of the parts.
struct PurchaseTerms {
    int machines = 1;              ///< 1 to 1000, alike; requests are shared out among them
    std::optional<double> taxRate; ///< 0.19 for 19 %; on hardware, shipping, installation and spares
    bool taxRecoverable = true;    ///< as of a business: then it costs nothing
    Money shipping;                ///< with duty; of all machines
    Money installation;            ///< of all machines
    double sparesShare = 0;        ///< of the hardware's price, 0 to 1

    bool operator==(const PurchaseTerms&) const = default;
};

/// How the purchase is paid. A loan: equal monthly payments (annuity) that begin one month after the purchase. A lease: the
/// same for the price less what the value at its end is worth today, after which the machine goes back and a new lease begins.
/// Either is of the whole purchase: hardware, tax, shipping, installation and spares.
struct FinancingTerms {
    Financing kind = Financing::Cash;
    double yearlyInterest = 0.06; ///< nominal, a twelfth a month; 0 to 1
    int termMonths = 36;          ///< 1 to 120
    double downPayment = 0;       ///< share of the purchase that is paid at once, 0 to 1; of a loan

    bool operator==(const FinancingTerms&) const = default;
};

/// What a machine is worth later.
struct ValueTerms {
    double residualShare = 0;  ///< of the hardware's price, for which it is sold at the end; 0 to 1
    int depreciationYears = 3; ///< 1 to 10
    DepreciationMethod method = DepreciationMethod::StraightLine;
    /// After which a like machine at the same price, with its tax, shipping and installation, replaces it, and it is sold; paid
    /// at once. 1 to 10; empty, or leased: never.
    std::optional<int> refreshYears;

    bool operator==(const ValueTerms&) const = default;
};

/// Electricity and everything else that running a machine takes. Each stands for all machines together unless it says more.
struct RunningTerms {
    MoneyRate electricity;                     ///< per kWh
    std::optional<MoneyRate> nightElectricity; ///< per kWh, from 22 to 6 o'clock; empty: as by day
    double electricityChange = 0; ///< a year, compounded at each year's begin: 0.03 for 3 %; −0.5 to 1
    double powerUsageEffectiveness = 1.0; ///< facility power over machine power, 1 to 10
    double idleShare = 1;     ///< of the hours without requests, those in which it stays switched on
    Money roomPerMonth;       ///< rack, room or colocation; of each machine
    double supportShare = 0;  ///< of the hardware's price, a year
    Money softwarePerGpuYear; ///< licences, for each accelerator
    double staffShare = 0;    ///< of a full-time position
    Money staffPerYear;       ///< what a full-time position costs

    bool operator==(const RunningTerms&) const = default;
};

struct CloudTerms {
    std::string region; ///< only offers of regions that contain this text; empty: all
    double spotInterruption =
        0.1; ///< hours that interruptions of spot and marketplace offers cost, as a share of those used
    std::optional<double>
        reservedDiscount; ///< off the on-demand price; empty: none is offered. Every hour of the term is paid
    int reservedTermMonths = 12;  ///< 1 to 60
    Hours billingUnit;            ///< begun units are paid; 0: by the second
    std::optional<Bytes> storage; ///< kept all month; empty: the model's files
    MoneyRate storagePerGbMonth;
    Bytes egressPerToken; ///< that leave the cloud for each token of an answer
    MoneyRate egressPerGb;
    double priceChange =
        0; ///< a year, compounded at each year's begin: −0.1 where prices fall by 10 %; −0.5 to 1

    bool operator==(const CloudTerms&) const = default;
};

struct ApiTerms {
    double batchDiscount = 0; ///< off all prices; 0 to 1
    bool aggregators = true;  ///< resellers of others' capacity count as well
    double priceChange = 0;   ///< a year, as of the cloud

    bool operator==(const ApiTerms&) const = default;
};

struct CostAssumptions {
    int years = 3; ///< 1 to 10
    Use use;
    PurchaseTerms purchase;
    FinancingTerms financing;
    ValueTerms value;
    RunningTerms running;
    CloudTerms cloud;
    ApiTerms api;
    double discountRate = 0.05;            ///< a year, for present values; 0 to 1
    std::optional<CarbonIntensity> carbon; ///< of the electricity; empty: unknown
    std::string country;                   ///< ISO 3166 code of the defaults; empty: none
    /// The user's ranges, instead of what suggestedRanges gives for these factors.
    std::vector<FactorRange> ranges;

    bool operator==(const CostAssumptions&) const = default;
};

/// The first thing that is out of range, or success.
[[nodiscard]] Expected<void> check(const CostAssumptions& assumptions);

/// Defaults: tariff (of households), tax and carbon of a country, by its code; of the first country of the catalog with a known
/// tariff that pays in the currency where the code is empty. Cloud storage and transfer as AWS lists them (us-east-1, gp3 and
/// data transfer out). Rates are exchanged into the currency. An error names an unknown country. Where nothing is known of a
/// tariff, it is zero in that currency.
[[nodiscard]] Expected<CostAssumptions> defaultAssumptions(const Catalog& catalog, Currency currency,
                                                           const std::string& country = {});

} // namespace rigwright
