// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/inputs.h"

#include <vector>

namespace rigwright {

/// What buying all machines comes to, in the currency of the answer.
struct MachinePurchase {
    Money hardware;
    Money shipping;
    Money installation;
    Money spares;
    Money tax; ///< on the sum of the others; zero where it is recoverable

    [[nodiscard]] Money total() const;
};

[[nodiscard]] MachinePurchase purchaseOf(const CostInputs& inputs);

/// Like machines in place of those that are sold: hardware, shipping, installation and tax as at first. The spares stay, for they
/// fit the new ones.
[[nodiscard]] MachinePurchase replacementOf(const CostInputs& inputs);

/// What all machines are sold for, at the end or when they are replaced, however old they are then; at most their price.
[[nodiscard]] Money residualValueOf(const CostInputs& inputs);

/// After which months the machines are replaced: before the end, for a machine that is replaced then serves nobody. Never where
/// they are leased: they go back when the lease ends.
[[nodiscard]] std::vector<int> refreshMonths(const CostInputs& inputs);

} // namespace rigwright
