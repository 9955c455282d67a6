// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/cash_flow.h"

#include <cmath>

namespace rigwright {

namespace {

/// So many months, each counted by what its year's price is of the first year's.
double monthsAtFirstPrice(int months, double yearlyChange)
{
    double sum = 0;
    double factor = 1;
    for (; months > 12; months -= 12) {
        sum += 12 * factor;
        factor *= 1 + yearlyChange;
    }
    return sum + months * factor;
}

} // namespace

Money MonthlyCost::afterMonths(int months) const
{
    const double counted = yearlyChange == 0 ? months : monthsAtFirstPrice(months, yearlyChange);
    return MoneyRate(price.micros(), currency).times(units * counted * exchange);
}

Expected<double> exchangeFactor(const ExchangeRates& rates, Currency from, Currency to)
{
    if (from == to) {
        return 1.0;
    }
    const ExchangeRate* source = rates.find(from);
    const ExchangeRate* target = rates.find(to);
    if (source == nullptr || target == nullptr) {
        return fail("the catalog has no exchange rate for " + (source == nullptr ? from : to).code());
    }
    return target->perUsd / source->perUsd;
}

MoneyRate exchanged(const MoneyRate& rate, double factor, Currency to)
{
    return {std::llround(static_cast<double>(rate.micros()) * factor), to};
}

CostItem monthlyItem(CostCategory category, const MonthlyCost& monthly, int months)
{
    return itemOf(category, months, [&](int month) { return monthly.afterMonths(month); });
}

CostItem oneOffItem(CostCategory category, const Money& amount, int months)
{
    return {category, std::vector<Money>(static_cast<std::size_t>(months) + 1, amount)};
}

} // namespace rigwright
