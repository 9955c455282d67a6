// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/assumptions.h"
#include "units/format.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace rigwright {

namespace {

// In any currency far above what anybody pays. Sums of many at once can still leave 64 bits: compareCosts says so then.
constexpr std::int64_t kHighestRateMicros = 10'000'000'000;
constexpr double kHighestAmount = 100e9;
constexpr double kMostStorageGb = 1e6;
constexpr std::int64_t kMostBytesPerToken = 1'000'000;
constexpr double kHighestMultiple = 100;

tl::unexpected<Error> outOfRange(const std::string& what, const std::string& expected, const std::string& got)
{
    return fail(what + ": expected " + expected + ", got " + got);
}

struct Whole {
    const char* what;
    int value;
    int most; ///< from 1 on
    const char* unit;
};

Expected<void> checkAll(std::initializer_list<Whole> numbers)
{
    for (const Whole& number : numbers) {
        if (number.value < 1 || number.value > number.most) {
            return outOfRange(number.what, "1 to " + formatCount(number.most) + number.unit,
                              std::to_string(number.value));
        }
    }
    return {};
}

struct Figure {
    const char* what;
    double value;
    double least = 0;
    double most = 1;
    const char* expected = "a share from 0 to 1";
};

Figure yearlyChange(const char* what, double value)
{
    return {what, value, -0.5, 1, "a change from -0.5 to 1 a year"};
}

Expected<void> checkAll(std::initializer_list<Figure> figures)
{
    for (const Figure& figure : figures) {
        // Written so that NaN fails as well.
        if (!(figure.value >= figure.least && figure.value <= figure.most)) {
            return outOfRange(figure.what, figure.expected, formatFixed(figure.value, 3));
        }
    }
    return {};
}

struct Amount {
    const char* what;
    const Money& value;
};

Expected<void> checkAll(std::initializer_list<Amount> amounts)
{
    for (const Amount& amount : amounts) {
        if (amount.value.minorUnits() < 0 || amount.value.toDouble() > kHighestAmount) {
            return outOfRange(amount.what, "0 to 100,000,000,000", amount.value.decimal());
        }
    }
    return {};
}

Expected<void> checkRate(const char* what, const MoneyRate& rate, const char* unit)
{
    if (rate.micros() < 0 || rate.micros() > kHighestRateMicros) {
        return outOfRange(what, std::string("0 to 10,000 per ") + unit, rate.decimal());
    }
    return {};
}

Expected<void> checkPurchase(const CostAssumptions& all)
{
    const PurchaseTerms& purchase = all.purchase;
    const FinancingTerms& financing = all.financing;
    const ValueTerms& value = all.value;
    return checkAll({Whole{"machines", purchase.machines, 1'000, ""},
                     Whole{"financing term", financing.termMonths, 120, " months"},
                     Whole{"depreciation", value.depreciationYears, 10, " years"},
                     Whole{"refresh", value.refreshYears.value_or(1), 10, " years"}})
        .and_then([&] {
            return checkAll(
                {Amount{"shipping", purchase.shipping}, Amount{"installation", purchase.installation}});
        })
        .and_then([&] {
            return checkAll(
                {Figure{"tax rate", purchase.taxRate.value_or(0)}, Figure{"spares", purchase.sparesShare},
                 Figure{"interest", financing.yearlyInterest}, Figure{"down payment", financing.downPayment},
                 Figure{"residual value", value.residualShare}, Figure{"discount rate", all.discountRate}});
        });
}

Expected<void> checkRunning(const CostAssumptions& all)
{
    const RunningTerms& running = all.running;
    return checkRate("electricity", running.electricity, "kWh")
        .and_then([&] {
            return checkRate("night electricity", running.nightElectricity.value_or(MoneyRate()), "kWh");
        })
        .and_then([&] {
            return checkAll(
                {Figure{"power usage effectiveness", running.powerUsageEffectiveness, 1, 10, "1 to 10"},
                 yearlyChange("electricity change", running.electricityChange),
                 Figure{"idle share", running.idleShare}, Figure{"support", running.supportShare},
                 Figure{"staff share", running.staffShare, 0, 100, "0 to 100 positions"},
                 Figure{"carbon", all.carbon.value_or(CarbonIntensity()).value(), 0, 10,
                        "0 to 10 kg CO2e per kWh"}});
        })
        .and_then([&] {
            return checkAll({Amount{"room", running.roomPerMonth},
                             Amount{"software", running.softwarePerGpuYear},
                             Amount{"staff", running.staffPerYear}});
        });
}

Expected<void> checkRented(const CostAssumptions& all)
{
    const CloudTerms& cloud = all.cloud;
    const Bytes storage = cloud.storage.value_or(Bytes());
    if (cloud.egressPerToken < Bytes() || cloud.egressPerToken > Bytes(kMostBytesPerToken)) {
        return outOfRange("egress per token", "0 to 1,000,000 bytes",
                          std::to_string(cloud.egressPerToken.value()));
    }
    return checkAll({Whole{"reserved term", cloud.reservedTermMonths, 60, " months"}})
        .and_then([&] { return checkRate("storage price", cloud.storagePerGbMonth, "GB"); })
        .and_then([&] { return checkRate("egress price", cloud.egressPerGb, "GB"); })
        .and_then([&] {
            return checkAll({Figure{"spot interruption", cloud.spotInterruption},
                             Figure{"reserved discount", cloud.reservedDiscount.value_or(0)},
                             Figure{"billing unit", cloud.billingUnit.value(), 0, 730, "0 to 730 hours"},
                             Figure{"storage", storage.inGb(), 0, kMostStorageGb, "0 to 1,000,000 GB"},
                             yearlyChange("cloud price change", cloud.priceChange),
                             Figure{"batch discount", all.api.batchDiscount},
                             yearlyChange("API price change", all.api.priceChange)});
        });
}

Expected<void> checkRanges(const std::vector<FactorRange>& ranges)
{
    std::vector<CostFactor> seen;
    for (const FactorRange& range : ranges) {
        const std::string what = std::string("range of ") + costFactorName(range.factor);
        if (!(range.low >= 0 && range.low <= 1)) {
            return outOfRange(what, "a low end from 0 to 1", formatFixed(range.low, 3));
        }
        if (!(range.high >= 1 && range.high <= kHighestMultiple)) {
            return outOfRange(what, "a high end from 1 to 100", formatFixed(range.high, 3));
        }
        if (std::ranges::find(seen, range.factor) != seen.end()) {
            return outOfRange(what, "it once", "it twice");
        }
        seen.push_back(range.factor);
    }
    return {};
}

} // namespace

Expected<void> check(const CostAssumptions& assumptions)
{
    return checkAll({Whole{"years", assumptions.years, 10, ""}})
        .and_then([&] { return check(assumptions.use); })
        .and_then([&] { return checkPurchase(assumptions); })
        .and_then([&] { return checkRunning(assumptions); })
        .and_then([&] { return checkRented(assumptions); })
        .and_then([&] { return checkRanges(assumptions.ranges); });
}

} // namespace rigwright
