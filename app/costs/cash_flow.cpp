// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/cash_flow.h"

#include <cmath>

namespace rigwright {

Money MonthlyCost::afterMonths(int months) const
{
    return MoneyRate(price.micros(), currency).times(units * months * exchange);
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

std::vector<Money> cumulativeCost(const Money& purchase, const MonthlyCost& monthly, int months)
{
    std::vector<Money> paid;
    paid.reserve(static_cast<std::size_t>(months) + 1);
    for (int month = 0; month <= months; ++month) {
        paid.push_back(purchase + monthly.afterMonths(month));
    }
    return paid;
}

} // namespace rigwright
