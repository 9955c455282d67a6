// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/depreciation.h"

#include "costs/machine_purchase.h"

#include <algorithm>

namespace rigwright {

namespace {

/// What is left in the books after each year, as a share of what may be written off; `kept` is the residual value in the same
/// measure.
std::vector<double> bookShares(double kept, int years, DepreciationMethod method)
{
    std::vector<double> shares;
    double left = 1;
    for (int year = 0; year < years; ++year) {
        const double straight = left / (years - year);
        const double declining = (left + kept) * 2 / years;
        left -= method == DepreciationMethod::StraightLine ? straight
                                                           : std::min(left, std::max(straight, declining));
        shares.push_back(left);
    }
    return shares;
}

} // namespace

std::vector<Money> depreciationSchedule(const Money& cost, const Money& residual, int years,
                                        DepreciationMethod method)
{
    const Money writtenOff = cost - residual;
    if (writtenOff.minorUnits() <= 0) {
        return std::vector<Money>(static_cast<std::size_t>(years), Money(0, cost.currency()));
    }
    const double kept =
        static_cast<double>(residual.minorUnits()) / static_cast<double>(writtenOff.minorUnits());
    std::vector<Money> schedule;
    Money before = writtenOff;
    for (const double share : bookShares(kept, years, method)) {
        // Sums are rounded, not years: they add up to the cent.
        const Money after = writtenOff.scaled(share);
        schedule.push_back(before - after);
        before = after;
    }
    return schedule;
}

std::vector<Money> yearlyDepreciation(const CostInputs& inputs)
{
    const ValueTerms& terms = inputs.assumptions.value;
    const int horizon = inputs.assumptions.years;
    std::vector<Money> years(static_cast<std::size_t>(horizon), Money(0, inputs.currency()));
    if (inputs.assumptions.financing.kind == Financing::Lease) {
        return years;
    }
    std::vector<int> ends = refreshMonths(inputs);
    ends.push_back(inputs.months());
    const Money residual = residualValueOf(inputs);
    Money cost = purchaseOf(inputs).total();
    std::size_t begin = 0;
    for (const int month : ends) {
        const auto end = static_cast<std::size_t>(month) / 12;
        Money book = cost;
        const auto schedule = depreciationSchedule(cost, residual, terms.depreciationYears, terms.method);
        for (std::size_t year = begin; year < std::min(end, begin + schedule.size()); ++year) {
            years[year] = schedule[year - begin];
            book -= schedule[year - begin];
        }
        if (month < inputs.months() && book > residual) {
            years[end - 1] += book - residual;
        }
        cost = replacementOf(inputs).total();
        begin = end;
    }
    return years;
}

} // namespace rigwright
