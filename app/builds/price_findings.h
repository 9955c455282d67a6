// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"

namespace rigwright {

/// What a buyer must know of a machine's prices: those that are missing, older than the limit, estimated, or quoted until a
/// day that has passed.
[[nodiscard]] std::vector<Finding> priceFindings(const std::vector<PricedLine>& lines,
                                                 const PricePolicy& policy);

} // namespace rigwright
