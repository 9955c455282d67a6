// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/assumptions.h"
#include "units/format.h"

namespace rigwright {

namespace {

constexpr int kMostYears = 10;
/// In any currency far above what anybody pays, and low enough that no sum leaves 64 bits.
constexpr std::int64_t kHighestTariffMicros = 10'000'000'000;

tl::unexpected<Error> outOfRange(const std::string& what, const std::string& expected, const std::string& got)
{
    return fail(what + ": expected " + expected + ", got " + got);
}

} // namespace

Expected<void> check(const CostAssumptions& assumptions)
{
    if (assumptions.years < 1 || assumptions.years > kMostYears) {
        return outOfRange("years", "1 to " + std::to_string(kMostYears), std::to_string(assumptions.years));
    }
    if (auto use = check(assumptions.use); !use) {
        return use;
    }
    const double powerUsage = assumptions.running.powerUsageEffectiveness;
    if (!(powerUsage >= 1 && powerUsage <= 10)) {
        return outOfRange("power usage effectiveness", "1 to 10", formatFixed(powerUsage, 3));
    }
    const MoneyRate& tariff = assumptions.running.electricity;
    if (tariff.micros() < 0 || tariff.micros() > kHighestTariffMicros) {
        return outOfRange("electricity", "0 to 10,000 per kWh", tariff.decimal());
    }
    return {};
}

} // namespace rigwright
