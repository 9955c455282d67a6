// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/candidates.h"

namespace rigwright {

/// Between what multiples of an amount its true one lies, as 10th and 90th percentile, and why.
struct Spread {
    double low = 1;
    double high = 1;
    const char* reason = ""; ///< marked RIGWRIGHT_TEXT("Costs", …)
};

/// Of what a part of a machine costs when it is ordered.
[[nodiscard]] Spread spreadOf(const PricedLine& line);

/// Of what an instance by the hour, or a hosted model, costs while it is used.
[[nodiscard]] Spread spreadOfRent(PriceKind kind, const PriceStanding& standing);
[[nodiscard]] Spread spreadOfHosted(PriceKind kind, const PriceStanding& standing);

/// Of a sum, from what its parts weigh: they are taken to err together. The reason is that of the part which does most.
class WeightedSpread {
public:
    void add(double weight, const Spread& spread);
    [[nodiscard]] Spread sum() const;

private:
    double weight_ = 0;
    double low_ = 0;
    double high_ = 0;
    double most_ = -1;
    const char* reason_ = "";
};

} // namespace rigwright
