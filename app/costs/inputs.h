// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/assumptions.h"
#include "costs/candidates.h"

#include <array>

namespace rigwright {

/// By how much each factor is multiplied in one working out.
class FactorSettings {
public:
    FactorSettings() { multiples_.fill(1); }
    [[nodiscard]] double operator[](CostFactor factor) const
    {
        return multiples_[static_cast<std::size_t>(factor)];
    }
    /// The same with one factor other than assumed.
    [[nodiscard]] FactorSettings with(CostFactor factor, double multiple) const
    {
        FactorSettings changed = *this;
        changed.multiples_[static_cast<std::size_t>(factor)] = multiple;
        return changed;
    }

private:
    static constexpr std::size_t kFactors = static_cast<std::size_t>(CostFactor::ApiPrice) + 1;
    std::array<double, kFactors> multiples_{};
};

/// What every scenario of one working out starts from. Refers to candidates and assumptions, which must outlive it. The factors
/// Use and OwnSpeed are already in `slots` and `capacity`; work that waits for its turn is in the slots in which the own machines do
/// it.
struct CostInputs {
    const CostCandidates& candidates;
    const CostAssumptions& assumptions;
    FactorSettings factors;
    std::optional<RequestsPerSecond> capacity; ///< of all own machines together; empty: unknown
    std::vector<LoadSlot> slots;

    [[nodiscard]] Currency currency() const { return candidates.currency; }
    [[nodiscard]] int months() const { return assumptions.years * 12; }
    [[nodiscard]] double factor(CostFactor which) const { return factors[which]; }
    /// False: hours of a machine whose speed is unknown say nothing of how much is asked in them.
    [[nodiscard]] bool requestsKnown() const
    {
        return capacity.has_value() || assumptions.use.kind != UseKind::Hours;
    }
    /// Units of the answer's currency for one of another. compareCosts refuses amounts without a rate.
    [[nodiscard]] double exchange(Currency from) const;
};

[[nodiscard]] CostInputs costInputs(const CostCandidates& candidates, const CostAssumptions& assumptions,
                                    const FactorSettings& factors = {});

} // namespace rigwright
