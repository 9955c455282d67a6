// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/inputs.h"
#include "costs/scenario.h"

#include <vector>

namespace rigwright {

/// What of an amount borrowed is paid each month, so that nothing is owed after so many: an annuity. Without interest, equal
/// parts. The rate is nominal, a twelfth of it a month.
[[nodiscard]] double annuityShare(double yearlyInterest, int months);

/// What of the amount is still owed once `paid` of the months are paid.
[[nodiscard]] double owedShare(double yearlyInterest, int months, int paid);

/// How the purchase is paid, what replacing the machines costs, and what they are sold for in the last month.
///
/// Cash: each part of the purchase is an item of month 0. A loan is of the whole purchase (hardware, tax, shipping, installation,
/// spares) and a lease is of it less what the machine will be worth when it goes back, reckoned back to its begin. So neither has
/// these parts as items of their own: nothing is counted twice. What is still owed on a loan when the years end is paid in the last
/// month, as the machine is sold then. A lease that ends earlier is followed by another alike, so that its payments go on; one
/// that ends later is paid for the years alone, as the machine is used for them alone. Replacements are paid at once, in cash.
[[nodiscard]] std::vector<CostItem> purchaseItems(const CostInputs& inputs);

} // namespace rigwright
