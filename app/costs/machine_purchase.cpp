// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/machine_purchase.h"

#include <algorithm>

namespace rigwright {

namespace {

Money inAnswersCurrency(const CostInputs& inputs, const Money& amount)
{
    return amount.currency() == inputs.currency()
        ? amount
        : Money::rounded(amount.toDouble() * inputs.exchange(amount.currency()), inputs.currency());
}

/// As an invoice has it: on the sum of what it lists.
Money taxOn(const Money& net, const PurchaseTerms& terms)
{
    return net.scaled(terms.taxRecoverable ? 0 : terms.taxRate.value_or(0));
}

} // namespace

Money MachinePurchase::total() const
{
    return hardware + shipping + installation + spares + tax;
}

MachinePurchase replacementOf(const CostInputs& inputs)
{
    const PurchaseTerms& terms = inputs.assumptions.purchase;
    MachinePurchase purchase;
    purchase.hardware =
        (inputs.candidates.price * terms.machines).scaled(inputs.factor(CostFactor::HardwarePrice));
    purchase.shipping = inAnswersCurrency(inputs, terms.shipping);
    purchase.installation = inAnswersCurrency(inputs, terms.installation);
    purchase.spares = Money(0, inputs.currency());
    purchase.tax = taxOn(purchase.hardware + purchase.shipping + purchase.installation, terms);
    return purchase;
}

MachinePurchase purchaseOf(const CostInputs& inputs)
{
    const PurchaseTerms& terms = inputs.assumptions.purchase;
    MachinePurchase purchase = replacementOf(inputs);
    purchase.spares = purchase.hardware.scaled(terms.sparesShare);
    purchase.tax = Money(0, inputs.currency());
    purchase.tax = taxOn(purchase.total(), terms);
    return purchase;
}

Money residualValueOf(const CostInputs& inputs)
{
    const double share = inputs.assumptions.value.residualShare * inputs.factor(CostFactor::ResidualValue);
    return replacementOf(inputs).hardware.scaled(std::min(1.0, share));
}

std::vector<int> refreshMonths(const CostInputs& inputs)
{
    const std::optional<int>& years = inputs.assumptions.value.refreshYears;
    std::vector<int> months;
    if (years && inputs.assumptions.financing.kind != Financing::Lease) {
        for (int month = *years * 12; month < inputs.months(); month += *years * 12) {
            months.push_back(month);
        }
    }
    return months;
}

} // namespace rigwright
