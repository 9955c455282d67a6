// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/running_costs.h"

#include "costs/cash_flow.h"
#include "costs/machine_purchase.h"
#include "costs/ownership.h"

namespace rigwright {

namespace {

constexpr double kMonthsPerYear = 12;

CostItem electricityItem(const CostInputs& inputs)
{
    const RunningTerms& terms = inputs.assumptions.running;
    const double factor = inputs.factor(CostFactor::Electricity);
    MonthlyCost cost{terms.electricity, monthlyEnergy(inputs).inKilo() * factor,
                     inputs.exchange(terms.electricity.currency()), inputs.currency(),
                     terms.electricityChange};
    if (terms.nightElectricity) {
        // Both tariffs are of one item, and its sums are rounded once: it is so many millionths of the currency.
        const MoneyRate& night = *terms.nightElectricity;
        const double nightUnits = monthlyNightEnergy(inputs).inKilo() * factor;
        const double micros =
            static_cast<double>(cost.price.micros()) * cost.exchange * (cost.units - nightUnits) +
            static_cast<double>(night.micros()) * inputs.exchange(night.currency()) * nightUnits;
        cost.price = MoneyRate(1, inputs.currency());
        cost.exchange = 1;
        cost.units = micros;
    }
    return monthlyItem(CostCategory::Electricity, cost, inputs.months());
}

/// So many times an amount of any currency each month.
CostItem runningItem(const CostInputs& inputs, CostCategory category, const Money& amount, double timesAMonth)
{
    const double times = timesAMonth * inputs.factor(CostFactor::Running);
    if (amount.currency() == inputs.currency()) {
        return itemOf(category, inputs.months(), [&](int month) { return amount.scaled(times * month); });
    }
    const double exchanged = amount.toDouble() * inputs.exchange(amount.currency());
    return itemOf(category, inputs.months(),
                  [&](int month) { return Money::rounded(exchanged * times * month, inputs.currency()); });
}

} // namespace

std::vector<CostItem> runningItems(const CostInputs& inputs)
{
    const RunningTerms& terms = inputs.assumptions.running;
    const int machines = inputs.assumptions.purchase.machines;
    const int gpus = inputs.candidates.build.hardware.deviceCount() * machines;
    return {electricityItem(inputs), runningItem(inputs, CostCategory::Room, terms.roomPerMonth, machines),
            runningItem(inputs, CostCategory::Support, purchaseOf(inputs).hardware,
                        terms.supportShare / kMonthsPerYear),
            runningItem(inputs, CostCategory::Software, terms.softwarePerGpuYear, gpus / kMonthsPerYear),
            runningItem(inputs, CostCategory::Staff, terms.staffPerYear, terms.staffShare / kMonthsPerYear)};
}

} // namespace rigwright
