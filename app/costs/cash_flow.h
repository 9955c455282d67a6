// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/scenario.h"
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
    double yearlyChange = 0; ///< of the price, compounded at each year's begin

    /// The exact sum, rounded once.
    [[nodiscard]] Money afterMonths(int months) const;
};

/// How many units of `to` one unit of `from` buys; an error names the currency without a rate.
[[nodiscard]] Expected<double> exchangeFactor(const ExchangeRates& rates, Currency from, Currency to);

/// The same rate in another currency.
[[nodiscard]] MoneyRate exchanged(const MoneyRate& rate, double factor, Currency to);

/// An item from what has been paid by the end of each month, from month 0.
template <class PaidBy>
[[nodiscard]] CostItem itemOf(CostCategory category, int months, const PaidBy& paidBy)
{
    CostItem item{category, {}};
    item.cumulative.reserve(static_cast<std::size_t>(months) + 1);
    for (int month = 0; month <= months; ++month) {
        item.cumulative.push_back(paidBy(month));
    }
    return item;
}

/// Paid every month from the first on.
[[nodiscard]] CostItem monthlyItem(CostCategory category, const MonthlyCost& monthly, int months);

/// Paid at the begin.
[[nodiscard]] CostItem oneOffItem(CostCategory category, const Money& amount, int months);

} // namespace rigwright
