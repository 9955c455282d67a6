// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "costs/assumptions.h"
#include "costs/candidates.h"

namespace rigwright {

/// The defaults of a comparison, from the countries and rates that it was started with: of the country that is assumed, and
/// where there is none, of no country.
[[nodiscard]] CostAssumptions defaultsFor(const CostCandidates& candidates,
                                          const CostAssumptions& assumptions);

/// The country that is assumed; null where there is none.
[[nodiscard]] const Country* countryOf(const CostCandidates& candidates, const CostAssumptions& assumptions);

/// Whether the tariff that is assumed is the country's, and not what the user entered.
[[nodiscard]] bool assumesTariffOf(const Country& country, const CostCandidates& candidates,
                                   const CostAssumptions& assumptions);

} // namespace rigwright
