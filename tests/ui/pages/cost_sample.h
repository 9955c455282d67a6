// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/compare.h"

#include <memory>

// A comparison made by hand, with round figures that a test can read off a chart.
namespace rigwright::sample {

/// Owning for $2,400 and $100 a month, sold for $600 after three years; a cloud offer at $300 a month, a hosted API at $50 a
/// month and a spot offer at $200 a month, in this order. Against the cloud owning pays after 2,400 / 200 = 12 months (10 to
/// 15), against the API never. 40 % of the capacity is used.
[[nodiscard]] CostComparison costComparison();
[[nodiscard]] std::shared_ptr<const CostComparison> sharedCostComparison();

} // namespace rigwright::sample
