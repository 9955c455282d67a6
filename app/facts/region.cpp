// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/region.h"

#include <algorithm>
#include <stdexcept>

namespace rigwright {

const ExchangeRate* ExchangeRates::find(Currency currency) const
{
    static const ExchangeRate usd{Currency::usd(), 1, Date{}, "by definition"};
    const auto found = std::ranges::find(rates_, currency, &ExchangeRate::currency);
    if (found != rates_.end()) {
        return &*found;
    }
    return currency == Currency::usd() ? &usd : nullptr;
}

Expected<Money> ExchangeRates::convert(const Money& amount, Currency to) const
{
    if (amount.currency() == to) {
        return amount;
    }
    const ExchangeRate* source = find(amount.currency());
    const ExchangeRate* target = find(to);
    if (source == nullptr || target == nullptr) {
        return fail("the catalog has no exchange rate for " +
                    (source == nullptr ? amount.currency() : to).code());
    }
    try {
        return Money::rounded(amount.toDouble() / source->perUsd * target->perUsd, to);
    } catch (const std::overflow_error&) {
        return fail("an amount in " + amount.currency().code() + " is too large to be exchanged into " +
                    to.code());
    }
}

} // namespace rigwright
