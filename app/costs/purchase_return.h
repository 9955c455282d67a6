// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/money.h"
#include "units/units.h"

#include <optional>
#include <vector>

namespace rigwright {

/// What buying earns by saving what the alternative costs.
struct PurchaseReturn {
    /// Today's worth of the alternative's payments less that of the own ones: positive where buying pays.
    Money netPresentValue;
    /// Internal rate of return, effective a year: the discount rate at which buying and the alternative are worth the same. Empty:
    /// buying ties up nothing or never earns it back, the rate is above 10,000 %, or replacements make more than one rate of it.
    std::optional<double> yearlyRate;
    /// From when on the payments so far, each worth what it is today, stay no more than the alternative's; empty: not within the
    /// years.
    std::optional<Months> discountedPayback;

    bool operator==(const PurchaseReturn&) const = default;
};

/// From what has been paid by the end of each month, from month 0, in one currency and over the same time.
[[nodiscard]] PurchaseReturn purchaseReturn(const std::vector<Money>& own, const std::vector<Money>& other,
                                            double yearlyDiscount);

} // namespace rigwright
