// SPDX-License-Identifier: GPL-3.0-or-later
#include "costs/inputs.h"

#include "costs/capacity.h"
#include "costs/cash_flow.h"

namespace rigwright {

double CostInputs::exchange(Currency from) const
{
    return exchangeFactor(candidates.rates, from, currency()).value_or(1);
}

CostInputs costInputs(const CostCandidates& candidates, const CostAssumptions& assumptions,
                      const FactorSettings& factors)
{
    std::optional<RequestsPerSecond> capacity;
    if (candidates.capacity) {
        capacity = candidates.capacity->mid * (assumptions.purchase.machines * factors[CostFactor::OwnSpeed]);
    }
    const RequestsPerSecond known = capacity.value_or(RequestsPerSecond());
    const Use use = scaled(assumptions.use, factors[CostFactor::Use]);
    return {candidates, assumptions, factors, capacity,
            loadSlots(isQueued(candidates.workload) ? queued(use, known) : use, known)};
}

} // namespace rigwright
