// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/financing.h"

#include "costs/cash_flow.h"
#include "costs/machine_purchase.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

/// 1 less the worth today of 1 in so many months; exact for rates near zero as well.
double discountOf(double yearlyInterest, int months)
{
    return -std::expm1(-months * std::log1p(yearlyInterest / 12));
}

std::vector<CostItem> cashItems(const MachinePurchase& purchase, int months)
{
    return {oneOffItem(CostCategory::Hardware, purchase.hardware, months),
            oneOffItem(CostCategory::Tax, purchase.tax, months),
            oneOffItem(CostCategory::Shipping, purchase.shipping, months),
            oneOffItem(CostCategory::Installation, purchase.installation, months),
            oneOffItem(CostCategory::Spares, purchase.spares, months)};
}

std::vector<CostItem> loanItems(const MachinePurchase& purchase, const FinancingTerms& terms, int months)
{
    const Money down = purchase.total().scaled(terms.downPayment);
    const Money borrowed = purchase.total() - down;
    const double payment = annuityShare(terms.yearlyInterest, terms.termMonths);
    CostItem payments = itemOf(CostCategory::LoanPayments, months, [&](int month) {
        return borrowed.scaled(payment * std::min(month, terms.termMonths));
    });
    if (months < terms.termMonths) {
        const double owed = owedShare(terms.yearlyInterest, terms.termMonths, months);
        payments.cumulative.back() = borrowed.scaled(payment * months + owed);
    }
    return {oneOffItem(CostCategory::DownPayment, down, months), std::move(payments)};
}

std::vector<CostItem> leaseItems(const CostInputs& inputs, const MachinePurchase& purchase)
{
    const FinancingTerms& terms = inputs.assumptions.financing;
    const double worthToday = 1 - discountOf(terms.yearlyInterest, terms.termMonths);
    const Money total = purchase.total();
    const double residualShare =
        total.minorUnits() > 0 ? residualValueOf(inputs).toDouble() / total.toDouble() : 0;
    const double payment =
        annuityShare(terms.yearlyInterest, terms.termMonths) * (1 - residualShare * worthToday);
    return {itemOf(CostCategory::LeasePayments, inputs.months(),
                   [&](int month) { return total.scaled(payment * month); })};
}

CostItem refreshItem(const CostInputs& inputs)
{
    const Money each = replacementOf(inputs).total() - residualValueOf(inputs);
    const std::vector<int> refreshes = refreshMonths(inputs);
    return itemOf(CostCategory::Refresh, inputs.months(), [&](int month) {
        return each * std::ranges::count_if(refreshes, [&](int refresh) { return refresh <= month; });
    });
}

CostItem saleItem(const CostInputs& inputs)
{
    const Money nothing(0, inputs.currency());
    CostItem item = oneOffItem(CostCategory::ResidualValue, nothing, inputs.months());
    item.cumulative.back() = nothing - residualValueOf(inputs);
    return item;
}

} // namespace

double annuityShare(double yearlyInterest, int months)
{
    return yearlyInterest > 0 ? yearlyInterest / 12 / discountOf(yearlyInterest, months) : 1.0 / months;
}

double owedShare(double yearlyInterest, int months, int paid)
{
    return yearlyInterest > 0 ? discountOf(yearlyInterest, months - paid) / discountOf(yearlyInterest, months)
                              : static_cast<double>(months - paid) / months;
}

std::vector<CostItem> purchaseItems(const CostInputs& inputs)
{
    const FinancingTerms& terms = inputs.assumptions.financing;
    const MachinePurchase purchase = purchaseOf(inputs);
    if (terms.kind == Financing::Lease) {
        return leaseItems(inputs, purchase);
    }
    std::vector<CostItem> items = terms.kind == Financing::Loan ? loanItems(purchase, terms, inputs.months())
                                                                : cashItems(purchase, inputs.months());
    items.push_back(refreshItem(inputs));
    items.push_back(saleItem(inputs));
    return items;
}

} // namespace rigwright
