// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/purchase_return.h"

#include "costs/break_even.h"
#include "costs/totals.h"

#include <cmath>

namespace rigwright {

namespace {

constexpr double kHighestRate = 100;

/// What buying has saved by the end of each month; negative: still tied up.
std::vector<double> savedBy(const std::vector<Money>& own, const std::vector<Money>& other)
{
    std::vector<double> saved;
    for (std::size_t month = 0; month < own.size(); ++month) {
        saved.push_back((other[month] - own[month]).toDouble());
    }
    return saved;
}

/// Whether sums go from below zero to above it, once: then there is one positive rate of return (Norstrom's condition).
bool turnsOnce(const std::vector<double>& saved)
{
    bool below = false;
    bool above = false;
    for (const double sum : saved) {
        if (sum < 0 && above) {
            return false;
        }
        below = below || sum < 0;
        above = above || (below && sum > 0);
        if (sum > 0 && !below) {
            return false;
        }
    }
    return above && saved.back() > 0;
}

/// Today's worth of what is saved, where what comes a month later is worth `monthly` of it.
double worth(const std::vector<double>& saved, double monthly)
{
    double value = saved.front();
    double factor = 1;
    for (std::size_t month = 1; month < saved.size(); ++month) {
        factor *= monthly;
        value += (saved[month] - saved[month - 1]) * factor;
    }
    return value;
}

std::optional<double> rateOf(const std::vector<double>& saved)
{
    double low = std::pow(1 + kHighestRate, -1.0 / 12);
    double high = 1;
    if (!turnsOnce(saved) || worth(saved, low) > 0) {
        return std::nullopt;
    }
    constexpr int kHalvings = 60;
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = (low + high) / 2;
        (worth(saved, middle) > 0 ? high : low) = middle;
    }
    return std::pow(low, -12) - 1;
}

/// What has been paid so far, in today's worth.
std::vector<Money> discounted(const std::vector<Money>& cumulative, double yearlyRate)
{
    std::vector<Money> sums{cumulative.front()};
    double sum = cumulative.front().toDouble();
    for (std::size_t month = 1; month < cumulative.size(); ++month) {
        const double paid = (cumulative[month] - cumulative[month - 1]).toDouble();
        sum += paid * std::pow(1 + yearlyRate, -static_cast<double>(month) / 12);
        sums.push_back(Money::rounded(sum, cumulative.front().currency()));
    }
    return sums;
}

} // namespace

PurchaseReturn purchaseReturn(const std::vector<Money>& own, const std::vector<Money>& other,
                              double yearlyDiscount)
{
    return {presentValue(other, yearlyDiscount) - presentValue(own, yearlyDiscount),
            rateOf(savedBy(own, other)),
            lastingCrossing(discounted(own, yearlyDiscount), discounted(other, yearlyDiscount))};
}

} // namespace rigwright
