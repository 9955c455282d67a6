// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/error.h"
#include "units/money.h"
#include "units/share.h"

#include <cmath>

// How far amounts, shares and quantities reach: orders come from files of strangers too, and what is reckoned with them must
// stay in the range of money.
namespace rigwright {

struct Bom;

/// No discount is larger.
inline constexpr Share kWholeShare(1'000'000);

/// True above a billion (10^9 major units; 10^10 of a currency without decimals), either sign: no price, no shipping.
[[nodiscard]] inline bool isBeyondEveryPrice(const Money& amount)
{
    const double most = amount.currency().decimals() == 0 ? 1e10 : 1e9;
    return std::abs(amount.toDouble()) > most;
}

/// An error where all lines together are more than 10^9 pieces, or their amounts can't be added.
[[nodiscard]] Expected<void> checkAmounts(const Bom& bom);

} // namespace rigwright
