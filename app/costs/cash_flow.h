// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts/region.h"

#include <vector>

namespace rigwright {

/// 8760 / 12: months are alike, so that a line over months is straight.
inline constexpr double kHoursPerMonth = 730;

/// What every month costs: so many units at a price.
struct MonthlyCost {
    MoneyRate price;
    double units = 0;    ///< a month
    double exchange = 1; ///< units of `currency` for one of the price's
    Currency currency = Currency::usd();

    /// The exact product, rounded once.
    [[nodiscard]] Money afterMonths(int months) const;
};

/// How many units of `to` one unit of `from` buys; an error names the currency without a rate.
[[nodiscard]] Expected<double> exchangeFactor(const ExchangeRates& rates, Currency from, Currency to);

/// The same rate in another currency.
[[nodiscard]] MoneyRate exchanged(const MoneyRate& rate, double factor, Currency to);

/// What has been paid by the end of each month, from month 0.
[[nodiscard]] std::vector<Money> cumulativeCost(const Money& purchase, const MonthlyCost& monthly,
                                                int months);

} // namespace rigwright
